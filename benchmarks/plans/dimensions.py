"""In what athletes differ, and the values that the benchmark pairs with each other."""

from collections.abc import Mapping
from typing import Final

import msgspec

from domain.ids import ExerciseId
from domain.lessons import LessonRule, LessonRuleKind
from domain.profile import UnitSystem
from domain.terms import (
    WEEKDAYS,
    Equipment,
    ExperienceLevel,
    LimitationKind,
    MovementPattern,
    Muscle,
    Sport,
    TrainingFocus,
    Weekday,
)

Kind = LessonRuleKind


class Event(msgspec.Struct, frozen=True):
    """An event so many days after the start of the plan; without a distance it is one that has none."""

    days_ahead: int
    distance_km: float | None


class Taught(msgspec.Struct, frozen=True):
    """A lesson to be: what it does, and whether it is hard."""

    rule: LessonRule
    is_hard: bool = False


FOCUSES: Final = tuple(TrainingFocus)
LEVELS: Final = tuple(ExperienceLevel)
AGE_BANDS: Final = ((13, 17), (18, 39), (40, 64), (65, 85))
DAY_COUNTS: Final = tuple(range(1, len(WEEKDAYS) + 1))
SESSION_MINUTES: Final = (10, 20, 30, 45, 60, 90, 120, 180)
EQUIPMENT: Final[tuple[tuple[Equipment, ...], ...]] = (
    (Equipment.BODY_WEIGHT,),
    (Equipment.BANDS,),
    (Equipment.DUMBBELL, Equipment.BENCH),
    (Equipment.KETTLEBELL, Equipment.PULL_UP_BAR),
    (Equipment.SUSPENSION_TRAINER, Equipment.JUMP_ROPE, Equipment.FOAM_ROLLER),
    (Equipment.BARBELL, Equipment.RACK, Equipment.BENCH, Equipment.BIKE),
    (Equipment.MACHINE, Equipment.CABLE, Equipment.TREADMILL, Equipment.ROWING_MACHINE),
    tuple(Equipment),
)
LIMITATIONS: Final[tuple[LimitationKind | None, ...]] = (
    None,
    *(kind for kind in LimitationKind if kind is not LimitationKind.CARDIAC_WARNING),
)
"""A warning sign of the heart allows no plan, so it is paired with nothing; a few athletes besides have it."""
SPORTS: Final[tuple[tuple[Sport, ...], ...]] = (
    (),
    (Sport.RUNNING,),
    (Sport.CYCLING,),
    (Sport.SWIMMING, Sport.ROWING),
    (Sport.WALKING, Sport.HIKING),
    (Sport.ELLIPTICAL, Sport.STAIR_CLIMBING),
    (Sport.JUMP_ROPE,),
    (Sport.OTHER,),
)
"""Two sports come in either order, as the seed has it: the first is the main one."""
EVENTS: Final[tuple[Event | None, ...]] = (
    None,
    Event(7, 5.0),
    Event(40, 5.0),
    Event(24, 10.0),
    Event(55, 21.1),
    Event(84, 10.0),
    Event(180, 42.2),
    Event(364, None),
)
UNITS: Final = tuple(UnitSystem)
LESSONS: Final[tuple[tuple[Taught, ...], ...]] = (
    (),
    (
        Taught(LessonRule(kind=Kind.AVOID_EXERCISE, exercise_id=ExerciseId("exercise_walking-lunge"))),
        Taught(LessonRule(kind=Kind.PREFER_EXERCISE, exercise_id=ExerciseId("exercise_push-up"))),
    ),
    (
        Taught(LessonRule(kind=Kind.AVOID_PATTERN, pattern=MovementPattern.LUNGE), is_hard=True),
        Taught(LessonRule(kind=Kind.AVOID_EXERCISE, exercise_id=ExerciseId("exercise_push-up")), is_hard=True),
    ),
    (
        Taught(LessonRule(kind=Kind.EMPHASISE_MUSCLE, muscle=Muscle.GLUTES)),
        Taught(LessonRule(kind=Kind.REDUCE_MUSCLE, muscle=Muscle.CHEST)),
    ),
    (
        Taught(LessonRule(kind=Kind.SESSION_MINUTES, weekdays=(Weekday.WEDNESDAY,), amount=25)),
        Taught(LessonRule(kind=Kind.VOLUME, amount=0.8)),
    ),
    (
        Taught(LessonRule(kind=Kind.INTENSITY, amount=0.9)),
        Taught(LessonRule(kind=Kind.AVOID_SPORT, sport=Sport.RUNNING), is_hard=True),
        Taught(LessonRule(kind=Kind.PREFER_SPORT, sport=Sport.WALKING)),
    ),
)

SIZES: Final[Mapping[str, int]] = {
    "focus": len(FOCUSES),
    "level": len(LEVELS),
    "age": len(AGE_BANDS),
    "days": len(DAY_COUNTS),
    "minutes": len(SESSION_MINUTES),
    "equipment": len(EQUIPMENT),
    "limitation": len(LIMITATIONS),
    "sports": len(SPORTS),
    "event": len(EVENTS),
    "units": len(UNITS),
    "lessons": len(LESSONS),
}
"""How many values each dimension has, by the names that rows use."""
