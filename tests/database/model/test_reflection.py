"""What athletes wrote in answers and notes, reflected on by the model afterwards: lessons, or nothing at all."""

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, cast

import msgspec
import pytest
from sqlalchemy import text

from db.database import Database
from db.queries.work import REFLECTION_WORKFLOW
from domain.clock import Clock
from domain.exercise import Catalogue
from domain.lessons import Lesson, LessonOperation, LessonRuleKind, LessonSource
from domain.plan import DayKind, PlanDocument
from domain.profile import Viewer
from domain.questions import Answer, Confirmation
from domain.terms import LimitationKind
from domain.training import WorkoutDraft
from services.composition import Services
from services.feedback.safeguard import Safeguard
from services.generation.jobs import Step
from services.llm.access import ModelAccess
from services.llm.daily_allowance import DailyLimits
from services.playbook.clearance import clear
from services.playbook.reflecting import Reflections
from tests.database.conversations.planned import PLAN_ID, PROFILE, put_in_review
from tests.database.conversations.talking import count_of, versions
from tests.database.generation.workers import until, working
from tests.database.training.drafts import draft
from tests.llm.faults import Fault
from tests.llm.hostile import HOSTILE
from tests.llm.openai_server import OpenAIServer
from tests.llm.sensible import Json

WORDS = "My knee hurts on stairs, and I am never in the mood on Fridays."
ASKED = "Is there anything you would rather not do?"
NO_RULE: dict[str, Json] = dict.fromkeys(
    ("exercise", "pattern", "muscle", "limitation", "equipment", "weekdays", "sport", "amount")
)
KNEE: Json = NO_RULE | {
    "text": "The knee hurts on stairs.",
    "evidence": "My knee hurts on stairs",
    "kind": "LIMITATION",
    "limitation": "KNEE",
}


def told(words: str = WORDS) -> Answer:
    return Answer(question_id="dislikes", text=words)


def noted(note: str = WORDS, *, revision: int = 1) -> WorkoutDraft:
    return draft(note=note, revision=revision)


@pytest.fixture
async def document(services: Services, database: Database, viewer: Viewer, server: OpenAIServer) -> PlanDocument:
    """An accepted plan; the model finds that the knee hurts."""
    await services.profiles.save(viewer, PROFILE)
    document = await put_in_review(database, viewer)
    await services.plans.accept(viewer.athlete_id, PLAN_ID, expected_version=1)
    server.answer = {"lessons": [KNEE]}
    return document


@pytest.fixture
def reflections(database: Database, catalogue: Catalogue, clock: Clock, access: ModelAccess) -> Reflections:
    return Reflections(database, Safeguard(catalogue, clock), access)


async def queued(database: Database) -> int:
    wanted = text("select count(*) from dbos.workflow_status where name = :name")
    async with database.engine.connect() as connection:
        return int(await connection.scalar(wanted, {"name": REFLECTION_WORKFLOW}) or 0)


async def learned(services: Services, viewer: Viewer) -> tuple[Lesson, ...]:
    """The lessons but for what the rules make of the answer: a note in its own words."""
    book = await services.playbooks.playbook(viewer.athlete_id)
    return tuple(lesson for lesson in book.lessons if not lesson.text.startswith("Would rather not do"))


async def test_an_answer_teaches_afterwards_and_what_hurts_is_spared_at_once(
    services: Services,
    reflections: Reflections,
    document: PlanDocument,
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
    services: Services, reflections: Reflections, document: PlanDocument, premium: Viewer
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
    document: PlanDocument,
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
    services: Services, document: PlanDocument, premium: Viewer, database: Database
) -> None:
    await services.profiles.save_answers(premium, [Answer(question_id="fitness", number=3), told("")])
    await services.workouts.log(premium, draft())
    assert await queued(database) == 0

    await services.workouts.log(premium, noted("Hard", revision=2))
    await services.workouts.log(premium, msgspec.structs.replace(noted("Hard", revision=3), enjoyment=5))
    assert await queued(database) == 1


async def test_in_the_free_tier_no_model_reflects(
    services: Services, document: PlanDocument, viewer: Viewer, database: Database
) -> None:
    await services.profiles.save_answers(viewer, [told()])
    await services.workouts.log(viewer, noted())

    assert (await queued(database), await count_of(database, viewer, "unreflected")) == (0, 0)


@pytest.mark.parametrize(("fault", "calls"), [(Fault.SERVER_ERROR, 2), (Fault.REFUSAL, 1), (Fault.HTML, 2)])
async def test_where_the_model_fails_nothing_happens(
    services: Services,
    reflections: Reflections,
    document: PlanDocument,
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
    services: Services, reflections: Reflections, document: PlanDocument, premium: Viewer, server: OpenAIServer
) -> None:
    await services.profiles.save_answers(premium, [told()])
    await reflections.run(premium.athlete_id)

    assert (await learned(services, premium), server.requests) == ((), [])


async def test_a_worker_without_a_model_takes_off_what_waits(
    services: Services, database: Database, catalogue: Catalogue, clock: Clock, document: PlanDocument, premium: Viewer
) -> None:
    await services.profiles.save_answers(premium, [told()])
    await Reflections(database, Safeguard(catalogue, clock), None).run(premium.athlete_id)

    assert (await learned(services, premium), await count_of(database, premium, "unreflected")) == ((), 0)


