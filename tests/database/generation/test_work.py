"""The work of a generation: what is seen of it meanwhile, and what is there at its end."""

import msgspec
import pytest
from sqlalchemy import text

from db.database import Database
from db.queries.generations import generation_with_id
from domain.constraints import Limitation
from domain.generations import (
    Generation,
    GenerationFailureReason,
    GenerationStage,
    GenerationStatus,
    ImpossiblePlan,
)
from domain.ids import LessonId, new_lesson_id
from domain.lessons import LessonDraft, LessonRule, LessonRuleKind, LessonSource
from domain.plan import LessonEffect, LessonUse, RuleOutcome
from domain.profile import Viewer
from domain.terms import LimitationKind, Muscle
from services.generation.generations import Generations
from services.generation.jobs import Step
from services.generation.work import GenerationWork
from services.onboarding.profiles import Profiles
from services.playbook.ledger import learn
from tests.database.generation.conftest import PROFILE, RestEngine

BROKEN = RuleOutcome(rule="R01", description="Rest", is_hard=True, score=0.5, finding="Too little rest", source="Us")


@pytest.fixture
async def queued(generations: Generations, athlete: Viewer) -> Generation:
    return await generations.start(athlete, key="key-number-1", week_count=2, start_date=None)


@pytest.fixture
def work(database: Database, engine: RestEngine) -> GenerationWork:
    return GenerationWork(database, engine)


async def _now(database: Database, generation: Generation) -> Generation:
    async with database.transaction(generation.athlete_id) as session:
        found = await generation_with_id(session, generation.athlete_id, generation.id)
    assert found is not None
    return found.generation


async def _failure(database: Database, generation: Generation) -> GenerationFailureReason:
    """Why it failed; no plan is there."""
    ended = await _now(database, generation)
    assert ended.status is GenerationStatus.FAILED
    assert ended.failure is not None
    assert (ended.plan_id, ended.finished_at is not None) == (None, True)
    assert await _plans(database) == []
    return ended.failure.reason


async def _plans(database: Database) -> list[tuple[str, int]]:
    """State and number of stored versions of every plan, oldest first."""
    wanted = text("select state, (select count(*) from plan_version where plan_id = plan.id) from plan order by id")
    async with database.engine.connect() as connection:
        return [(state, versions) for state, versions in (await connection.execute(wanted)).all()]


async def test_a_generation_ends_with_a_plan_under_review(
    database: Database, work: GenerationWork, queued: Generation
) -> None:
    await work.run(queued.athlete_id, queued.id)

    ended = await _now(database, queued)
    assert (ended.status, ended.stage, ended.progress) == (GenerationStatus.SUCCEEDED, GenerationStage.DONE, 1.0)
    assert ended.plan_id is not None
    assert ended.failure is None
    assert await _plans(database) == [("IN_REVIEW", 1)]
    stored = text(
        "select p.start_date::text, p.end_date::text, p.basis_fingerprint = a.basis_fingerprint, "
        "v.document -> 'quality' ->> 'score', v.reason "
        "from plan p join athlete a on a.id = p.athlete_id join plan_version v on v.plan_id = p.id"
    )
    async with database.engine.connect() as connection:
        assert (await connection.execute(stored)).one() == ("2026-11-23", "2026-12-06", True, "91.5", "GENERATED")


async def test_progress_is_seen_to_rise_step_by_step(
    database: Database, work: GenerationWork, queued: Generation
) -> None:
    seen = [queued]

    async def watched(_name: str, step: Step) -> str:
        outcome = await step()
        seen.append(await _now(database, queued))
        return outcome

    await work.run(queued.athlete_id, queued.id, watched)

    assert [(one.stage, one.progress) for one in seen] == [
        (GenerationStage.WAITING, 0.0),
        (GenerationStage.READING_PLAYBOOK, 0.1),
        (GenerationStage.DRAFTING, 0.25),
        (GenerationStage.BUILDING, 0.4),
        (GenerationStage.CHECKING, 0.75),
        (GenerationStage.DONE, 1.0),
    ]
    versions = [one.version for one in seen]
    assert versions == sorted(set(versions))


async def test_every_step_may_be_done_twice(
    database: Database, work: GenerationWork, engine: RestEngine, queued: Generation
) -> None:
    async def crashed_before_it_was_recorded(_name: str, step: Step) -> str:
        first, second = await step(), await step()
        return second if '"over"' not in second else first

    await work.run(queued.athlete_id, queued.id, crashed_before_it_was_recorded)

    assert (await _now(database, queued)).status is GenerationStatus.SUCCEEDED
    assert await _plans(database) == [("IN_REVIEW", 1)]
    assert engine.builds == 2


async def test_a_generation_that_is_over_is_left_alone(
    database: Database, work: GenerationWork, engine: RestEngine, queued: Generation
) -> None:
    await work.run(queued.athlete_id, queued.id)
    ended = await _now(database, queued)

    await work.run(queued.athlete_id, queued.id)

    assert await _now(database, queued) == ended
    assert await _plans(database) == [("IN_REVIEW", 1)]
    assert engine.builds == 1


async def test_a_generation_that_is_cancelled_meanwhile_saves_nothing(
    database: Database, work: GenerationWork, queued: Generation
) -> None:
    async def cancelled_after_build(name: str, step: Step) -> str:
        outcome = await step()
        if name == "build":
            async with database.engine.begin() as connection:
                await connection.execute(text("update generation set status = 'CANCELLED', finished_at = now()"))
        return outcome

    await work.run(queued.athlete_id, queued.id, cancelled_after_build)

    assert (await _now(database, queued)).status is GenerationStatus.CANCELLED
    assert await _plans(database) == []


