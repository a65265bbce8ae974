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
    QuotaExceeded,
)
from domain.generations import Generation, GenerationFailureReason, GenerationKind, GenerationStage, GenerationStatus
from domain.ids import new_generation_id
from domain.profile import ProfileDraft, Tier, Viewer
from domain.terms import LimitationKind
from services.generation.generations import Generations
from services.onboarding.profiles import Profiles
from tests.conftest import CountStatements
from tests.database.generation.conftest import PROFILE, Allowances

KEY = "key-number-1"
MONDAY = datetime.date(2026, 11, 23)


async def _start(generations: Generations, viewer: Viewer, key: str = KEY, weeks: int = 4) -> Generation:
    return await generations.start(viewer, key=key, week_count=weeks, start_date=None)


async def _written(database: Database) -> tuple[int, int]:
    """Generations, and pieces of work."""
    counted = text("select (select count(*) from generation), (select count(*) from dbos.workflow_status)")
    async with database.engine.connect() as connection:
        return (await connection.execute(counted)).one()


async def _change(database: Database, statement: str) -> None:
    async with database.engine.begin() as connection:
        await connection.execute(text(statement))


async def _first_day(database: Database) -> str:
    async with database.engine.connect() as connection:
        day: str = await connection.scalar(text("select request ->> 'start_date' from generation"))
        return day


async def test_a_generation_is_queued_and_its_work_with_it(
    generations: Generations, athlete: Viewer, database: Database
) -> None:
    generation = await _start(generations, athlete)

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
    await _start(generations, msgspec.structs.replace(athlete, tier=Tier.PREMIUM))

    async with database.engine.connect() as connection:
        assert await connection.scalar(text("select queue_name from dbos.workflow_status")) == "generations_premium"


async def test_the_same_key_and_arguments_again_give_the_same_generation(
    generations: Generations, athlete: Viewer, database: Database
) -> None:
    first = await _start(generations, athlete)
    assert await _start(generations, athlete) == first

    await _change(database, "update generation set status = 'CANCELLED', finished_at = now()")
    again = await _start(generations, athlete)

    assert (again.id, again.status) == (first.id, GenerationStatus.CANCELLED)
    assert await _written(database) == (1, 1)


async def test_the_same_key_for_something_else_is_a_conflict(
    generations: Generations, athlete: Viewer, database: Database
) -> None:
    await _start(generations, athlete)

    with pytest.raises(IdempotencyConflict):
        await _start(generations, athlete, weeks=5)
    assert await _written(database) == (1, 1)


async def test_two_athletes_may_use_the_same_key(
    generations: Generations, athlete: Viewer, other_viewer: Viewer, profiles: Profiles
) -> None:
    await profiles.save(other_viewer, PROFILE)

    first, second = await _start(generations, athlete), await _start(generations, other_viewer)

    assert first.id != second.id


async def test_eight_at_once_with_one_key_make_one_generation(
    generations: Generations, athlete: Viewer, database: Database
) -> None:
    found = await asyncio.gather(*(_start(generations, athlete) for _ in range(8)))

    assert len({generation.id for generation in found}) == 1
    assert await _written(database) == (1, 1)


async def test_of_eight_at_once_with_eight_keys_one_runs(
    generations: Generations, athlete: Viewer, database: Database
) -> None:
    asked = (_start(generations, athlete, key=f"key-number-{number}") for number in range(8))
    found = await asyncio.gather(*asked, return_exceptions=True)

    started = [one for one in found if isinstance(one, Generation)]
    refused = [one.generation.id for one in found if isinstance(one, GenerationInProgress)]
    assert len(started) == 1
    assert refused == [started[0].id] * 7
    assert await _written(database) == (1, 1)


async def test_without_a_profile_there_is_no_plan(generations: Generations, viewer: Viewer, database: Database) -> None:
    with pytest.raises(ProfileMissing):
        await _start(generations, viewer)
    assert await _written(database) == (0, 0)


async def test_open_questions_are_named(
    generations: Generations, viewer: Viewer, profiles: Profiles, database: Database
) -> None:
    given = msgspec.structs.replace(PROFILE.given, focus=None)
    await profiles.save(viewer, msgspec.structs.replace(PROFILE, given=given))

    with pytest.raises(AnswersMissing) as raised:
        await _start(generations, viewer)
    assert raised.value.question_ids == ("focus",)
    assert await _written(database) == (0, 0)


