"""Stopping a generation: between steps, while it waits for the model, and what that costs."""

import asyncio

import msgspec
import pytest

from db.database import Database
from db.notifications import Board, Listener
from domain.basis import PlanBasis
from domain.brief import Brief
from domain.errors import GenerationFinished, NotFound
from domain.generations import GenerationStage, GenerationStatus
from domain.ids import AthleteId, new_generation_id
from domain.profile import Tier, Viewer
from services.generation import steps
from services.generation.generations import Generations
from services.generation.work import GenerationWork
from tests.database.generation.asking import change, start, written
from tests.database.generation.conftest import RestEngine


async def test_a_stopped_generation_stays_stopped(
    generations: Generations, athlete: Viewer, database: Database, engine: RestEngine
) -> None:
    asked = await start(generations, athlete)

    stopped = await generations.cancel(athlete.athlete_id, asked.id)
    await GenerationWork(database, engine).run(athlete.athlete_id, asked.id)

    assert (stopped.status, stopped.stage, stopped.version) == (GenerationStatus.CANCELLED, GenerationStage.WAITING, 2)
    assert stopped.finished_at is not None
    assert await generations.generation(athlete.athlete_id, asked.id) == stopped
    assert engine.builds == 0


async def test_stopping_again_gives_the_same_and_writes_nothing(generations: Generations, athlete: Viewer) -> None:
    asked = await start(generations, athlete)
    stopped = await generations.cancel(athlete.athlete_id, asked.id)

    assert await generations.cancel(athlete.athlete_id, asked.id) == stopped


async def test_what_has_finished_cannot_be_stopped(
    generations: Generations, athlete: Viewer, database: Database, engine: RestEngine
) -> None:
    asked = await start(generations, athlete)
    await GenerationWork(database, engine).run(athlete.athlete_id, asked.id)
    made = await generations.generation(athlete.athlete_id, asked.id)

    with pytest.raises(GenerationFinished) as refused:
        await generations.cancel(athlete.athlete_id, asked.id)

    assert refused.value.generation == made
    assert await generations.generation(athlete.athlete_id, asked.id) == made


async def test_one_that_is_overdue_has_failed_rather_than_been_stopped(
    generations: Generations, athlete: Viewer, database: Database
) -> None:
    asked = await start(generations, athlete)
    await change(database, "update generation set deadline_at = now() - interval '1 second'")

    with pytest.raises(GenerationFinished) as refused:
        await generations.cancel(athlete.athlete_id, asked.id)

    assert refused.value.generation.status is GenerationStatus.FAILED
    assert await generations.generation(athlete.athlete_id, asked.id) == refused.value.generation


async def test_a_strangers_generation_is_not_found_and_goes_on(
    generations: Generations, athlete: Viewer, other_viewer: Viewer
) -> None:
    asked = await start(generations, athlete)

    for wanted in (asked.id, new_generation_id()):
        with pytest.raises(NotFound):
            await generations.cancel(other_viewer.athlete_id, wanted)

    assert await generations.generation(athlete.athlete_id, asked.id) == asked


async def test_a_new_one_can_be_asked_for_at_once(
    generations: Generations, athlete: Viewer, database: Database
) -> None:
    asked = await start(generations, athlete)
    await generations.cancel(athlete.athlete_id, asked.id)

    second = await start(generations, athlete, key="another-key")

    assert second.status is GenerationStatus.QUEUED
    assert await written(database) == (2, 2)


@pytest.mark.parametrize(
    ("tier", "stage", "left"),
    [
        (Tier.FREE, GenerationStage.WAITING, 3),
        (Tier.FREE, GenerationStage.CHECKING, 3),
        (Tier.PREMIUM, GenerationStage.READING_PLAYBOOK, 5),
        (Tier.PREMIUM, GenerationStage.DRAFTING, 4),
        (Tier.PREMIUM, GenerationStage.SAVING, 4),
    ],
)
async def test_the_quota_comes_back_where_no_model_was_asked(
    generations: Generations, athlete: Viewer, database: Database, tier: Tier, stage: GenerationStage, left: int
) -> None:
    somebody = msgspec.structs.replace(athlete, tier=tier)
    asked = await start(generations, somebody)
    await change(database, f"update generation set stage = '{stage}'")

    await generations.cancel(somebody.athlete_id, asked.id)

    assert (await generations.entitlement(somebody)).generations_remaining == left


async def test_waiting_for_the_model_ends_as_soon_as_the_database_tells_of_it(
    generations: Generations,
    athlete: Viewer,
    database: Database,
    database_url: str,
    engine: RestEngine,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(steps, "_RECHECK_SECONDS", 600)
    asks, stopped = asyncio.Event(), asyncio.Event()

    async def never_answers(_athlete_id: AthleteId, _basis: PlanBasis, _tier: Tier) -> Brief:
        asks.set()
        try:
            await asyncio.Event().wait()
        finally:
            stopped.set()
        raise AssertionError

    board = Board()
    listener = Listener(database_url, board)
    asked = await start(generations, athlete)
    work = GenerationWork(database, engine, write_brief=never_answers, board=board)
    working = asyncio.create_task(work.run(athlete.athlete_id, asked.id))
    async with asyncio.timeout(60):
        await asks.wait()
        with board.watch(asked.id) as watch:
            listener.start()
            await watch.changed(within=60)  # it listens
        await generations.cancel(athlete.athlete_id, asked.id)
        await working
    await listener.stop()

    assert stopped.is_set()
    assert engine.builds == 0
    ended = await generations.generation(athlete.athlete_id, asked.id)
    assert ended is not None
    assert (ended.status, ended.stage) == (GenerationStatus.CANCELLED, GenerationStage.DRAFTING)
