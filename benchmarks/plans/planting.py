"""The means to change one thing of a finished plan: neutral words, one day, one activity, with its minutes settled."""

from collections.abc import Callable, Iterable, Iterator

import msgspec

from benchmarks.plans.baselines.writing import kind_of
from domain.exercise import Catalogue, Exercise
from domain.ids import ActivityId, ExerciseId
from domain.plan import (
    Activity,
    Day,
    EnduranceActivity,
    Interval,
    IntervalKind,
    PlanDocument,
    SetKind,
    SetTarget,
    StrengthActivity,
    Week,
)
from domain.terms import Sport
from services.planning.minutes import estimated_minutes

replace = msgspec.structs.replace
PLANTED = ActivityId("activity_" + "f" * 32)
ZONE_RPE = {1: 2.0, 2: 4.0, 3: 6.0, 4: 7.5, 5: 9.0}
DayChange = Callable[[Day], Iterable[Activity]]


def neutral(document: PlanDocument) -> PlanDocument:
    """The plan with words that claim nothing, so that a change of its numbers makes no text false."""
    words = "As planned."
    weeks = tuple(
        replace(week, focus=words, goal=words, progression=words, days=tuple(map(_plain, week.days)))
        for week in document.weeks
    )
    return replace(document, title="A plan", summary=words, rationale=words, weeks=weeks)


def _plain(day: Day) -> Day:
    activities = tuple(replace(activity, note=None) for activity in day.activities)
    title = "Training" if activities else "Rest"
    return replace(day, title=title, rationale="As planned.", activities=activities)


def days_of(document: PlanDocument) -> Iterator[tuple[Week, Day]]:
    return ((week, day) for week in document.weeks for day in week.days)


def lifts_of(day: Day) -> list[StrengthActivity]:
    return [activity for activity in day.activities if isinstance(activity, StrengthActivity)]


def bouts_of(day: Day) -> list[EnduranceActivity]:
    return [activity for activity in day.activities if isinstance(activity, EnduranceActivity)]


def working(activity: StrengthActivity) -> list[SetTarget]:
    return [target for target in activity.sets if target.kind is SetKind.WORKING]


def with_days(
    document: PlanDocument, catalogue: Catalogue, change: DayChange, *, where: Callable[[Week, Day], bool]
) -> PlanDocument:
    """The plan with other activities on the days for which `where` holds, kinds and minutes settled."""
    weeks = tuple(
        replace(
            week,
            days=tuple(settled(day, change(day), catalogue) if where(week, day) else day for day in week.days),
        )
        for week in document.weeks
    )
    return replace(document, weeks=weeks)


def with_day(document: PlanDocument, catalogue: Catalogue, day: Day, activities: Iterable[Activity]) -> PlanDocument:
    """The plan with other activities on one day."""
    made = tuple(activities)
    return with_days(document, catalogue, lambda _: made, where=lambda _, other: other.date == day.date)


def settled(day: Day, activities: Iterable[Activity], catalogue: Catalogue) -> Day:
    made = tuple(activities)
    is_known = all(isinstance(one, EnduranceActivity) or one.exercise_id in catalogue for one in made)
    minutes = estimated_minutes(made, catalogue) if is_known else day.estimated_minutes
    return _plain(replace(day, activities=made, kind=kind_of(made), estimated_minutes=minutes))


def with_sets(activity: Activity, change: Callable[[SetTarget], SetTarget]) -> Activity:
    """The activity with its working sets changed; endurance stays as it is."""
    if isinstance(activity, EnduranceActivity):
        return activity
    sets = tuple(change(target) if target.kind is SetKind.WORKING else target for target in activity.sets)
    return replace(activity, sets=sets)


def with_intervals(activity: Activity, change: Callable[[Interval], Interval]) -> Activity:
    """The activity with its intervals changed and its minutes summed up; strength work stays as it is."""
    if not isinstance(activity, EnduranceActivity):
        return activity
    intervals = tuple(map(change, activity.intervals))
    return replace(activity, intervals=intervals, total_minutes=sum(part.minutes for part in intervals))


def stretched(activity: Activity, factor: float) -> Activity:
    """An endurance activity with so many times its minutes, in half minutes."""
    return with_intervals(activity, lambda part: replace(part, minutes=max(0.5, round(2 * part.minutes * factor) / 2)))


def lift(exercise: Exercise, *, sets: int = 2, reps: int = 8, rpe: float = 7.0) -> StrengthActivity:
    target = SetTarget(
        reps=None if exercise.is_timed else reps,
        duration_seconds=30 if exercise.is_timed else None,
        rpe=rpe,
        rest_seconds=120,
    )
    return StrengthActivity(id=PLANTED, exercise_id=ExerciseId(exercise.id), sets=(target,) * sets)


def bout(sport: Sport, minutes: float, *, zone: int = 2, work: IntervalKind = IntervalKind.STEADY) -> EnduranceActivity:
    """Five minutes of warm-up, and so many minutes in all."""
    parts = (
        Interval(kind=IntervalKind.WARM_UP, minutes=5, zone=1, rpe=ZONE_RPE[1]),
        Interval(kind=work, minutes=minutes - 5, zone=zone, rpe=ZONE_RPE[zone]),
    )
    return EnduranceActivity(id=PLANTED, title="Endurance", sport=sport, intervals=parts, total_minutes=minutes)