async def test_where_no_plan_is_possible_the_rules_that_stand_against_it_are_told(
    database: Database, work: GenerationWork, engine: RestEngine, queued: Generation
) -> None:
    engine.error = ImpossiblePlan("Ten minutes are too few.", [BROKEN])

    await work.run(queued.athlete_id, queued.id)

    assert await _failure(database, queued) is GenerationFailureReason.IMPOSSIBLE_CONSTRAINTS
    failure = (await _now(database, queued)).failure
    assert failure is not None
    assert (failure.message, failure.rules, failure.is_retryable) == ("Ten minutes are too few.", (BROKEN,), False)


async def test_a_plan_that_breaks_a_hard_rule_is_never_saved(
    database: Database, work: GenerationWork, engine: RestEngine, queued: Generation
) -> None:
    engine.broken = (BROKEN,)

    await work.run(queued.athlete_id, queued.id)

    assert await _failure(database, queued) is GenerationFailureReason.INTERNAL


async def test_what_nobody_expected_fails_the_generation_and_says_nothing_of_it(
    database: Database, work: GenerationWork, engine: RestEngine, queued: Generation
) -> None:
    engine.error = ZeroDivisionError("a secret")

    await work.run(queued.athlete_id, queued.id)

    assert await _failure(database, queued) is GenerationFailureReason.INTERNAL
    failure = (await _now(database, queued)).failure
    assert failure is not None
    assert failure.is_retryable
    assert "secret" not in failure.message


async def test_a_generation_past_its_deadline_fails(
    database: Database, work: GenerationWork, engine: RestEngine, queued: Generation
) -> None:
    async with database.engine.begin() as connection:
        await connection.execute(text("update generation set deadline_at = now() - interval '1 second'"))

    await work.run(queued.athlete_id, queued.id)

    assert await _failure(database, queued) is GenerationFailureReason.DEADLINE_EXCEEDED
    assert engine.builds == 0


async def test_a_warning_sign_that_is_told_meanwhile_keeps_the_plan_back(
    database: Database, work: GenerationWork, queued: Generation, athlete: Viewer, profiles: Profiles
) -> None:
    async def chest_pain_after_check(name: str, step: Step) -> str:
        outcome = await step()
        if name == "check":
            sign = Limitation(kind=LimitationKind.CARDIAC_WARNING)
            given = msgspec.structs.replace(PROFILE.given, limitations=(sign,))
            await profiles.save(athlete, msgspec.structs.replace(PROFILE, given=given))
        return outcome

    await work.run(queued.athlete_id, queued.id, chest_pain_after_check)

    assert await _failure(database, queued) is GenerationFailureReason.IMPOSSIBLE_CONSTRAINTS


async def test_a_profile_that_changes_meanwhile_leaves_the_plan_outdated(
    database: Database, work: GenerationWork, queued: Generation, athlete: Viewer, profiles: Profiles
) -> None:
    async def heavier_after_check(name: str, step: Step) -> str:
        outcome = await step()
        if name == "check":
            await profiles.save(athlete, msgspec.structs.replace(PROFILE, weight_kg=90))
        return outcome

    await work.run(queued.athlete_id, queued.id, heavier_after_check)

    compared = text(
        "select p.basis_fingerprint = a.basis_fingerprint from plan p join athlete a on a.id = p.athlete_id"
    )
    async with database.engine.connect() as connection:
        assert await connection.scalar(compared) is False


async def test_the_plan_that_was_under_review_before_is_archived(
    database: Database, work: GenerationWork, queued: Generation, athlete: Viewer, generations: Generations
) -> None:
    await work.run(queued.athlete_id, queued.id)
    second = await generations.start(athlete, key="key-number-2", week_count=1, start_date=None)

    await work.run(second.athlete_id, second.id)

    assert await _plans(database) == [("ARCHIVED", 1), ("IN_REVIEW", 1)]


async def test_lessons_that_shaped_the_plan_are_counted_and_no_others(
    database: Database, work: GenerationWork, engine: RestEngine, queued: Generation
) -> None:
    applied, overridden = await _two_lessons(database, queued)
    engine.uses = (
        LessonUse(lesson_id=applied, effect=LessonEffect.APPLIED, explanation="Did"),
        LessonUse(lesson_id=overridden, effect=LessonEffect.OVERRIDDEN, explanation="Did not"),
        LessonUse(lesson_id=LessonId(new_lesson_id()), effect=LessonEffect.APPLIED, explanation="Nobody's"),
    )

    await work.run(queued.athlete_id, queued.id)

    counted = text("select text, times_applied, last_applied_at is not null from lesson order by text")
    async with database.engine.connect() as connection:
        assert (await connection.execute(counted)).all() == [("More calves", 1, True), ("More chest", 0, False)]


async def _two_lessons(database: Database, generation: Generation) -> tuple[LessonId, LessonId]:
    drafts = [
        LessonDraft(
            text=f"More {muscle.value.lower()}",
            rule=LessonRule(kind=LessonRuleKind.EMPHASISE_MUSCLE, muscle=muscle),
            evidence="Said so",
            source=LessonSource.ATHLETE,
            confidence=0.9,
        )
        for muscle in (Muscle.CALVES, Muscle.CHEST)
    ]
    async with database.transaction(generation.athlete_id) as session:
        first, second = await learn(session, generation.athlete_id, drafts)
    return first.lesson.id, second.lesson.id