@dataclass
class Slow:
    """A model that takes so long that something else happens meanwhile."""

    access: ModelAccess
    meanwhile: Callable[[], Awaitable[object]]

    async def reflect(self, *rest: Any, **more: Any) -> object:
        found = await self.access.model.reflector.reflect(*rest, **more)
        await self.meanwhile()
        return found


Meanwhile = Callable[[Callable[[], Awaitable[object]]], Reflections]


@pytest.fixture
def slow(database: Database, catalogue: Catalogue, clock: Clock, access: ModelAccess) -> Meanwhile:
    def made(meanwhile: Callable[[], Awaitable[object]]) -> Reflections:
        model = replace(access.model, reflector=cast("Any", Slow(access, meanwhile)))  # fakes one method
        return Reflections(database, Safeguard(catalogue, clock), replace(access, model=model))

    return made


async def test_what_is_no_longer_said_teaches_nothing_and_the_new_words_still_wait(
    services: Services, slow: Meanwhile, document: PlanDocument, premium: Viewer, database: Database
) -> None:
    await services.profiles.save_answers(premium, [told()])
    await slow(lambda: services.profiles.save_answers(premium, [told("Cold water")])).run(premium.athlete_id)

    assert (await learned(services, premium), await count_of(database, premium, "unreflected")) == ((), 1)


async def test_what_a_doctor_cleared_meanwhile_does_not_come_back(
    services: Services, slow: Meanwhile, document: PlanDocument, premium: Viewer, database: Database
) -> None:
    async def cleared() -> None:
        async with database.transaction(premium.athlete_id) as session:
            await clear(session, premium.athlete_id, LimitationKind.KNEE, None)

    await services.profiles.save_answers(premium, [told()])
    await slow(cleared).run(premium.athlete_id)
    assert await learned(services, premium) == ()

    await services.workouts.log(premium, noted())
    await slow(lambda: services.playbooks.playbook(premium.athlete_id)).run(premium.athlete_id)
    assert [lesson.is_hard for lesson in await learned(services, premium)] == [True]


@dataclass
class Recorded:
    """Keeps the outcomes of steps as a worker does, and breaks off before some."""

    outcomes: dict[str, str] = field(default_factory=dict)
    breaks_at: str = ""

    async def __call__(self, name: str, step: Step) -> str:
        if name == self.breaks_at:
            raise ConnectionError
        if name not in self.outcomes:
            self.outcomes[name] = await step()
        return self.outcomes[name]


async def test_a_crash_asks_the_model_no_second_time_and_nothing_is_learned_twice(
    services: Services, reflections: Reflections, document: PlanDocument, premium: Viewer, server: OpenAIServer
) -> None:
    await services.profiles.save_answers(premium, [told()])
    record = Recorded(breaks_at="learn")
    with pytest.raises(ConnectionError):
        await reflections.run(premium.athlete_id, record)
    record.breaks_at = ""
    for _ in range(2):
        record.outcomes.pop("learn", None)  # as if it had crashed before the outcome was recorded
        await reflections.run(premium.athlete_id, record)

    assert (len(await learned(services, premium)), len(server.requests)) == (1, 1)
    history = await services.playbooks.history(premium.athlete_id, first=10, after=None)
    assert [edge.node.operation for edge in history.edges].count(LessonOperation.ADD) == 2  # with the rules' note


async def test_words_that_the_rules_have_read_too_make_nothing_surer(
    services: Services, reflections: Reflections, document: PlanDocument, premium: Viewer, server: OpenAIServer
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
    services: Services, reflections: Reflections, document: PlanDocument, premium: Viewer, server: OpenAIServer
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


async def test_hostile_notes_leave_notes_or_nothing(
    services: Services,
    reflections: Reflections,
    document: PlanDocument,
    premium: Viewer,
    database: Database,
    server: OpenAIServer,
) -> None:
    kinds = ("EQUIPMENT_AVAILABLE", "TRAIN_ON_DAYS", "SESSION_MINUTES", "PREFER_EXERCISE", "LIMITATION", "NOTE")
    fields: dict[str, Json] = {
        "equipment": ["BARBELL"],
        "weekdays": ["SUNDAY"],
        "amount": 180,
        "exercise": "Deadlift",
        "limitation": "KNEE",
    }
    for revision, several in enumerate(batched(HOSTILE, 8), start=1):
        note = "\n".join(words[:120] for words in several)
        server.answer = {
            "lessons": [
                NO_RULE | fields | {"text": words[:120], "evidence": words[:120], "kind": kinds[number % len(kinds)]}
                for number, words in enumerate(several)
            ]
        }
        await services.workouts.log(premium, noted(note, revision=revision))
        await reflections.run(premium.athlete_id)

    assert len(server.requests) == -(-len(HOSTILE) // 8)
    assert [one for one in await learned(services, premium) if one.rule.kind is not LessonRuleKind.NOTE] == []
    assert await versions(database, premium) == [(1, "GENERATED")]


def batched(texts: Sequence[str], size: int) -> list[Sequence[str]]:
    return [texts[start : start + size] for start in range(0, len(texts), size)]


async def test_a_worker_reflects(
    services: Services,
    reflections: Reflections,
    document: PlanDocument,
    premium: Viewer,
    database: Database,
    database_url: str,
) -> None:
    await services.profiles.save_answers(premium, [told()])

    async def is_over() -> bool:
        return await count_of(database, premium, "unreflected") == 0

    async with working(database, database_url, reflections.job()):
        await until(is_over)

    assert [lesson.rule.limitation for lesson in await learned(services, premium)] == [LimitationKind.KNEE]
