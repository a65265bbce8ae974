"""What the model is told of what athletes say, and what it may make of it: known to whoever talks with them, model or none."""

import datetime

import msgspec

from domain.conversation import FeedbackIntent
from domain.lessons import Lesson, LessonDraft, LessonSource
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


class Saying(msgspec.Struct, frozen=True, kw_only=True):
    """Something the athlete wrote. `id` says which words these are; `about` is what they were asked, or what they had done."""

    id: str = ""
    about: str = ""
    text: str
    source: LessonSource = LessonSource.FEEDBACK


class Proposal(msgspec.Struct, frozen=True):
    """A lesson, and the words in which its evidence stands."""

    draft: LessonDraft
    saying: Saying
