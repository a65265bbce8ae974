"""Asking for a plan: once is once, and whatever stands against it is said before anything is written."""

import asyncio
import datetime

import msgspec
import pytest
from sqlalchemy import text

from db.database import Database
from domain.constraints import GivenConstraints, Limitation
from domain.errors import (
    AnswersMissing,
    FaultCode,
    GenerationInProgress,
    IdempotencyConflict,
    InvalidInput,
    NotSafeToTrain,
    ProfileMissing,
)
from domain.generations import Generation, GenerationKind, GenerationStage, GenerationStatus
from domain.ids import new_generation_id
from domain.profile import ProfileDraft, Tier, Viewer
from domain.terms import LimitationKind
from services.generation.generations import Generations
from services.onboarding.profiles import Profiles
from tests.conftest import CountStatements
from tests.database.generation.asking import KEY, change, start, written
from tests.database.generation.conftest import PROFILE, Allowances

MONDAY = datetime.date(2026, 11, 23)


async def _first_day(database: Database) -> str:
    async with database.engine.connect() as connection:
        day: str = await connection.scalar(text("select request ->> 'start_date' from generation"))
        return day


async def test_a_generation_is_queued_and_its_work_with_it(
    generations: Generations, athlete: Viewer, database: Database
) -> None:
    generation = await start(generations, athlete)

    assert generation.athlete_id == athlete.athlete_id
    assert generation.kind is GenerationKind.NEW_PLAN
    assert (generation.status, generation.stage) == (GenerationStatus.QUEUED, GenerationStage.WAITING)
    assert (generation.progress, generation.version, generation.plan_id) == (0.0, 1, None)
    assert await generations.latest(athlete.athlete_id) == generation
    work = text("select workflow_uuid, name, queue_name, queue_partition_key, status from dbos.workflow_status")
    async with database.engine.connect() as connection:
        assert (await connection.execute(work)).all() == [
            (generation.id, "generation", "generations_free", athlete.athlete_id, "ENQUEUED")
        ]


async def test_premium_generations_have_a_queue_of_their_own(
    generations: Generations, athlete: Viewer, database: Database
) -> None:
    await start(generations, msgspec.structs.replace(athlete, tier=Tier.PREMIUM))

    async with database.engine.connect() as connection:
        assert await connection.scalar(text("select queue_name from dbos.workflow_status")) == "generations_premium"


async def test_the_same_key_and_arguments_again_give_the_same_generation(
    generations: Generations, athlete: Viewer, database: Database
) -> None:
    first = await start(generations, athlete)
    assert await start(generations, athlete) == first

    await change(database, "update generation set status = 'CANCELLED', finished_at = now()")
    again = await start(generations, athlete)

    assert (again.id, again.status) == (first.id, GenerationStatus.CANCELLED)
    assert await written(database) == (1, 1)


async def test_the_same_key_for_something_else_is_a_conflict(
    generations: Generations, athlete: Viewer, database: Database
) -> None:
    await start(generations, athlete)

    with pytest.raises(IdempotencyConflict):
        await start(generations, athlete, weeks=5)
    assert await written(database) == (1, 1)


async def test_two_athletes_may_use_the_same_key(
    generations: Generations, athlete: Viewer, other_viewer: Viewer, profiles: Profiles
) -> None:
    await profiles.save(other_viewer, PROFILE)

    first, second = await start(generations, athlete), await start(generations, other_viewer)

    assert first.id != second.id


async def test_eight_at_once_with_one_key_make_one_generation(
    generations: Generations, athlete: Viewer, database: Database
) -> None:
    found = await asyncio.gather(*(start(generations, athlete) for _ in range(8)))

    assert len({generation.id for generation in found}) == 1
    assert await written(database) == (1, 1)


async def test_of_eight_at_once_with_eight_keys_one_runs(
    generations: Generations, athlete: Viewer, database: Database
) -> None:
    asked = (start(generations, athlete, key=f"key-number-{number}") for number in range(8))
    found = await asyncio.gather(*asked, return_exceptions=True)

    started = [one for one in found if isinstance(one, Generation)]
    refused = [one.generation.id for one in found if isinstance(one, GenerationInProgress)]
    assert len(started) == 1
    assert refused == [started[0].id] * 7
    assert await written(database) == (1, 1)


