"""Adapting a plan: a generation like any other, whose end is the next version of a plan that is there."""

import asyncio
import datetime

import msgspec
import pytest
from sqlalchemy import text

from db.database import Database
from domain.clock import Clock
from domain.constraints import Limitation
from domain.errors import (
    FaultCode,
    GenerationInProgress,
    IdempotencyConflict,
    InvalidInput,
    NotFound,
    NotSafeToTrain,
    PlanNotEditable,
    QuotaExceeded,
)
from domain.generations import Generation, GenerationFailureReason, GenerationKind, GenerationStatus, ImpossiblePlan
from domain.ids import PlanId
from domain.profile import Tier, Viewer
from domain.terms import LimitationKind
from services.generation.generations import Generations
from services.generation.jobs import Step
from services.generation.work import GenerationWork
from services.onboarding.profiles import Profiles
from tests.database.generation.asking import change, edit_by_hand, start, written
from tests.database.generation.conftest import PROFILE, Allowances, RestEngine

KEY = "adapt-it-1"
MONDAY = datetime.date(2026, 11, 23)


@pytest.fixture
def work(database: Database, engine: RestEngine, clock: Clock) -> GenerationWork:
    return GenerationWork(database, engine, clock=clock)


@pytest.fixture
async def plan_id(generations: Generations, athlete: Viewer, work: GenerationWork) -> PlanId:
    """A plan of four weeks from today on, in review."""
    asked = await start(generations, athlete)
    await work.run(asked.athlete_id, asked.id)
    made = await generations.generation(asked.athlete_id, asked.id)
    assert made is not None
    assert made.plan_id is not None
    return made.plan_id


async def _ended(generations: Generations, work: GenerationWork, asked: Generation) -> Generation:
    await work.run(asked.athlete_id, asked.id)
    found = await generations.generation(asked.athlete_id, asked.id)
    assert found is not None
    return found


async def _plan(database: Database) -> tuple[str, int, str, int]:
    """State, version, title and how many versions are stored."""
    wanted = text(
        "select p.state, p.version, v.document ->> 'title', (select count(*) from plan_version where plan_id = p.id) "
        "from plan p join plan_version v on v.plan_id = p.id and v.number = p.version"
    )
    async with database.engine.connect() as connection:
        state, version, title, count = (await connection.execute(wanted)).one()
        return state, version, title, count


@pytest.mark.parametrize("state", ["IN_REVIEW", "ACCEPTED"])
async def test_an_adaptation_becomes_the_plans_next_version_and_keeps_its_state(
    generations: Generations, work: GenerationWork, athlete: Viewer, plan_id: PlanId, database: Database, state: str
) -> None:
    await change(database, f"update plan set state = '{state}', accepted_at = now(), basis_fingerprint = 'old'")
    asked = await generations.adapt(athlete, key=KEY, plan_id=plan_id)
    assert (asked.kind, asked.status, asked.plan_id) == (GenerationKind.ADAPTATION, GenerationStatus.QUEUED, None)

    ended = await _ended(generations, work, asked)

    assert (ended.status, ended.plan_id) == (GenerationStatus.SUCCEEDED, plan_id)
    assert await _plan(database) == (state, 2, "Adapted", 2)
    stored = text(
        "select v.reason, v.changes -> 0 ->> 'description', p.basis_fingerprint = a.basis_fingerprint "
        "from plan p join athlete a on a.id = p.athlete_id join plan_version v on v.plan_id = p.id and v.number = 2"
    )
    async with database.engine.connect() as connection:
        assert (await connection.execute(stored)).one() == ("ADAPTED", "Another title.", True)


async def test_the_same_key_and_plan_again_give_the_same_adaptation(
    generations: Generations, work: GenerationWork, athlete: Viewer, plan_id: PlanId, database: Database
) -> None:
    first = await generations.adapt(athlete, key=KEY, plan_id=plan_id)
    assert await generations.adapt(athlete, key=KEY, plan_id=plan_id) == first
    ended = await _ended(generations, work, first)
    await change(database, "update plan set state = 'ARCHIVED'")

    assert await generations.adapt(athlete, key=KEY, plan_id=plan_id) == ended
    with pytest.raises(IdempotencyConflict):
        await generations.start(athlete, key=KEY, week_count=4, start_date=None)
    assert await written(database) == (2, 2)


