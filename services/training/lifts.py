"""What was lifted the last time before a day. Pure."""

import datetime
from bisect import bisect_left
from collections.abc import Iterable

from db.queries.training import LiftsOnDate
from domain.ids import ExerciseId
from domain.training import LoggedSet


class PreviousSets:
    """Sets by exercise and date, for all days of a plan at once."""

    def __init__(self, lifts: Iterable[LiftsOnDate]) -> None:
        self._dates: dict[ExerciseId, list[datetime.date]] = {}
        self._sets: dict[tuple[ExerciseId, datetime.date], list[LoggedSet]] = {}
        for lift in sorted(lifts, key=lambda one: one.date):
            for one in lift.sets:
                self._add(lift.date, one)

    def before(self, date: datetime.date, exercise_id: ExerciseId) -> tuple[LoggedSet, ...]:
        """The sets of the last day before this one on which the exercise was done; empty where it never was."""
        dates = self._dates.get(exercise_id, [])
        place = bisect_left(dates, date)
        return tuple(self._sets[exercise_id, dates[place - 1]]) if place else ()

    def _add(self, date: datetime.date, one: LoggedSet) -> None:
        dates = self._dates.setdefault(one.exercise_id, [])
        if not dates or dates[-1] != date:
            dates.append(date)
        self._sets.setdefault((one.exercise_id, date), []).append(one)