async def test_without_a_profile_there_is_no_plan(generations: Generations, viewer: Viewer, database: Database) -> None:
    with pytest.raises(ProfileMissing):
        await start(generations, viewer)
    assert await written(database) == (0, 0)


async def test_open_questions_are_named(
    generations: Generations, viewer: Viewer, profiles: Profiles, database: Database
) -> None:
    given = msgspec.structs.replace(PROFILE.given, focus=None)
    await profiles.save(viewer, msgspec.structs.replace(PROFILE, given=given))

    with pytest.raises(AnswersMissing) as raised:
        await start(generations, viewer)
    assert raised.value.question_ids == ("focus",)
    assert await written(database) == (0, 0)


async def test_a_warning_sign_stands_before_any_plan(
    generations: Generations, viewer: Viewer, profiles: Profiles, database: Database
) -> None:
    sign = Limitation(kind=LimitationKind.CARDIAC_WARNING, note="Chest pain on the stairs")
    await profiles.save(viewer, _with_given(msgspec.structs.replace(PROFILE.given, limitations=(sign,))))

    with pytest.raises(NotSafeToTrain) as raised:
        await start(generations, viewer)
    assert raised.value.limitations == (LimitationKind.CARDIAC_WARNING,)
    assert len(raised.value.reasons) == 1
    assert await written(database) == (0, 0)


def _with_given(given: GivenConstraints) -> ProfileDraft:
    return msgspec.structs.replace(PROFILE, given=given)


async def test_all_faults_come_back_at_once(generations: Generations, athlete: Viewer, database: Database) -> None:
    with pytest.raises(InvalidInput) as raised:
        await generations.start(athlete, key="short", week_count=17, start_date=MONDAY - datetime.timedelta(days=1))

    assert [(fault.path, fault.code) for fault in raised.value.faults] == [
        (("idempotencyKey",), FaultCode.TOO_SHORT),
        (("weeks",), FaultCode.TOO_LARGE),
        (("startDate",), FaultCode.TOO_SMALL),
    ]
    assert await written(database) == (0, 0)


@pytest.mark.parametrize(
    ("days", "code"), [(0, None), (365, None), (-1, FaultCode.TOO_SMALL), (366, FaultCode.TOO_LARGE)]
)
async def test_a_plan_starts_within_a_year_from_today(
    generations: Generations, athlete: Viewer, days: int, code: FaultCode | None
) -> None:
    start = MONDAY + datetime.timedelta(days=days)
    asked = generations.start(athlete, key=KEY, week_count=1, start_date=start)
    if code is None:
        await asked
        return
    with pytest.raises(InvalidInput) as raised:
        await asked
    assert [(fault.path, fault.code) for fault in raised.value.faults] == [(("startDate",), code)]


async def test_today_is_the_athletes_today(
    generations: Generations, viewer: Viewer, profiles: Profiles, database: Database
) -> None:
    await profiles.save(viewer, msgspec.structs.replace(PROFILE, time_zone="Pacific/Honolulu"))
    sunday = MONDAY - datetime.timedelta(days=1)

    await generations.start(viewer, key=KEY, week_count=1, start_date=sunday)

    assert await _first_day(database) == "2026-11-22"


@pytest.mark.parametrize(("now", "first_day"), [("23T00:00", "2026-11-23"), ("24T00:00", "2026-11-30")])
async def test_a_plan_starts_next_monday_which_is_today_on_a_monday(
    database: Database, athlete: Viewer, now: str, first_day: str
) -> None:
    def clock() -> datetime.datetime:
        return datetime.datetime.fromisoformat(f"2026-11-{now}:00+00:00")

    await start(Generations(database, clock, Allowances()), athlete)

    assert await _first_day(database) == first_day


async def test_a_strangers_generation_is_not_found(
    generations: Generations, athlete: Viewer, other_viewer: Viewer
) -> None:
    generation = await start(generations, athlete)

    assert await generations.generation(other_viewer.athlete_id, generation.id) is None
    assert await generations.latest(other_viewer.athlete_id) is None
    assert await generations.generation(athlete.athlete_id, new_generation_id()) is None


async def test_looking_takes_two_statements(
    generations: Generations, athlete: Viewer, count_statements: CountStatements
) -> None:
    generation = await start(generations, athlete)

    with count_statements() as statements:
        await generations.generation(athlete.athlete_id, generation.id)
    assert len(statements) == 2
