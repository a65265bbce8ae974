"""Readers of one athlete take turns in one transaction; what happens to one of them does not happen to the others."""

import asyncio
from collections.abc import Awaitable, Callable

import pytest
from sqlalchemy import text, update
from sqlalchemy.exc import DBAPIError
from sqlmodel import col
from sqlmodel.ext.asyncio.session import AsyncSession

from db.database import Database
from db.queries.athletes import athlete
from db.tables import AthleteRow
from domain.ids import AthleteId
from domain.profile import Viewer
from tests.conftest import CountStatements

Read = Callable[[AsyncSession], Awaitable[object]]


async def reader(database: Database, whose: AthleteId, read: Read) -> object:
    async with database.reading(whose) as session:
        return await read(session)


async def whoami(session: AsyncSession) -> str:
    found: str = await session.scalar(text("select current_setting('app.athlete_id')"))
    return found.replace("-", "")


async def fail(session: AsyncSession) -> object:
    return await session.scalar(text("select 1 / 0"))


def connections_in_use(database: Database) -> int:
    found: int = database.engine.pool.checkedout()  # type: ignore[attr-defined]  # of the pool that we chose
    return found


async def test_those_who_read_at_the_same_time_share_one_transaction(
    database: Database, viewer: Viewer, count_statements: CountStatements
) -> None:
    with count_statements() as statements:
        found = await asyncio.gather(*(reader(database, viewer.athlete_id, whoami) for _ in range(5)))

    assert set(found) == {viewer.athlete_id.removeprefix("athlete_")}
    assert [statement.startswith("select set_config('role'") for statement in statements] == [True, *[False] * 5]
    assert connections_in_use(database) == 0


async def test_two_athletes_share_nothing(database: Database, viewer: Viewer, other_viewer: Viewer) -> None:
    ids = [viewer.athlete_id, other_viewer.athlete_id] * 3

    found = await asyncio.gather(*(reader(database, one, whoami) for one in ids))

    assert found == [one.removeprefix("athlete_") for one in ids]


async def test_whoever_reads_cannot_write(database: Database, viewer: Viewer) -> None:
    async def write(session: AsyncSession) -> object:
        return await session.execute(update(AthleteRow).values(issuer="other"))

    with pytest.raises(DBAPIError, match="read-only transaction"):
        await reader(database, viewer.athlete_id, write)


async def test_a_reader_that_fails_takes_nobody_along(database: Database, viewer: Viewer) -> None:
    reads: tuple[Read, ...] = (whoami, fail, whoami, fail, whoami)

    found = await asyncio.gather(*(reader(database, viewer.athlete_id, read) for read in reads), return_exceptions=True)

    me = viewer.athlete_id.removeprefix("athlete_")
    assert [one if isinstance(one, str) else type(one) for one in found] == [me, DBAPIError, me, DBAPIError, me]
    assert connections_in_use(database) == 0


@pytest.mark.parametrize("who", ["the one whose turn it is", "one who waits"])
async def test_a_reader_that_is_cancelled_takes_nobody_along(database: Database, viewer: Viewer, who: str) -> None:
    begun = asyncio.Event()

    async def linger(session: AsyncSession) -> object:
        begun.set()
        return await session.scalar(text("select pg_sleep(0.3)"))

    tasks = [asyncio.create_task(reader(database, viewer.athlete_id, read)) for read in (linger, whoami, whoami)]
    await begun.wait()
    cancelled = tasks[0] if who == "the one whose turn it is" else tasks[1]
    cancelled.cancel()
    found = await asyncio.gather(*tasks, return_exceptions=True)

    assert [isinstance(one, asyncio.CancelledError) for one in found] == [task is cancelled for task in tasks]
    assert found[2] == viewer.athlete_id.removeprefix("athlete_")
    assert connections_in_use(database) == 0


async def test_the_next_reader_sees_what_was_committed_meanwhile(database: Database, viewer: Viewer) -> None:
    async def issuer_once_changed(session: AsyncSession) -> object:
        before = await athlete(session, viewer.athlete_id)
        async with database.transaction(viewer.athlete_id) as other:
            await other.execute(update(AthleteRow).where(col(AthleteRow.id) == viewer.athlete_id).values(issuer="new"))
        return before is not None and before.issuer

    async def issuer(session: AsyncSession) -> object:
        found = await athlete(session, viewer.athlete_id)
        return found is not None and found.issuer

    reads: tuple[Read, ...] = (issuer_once_changed, issuer)
    assert await asyncio.gather(*(reader(database, viewer.athlete_id, read) for read in reads)) == [
        viewer.issuer,
        "new",
    ]


async def test_who_reads_within_a_reading_is_told_so_and_does_not_wait_forever(
    database: Database, viewer: Viewer
) -> None:
    async def within(_session: AsyncSession) -> object:
        return await reader(database, viewer.athlete_id, whoami)

    with pytest.raises(AssertionError, match="waits for itself"):
        await reader(database, viewer.athlete_id, within)
