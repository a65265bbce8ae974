"""Notices of PostgreSQL's: told with the commit, to every process, and made up for after the connection was lost."""

import asyncio
import contextlib
from collections.abc import AsyncIterator

import pytest
from sqlalchemy import text

from db.database import Database
from db.notifications import DELETED_ACCOUNTS, Board, Listener
from domain.ids import new_generation_id
from domain.profile import Viewer
from services.generation.generations import Generations
from tests.database.generation.asking import change, start
from tests.database.generation.conftest import athlete as athlete
from tests.database.generation.conftest import generations as generations
from tests.database.generation.conftest import profiles as profiles

PATIENCE = 60


@pytest.fixture
async def boards(database_url: str) -> AsyncIterator[list[Board]]:
    """Of two processes, both of which listen."""
    boards = [Board(), Board()]
    listeners = [Listener(database_url, board) for board in boards]
    for board, listener in zip(boards, listeners, strict=True):
        with board.watch(new_generation_id()) as watch:
            listener.start()
            await _noticed(watch.changed(within=PATIENCE))  # it is told to all once it listens
    yield boards
    for listener in listeners:
        await listener.stop()


async def _noticed(changed: object) -> None:
    async with asyncio.timeout(PATIENCE / 2):
        await changed  # type: ignore[misc]


async def test_a_change_is_told_to_every_process_after_its_commit(
    boards: list[Board], generations: Generations, athlete: Viewer
) -> None:
    asked = await start(generations, athlete)
    here, there = boards
    with here.watch(asked.id) as first, there.watch(asked.id) as second, there.watch(new_generation_id()) as other:
        await generations.cancel(athlete.athlete_id, asked.id)
        await _noticed(first.changed(within=PATIENCE))
        await _noticed(second.changed(within=PATIENCE))
        with pytest.raises(TimeoutError):
            async with asyncio.timeout(0.05):
                await other.changed(within=PATIENCE)


async def test_a_change_that_is_taken_back_is_not_told(
    boards: list[Board], generations: Generations, athlete: Viewer, database: Database
) -> None:
    asked = await start(generations, athlete)
    with boards[0].watch(asked.id) as watch:
        with contextlib.suppress(asyncio.CancelledError):
            async with database.transaction(athlete.athlete_id) as session:
                await session.execute(text("update generation set version = version + 1"))
                raise asyncio.CancelledError
        with pytest.raises(TimeoutError):
            async with asyncio.timeout(0.1):
                await watch.changed(within=PATIENCE)


async def test_after_a_lost_connection_everything_may_have_changed(boards: list[Board], database: Database) -> None:
    lost = text(
        "select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and query ilike 'listen%'"
    )
    with boards[0].watch(new_generation_id()) as first, boards[1].watch(new_generation_id()) as second:
        async with database.engine.connect() as connection:
            assert len((await connection.execute(lost)).all()) == 2
        await _noticed(first.changed(within=PATIENCE))
        await _noticed(second.changed(within=PATIENCE))


@pytest.mark.parametrize(
    "change_of_it", ["version = version + 1", "deadline_at = now()", "status = 'CANCELLED', finished_at = now()"]
)
async def test_what_changed_without_a_notice_is_found_by_looking_and_nothing_else(
    database_url: str, generations: Generations, athlete: Viewer, database: Database, change_of_it: str
) -> None:
    asked = await start(generations, athlete)
    await change(database, "alter table generation disable trigger change_is_told")
    board = Board()
    listener = Listener(database_url, board, look_seconds=0.02)
    with board.watch(DELETED_ACCOUNTS), board.watch(asked.id) as watch:
        listener.start()
        await _noticed(watch.changed(within=PATIENCE))
        watch.seen = asked.version
        async with asyncio.timeout(PATIENCE):
            while await watch.changed(within=0.2):
                """A look from before this was known."""
        assert board.is_kept

        await change(database, f"update generation set {change_of_it}")

        assert await watch.changed(within=PATIENCE)
    await listener.stop()
    assert not board.is_kept


async def test_a_database_that_is_away_stops_nobody_from_starting() -> None:
    listener = Listener("postgresql://nobody@127.0.0.1:9/nowhere", Board())
    listener.start()
    await asyncio.sleep(0)
    await listener.stop()


async def test_many_changes_that_nobody_looked_at_count_as_one() -> None:
    board = Board()
    with board.watch("one") as watch:
        board.post("one")
        board.post("one")
        await _noticed(watch.changed(within=PATIENCE))
        with pytest.raises(TimeoutError):
            async with asyncio.timeout(0.02):
                await watch.changed(within=PATIENCE)
