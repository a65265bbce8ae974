"""Drafts of logs for the one plan, and what is stored of them."""

import datetime

import msgspec
from sqlalchemy import text

from db.database import Database
from domain.ids import DayId, ExerciseId, LessonId, day_id_of, new_lesson_id
from domain.lessons import LessonDraft, LessonRule, LessonRuleKind, LessonSource
from domain.plan import LessonEffect, LessonUse, PlanDocument, StrengthActivity
from domain.profile import Viewer
from domain.training import Completion, SetDraft, WorkoutDraft
from services.playbook.ledger import learn
from tests.database.conversations.planned import MONDAY, PLAN_ID

LATER = datetime.datetime(2026, 12, 2, 18, tzinfo=datetime.UTC)
"""Wednesday of the plan's second week."""
TODAY = 9
"""As an offset from the plan's first day."""


def day(offset: int) -> DayId:
    return day_id_of(PLAN_ID, MONDAY + datetime.timedelta(days=offset))


def draft(offset: int = 0, *, client_id: str | None = None, **more: object) -> WorkoutDraft:
    """A workout that went as planned, with these fields instead."""
    values: dict[str, object] = {
        "client_id": client_id or f"client-{offset:04}",
        "day_id": day(offset),
        "completion": Completion.DONE,
        "enjoyment": 4,
    }
    return WorkoutDraft(**{**values, **more})  # type: ignore[arg-type]  # each test names the fields it is about


def lifts_on(document: PlanDocument, offset: int) -> list[StrengthActivity]:
    found = document.weeks[offset // 7].days[offset % 7].activities
    return [one for one in found if isinstance(one, StrengthActivity)]


def as_planned(lift: StrengthActivity) -> tuple[SetDraft, ...]:
    """All sets of the lift, each as it was meant."""
    return tuple(
        SetDraft(
            activity_id=lift.id,
            set_number=place,
            reps=one.reps,
            duration_seconds=one.duration_seconds,
            load_kg=one.load_kg,
            rpe=one.rpe,
        )
        for place, one in enumerate(lift.sets, start=1)
    )


async def asked(database: Database, viewer: Viewer, question: str) -> list[tuple[object, ...]]:
    """The rows of an SQL question, as this athlete."""
    async with database.transaction(viewer.athlete_id) as session:
        return [tuple(row) for row in await session.execute(text(question))]


async def taught(database: Database, viewer: Viewer) -> LessonId:
    """A lesson, and the plan as if it had been applied there from the first version on."""
    rule = LessonRule(kind=LessonRuleKind.PREFER_EXERCISE, exercise_id=ExerciseId("exercise_back-squat"))
    lesson = LessonDraft(
        text="Likes Back Squat.", rule=rule, evidence="More squats!", source=LessonSource.FEEDBACK, confidence=0.9
    )
    async with database.transaction(viewer.athlete_id) as session:
        (change,) = await learn(session, viewer.athlete_id, [lesson])
    use = LessonUse(lesson_id=change.lesson.id, effect=LessonEffect.APPLIED, explanation="Chosen.")
    other = LessonUse(lesson_id=new_lesson_id(), effect=LessonEffect.NOT_APPLICABLE, explanation="Not there.")
    uses = msgspec.json.encode([use, other]).decode()
    async with database.engine.begin() as connection:  # past the app's role, which may not change what was saved
        written = "update plan_version set document = jsonb_set(document, '{applied_lessons}', cast(:uses as jsonb))"
        await connection.execute(text(written), {"uses": uses})
    return change.lesson.id


async def counts(database: Database, viewer: Viewer) -> list[tuple[object, ...]]:
    return await asked(database, viewer, "select helpful_count, harmful_count, times_applied from lesson")
