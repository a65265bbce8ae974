"""The worker: what is queued gets done, and what one worker left another goes on with."""

import asyncio
import threading

from sqlalchemy import text

from db.database import Database
from db.presence import Presence
from domain.basis import PlanBasis
from domain.brief import Brief
from domain.clock import Clock
from domain.generations import Generation, GenerationStatus
from domain.ids import PlanId
from domain.plan import PlanChange, PlanDocument
from domain.profile import Viewer
from services.generation import failures
from services.generation.adapting import PlanToAdapt
from services.generation.generations import Generations
from services.generation.work import GenerationWork
from tests.database.generation.asking import change, edit_by_hand, start
from tests.database.generation.conftest import RestEngine
from tests.database.generation.workers import WAIT_SECONDS, done, until, working


async def _recorded_steps(database: Database, generation: Generation) -> list[str]:
    wanted = text("select function_name from dbos.operation_outputs where workflow_uuid = :id order by function_id")
    async with database.engine.connect() as connection:
        return list(await connection.scalars(wanted, {"id": generation.id}))


async def test_what_is_queued_gets_done_and_each_step_is_recorded(
    database: Database, database_url: str, generations: Generations, athlete: Viewer, engine: RestEngine
) -> None:
    generation = await generations.start(athlete, key="key-number-1", week_count=1, start_date=None)

    async with working(database, database_url, GenerationWork(database, engine).job({})):
        await until(done(database, generation))

    ended = await generations.generation(athlete.athlete_id, generation.id)
    assert ended is not None
    assert ended.status is GenerationStatus.SUCCEEDED
    assert await _recorded_steps(database, generation) == ["read", "brief", "build", "check", "save"]


class HeldEngine(RestEngine):
    """Builds nothing until it is let go."""

    def __init__(self) -> None:
        super().__init__()
        self.is_building = threading.Event()
        self.may_go_on = threading.Event()

    def build(self, basis: PlanBasis, *, plan_id: PlanId, brief: Brief) -> PlanDocument:
        self._wait()
        return super().build(basis, plan_id=plan_id, brief=brief)

    def adapt(
        self, basis: PlanBasis, plan: PlanToAdapt, *, brief: Brief
    ) -> tuple[PlanDocument, tuple[PlanChange, ...]]:
        self._wait()
        return super().adapt(basis, plan, brief=brief)

    def _wait(self) -> None:
        self.is_building.set()
        self.may_go_on.wait(WAIT_SECONDS)


async def test_what_a_stopped_worker_left_is_gone_on_with_after_its_last_recorded_step(
    database: Database, database_url: str, generations: Generations, athlete: Viewer, engine: RestEngine
) -> None:
    held = HeldEngine()
    generation = await generations.start(athlete, key="key-number-1", week_count=1, start_date=None)
    async with working(database, database_url, GenerationWork(database, held).job({})):
        await asyncio.to_thread(held.is_building.wait, WAIT_SECONDS)
    held.may_go_on.set()
    left = await generations.generation(athlete.athlete_id, generation.id)
    assert left is not None
    assert left.status is GenerationStatus.RUNNING
    assert await _recorded_steps(database, generation) == ["read", "brief"]

    async with working(database, database_url, GenerationWork(database, engine).job({})):
        await until(done(database, generation))

    ended = await generations.generation(athlete.athlete_id, generation.id)
    assert ended is not None
    assert ended.status is GenerationStatus.SUCCEEDED
    assert engine.builds == 1
    assert await _recorded_steps(database, generation) == ["read", "brief", "build", "check", "save"]
    async with database.engine.connect() as connection:
        assert await connection.scalar(text("select count(*) from plan_version")) == 1


async def test_an_adaptation_that_changed_hands_and_was_outrun_by_an_edit_ends_once_with_both(
    database: Database, database_url: str, generations: Generations, athlete: Viewer, engine: RestEngine, clock: Clock
) -> None:
    planned = await start(generations, athlete)
    await GenerationWork(database, engine).run(athlete.athlete_id, planned.id)
    plan_id = PlanId(planned.id.replace("generation", "plan"))
    held, generation = HeldEngine(), await generations.adapt(athlete, key="key-number-2", plan_id=plan_id)
    async with working(database, database_url, GenerationWork(database, held, clock=clock).job({})):
        await asyncio.to_thread(held.is_building.wait, WAIT_SECONDS)
    held.may_go_on.set()
    await edit_by_hand(database)

    async with working(database, database_url, GenerationWork(database, engine, clock=clock).job({})):
        await until(done(database, generation))

    assert await _recorded_steps(database, generation) == ["read", "brief", "build", "check", "save"] * 2
    versions = text("select reason, document ->> 'title', document ->> 'summary' from plan_version order by number")
    async with database.engine.connect() as connection:
        assert (await connection.execute(versions)).all() == [
            ("GENERATED", "Rest", "Rest"),
            ("EDITED", "Rest", "By hand"),
            ("ADAPTED", "Adapted", "By hand"),
        ]


async def _in_the_hands_of(name: str, database: Database) -> None:
    """As if a worker of this name had taken all work up, and its heart had stopped long ago."""
    await change(database, f"update dbos.workflow_status set status = 'PENDING', executor_id = '{name}'")
    await change(database, f"insert into worker (name, beat_at) values ('{name}', now() - interval '1 minute')")


async def test_the_work_of_a_frozen_worker_is_taken_over_although_it_holds_its_lock(
    database: Database, database_url: str, generations: Generations, athlete: Viewer, engine: RestEngine
) -> None:
    generation = await generations.start(athlete, key="key-number-1", week_count=1, start_date=None)
    await _in_the_hands_of("frozen", database)
    frozen = Presence(database_url)
    await frozen.show("frozen")

    async with working(database, database_url, GenerationWork(database, engine).job({})):
        await until(done(database, generation))

    assert await frozen.is_held("frozen")
    await frozen.close()
    ended = await generations.generation(athlete.athlete_id, generation.id)
    assert ended is not None
    assert ended.status is GenerationStatus.SUCCEEDED


async def test_a_worker_ends_what_is_overdue_whoever_was_to_do_it(
    database: Database, database_url: str, generations: Generations, athlete: Viewer, engine: RestEngine
) -> None:
    generation = await generations.start(athlete, key="key-number-1", week_count=1, start_date=None)
    await change(database, "update generation set deadline_at = now() - interval '1 second'")
    await change(database, "update dbos.workflow_status set status = 'ERROR'")
    status = text("select status from generation")

    async def is_ended() -> bool:
        async with database.engine.connect() as connection:
            return bool(await connection.scalar(status) == "FAILED")

    async with working(database, database_url, GenerationWork(database, engine).job({})):
        await until(is_ended)

    ended = await generations.generation(athlete.athlete_id, generation.id)
    assert ended is not None
    assert ended.failure == failures.OVERDUE
