"""What every plan must respect: the facts on an athlete's life, and what was given of them by hand."""

import datetime

import msgspec

from domain.ids import ExerciseId
from domain.terms import Equipment, LimitationKind, Sport, TrainingFocus, Weekday

MAXIMUM_LIMITATIONS = 14
MAXIMUM_KNOWN_LIFTS = 20
MAXIMUM_BASELINES = 10
SESSION_MINUTES = (10, 180)

WARNING_SIGNS: frozenset[LimitationKind] = frozenset({LimitationKind.CARDIAC_WARNING})
"""Limitations with which nobody trains before a doctor has cleared them (R06)."""


class Limitation(msgspec.Struct, frozen=True, kw_only=True):
    """Something that training must spare or mind. `date` is the due date of a pregnancy, the birth for postpartum."""

    kind: LimitationKind
    date: datetime.date | None = None
    note: str | None = None


class TargetEvent(msgspec.Struct, frozen=True, kw_only=True):
    """The event that the plan leads to."""

    name: str
    date: datetime.date
    sport: Sport | None = None
    distance_km: float | None = None


class KnownLift(msgspec.Struct, frozen=True, kw_only=True):
    """Kilograms lifted for a number of repetitions."""

    exercise_id: ExerciseId
    weight_kg: float
    reps: int


class EnduranceBaseline(msgspec.Struct, frozen=True, kw_only=True):
    """What the athlete does now in one sport: minutes of a usual week, and the longest session of the last 30 days."""

    sport: Sport
    weekly_minutes: float
    longest_minutes: float
    longest_km: float | None = None
    threshold_pace_seconds_per_km: int | None = None


class Constraints(msgspec.Struct, frozen=True, kw_only=True):
    """What the coach holds for fact, from the profile, the answers and the lessons."""

    focus: TrainingFocus = TrainingFocus.GENERAL_HEALTH
    training_days: tuple[Weekday, ...] = (Weekday.MONDAY, Weekday.WEDNESDAY, Weekday.FRIDAY)
    session_minutes: int = 45
    equipment: tuple[Equipment, ...] = (Equipment.BODY_WEIGHT,)
    sports: tuple[Sport, ...] = ()
    limitations: tuple[Limitation, ...] = ()
    event: TargetEvent | None = None
    known_lifts: tuple[KnownLift, ...] = ()
    endurance_baselines: tuple[EnduranceBaseline, ...] = ()
    resting_heart_rate: int | None = None
    maximum_heart_rate: int | None = None

    def has(self, kind: LimitationKind) -> bool:
        return any(limitation.kind is kind for limitation in self.limitations)


class GivenConstraints(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """The part of the constraints that one source gave. None is "not given", and an empty tuple is "none at all"."""

    focus: TrainingFocus | None = None
    training_days: tuple[Weekday, ...] | None = None
    session_minutes: int | None = None
    equipment: tuple[Equipment, ...] | None = None
    sports: tuple[Sport, ...] | None = None
    limitations: tuple[Limitation, ...] | None = None
    event: TargetEvent | None = None
    known_lifts: tuple[KnownLift, ...] | None = None
    endurance_baselines: tuple[EnduranceBaseline, ...] | None = None
    resting_heart_rate: int | None = None
    maximum_heart_rate: int | None = None
