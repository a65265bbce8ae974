"""What stands in a plan, in words: sets, sessions, days and weeks, in the athlete's units."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from domain.exercise import Catalogue
from domain.plan import (
    Activity,
    Day,
    EnduranceActivity,
    Interval,
    IntervalKind,
    SetKind,
    SetTarget,
    StrengthActivity,
    Week,
)
from domain.profile import UnitSystem
from services.planning.explain.units import distance_words, load_words
from services.planning.explain.words import day_words, listed, weekday_name


@dataclass(frozen=True, slots=True)
class Telling:
    """`units` are the athlete's."""

    catalogue: Catalogue
    units: UnitSystem

    def day(self, day: Day) -> str:
        if not day.activities:
            return f"{day_words(day.date)} is a rest day."
        effort = _common_effort(day.activities)
        parts = "; ".join(self.activity(one, with_effort=effort is None) for one in day.activities)
        all_at = f"; all sets at RPE {effort:g}" if effort is not None else ""
        return f"{day_words(day.date)}: {day.title}, about {day.estimated_minutes} minutes. {parts}{all_at}."

    def week(self, week: Week) -> str:
        sessions = [f"{weekday_name(day.weekday)} {day.title}" for day in week.days if day.activities]
        if not sessions:
            return f"Week {week.number} is all rest."
        easier = ", an easier one" if week.is_deload else ""
        return f"Week {week.number}, from {day_words(week.start_date)} on{easier}: {'; '.join(sessions)}. {week.goal}"

    def activity(self, activity: Activity, *, with_effort: bool = True) -> str:
        """`Goblet Squat, 3 sets of 8 repetitions with 20 kg at RPE 7`."""
        if isinstance(activity, EnduranceActivity):
            return f"{activity.title}, {self.bout(activity)}"
        exercise = self.catalogue.get(activity.exercise_id)
        name = exercise.name if exercise else "an exercise"
        return f"{name}, {self.sets(activity, with_effort=with_effort)}"

    def sets(self, lift: StrengthActivity, *, with_effort: bool = True) -> str:
        """`3 sets of 8 repetitions with 80 kg at RPE 7`; what differs from set to set is told as it is."""
        working = working_sets(lift)
        if not working:
            return "no working sets"
        loads = [one.load_kg for one in working if one.load_kg is not None]
        load = f" with {load_words(*loads, units=self.units)}" if loads else ""
        effort = f" at {_efforts(working)}" if with_effort and _efforts(working) else ""
        return f"{_amounts(working)}{load}{effort}"

    def bout(self, bout: EnduranceActivity) -> str:
        """`30 minutes, about 4.7 km, in zone 2`, and what is hard in it."""
        distance = f", about {distance_words(bout.total_km, self.units)}" if bout.total_km is not None else ""
        return f"{bout.total_minutes:g} minutes{distance}{_work(bout.intervals)}"


def working_sets(lift: StrengthActivity) -> list[SetTarget]:
    return [one for one in lift.sets if one.kind is SetKind.WORKING]


def _common_effort(activities: Iterable[Activity]) -> float | None:
    """The effort of all sets of several exercises, where it is one and the same."""
    lifts = [one for one in activities if isinstance(one, StrengthActivity)]
    efforts = {one.rpe for lift in lifts for one in working_sets(lift)}
    return next(iter(efforts)) if len(lifts) > 1 and len(efforts) == 1 else None


def _amounts(working: Sequence[SetTarget]) -> str:
    unit = "repetitions" if working[0].reps is not None else "seconds"
    numbers = [one.reps if one.reps is not None else one.duration_seconds for one in working]
    if len(set(numbers)) == 1:
        return f"{len(working)} {'set' if len(working) == 1 else 'sets'} of {numbers[0]} {unit}"
    return f"sets of {listed([str(number) for number in numbers])} {unit}"


def _efforts(working: Iterable[SetTarget]) -> str:
    efforts = sorted({one.rpe for one in working if one.rpe is not None})
    if not efforts:
        return ""
    return f"RPE {efforts[0]:g}" if len(efforts) == 1 else f"RPE {efforts[0]:g} to {efforts[-1]:g}"


def _work(intervals: Sequence[Interval]) -> str:
    """The hard parts, or the zone of what is steady."""
    work = [one for one in intervals if one.kind is IntervalKind.WORK]
    if work:
        first = work[0]
        seconds = round(first.minutes * 60)
        length = f"{first.minutes:g} minutes" if seconds > 60 else f"{seconds} seconds"
        return f", with {len(work)} times {length} in zone {first.zone}"
    steady = next((one for one in intervals if one.kind is IntervalKind.STEADY), None)
    return f", in zone {steady.zone}" if steady is not None else ""
