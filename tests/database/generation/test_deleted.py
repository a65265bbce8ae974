"""A plan in the making whose athlete deletes their account: it is wanted no more, and nothing of it is written or recorded."""

import asyncio

import pytest
from sqlalchemy import text

from db.database import Database
from db.notifications import Board, Listener
from domain.basis import PlanBasis
from domain.brief import Brief
from domain.clock import Clock
from domain.ids import AthleteId
from domain.profile import Tier, Viewer
from services.accounts.deleted import DeletedAccounts
from services.accounts.deletion import Accounts
from services.generation import generations as following
from services.generation import steps
from services.generation.generations import Generations
from services.generation.steps import Superseded
from services.generation.work import GenerationWork
from tests.database.generation.asking import recorded, start, written
from tests.database.generation.conftest import Allowances, RestEngine
from tests.database.generation.test_worker import HeldEngine
from tests.database.generation.workers import WAIT_SECONDS, until, working


@pytest.fixture
def accounts(database: Database, clock: Clock) -> Accounts:
    return Accounts(database, DeletedAccounts(database, clock))


async def test_a_worker_that_is_at_it_records_and_saves_nothing(
    database: Database,
    database_url: str,
    generations: Generations,
    athlete: Viewer,
    accounts: Accounts,
) -> None:
    held = HeldEngine()
    await start(generations, athlete)
    async with working(database, database_url, GenerationWork(database, held).job({})) as worker:
        await asyncio.to_thread(held.is_building.wait, WAIT_SECONDS)
        await accounts.delete(athlete, confirmation="Ann")
        held.may_go_on.set()

        async def is_idle() -> bool:
            return not worker._running

        await until(is_idle)

    assert held.builds == 1
    assert await recorded(database) == set()
    assert await written(database) == (0, 0)
    async with database.engine.connect() as connection:
        assert await connection.scalar(text("select count(*) from plan_version")) == 0


async def test_waiting_for_the_model_and_following_end_as_soon_as_the_database_tells_of_it(
    database: Database,
    database_url: str,
    clock: Clock,
    athlete: Viewer,
    engine: RestEngine,
    accounts: Accounts,
    generations: Generations,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(steps, "_RECHECK_SECONDS", 600)
    monkeypatch.setattr(following, "SILENCE_SECONDS", 600)
    asks = asyncio.Event()

    async def never_answers(_athlete_id: AthleteId, _basis: PlanBasis, _tier: Tier) -> Brief:
        asks.set()
        await asyncio.Event().wait()
        raise AssertionError

    board = Board()
    listener = Listener(database_url, board, look_seconds=600)
    asked = await start(generations, athlete)
    work = GenerationWork(database, engine, write_brief=never_answers, board=board)
    working_on_it = asyncio.create_task(work.run(athlete.athlete_id, asked.id))
    states = Generations(database, clock, Allowances(), board=board).changes(athlete.athlete_id, asked.id)
    async with asyncio.timeout(WAIT_SECONDS):
        await asks.wait()
        with board.watch(asked.id) as watch:
            listener.start()
            await watch.changed(within=WAIT_SECONDS)  # it listens
        await anext(states)
        await accounts.delete(athlete, confirmation="Ann")

        assert [state async for state in states] == []
        with pytest.raises(Superseded):
            await working_on_it
    await listener.stop()
