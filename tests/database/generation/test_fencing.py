"""Whoever was overtaken writes nothing any more; whatever nobody ends is ended; whatever need not be known is forgotten."""

import asyncio
import datetime

import pytest
from sqlalchemy import text

from db.database import Database
from db.notifications import Board
from db.queries import generations as queries
from db.queries import work, workers
from db.queries.generations import Claim
from db.queries.idempotency import AnsweredRequest, remember_answer
from domain.brief import Brief
from domain.clock import Clock
from domain.generations import Generation, GenerationFailureReason, GenerationStatus
from domain.profile import Viewer
from services.generation import failures
from services.generation.briefs import brief_by_rules
from services.generation.generations import Generations
from services.generation.jobs import Step
from services.generation.outcomes import BasisRead, Built
from services.generation.steps import GenerationSteps, Superseded
from services.generation.work import MOST_ATTEMPTS, GenerationWork
from tests.database.generation.asking import change, recorded, start, written
from tests.database.generation.conftest import Allowances, RestEngine


@pytest.fixture
async def asked(generations: Generations, athlete: Viewer) -> Generation:
    return await start(generations, athlete)


async def take_up(database: Database, asked: Generation) -> Claim:
    async with database.transaction(asked.athlete_id) as session:
        attempt = await queries.take_up(session, asked.athlete_id, asked.id)
    assert attempt is not None
    return Claim(asked.id, attempt)


async def test_each_step_of_an_overtaken_attempt_writes_nothing(
    database: Database, generations: Generations, asked: Generation, engine: RestEngine, clock: Clock
) -> None:
    claim = await take_up(database, asked)
    older = GenerationSteps(database, engine, brief_by_rules, asked.athlete_id, claim, board=Board(), clock=clock)
    read = await older.read()
    assert isinstance(read, BasisRead)
    newer_claim = await take_up(database, asked)
    before = await generations.generation(asked.athlete_id, asked.id)
    assert newer_claim.attempt == claim.attempt + 1
    built = Built(engine.build(read.basis, plan_id=older.plan_id, brief=Brief()))

    for step in (
        older.read(),
        older.brief(read),
        older.check(read, built, Brief()),
        older.save(read, built),
        older.check_claim(),
    ):
        with pytest.raises(Superseded):
            await step
    await older.fail(failures.INTERNAL)

    assert await generations.generation(asked.athlete_id, asked.id) == before
    async with database.engine.connect() as connection:
        assert await connection.scalar(text("select count(*) from plan_version")) == 0


async def test_a_step_during_which_it_was_overtaken_is_not_recorded(
    database: Database, asked: Generation, engine: RestEngine
) -> None:
    recorded = []

    async def record(name: str, step: Step) -> str:
        if name == "build":
            await take_up(database, asked)
        recorded.append((name, await step()))
        return recorded[-1][1]

    with pytest.raises(Superseded):
        await GenerationWork(database, engine).run(asked.athlete_id, asked.id, record)

    assert [name for name, _outcome in recorded] == ["read", "brief"]


async def test_one_that_was_taken_up_too_often_is_given_up(
    database: Database, generations: Generations, asked: Generation, engine: RestEngine
) -> None:
    await change(database, f"update generation set attempt = {MOST_ATTEMPTS}")

    await GenerationWork(database, engine).run(asked.athlete_id, asked.id)

    ended = await generations.generation(asked.athlete_id, asked.id)
    assert ended is not None
    assert ended.failure is not None
    assert (ended.status, ended.failure.reason) == (GenerationStatus.FAILED, GenerationFailureReason.INTERNAL)
    assert engine.builds == 0


async def test_what_is_overdue_is_found_for_all_athletes_without_seeing_theirs(
    database: Database, generations: Generations, asked: Generation
) -> None:
    async with database.shared() as session:
        assert await work.overdue_generations(session) == []
    await change(database, "update generation set deadline_at = now() - interval '1 second'")
    async with database.shared() as session:
        assert await work.overdue_generations(session) == [(asked.athlete_id, asked.id)]
        assert await session.scalar(text("select count(*) from generation")) == 0
    await generations.generation(asked.athlete_id, asked.id)
    async with database.shared() as session:
        assert await work.overdue_generations(session) == []


async def test_answered_requests_are_forgotten_after_two_days_and_not_before(
    database: Database, viewer: Viewer
) -> None:
    async with database.transaction(viewer.athlete_id) as session:
        for key in ("fresh-key", "older-key"):
            await remember_answer(session, viewer.athlete_id, "x", key, AnsweredRequest("hash", b"{}"))
    await change(database, "update idempotency set created_at = now() - interval '49 hours' where key = 'older-key'")
    async with database.shared() as session:
        assert await work.forget_answered_requests(session) == 1
        assert await work.forget_answered_requests(session) == 0
    async with database.engine.connect() as connection:
        assert list(await connection.scalars(text("select key from idempotency"))) == ["fresh-key"]


async def test_records_of_finished_work_are_forgotten_and_no_others(database: Database, asked: Generation) -> None:
    async with database.shared() as session:
        assert (
            await work.forget_finished_work(session, [work.GENERATION_WORKFLOW], older_than=datetime.timedelta(0)) == 0
        )
    await change(database, "update dbos.workflow_status set status = 'SUCCESS', updated_at = updated_at - 3600000")
    await change(database, f"insert into dbos.operation_outputs values ('{asked.id}', 1, 'read', 'what was read')")
    await change(database, f"insert into dbos.workflow_output values ('{asked.id}', 'what came of it')")
    async with database.shared() as session:
        assert (
            await work.forget_finished_work(session, [work.GENERATION_WORKFLOW], older_than=datetime.timedelta(hours=2))
            == 0
        )
        assert (
            await work.forget_finished_work(
                session, [work.GENERATION_WORKFLOW], older_than=datetime.timedelta(minutes=30)
            )
            == 1
        )
    assert await written(database) == (1, 0)
    assert await recorded(database) == set()


async def test_a_worker_lives_as_long_as_its_heart_beats(database: Database) -> None:
    lease = datetime.timedelta(seconds=15)
    async with database.shared() as session:
        for name in ("living", "frozen"):
            await workers.beat(session, name)
    await change(database, "update worker set beat_at = now() - interval '16 seconds' where name = 'frozen'")
    async with database.shared() as session:
        assert await workers.living_workers(session, ["living", "frozen", "unknown"], lease=lease) == {"living"}
        await workers.beat(session, "frozen")
        assert await workers.living_workers(session, ["living", "frozen"], lease=lease) == {"living", "frozen"}
        await workers.forget_worker(session, "living")
        assert await workers.living_workers(session, ["living", "frozen"], lease=lease) == {"frozen"}


async def test_fifty_at_once_with_one_key_start_one_generation(
    database: Database, generations: Generations, athlete: Viewer
) -> None:
    answers = await asyncio.gather(*(start(generations, athlete) for _ in range(50)))

    assert len({answer.id for answer in answers}) == 1
    assert await written(database) == (1, 1)
    assert (await generations.entitlement(athlete)).generations_remaining == 2


async def test_the_same_key_gives_the_same_generation_after_a_restart(
    database_url: str, generations: Generations, athlete: Viewer, database: Database, clock: Clock
) -> None:
    first = await start(generations, athlete)
    restarted = Database(database_url)
    again = await start(Generations(restarted, clock, Allowances()), athlete)
    await restarted.close()

    assert again == first
    assert await written(database) == (1, 1)
