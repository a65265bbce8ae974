"""A plan while it is edited: finds what an operation speaks of, takes changed days, and collects what went wrong."""

from collections.abc import Callable, Iterable, Iterator
from datetime import date
from functools import cached_property

import msgspec

from domain.basis import PlanBasis
from domain.errors import FaultCode, PlanNotEditable
from domain.exercise import Catalogue, Exercise
from domain.faults import Faults
from domain.ids import ActivityId, DayId, ExerciseId
from domain.plan import Activity, Day, PlanChange, PlanDocument, StrengthActivity, Week
from services.planning.edits.lightening import is_lighter
from services.planning.edits.telling import Telling
from services.planning.limits import Limits, limits_of


class Edited(msgspec.Struct, frozen=True, kw_only=True):
    """What came of an edit. Without changes the document is the very same object."""

    document: PlanDocument
    changes: tuple[PlanChange, ...]


class Place(msgspec.Struct, frozen=True):
    """Where an activity stands."""

    day: Day
    position: int
    activity: Activity


class Path:
    """The way to an operation's argument, as the client wrote it."""

    def __init__(self, position: int, name: str) -> None:
        self._start = ("operations", str(position), name)

    def to(self, *steps: str | int) -> tuple[str, ...]:
        return (*self._start, *(str(step) for step in steps))


class Draft:
    """The days as they are so far. An operation at fault changes nothing and leaves its fault here."""

    def __init__(
        self,
        document: PlanDocument,
        *,
        basis: PlanBasis,
        catalogue: Catalogue,
        editable: frozenset[date],
        new_activity_id: Callable[[], ActivityId],
    ) -> None:
        self.basis = basis
        self.catalogue = catalogue
        self.new_activity_id = new_activity_id
        self.faults = Faults()
        self._document = document
        self._telling = Telling(document, basis, catalogue)
        self._editable = editable
        self._days = {day.date: day for week in document.weeks for day in week.days}
        self._changes: list[PlanChange] = []
        self._closed: list[date] = []

    @cached_property
    def limits(self) -> Limits:
        return limits_of(self.basis)

    def place(self, activity_id: ActivityId, path: tuple[str, ...]) -> Place | None:
        """Where this activity stands now; a fault where it is not in the plan."""
        for day in self._days.values():
            for position, activity in enumerate(day.activities):
                if activity.id == activity_id:
                    return Place(day, position, activity)
        self.faults.add(path, FaultCode.UNKNOWN, "There is no such activity in this plan.")
        return None

    def strength_place(self, activity_id: ActivityId, path: tuple[str, ...]) -> tuple[Place, StrengthActivity] | None:
        """The same for a strength activity; endurance is a fault too."""
        place = self.place(activity_id, path)
        if place is None:
            return None
        if isinstance(place.activity, StrengthActivity):
            return place, place.activity
        self.faults.add(path, FaultCode.INVALID, "This is endurance work. Choose a strength exercise.")
        return None

    def day(self, day_id: DayId, path: tuple[str, ...]) -> Day | None:
        """The day with this id as it is now; a fault where it is not in the plan."""
        found = next((day for day in self._days.values() if day.id == day_id), None)
        if found is None:
            self.faults.add(path, FaultCode.UNKNOWN, "There is no such day in this plan.")
        return found

    def day_on(self, on: date) -> Day | None:
        return self._days.get(on)

    def exercise(self, exercise_id: ExerciseId, path: tuple[str, ...]) -> Exercise | None:
        """The exercise of the catalogue; a fault where there is none."""
        found = self.catalogue.get(exercise_id)
        if found is None:
            self.faults.add(path, FaultCode.UNKNOWN, "There is no such exercise.")
        return found

    def name(self, exercise_id: ExerciseId) -> str:
        found = self.catalogue.get(exercise_id)
        return found.name if found else "an exercise"

    def week(self, number: int) -> Week | None:
        return next((week for week in self._document.weeks if week.number == number), None)

    def open_days(self, days: Iterable[Day]) -> list[Day]:
        """Those that may be changed, as they are now. If there are none, the edit ends in PlanNotEditable."""
        dates = [day.date for day in days]
        found = [self._days[on] for on in dates if on in self._editable]
        if not found:
            self._closed.extend(dates)
        return found

    def is_open(self, day: Day) -> bool:
        """Whether this day may be changed. If not, the edit ends in PlanNotEditable."""
        return bool(self.open_days([day]))

    def all_days(self) -> Iterator[Day]:
        return iter(tuple(self._days.values()))

    def put(self, day: Day, activities: Iterable[Activity]) -> None:
        """Give a day these activities; its title, kind and minutes follow."""
        self._days[day.date] = self._telling.day(day, tuple(activities))

    def say(self, description: str, *, on: date | None = None) -> None:
        """Note what changed, in words; what is done twice is told once."""
        change = PlanChange(date=on, description=description)
        if change not in self._changes:
            self._changes.append(change)

    def finished(self) -> Edited:
        """The edited document. Raises InvalidInput, or PlanNotEditable, if anything went wrong."""
        self.faults.raise_if_any()
        if self._closed:
            dates = ", ".join(f"{on:%d %B}".lstrip("0") for on in sorted(set(self._closed))[:3])
            raise PlanNotEditable(f"Days that are past or logged cannot be changed ({dates}).")
        if not self._changes:
            return Edited(document=self._document, changes=())
        weeks = tuple(self._rebuilt(week) for week in self._document.weeks)
        return Edited(document=self._telling.plan(weeks), changes=tuple(self._changes))

    def _rebuilt(self, week: Week) -> Week:
        days = tuple(self._days[day.date] for day in week.days)
        if all(new is old for new, old in zip(days, week.days, strict=True)):
            return week
        new = msgspec.structs.replace(week, days=days)
        return msgspec.structs.replace(new, is_lightened=week.is_lightened or is_lighter(new, week, self.catalogue))
