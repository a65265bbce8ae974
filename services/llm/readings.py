"""What the model is told with a message, and what it may make of it: known to whoever talks with athletes, model or none."""

import datetime

import msgspec

from domain.conversation import FeedbackIntent
from domain.lessons import Lesson, LessonDraft
from domain.operations import PlanOperation
from domain.plan import PlanDocument


class Situation(msgspec.Struct, frozen=True, kw_only=True):
    """What a message is said about. `editable` are the dates that may be changed, `lessons` the active ones, weightiest first."""

    document: PlanDocument
    editable: frozenset[datetime.date]
    today: datetime.date
    looked_at: datetime.date | None = None
    goal: str = ""
    lessons: tuple[Lesson, ...] = ()
    earlier: tuple[str, ...] = ()
    """The athlete's messages before this one, oldest first."""


class ReadMessage(msgspec.Struct, frozen=True, kw_only=True):
    """What a message asks for. Operations are for a CHANGE alone, `reply` is for what changes nothing."""

    intent: FeedbackIntent
    operations: tuple[PlanOperation, ...] = ()
    lessons: tuple[LessonDraft, ...] = ()
    reply: str | None = None