async def test_of_eight_at_once_with_eight_keys_one_runs(
    generations: Generations, athlete: Viewer, plan_id: PlanId, database: Database
) -> None:
    asked = (generations.adapt(athlete, key=f"{KEY}-{number}", plan_id=plan_id) for number in range(8))
    found = await asyncio.gather(*asked, return_exceptions=True)

    assert [type(one) for one in found].count(Generation) == 1
    assert [type(one) for one in found].count(GenerationInProgress) == 7
    assert await written(database) == (2, 2)


async def test_a_strangers_plan_is_not_found(
    generations: Generations, athlete: Viewer, other_viewer: Viewer, plan_id: PlanId, database: Database
) -> None:
    for viewer, wanted in ((other_viewer, plan_id), (athlete, PlanId("plan_" + "0" * 32))):
        with pytest.raises(NotFound):
            await generations.adapt(viewer, key=KEY, plan_id=wanted)
    assert await written(database) == (1, 1)


@pytest.mark.parametrize(
    ("statement", "now"),
    [
        ("update plan set state = 'ARCHIVED'", MONDAY),
        ("update plan set state = 'ACCEPTED', accepted_at = now()", MONDAY + datetime.timedelta(days=28)),
        ("update plan set state = 'ACCEPTED', accepted_at = now()", MONDAY + datetime.timedelta(days=21)),
    ],
    ids=["put away", "over", "in its last week"],
)
async def test_what_has_no_week_ahead_that_may_change_is_not_editable(
    athlete: Viewer, plan_id: PlanId, database: Database, statement: str, now: datetime.date
) -> None:
    await change(database, statement)
    generations = Generations(database, lambda: _noon(now), Allowances())
    with pytest.raises(PlanNotEditable):
        await generations.adapt(athlete, key=KEY, plan_id=plan_id)
    assert await written(database) == (1, 1)


async def test_on_the_eve_of_its_last_week_a_plan_can_be_adapted(
    athlete: Viewer, plan_id: PlanId, database: Database
) -> None:
    generations = Generations(database, lambda: _noon(MONDAY + datetime.timedelta(days=20)), Allowances())
    asked = await generations.adapt(athlete, key=KEY, plan_id=plan_id)
    assert asked.status is GenerationStatus.QUEUED


def _noon(date: datetime.date) -> datetime.datetime:
    return datetime.datetime.combine(date, datetime.time(12), datetime.UTC)


async def test_a_warning_sign_stands_before_any_adaptation(
    generations: Generations, athlete: Viewer, profiles: Profiles, plan_id: PlanId, database: Database
) -> None:
    sign = Limitation(kind=LimitationKind.CARDIAC_WARNING)
    given = msgspec.structs.replace(PROFILE.given, limitations=(sign,))
    await profiles.save(athlete, msgspec.structs.replace(PROFILE, given=given))
    with pytest.raises(NotSafeToTrain):
        await generations.adapt(athlete, key=KEY, plan_id=plan_id)
    assert await written(database) == (1, 1)


async def test_a_key_that_is_too_short_is_said(generations: Generations, athlete: Viewer, plan_id: PlanId) -> None:
    with pytest.raises(InvalidInput) as raised:
        await generations.adapt(athlete, key="short", plan_id=plan_id)
    assert [(fault.path, fault.code) for fault in raised.value.faults] == [(("idempotencyKey",), FaultCode.TOO_SHORT)]


async def test_adaptations_count_against_the_same_quota_as_new_plans(
    generations: Generations, work: GenerationWork, athlete: Viewer, plan_id: PlanId
) -> None:
    for number in range(2):
        await _ended(generations, work, await generations.adapt(athlete, key=f"{KEY}-{number}", plan_id=plan_id))
    assert (await generations.entitlement(athlete)).generations_remaining == 0
    with pytest.raises(QuotaExceeded):
        await generations.adapt(athlete, key="one-too-many", plan_id=plan_id)


