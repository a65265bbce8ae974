"""A plan: the immutable document of one version, and the plan as people read it.

The names are the schema's in snake case, so that schema types read these structs as they are.
"""

import datetime
from enum import StrEnum

import msgspec

from domain.ids import ActivityId, DayId, ExerciseId, LessonId, PlanId
from domain.lessons import LessonRule
from domain.terms import Author, Sport, Weekday

MAXIMUM_WEEKS = 16


class SetKind(StrEnum):
    """Whether a set prepares or counts."""

    WARM_UP = "WARM_UP"
    WORKING = "WORKING"


class IntervalKind(StrEnum):
    """What a part of an endurance session is for."""

    WARM_UP = "WARM_UP"
    STEADY = "STEADY"
    WORK = "WORK"
    RECOVERY = "RECOVERY"
    COOL_DOWN = "COOL_DOWN"


class DayKind(StrEnum):
    """What a day is mostly for."""

    STRENGTH = "STRENGTH"
    ENDURANCE = "ENDURANCE"
    MIXED = "MIXED"
    REST = "REST"


class PlanState(StrEnum):
    """Where a plan stands."""

    IN_REVIEW = "IN_REVIEW"
    ACCEPTED = "ACCEPTED"
    COMPLETED = "COMPLETED"
    ARCHIVED = "ARCHIVED"


OPEN_STATES = (PlanState.IN_REVIEW, PlanState.ACCEPTED)
"""Those in which a plan may be changed."""


class PlanVersionReason(StrEnum):
    """Why a version of a plan came to be."""

    GENERATED = "GENERATED"
    ADAPTED = "ADAPTED"
    FEEDBACK = "FEEDBACK"
    SAFETY = "SAFETY"
    EDITED = "EDITED"
    REVERTED = "REVERTED"


class LessonEffect(StrEnum):
    """What a lesson did to a plan."""

    APPLIED = "APPLIED"
    OVERRIDDEN = "OVERRIDDEN"
    NOT_APPLICABLE = "NOT_APPLICABLE"


class SetTarget(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """One set to do. `load_kg` in kilograms, `rpe` from 5 to 10, times in seconds."""

    kind: SetKind = SetKind.WORKING
    reps: int | None = None
    duration_seconds: int | None = None
    load_kg: float | None = None
    rpe: float | None = None
    rest_seconds: int


class StrengthActivity(msgspec.Struct, frozen=True, kw_only=True, tag="strength", omit_defaults=True):
    """One exercise of a session: warm-up sets first, then 1 to 8 working sets, at most 10 in all.

    Two of a day with the same number for their `pair` are done in turn: a set of the one, then a set of the other, each in
    the rests of the other.
    """

    id: ActivityId
    exercise_id: ExerciseId
    sets: tuple[SetTarget, ...]
    note: str | None = None
    pair: int | None = None


class IntRange(msgspec.Struct, frozen=True):
    """Both ends included."""

    minimum: int
    maximum: int


class Interval(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A part of an endurance session. `zone` from 1 (very easy) to 5 (all out), `rpe` from 1 to 10."""

    kind: IntervalKind
    minutes: float
    distance_km: float | None = None
    zone: int
    heart_rate: IntRange | None = None
    pace_seconds_per_km: IntRange | None = None
    rpe: float


class EnduranceActivity(msgspec.Struct, frozen=True, kw_only=True, tag="endurance", omit_defaults=True):
    """One endurance session: warm-up, work and recovery, cool-down."""

    id: ActivityId
    title: str
    sport: Sport
    intervals: tuple[Interval, ...]
    total_minutes: float
    total_km: float | None = None
    note: str | None = None


Activity = StrengthActivity | EnduranceActivity


class Day(msgspec.Struct, frozen=True, kw_only=True):
    """One date of a plan. `estimated_minutes` has warm-up and rests in it and is 0 on a rest day."""

    id: DayId
    title: str
    date: datetime.date
    weekday: Weekday
    kind: DayKind
    rationale: str
    estimated_minutes: int
    activities: tuple[Activity, ...] = ()


class Week(msgspec.Struct, frozen=True, kw_only=True):
    """Seven days from `start_date`, on whatever weekday that is."""

    number: int
    start_date: datetime.date
    focus: str
    goal: str
    progression: str
    is_deload: bool
    days: tuple[Day, ...]
    is_lightened: bool = False
    """Whether work was taken out of it by hand: then it is no measure for how fast the weeks after it may grow (R20, R21, R35)."""


class RuleOutcome(msgspec.Struct, frozen=True, kw_only=True):
    """What one rule found in a plan; `score` from 0 to 1."""

    rule: str
    description: str
    is_hard: bool
    score: float
    finding: str
    source: str


class PlanQuality(msgspec.Struct, frozen=True, kw_only=True):
    """`score` from 0 to 100, 0 where a rule that must hold is broken."""

    score: float
    rules: tuple[RuleOutcome, ...]


class LessonUse(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """What a lesson in force did to a plan, in words."""

    lesson_id: LessonId
    effect: LessonEffect
    explanation: str
    compared: LessonRule | None = None
    """The rule that the lesson had, where the words come of comparing with the plan without it."""


class PlanDocument(msgspec.Struct, frozen=True, kw_only=True):
    """What is stored of one version of a plan, as one piece."""

    title: str
    summary: str
    rationale: str
    author: Author
    start_date: datetime.date
    weeks: tuple[Week, ...]
    quality: PlanQuality = PlanQuality(score=0, rules=())
    applied_lessons: tuple[LessonUse, ...] = ()
    notices: tuple[str, ...] = ()
    solver_gap: float | None = None
    """By how much the chosen week of strength work may at most fall short of the best one that there is, as a share of its
    worth by the solver's bound; as it was when it was chosen, whatever was edited since. None without strength work."""

    @property
    def last_date(self) -> datetime.date:
        return self.weeks[-1].days[-1].date


class Plan(PlanDocument, frozen=True, kw_only=True):
    """A plan as people read it: its newest document and where it stands."""

    id: PlanId
    version: int
    state: PlanState
    is_outdated: bool
    created_at: datetime.datetime
    updated_at: datetime.datetime


class PlanChange(msgspec.Struct, frozen=True, kw_only=True):
    """What changed, for people. `date` is None where the whole week or plan did."""

    date: datetime.date | None = None
    description: str


class PlanVersion(msgspec.Struct, frozen=True, kw_only=True):
    """One version of a plan, and why it came to be."""

    id: str
    version: int
    reason: PlanVersionReason
    changes: tuple[PlanChange, ...]
    created_at: datetime.datetime


class ChangedPlan(msgspec.Struct, frozen=True, kw_only=True):
    """A plan as it is now, and what a request changed in it."""

    plan: Plan
    changes: tuple[PlanChange, ...]
