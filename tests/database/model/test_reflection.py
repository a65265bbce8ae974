"""What athletes wrote in answers and notes, reflected on by the model afterwards: lessons, or nothing at all."""

import msgspec
import pytest

from db.database import Database
from domain.clock import Clock
from domain.exercise import Catalogue
from domain.lessons import LessonRuleKind, LessonSource
from domain.plan import DayKind, PlanDocument
from domain.profile import Viewer
from domain.questions import Answer, Confirmation
from domain.terms import LimitationKind
from services.composition import Services
from services.feedback.safeguard import Safeguard
from services.llm.daily_allowance import DailyLimits
from services.playbook.reflecting import Reflections
from tests.database.conversations.talking import count_of, versions
from tests.database.model.reflecting import ASKED, KNEE, NO_RULE, WORDS, learned, noted, queued, told
from tests.database.training.drafts import draft
from tests.llm.faults import Fault
from tests.llm.openai_server import OpenAIServer
from tests.llm.sensible import Json


async def test_an_answer_teaches_afterwards_and_what_hurts_is_spared_at_once(
    services: Services,
    reflections: Reflections,
    accepted: PlanDocument,
    premium: Viewer,
    database: Database,
    server: OpenAIServer,
) -> None:
    await services.profiles.save_answers(premium, [told()])
    assert (await learned(services, premium), await queued(database), server.requests) == ((), 1, [])

    await reflections.run(premium.athlete_id)

    (lesson,) = await learned(services, premium)
    assert (lesson.rule.limitation, lesson.is_hard, lesson.source) == (
        LimitationKind.KNEE,
        True,
        LessonSource.ONBOARDING,
    )
    assert lesson.evidence == f'{ASKED} "My knee hurts on stairs"'
    assert await versions(database, premium) == [(1, "GENERATED"), (2, "SAFETY")]
    plan = await services.plans.plan_to_train_by(premium.athlete_id)
    assert plan is not None
    assert not plan.is_outdated
    assert await count_of(database, premium, "unreflected") == 0


async def test_notes_of_a_workout_teach_too_and_say_from_where(
    services: Services, reflections: Reflections, accepted: PlanDocument, premium: Viewer
) -> None:
    await services.workouts.log(premium, noted())
    await reflections.run(premium.athlete_id)

    (lesson,) = await learned(services, premium)
    assert (lesson.source, lesson.evidence) == (
        LessonSource.WORKOUT,
        'In the workout of 23 November 2026: "My knee hurts on stairs"',
    )


async def test_one_call_takes_all_words_that_wait_and_the_other_jobs_find_nothing(
    services: Services,
    reflections: Reflections,
    accepted: PlanDocument,
    premium: Viewer,
    database: Database,
    server: OpenAIServer,
) -> None:
    screen = Confirmation(is_confirmed=False, details="As fit as a fiddle")
    await services.profiles.save_answers(premium, [told()])
    await services.profiles.save_answers(premium, [Answer(question_id="health_screen", confirmation=screen)])
    await services.workouts.log(premium, noted("Slept badly"))
    for _ in range(await queued(database)):
        await reflections.run(premium.athlete_id)

    assert await queued(database) == 3
    assert len(server.requests) == 1
    asked = str(server.requests[0]["input"])
    assert all(words in asked for words in (WORDS, "As fit as a fiddle", "Slept badly"))
    assert len(await learned(services, premium)) == 1


async def test_nothing_is_to_be_reflected_on_where_nothing_new_was_written(
    services: Services, accepted: PlanDocument, premium: Viewer, database: Database
) -> None:
    await services.profiles.save_answers(premium, [Answer(question_id="fitness", number=3), told("")])
    await services.workouts.log(premium, draft())
    assert await queued(database) == 0

    await services.workouts.log(premium, noted("Hard", revision=2))
    await services.workouts.log(premium, msgspec.structs.replace(noted("Hard", revision=3), enjoyment=5))
    assert await queued(database) == 1


async def test_in_the_free_tier_no_model_reflects(
    services: Services, accepted: PlanDocument, viewer: Viewer, database: Database
) -> None:
    await services.profiles.save_answers(viewer, [told()])
    await services.workouts.log(viewer, noted())

    assert (await queued(database), await count_of(database, viewer, "unreflected")) == (0, 0)


