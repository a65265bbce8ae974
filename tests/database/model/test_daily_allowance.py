"""What an athlete may use of the model in a day: counted before each call, and closed where it cannot be counted."""

import asyncio

import pytest
from sqlalchemy import text

from db.database import Database
from domain.profile import Viewer
from services.llm.allowance import Usage
from services.llm.daily_allowance import DailyAllowances, DailyLimits

USAGE = Usage(model="gpt-4.1-mini", input_tokens=1000, output_tokens=200, microdollars=720)


def allowances(database: Database, *, calls: int = 3, microdollars: int = 1000) -> DailyAllowances:
    return DailyAllowances(database, DailyLimits(calls=calls, microdollars=microdollars))


async def used(database: Database) -> list[tuple[int, int, int, int]]:
    wanted = text("select calls, input_tokens, output_tokens, microdollars from model_use order by day")
    async with database.engine.connect() as connection:
        return [tuple(row) for row in (await connection.execute(wanted)).all()]


async def test_calls_are_counted_up_to_the_limit_and_not_beyond(database: Database, viewer: Viewer) -> None:
    allowance = allowances(database).of(viewer.athlete_id)

    assert [await allowance.take() for _ in range(5)] == [True, True, True, False, False]
    assert await used(database) == [(3, 0, 0, 0)]


async def test_of_many_calls_at_once_no_more_than_the_limit_are_allowed(database: Database, viewer: Viewer) -> None:
    allowance = allowances(database).of(viewer.athlete_id)

    assert sum(await asyncio.gather(*(allowance.take() for _ in range(12)))) == 3


async def test_what_calls_took_adds_up_and_ends_at_the_ceiling(database: Database, viewer: Viewer) -> None:
    allowance = allowances(database, calls=100).of(viewer.athlete_id)
    for _ in range(2):
        assert await allowance.take()
        await allowance.charge(USAGE)

    assert await used(database) == [(2, 2000, 400, 1440)]
    assert not await allowance.take()


@pytest.mark.parametrize(("calls", "microdollars"), [(0, 1000), (3, 0)])
async def test_a_limit_of_nothing_allows_nothing(
    database: Database, viewer: Viewer, calls: int, microdollars: int
) -> None:
    assert not await allowances(database, calls=calls, microdollars=microdollars).of(viewer.athlete_id).take()
    assert await used(database) == []


async def test_each_athlete_and_each_day_begins_anew(database: Database, viewer: Viewer, other_viewer: Viewer) -> None:
    everybody = allowances(database, calls=1)
    assert await everybody.of(viewer.athlete_id).take()
    assert await everybody.of(other_viewer.athlete_id).take()
    async with database.engine.begin() as connection:
        await connection.execute(text("update model_use set day = day - 1"))

    assert await everybody.of(viewer.athlete_id).take()
    assert not await everybody.of(viewer.athlete_id).take()


async def test_a_charge_after_midnight_counts_on_the_new_day(database: Database, viewer: Viewer) -> None:
    await allowances(database).of(viewer.athlete_id).charge(USAGE)

    assert await used(database) == [(0, 1000, 200, 720)]


async def test_a_call_raises_no_revision(database: Database, viewer: Viewer) -> None:
    revision = text("select revision from athlete")
    async with database.transaction(viewer.athlete_id) as session:
        before = await session.scalar(revision)
    allowance = allowances(database).of(viewer.athlete_id)
    await allowance.take()
    await allowance.charge(USAGE)

    async with database.transaction(viewer.athlete_id) as session:
        assert await session.scalar(revision) == before


async def test_without_a_database_nothing_is_allowed_and_nothing_breaks(viewer: Viewer) -> None:
    nowhere = Database("postgresql://nobody:nothing@127.0.0.1:9/nowhere")
    allowance = allowances(nowhere).of(viewer.athlete_id)

    assert not await allowance.take()
    await allowance.charge(USAGE)
    await nowhere.close()


async def test_who_has_no_account_has_no_allowance(database: Database, viewer: Viewer) -> None:
    async with database.transaction(viewer.athlete_id) as session:
        await session.execute(text("delete from athlete"))

    assert not await allowances(database).of(viewer.athlete_id).take()
