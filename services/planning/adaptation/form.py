"""How somebody is doing: what they missed, how hard it felt, how sore they are, how long they were away."""

import datetime
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from statistics import mean

from domain.history import TrainingDay, TrainingHistory
from domain.ids import ExerciseId
from domain.plan import Week
from services.planning.adaptation.maxima import ABSENCE_DAYS, absence_factor, days_away, felt_rpe

TRAINED_SHARE = 0.5
"""A week counts as trained from half of its sessions on."""
BAD_DAYS_IN_A_ROW = 3
BAD_RPE_ERROR = 1.0
BAD_SESSION_RPE = 9.0
BAD_MISSING_REPS = 2.0
WORN_OUT_ENERGY = 1
LEAST_WEEKS_BEFORE_DELOAD = 2
SORENESS_DAYS = datetime.timedelta(days=10)
SORE_WORKOUTS = 2
SORE = 4.0
"""Of five: sore enough to do less (convention)."""
TOO_EASY_RPE_ERROR = -1.0
WEEK = datetime.timedelta(days=7)


@dataclass(frozen=True, slots=True)
class Form:
    """What the logged days say of somebody on a day. Where nothing was ever logged, all is taken to have gone as planned."""

    history: TrainingHistory
    today: datetime.date

    @property
    def days_away(self) -> int:
        """Days without training, where that is an absence; else 0."""
        days = days_away(self.history, self.today)
        return days if days >= ABSENCE_DAYS else 0

    @property
    def load_factor(self) -> float:
        return absence_factor(self.days_away)

    @property
    def is_sore(self) -> bool:
        """Whether the last days were sore ones on average, told of at least two of them."""
        told = [
            day.soreness
            for day in self.history.days
            if day.soreness is not None and day.date > self.today - SORENESS_DAYS
        ]
        return len(told) >= SORE_WORKOUTS and mean(told) >= SORE

    def is_worn_out(self, begun: Sequence[Week]) -> bool:
        """Whether the last three workouts in a row were bad, with at least two full weeks since the last easier one."""
        full = _since_light(begun)
        if len(full) < LEAST_WEEKS_BEFORE_DELOAD:
            return False
        start = full[0].start_date
        last = [day for day in self.history.days if day.was_trained and day.date >= start][-BAD_DAYS_IN_A_ROW:]
        return len(last) == BAD_DAYS_IN_A_ROW and all(is_bad(day) for day in last)

    def was_trained(self, week: Week) -> bool:
        """Whether at least half of the sessions that were due in this week were done."""
        if not self.history.tells:
            return True
        due = [day for day in self._days_of(week) if self._is_due(day)]
        done = sum(1 for day in due if day.was_trained)
        return not due or done >= TRAINED_SHARE * len(due)

    def missed_share(self, week: Week) -> float:
        """Which share of the sessions due in this week was not done."""
        due = [day for day in self._days_of(week) if self._is_due(day)]
        if not self.history.tells or not due:
            return 0.0
        return sum(1 for day in due if not day.was_trained) / len(due)

    def missed_exercises(self, week: Week) -> frozenset[ExerciseId]:
        """Exercises that were due in this week and done on none of its days."""
        if not self.history.tells:
            return frozenset()
        missed: set[ExerciseId] = set()
        done: set[ExerciseId] = set()
        for day in self._days_of(week):
            if not self._is_due(day):
                continue
            sets = {one.exercise_id for one in day.sets}
            # A workout that was logged without its sets is taken at its word.
            done |= sets or (day.planned if day.was_trained else frozenset())
            missed |= day.planned
        return frozenset(missed - done)

    def rpe_errors(self, week: Week) -> Mapping[ExerciseId, float]:
        """By how much the sets of each exercise felt harder than they were meant to, on average."""
        errors: dict[ExerciseId, list[float]] = defaultdict(list)
        for day in self._days_of(week):
            for exercise_id, error in _errors(day):
                errors[exercise_id].append(error)
        return {exercise_id: mean(found) for exercise_id, found in errors.items()}

    def _is_due(self, day: TrainingDay) -> bool:
        """Whether it should be done by now; today's session still can be."""
        return day.is_planned and (day.date < self.today or day.completion is not None)

    def _days_of(self, week: Week) -> Iterator[TrainingDay]:
        end = week.start_date + WEEK
        return (day for day in self.history.days if week.start_date <= day.date < end)


def is_bad(day: TrainingDay) -> bool:
    """Whether a workout went badly: felt much too hard, left repetitions undone, or found its athlete without any energy."""
    if day.session_rpe is not None and day.session_rpe >= BAD_SESSION_RPE:
        return True
    if day.energy is not None and day.energy <= WORN_OUT_ENERGY:
        return True
    errors = [error for _, error in _errors(day)]
    missing = [max(0, one.planned_reps - one.reps) for one in day.sets if one.planned_reps and one.reps is not None]
    is_too_hard = bool(errors) and mean(errors) >= BAD_RPE_ERROR
    return is_too_hard or (bool(missing) and mean(missing) >= BAD_MISSING_REPS)


def _errors(day: TrainingDay) -> Iterator[tuple[ExerciseId, float]]:
    return ((one.exercise_id, felt_rpe(one) - one.planned_rpe) for one in day.sets if one.planned_rpe is not None)


def _since_light(begun: Sequence[Week]) -> list[Week]:
    full: list[Week] = []
    for week in reversed(begun):
        if week.is_deload:
            break
        full.insert(0, week)
    return full