async def test_a_warning_sign_stands_before_any_plan(
    generations: Generations, viewer: Viewer, profiles: Profiles, database: Database
) -> None:
    sign = Limitation(kind=LimitationKind.CARDIAC_WARNING, note="Chest pain on the stairs")
    await profiles.save(viewer, _with_given(msgspec.structs.replace(PROFILE.given, limitations=(sign,))))

    with pytest.raises(NotSafeToTrain) as raised:
        await _start(generations, viewer)
    assert raised.value.limitations == (LimitationKind.CARDIAC_WARNING,)
    assert len(raised.value.reasons) == 1
    assert await _written(database) == (0, 0)


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
    assert await _written(database) == (0, 0)


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

    await _start(Generations(database, clock, Allowances()), athlete)

    assert await _first_day(database) == first_day


async def test_a_used_up_quota_says_until_when(generations: Generations, athlete: Viewer, database: Database) -> None:
    await _use_up(generations, athlete, database)
    midnight = datetime.datetime.now(datetime.UTC).date() + datetime.timedelta(days=1)

    with pytest.raises(QuotaExceeded) as raised:
        await _start(generations, athlete, key="one-too-many")
    assert raised.value.limit == 3
    assert raised.value.resets_at == datetime.datetime.combine(midnight, datetime.time(), datetime.UTC)
    entitlement = await generations.entitlement(athlete)
    assert (entitlement.generations_remaining, entitlement.resets_at) == (0, raised.value.resets_at)
    assert await _written(database) == (3, 3)


async def test_premium_has_a_quota_of_its_own(generations: Generations, athlete: Viewer, database: Database) -> None:
    await _use_up(generations, athlete, database)
    premium = msgspec.structs.replace(athlete, tier=Tier.PREMIUM)

    assert (await generations.entitlement(premium)).generations_remaining == 2
    await _start(generations, premium, key="one-more-in-premium")


async def test_yesterdays_generations_and_our_own_failures_use_up_nothing(
    generations: Generations, athlete: Viewer, database: Database
) -> None:
    await _use_up(generations, athlete, database)
    await _change(
        database,
        "update generation set requested_at = requested_at - interval '1 day' where idempotency_key = 'key-number-0'",
    )
    failure = '{"reason": "INTERNAL", "message": "", "is_retryable": true}'
    await _change(
        database,
        f"update generation set status = 'FAILED', failure = '{failure}' where idempotency_key = 'key-number-1'",
    )

    assert (await generations.entitlement(athlete)).generations_remaining == 2


async def _use_up(generations: Generations, athlete: Viewer, database: Database) -> None:
    for number in range(3):
        await _start(generations, athlete, key=f"key-number-{number}")
        await _change(
            database, "update generation set status = 'CANCELLED', finished_at = now() where finished_at is null"
        )


async def test_a_generation_past_its_deadline_is_ended_by_whoever_looks(
    generations: Generations, athlete: Viewer, database: Database
) -> None:
    generation = await _start(generations, athlete)
    await _change(database, "update generation set deadline_at = now() - interval '1 second'")

    found = await generations.generation(athlete.athlete_id, generation.id)

    assert found is not None
    assert found.failure is not None
    assert (found.status, found.failure.reason) == (
        GenerationStatus.FAILED,
        GenerationFailureReason.DEADLINE_EXCEEDED,
    )
    assert (found.version, found.finished_at is not None) == (2, True)
    assert await generations.latest(athlete.athlete_id) == found


async def test_a_generation_past_its_deadline_stands_in_nobodys_way(
    generations: Generations, athlete: Viewer, database: Database
) -> None:
    overdue = await _start(generations, athlete)
    await _change(database, "update generation set deadline_at = now() - interval '1 second'")

    second = await _start(generations, athlete, key="another-key")

    first = await generations.generation(athlete.athlete_id, overdue.id)
    assert first is not None
    assert (first.status, second.status) == (GenerationStatus.FAILED, GenerationStatus.QUEUED)


async def test_a_strangers_generation_is_not_found(
    generations: Generations, athlete: Viewer, other_viewer: Viewer
) -> None:
    generation = await _start(generations, athlete)

    assert await generations.generation(other_viewer.athlete_id, generation.id) is None
    assert await generations.latest(other_viewer.athlete_id) is None
    assert await generations.generation(athlete.athlete_id, new_generation_id()) is None


async def test_looking_takes_two_statements(
    generations: Generations, athlete: Viewer, count_statements: CountStatements
) -> None:
    generation = await _start(generations, athlete)

    with count_statements() as statements:
        await generations.generation(athlete.athlete_id, generation.id)
    assert len(statements) == 2
