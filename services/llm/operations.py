"""Operations in a model's answer, as the same typed operations that an edit has. One that does not hold spoils them all."""

import math
from collections.abc import Sequence
from enum import StrEnum

from domain.ids import ActivityId
from domain.operations import (
    MAXIMUM_OPERATIONS,
    SCALE_FACTOR,
    AddEndurance,
    AddExercise,
    MakeRestDay,
    MoveDay,
    PlanOperation,
    RemoveActivity,
    ReorderActivities,
    ScaleIntensity,
    ScaleTarget,
    ScaleVolume,
    SwapExercise,
)
from domain.plan import Day
from domain.terms import Sport
from services.llm.answers import StrictAnswer
from services.llm.handles import Handles
from services.llm.names import Names

SETS = (1, 8)
MINUTES = (5, 300)
ZONES = (1, 5)


class OperationKind(StrEnum):
    """What a message may ask for. Single sets are not among it: a model writes none."""

    SWAP_EXERCISE = "SWAP_EXERCISE"
    ADD_EXERCISE = "ADD_EXERCISE"
    REMOVE_ACTIVITY = "REMOVE_ACTIVITY"
    MOVE_DAY = "MOVE_DAY"
    MAKE_REST_DAY = "MAKE_REST_DAY"
    ADD_ENDURANCE = "ADD_ENDURANCE"
    REORDER_ACTIVITIES = "REORDER_ACTIVITIES"
    SCALE_INTENSITY = "SCALE_INTENSITY"
    SCALE_VOLUME = "SCALE_VOLUME"


class OperationAnswer(StrictAnswer):
    """One operation. Fields that its kind does not have are null."""

    kind: OperationKind
    day: str | None
    activity: str | None
    exercise: str | None
    everywhere: bool
    to_day: str | None
    sport: Sport | None
    minutes: int | None
    zone: int | None
    activities: list[str] | None
    week: int | None
    factor: float | None
    sets: int | None


class Unresolved(Exception):
    """An operation points at nothing that is there, or asks for what cannot be."""


class OperationReader:
    """Turns a model's operations into those of the domain, for one plan."""

    def __init__(self, handles: Handles, names: Names, *, weeks: int) -> None:
        self._handles = handles
        self._names = names
        self._weeks = weeks

    def operations(self, answers: Sequence[OperationAnswer]) -> tuple[PlanOperation, ...]:
        """All of them. Raises Unresolved where a single one does not hold: half a wish is none."""
        if len(answers) > MAXIMUM_OPERATIONS:
            raise Unresolved
        return tuple(dict.fromkeys(self._operation(answer) for answer in answers))

    def _operation(self, answer: OperationAnswer) -> PlanOperation:
        match answer.kind:
            case OperationKind.SWAP_EXERCISE:
                return self._swap(answer)
            case OperationKind.ADD_EXERCISE:
                return self._add(answer)
            case OperationKind.REMOVE_ACTIVITY:
                return RemoveActivity(activity_id=self._activity(answer.activity))
            case OperationKind.MOVE_DAY:
                return MoveDay(day_id=self._day(answer.day).id, to_date=self._day(answer.to_day).date)
            case OperationKind.MAKE_REST_DAY:
                return MakeRestDay(day_id=self._day(answer.day).id)
            case OperationKind.ADD_ENDURANCE:
                return self._endurance(answer)
            case OperationKind.REORDER_ACTIVITIES:
                return self._reorder(answer)
            case OperationKind.SCALE_INTENSITY:
                return ScaleIntensity(target=self._target(answer), factor=_factor(answer))
            case OperationKind.SCALE_VOLUME:
                return ScaleVolume(target=self._target(answer), factor=_factor(answer))

    def _swap(self, answer: OperationAnswer) -> SwapExercise:
        activity_id = self._activity(answer.activity)
        if answer.exercise is None:
            return SwapExercise(activity_id=activity_id, everywhere=answer.everywhere)
        exercise = self._names.exercise(answer.exercise)
        if exercise is None:
            raise Unresolved
        return SwapExercise(activity_id=activity_id, exercise_id=exercise.id, everywhere=answer.everywhere)

    def _add(self, answer: OperationAnswer) -> AddExercise:
        exercise = self._names.exercise(answer.exercise)
        if exercise is None:
            raise Unresolved
        sets = 3 if answer.sets is None else _within(answer.sets, SETS)
        return AddExercise(day_id=self._day(answer.day).id, exercise_id=exercise.id, sets=sets)

    def _endurance(self, answer: OperationAnswer) -> AddEndurance:
        if answer.sport is None:
            raise Unresolved
        return AddEndurance(
            day_id=self._day(answer.day).id,
            sport=answer.sport,
            minutes=_within(answer.minutes, MINUTES),
            zone=2 if answer.zone is None else _within(answer.zone, ZONES),
        )

    def _reorder(self, answer: OperationAnswer) -> ReorderActivities:
        day = self._day(answer.day)
        ids = tuple(self._activity(handle) for handle in answer.activities or ())
        if sorted(ids) != sorted(activity.id for activity in day.activities):
            raise Unresolved
        return ReorderActivities(day_id=day.id, activity_ids=ids)

    def _target(self, answer: OperationAnswer) -> ScaleTarget:
        """Exactly one of activity, day and week."""
        given = [handle is not None for handle in (answer.activity, answer.day, answer.week)]
        if sum(given) != 1:
            raise Unresolved
        if answer.activity is not None:
            return ScaleTarget(activity_id=self._activity(answer.activity))
        if answer.day is not None:
            return ScaleTarget(day_id=self._day(answer.day).id)
        return ScaleTarget(week_number=_within(answer.week, (1, self._weeks)))

    def _day(self, handle: str | None) -> Day:
        day = self._handles.days.get(handle or "")
        if day is None:
            raise Unresolved
        return day

    def _activity(self, handle: str | None) -> ActivityId:
        activity_id = self._handles.activities.get(handle or "")
        if activity_id is None:
            raise Unresolved
        return activity_id


def _factor(answer: OperationAnswer) -> float:
    factor = answer.factor
    if factor is None or not math.isfinite(factor) or not SCALE_FACTOR[0] <= factor <= SCALE_FACTOR[1] or factor == 1:
        raise Unresolved
    return factor


def _within(number: int | None, bounds: tuple[int, int]) -> int:
    if number is None or not bounds[0] <= number <= bounds[1]:
        raise Unresolved
    return number