async def test_a_stopped_adaptation_costs_nothing_for_nothing_was_paid(
    generations: Generations, work: GenerationWork, athlete: Viewer, plan_id: PlanId, database: Database
) -> None:
    premium = msgspec.structs.replace(athlete, tier=Tier.PREMIUM)
    before = await generations.entitlement(premium)
    asked = await generations.adapt(premium, key=KEY, plan_id=plan_id)

    async def stopped_while_building(name: str, step: Step) -> str:
        outcome = await step()
        if name == "build":
            await generations.cancel(premium.athlete_id, asked.id)
        return outcome

    await work.run(asked.athlete_id, asked.id, stopped_while_building)

    assert await _plan(database) == ("IN_REVIEW", 1, "Rest", 1)
    assert await generations.entitlement(premium) == before


async def test_one_that_finds_a_newer_version_at_saving_starts_again_from_it(
    generations: Generations,
    work: GenerationWork,
    athlete: Viewer,
    plan_id: PlanId,
    database: Database,
    engine: RestEngine,
) -> None:
    asked = await generations.adapt(athlete, key=KEY, plan_id=plan_id)
    done: list[str] = []

    async def edited_meanwhile(name: str, step: Step) -> str:
        if name == "save" and "save" not in done:
            await edit_by_hand(database)
        done.append(name)
        return await step()

    await work.run(asked.athlete_id, asked.id, edited_meanwhile)

    assert done == ["read", "brief", "build", "check", "save"] * 2
    assert await _plan(database) == ("IN_REVIEW", 3, "Adapted", 3)
    kept = text("select document ->> 'summary' from plan_version where number = 3")
    async with database.engine.connect() as connection:
        assert await connection.scalar(kept) == "By hand"


async def test_one_during_which_a_week_begins_starts_again_and_leaves_that_week_alone(
    generations: Generations, athlete: Viewer, plan_id: PlanId, database: Database, engine: RestEngine
) -> None:
    now = [_noon(MONDAY + datetime.timedelta(days=6))]
    asked = await generations.adapt(athlete, key=KEY, plan_id=plan_id)
    done: list[str] = []

    async def midnight_passes(name: str, step: Step) -> str:
        done.append(name)
        outcome = await step()
        if name == "check":
            now[0] = _noon(MONDAY + datetime.timedelta(days=7))
        return outcome

    await GenerationWork(database, engine, clock=lambda: now[0]).run(asked.athlete_id, asked.id, midnight_passes)

    assert done.count("read") == 2
    assert await _plan(database) == ("IN_REVIEW", 2, "Adapted", 2)


async def test_a_plan_that_is_put_away_meanwhile_is_left_alone(
    generations: Generations, work: GenerationWork, athlete: Viewer, plan_id: PlanId, database: Database
) -> None:
    asked = await generations.adapt(athlete, key=KEY, plan_id=plan_id)

    async def put_away(name: str, step: Step) -> str:
        outcome = await step()
        if name == "check":
            await change(database, "update plan set state = 'ARCHIVED'")
        return outcome

    await work.run(asked.athlete_id, asked.id, put_away)

    ended = await generations.generation(asked.athlete_id, asked.id)
    assert ended is not None
    assert ended.failure is not None
    assert ended.failure.reason is GenerationFailureReason.IMPOSSIBLE_CONSTRAINTS
    assert await _plan(database) == ("ARCHIVED", 1, "Rest", 1)


async def test_what_cannot_be_leaves_the_plan_as_it_is(
    generations: Generations,
    work: GenerationWork,
    athlete: Viewer,
    plan_id: PlanId,
    database: Database,
    engine: RestEngine,
) -> None:
    engine.error = ImpossiblePlan("Ten minutes are too few.", [])

    ended = await _ended(generations, work, await generations.adapt(athlete, key=KEY, plan_id=plan_id))

    assert ended.status is GenerationStatus.FAILED
    assert await _plan(database) == ("IN_REVIEW", 1, "Rest", 1)


async def test_every_step_may_be_done_twice(
    generations: Generations, work: GenerationWork, athlete: Viewer, plan_id: PlanId, database: Database
) -> None:
    async def crashed_before_it_was_recorded(_name: str, step: Step) -> str:
        first, second = await step(), await step()
        return second if '"over"' not in second else first

    asked = await generations.adapt(athlete, key=KEY, plan_id=plan_id)
    await work.run(asked.athlete_id, asked.id, crashed_before_it_was_recorded)

    assert await _plan(database) == ("IN_REVIEW", 2, "Adapted", 2)
