"""Exact operations on a plan: what an edit asks for, and what a message is turned into."""

import datetime

import msgspec

from domain.ids import ActivityId, DayId, ExerciseId, PlanId
from domain.plan import SetTarget
from domain.terms import Sport

SCALE_FACTOR = (0.5, 1.5)
MAXIMUM_OPERATIONS = 20


class SwapExercise(msgspec.Struct, frozen=True, kw_only=True):
    """Another exercise in its place, loads converted; the best alternative where none is named."""

    activity_id: ActivityId
    exercise_id: ExerciseId | None = None
    everywhere: bool = False


class AddExercise(msgspec.Struct, frozen=True, kw_only=True):
    day_id: DayId
    exercise_id: ExerciseId
    sets: int = 3


class RemoveActivity(msgspec.Struct, frozen=True, kw_only=True):
    activity_id: ActivityId


class MoveDay(msgspec.Struct, frozen=True, kw_only=True):
    """Exchange the contents of two dates."""

    day_id: DayId
    to_date: datetime.date


class MakeRestDay(msgspec.Struct, frozen=True, kw_only=True):
    day_id: DayId


class AddEndurance(msgspec.Struct, frozen=True, kw_only=True):
    day_id: DayId
    sport: Sport
    minutes: int
    zone: int = 2


class ReorderActivities(msgspec.Struct, frozen=True, kw_only=True):
    day_id: DayId
    activity_ids: tuple[ActivityId, ...]


class ScaleTarget(msgspec.Struct, frozen=True, kw_only=True):
    """Exactly one is set."""

    activity_id: ActivityId | None = None
    day_id: DayId | None = None
    week_number: int | None = None


class ScaleIntensity(msgspec.Struct, frozen=True, kw_only=True):
    """Loads and effort by `factor`."""

    target: ScaleTarget
    factor: float


class ScaleVolume(msgspec.Struct, frozen=True, kw_only=True):
    """Number of sets, or minutes, by `factor`."""

    target: ScaleTarget
    factor: float


class SetTargets(msgspec.Struct, frozen=True, kw_only=True):
    activity_id: ActivityId
    sets: tuple[SetTarget, ...]


PlanOperation = (
    SwapExercise
    | AddExercise
    | RemoveActivity
    | MoveDay
    | MakeRestDay
    | AddEndurance
    | ReorderActivities
    | ScaleIntensity
    | ScaleVolume
    | SetTargets
)


class PlanEdit(msgspec.Struct, frozen=True, kw_only=True):
    """Which plan is to be changed, as of which version, under which key of the client's."""

    key: str
    plan_id: PlanId
    expected_version: int
