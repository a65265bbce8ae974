"""Answers to messages on the sample plan, and lessons as they are told."""

import datetime
from collections.abc import Sequence

import msgspec

from domain.basis import PlanBasis
from domain.conversation import FeedbackIntent
from domain.ids import LessonChangeId, LessonId, new_activity_id
from domain.lessons import (
    Lesson,
    LessonChange,
    LessonDraft,
    LessonOperation,
    LessonRule,
    LessonSource,
    LessonState,
)
from domain.terms import Equipment
from services.feedback import replies
from services.feedback.acting.carrying_out import carried_out
from services.feedback.acting.situation import Situation
from services.feedback.learning import Learning
from tests.unit.feedback.sample import DOCUMENT, catalogue, outlook
from tests.unit.feedback.sample import read as understand
from tests.unit.feedback.test_acting import BASIS, after_learning

ATHLETE = msgspec.structs.replace(
    BASIS,
    constraints=msgspec.structs.replace(
        BASIS.constraints, equipment=(*BASIS.constraints.equipment, Equipment.KETTLEBELL)
    ),
)
ALWAYS = "Mondays from 23 November to 14 December"


def situation(*, today: int = 0, basis: PlanBasis = ATHLETE) -> Situation:
    ahead = frozenset(day.date for day in outlook(today=today).ahead)
    return Situation(
        document=DOCUMENT, basis=basis, catalogue=catalogue(), editable=ahead, new_activity_id=new_activity_id
    )


def reply(message: str, *, today: int = 0, basis: PlanBasis = ATHLETE) -> str:
    """To a message on the sample plan of four weeks."""
    found = understand(message, today=today)
    assert found.intent is FeedbackIntent.CHANGE
    drafts = Learning(basis, catalogue()).from_wishes(found.wishes, found.evidence)
    here = situation(today=today, basis=after_learning(drafts, basis))
    return replies.of_outcome(found, carried_out(found.wishes, here), here, changes_of(drafts))


def changes_of(
    drafts: Sequence[LessonDraft], operation: LessonOperation = LessonOperation.ADD
) -> tuple[LessonChange, ...]:
    return tuple(lesson_change(draft.rule, operation, draft=draft) for draft in drafts)


def lesson_change(
    rule: LessonRule,
    operation: LessonOperation = LessonOperation.ADD,
    *,
    draft: LessonDraft | None = None,
    is_hard: bool = False,
) -> LessonChange:
    at = datetime.datetime(2026, 11, 23, tzinfo=datetime.UTC)
    lesson = Lesson(
        id=LessonId("lesson_1"),
        text=draft.text if draft else "Sleeps badly.",
        rule=rule,
        is_hard=draft.is_hard if draft else is_hard,
        is_pinned=False,
        state=LessonState.ACTIVE,
        source=LessonSource.FEEDBACK,
        evidence="",
        confidence=0.9,
        created_at=at,
        expires_at=draft.expires_at if draft else None,
    )
    return LessonChange(id=LessonChangeId("change_1"), operation=operation, lesson=lesson, reason="", at=at)
