"""What was trained of late, held beside what had been planned: what plans go on from."""

import datetime

import msgspec

from domain.ids import ExerciseId
from domain.terms import Sport
from domain.training import Completion


class DoneSet(msgspec.Struct, frozen=True, kw_only=True):
    """One working set as it was done. `planned_*` is what had been meant, None where the set was in no plan."""

    exercise_id: ExerciseId
    reps: int | None = None
    load_kg: float | None = None
    rpe: float | None = None
    planned_reps: int | None = None
    planned_load_kg: float | None = None
    planned_rpe: float | None = None


class DoneEndurance(msgspec.Struct, frozen=True, kw_only=True):
    """Minutes done in one sport on one date, and kilometres where they were told."""

    sport: Sport
    minutes: float
    distance_km: float | None = None


class TrainingDay(msgspec.Struct, frozen=True, kw_only=True):
    """One date with a planned session, with a log, or with both.

    `completion` is None where nothing was told of the date. `planned` are the exercises that the plan had for it.
    """

    date: datetime.date
    is_planned: bool
    completion: Completion | None = None
    planned: frozenset[ExerciseId] = frozenset()
    sets: tuple[DoneSet, ...] = ()
    endurance: tuple[DoneEndurance, ...] = ()
    session_rpe: float | None = None
    energy: int | None = None
    soreness: int | None = None

    @property
    def was_trained(self) -> bool:
        return self.completion in (Completion.DONE, Completion.PARTIAL)


class TrainingHistory(msgspec.Struct, frozen=True, kw_only=True):
    """The dates of the last weeks, in order, up to today."""

    days: tuple[TrainingDay, ...] = ()

    @property
    def tells(self) -> bool:
        """Whether anything was logged at all: of who logs nothing it is not known that they missed anything."""
        return any(day.completion is not None for day in self.days)
