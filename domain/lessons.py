"""What the coach has learned: a lesson is a text for people and a rule for code."""

from datetime import datetime
from enum import StrEnum

import msgspec

from domain.ids import AthleteId, ExerciseId, LessonChangeId, LessonId
from domain.terms import Equipment, LimitationKind, MovementPattern, Muscle, Sport, Weekday

MAXIMUM_FIRM_LESSONS = 20
"""Hard and pinned lessons together."""
MAXIMUM_OTHER_LESSONS = 40
"""Active lessons beyond the hard and the pinned."""


class LessonRuleKind(StrEnum):
    """What a lesson makes the planner do."""

    AVOID_EXERCISE = "AVOID_EXERCISE"
    PREFER_EXERCISE = "PREFER_EXERCISE"
    AVOID_PATTERN = "AVOID_PATTERN"
    LIMITATION = "LIMITATION"
    EMPHASISE_MUSCLE = "EMPHASISE_MUSCLE"
    REDUCE_MUSCLE = "REDUCE_MUSCLE"
    EQUIPMENT_AVAILABLE = "EQUIPMENT_AVAILABLE"
    EQUIPMENT_MISSING = "EQUIPMENT_MISSING"
    TRAIN_ON_DAYS = "TRAIN_ON_DAYS"
    REST_ON_DAYS = "REST_ON_DAYS"
    SESSION_MINUTES = "SESSION_MINUTES"
    PREFER_SPORT = "PREFER_SPORT"
    AVOID_SPORT = "AVOID_SPORT"
    INTENSITY = "INTENSITY"
    VOLUME = "VOLUME"
    NOTE = "NOTE"


class LessonState(StrEnum):
    """Whether a lesson counts, and if not, why."""

    ACTIVE = "ACTIVE"
    SUPERSEDED = "SUPERSEDED"
    EXPIRED = "EXPIRED"
    RETIRED = "RETIRED"


class LessonSource(StrEnum):
    """Where a lesson was learned."""

    ONBOARDING = "ONBOARDING"
    FEEDBACK = "FEEDBACK"
    WORKOUT = "WORKOUT"
    ATHLETE = "ATHLETE"


class LessonOperation(StrEnum):
    """What can happen to a lesson."""

    ADD = "ADD"
    UPDATE = "UPDATE"
    MERGE = "MERGE"
    SUPERSEDE = "SUPERSEDE"
    CONFIRM = "CONFIRM"
    CONTRADICT = "CONTRADICT"
    PIN = "PIN"
    UNPIN = "UNPIN"
    RETIRE = "RETIRE"
    RESTORE = "RESTORE"
    EXPIRE = "EXPIRE"


class LessonRule(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """Just what a lesson does: its kind, and the one field that fits it."""

    kind: LessonRuleKind
    exercise_id: ExerciseId | None = None
    pattern: MovementPattern | None = None
    muscle: Muscle | None = None
    limitation: LimitationKind | None = None
    equipment: tuple[Equipment, ...] | None = None
    weekdays: tuple[Weekday, ...] | None = None
    sport: Sport | None = None
    amount: float | None = None

    def scope(self) -> "LessonRule":
        """The rule without its amount: two rules of one scope speak about the same thing."""
        return msgspec.structs.replace(self, amount=None)


class LessonDraft(msgspec.Struct, frozen=True, kw_only=True):
    """What a reflector proposes to learn; the curator decides what comes of it."""

    text: str
    rule: LessonRule
    evidence: str
    source: LessonSource
    confidence: float
    is_hard: bool = False
    tags: tuple[str, ...] = ()
    expires_at: datetime | None = None


class TaughtLesson(msgspec.Struct, frozen=True, kw_only=True):
    """A lesson as the athlete writes it by hand."""

    text: str
    rule: LessonRule
    is_hard: bool = False
    expires_at: datetime | None = None


class Lesson(msgspec.Struct, frozen=True, kw_only=True):
    """A lesson as it stands."""

    id: LessonId
    text: str
    rule: LessonRule
    is_hard: bool
    is_pinned: bool
    state: LessonState
    source: LessonSource
    evidence: str
    confidence: float
    helpful_count: int = 0
    harmful_count: int = 0
    times_applied: int = 0
    tags: tuple[str, ...] = ()
    created_at: datetime
    last_applied_at: datetime | None = None
    expires_at: datetime | None = None


class LessonChange(msgspec.Struct, frozen=True, kw_only=True):
    """One entry of the ledger, with the lesson as it stands now."""

    id: LessonChangeId
    operation: LessonOperation
    lesson: Lesson
    reason: str
    at: datetime


class Playbook(msgspec.Struct, frozen=True, kw_only=True):
    """What the coach has learned about one athlete: the active lessons, weightiest first."""

    id: str
    athlete_id: AthleteId
    lessons: tuple[Lesson, ...]
    version: int
    updated_at: datetime