@pytest.mark.parametrize(("fault", "calls"), [(Fault.SERVER_ERROR, 2), (Fault.REFUSAL, 1), (Fault.HTML, 2)])
async def test_where_the_model_fails_nothing_happens(
    services: Services,
    reflections: Reflections,
    accepted: PlanDocument,
    premium: Viewer,
    database: Database,
    server: OpenAIServer,
    fault: Fault,
    calls: int,
) -> None:
    server.fault = fault
    await services.profiles.save_answers(premium, [told()])
    for _ in range(2):
        await reflections.run(premium.athlete_id)

    assert len(server.requests) == calls
    assert (await learned(services, premium), await count_of(database, premium, "unreflected")) == ((), 0)
    assert await versions(database, premium) == [(1, "GENERATED")]


@pytest.mark.parametrize("limits", [DailyLimits(calls=0, microdollars=1_000_000)])
async def test_a_spent_allowance_is_no_problem_of_the_athletes(
    services: Services, reflections: Reflections, accepted: PlanDocument, premium: Viewer, server: OpenAIServer
) -> None:
    await services.profiles.save_answers(premium, [told()])
    await reflections.run(premium.athlete_id)

    assert (await learned(services, premium), server.requests) == ((), [])


async def test_a_worker_without_a_model_takes_off_what_waits(
    services: Services, database: Database, catalogue: Catalogue, clock: Clock, accepted: PlanDocument, premium: Viewer
) -> None:
    await services.profiles.save_answers(premium, [told()])
    await Reflections(database, Safeguard(catalogue, clock), None).run(premium.athlete_id)

    assert (await learned(services, premium), await count_of(database, premium, "unreflected")) == ((), 0)


async def test_words_that_the_rules_have_read_too_make_nothing_surer(
    services: Services, reflections: Reflections, accepted: PlanDocument, premium: Viewer, server: OpenAIServer
) -> None:
    server.answer = {
        "lessons": [NO_RULE | {"text": "No.", "evidence": "burpees", "kind": "AVOID_EXERCISE", "exercise": "Burpee"}]
    }
    await services.profiles.save_answers(premium, [told("Burpees, ball games")])
    before = (await services.playbooks.playbook(premium.athlete_id)).lessons
    await reflections.run(premium.athlete_id)

    assert len(server.requests) == 1
    assert (await services.playbooks.playbook(premium.athlete_id)).lessons == before
    assert [lesson.rule.kind for lesson in before] == [LessonRuleKind.AVOID_EXERCISE, LessonRuleKind.NOTE]


async def test_a_warning_sign_rests_all_days_ahead(
    services: Services, reflections: Reflections, accepted: PlanDocument, premium: Viewer, server: OpenAIServer
) -> None:
    words = "I passed out for a moment after the last set"
    heart = {
        "text": "Passed out in training.",
        "evidence": words,
        "kind": "LIMITATION",
        "limitation": "CARDIAC_WARNING",
    }
    server.answer = {"lessons": [KNEE, NO_RULE | heart | {"kind": "LIMITATION"}]}
    await services.workouts.log(premium, noted(f"{WORDS} {words}"))
    await reflections.run(premium.athlete_id)

    plan = await services.plans.plan_to_train_by(premium.athlete_id)
    assert plan is not None
    assert len(await learned(services, premium)) == 2
    assert {day.kind for day in plan.weeks[1].days} == {DayKind.REST}


async def test_an_answer_that_reads_differently_takes_back_what_was_found_in_it_but_for_what_is_firm(
    services: Services, reflections: Reflections, accepted: PlanDocument, premium: Viewer, server: OpenAIServer
) -> None:
    friday: dict[str, Json] = {
        "text": "Not on Fridays.",
        "evidence": "never in the mood on Fridays",
        "kind": "REST_ON_DAYS",
    }
    days: list[Json] = ["FRIDAY"]
    server.answer = {"lessons": [KNEE, NO_RULE | friday | {"weekdays": days}]}
    await services.profiles.save_answers(premium, [told()])
    await reflections.run(premium.athlete_id)
    kinds = {lesson.rule.kind for lesson in await learned(services, premium)}
    assert kinds == {LessonRuleKind.LIMITATION, LessonRuleKind.REST_ON_DAYS}

    await services.profiles.save_answers(premium, [told("")])

    assert [lesson.rule.kind for lesson in await learned(services, premium)] == [LessonRuleKind.LIMITATION]
