"""Faults in endurance work: how long, how hard, when (R20, R21, R23, R38, R42 to R44)."""

import math
from collections.abc import Iterator

from benchmarks.plans.faults.case import Fault, Good, Plant, Planted
from benchmarks.plans.planting import (
    bout,
    bouts_of,
    lift,
    lifts_of,
    replace,
    stretched,
    with_day,
    with_days,
    with_intervals,
)
from domain.plan import Activity, Day, EnduranceActivity, IntervalKind
from domain.terms import ExperienceLevel, Mechanic, MovementPattern, Sport

DAYS_BACK = 30
FREE_MINUTES = 20.0
TAPER_DAYS = 14
COPIED_FROM_DAYS = 21
HEALTH_MINUTES = 150


def a_run_of_three_times_the_longest(good: Good) -> Planted | None:
    return _longer_run(good, 3.0)


def a_run_a_fifth_too_long(good: Good) -> Planted | None:
    return _longer_run(good, 1.2)


def _longer_run(good: Good, factor: float) -> Planted | None:
    """The last run takes so many times the longest of the thirty days before it."""
    runs = list(_bouts_in(good, Sport.RUNNING))
    if not runs:
        return None
    day, run = runs[-1]
    known = [it.longest_minutes for it in good.basis.constraints.endurance_baselines if it.sport is Sport.RUNNING]
    start = good.document.start_date.toordinal()
    done = [(start - 1, minutes) for minutes in known] + [
        (when.date.toordinal(), it.total_minutes) for when, it in runs[:-1]
    ]
    longest = max((minutes for when, minutes in done if day.date.toordinal() - DAYS_BACK <= when), default=FREE_MINUTES)
    minutes = math.ceil(max(longest, FREE_MINUTES) * factor) + 1
    made = (bout(Sport.RUNNING, minutes) if it is run else it for it in day.activities)
    return good.with_activities(day, *made)


def twice_the_minutes_in_a_week(good: Good) -> Planted | None:
    """Week three has two and a half times its endurance."""
    weeks = good.document.weeks
    if len(weeks) < 3 or any(week.is_deload for week in weeks[:3]) or not any(bouts_of(day) for day in weeks[2].days):
        return None
    document = with_days(
        good.document,
        good.catalogue,
        lambda day: [stretched(it, 2.5) for it in day.activities],
        where=lambda week, _: week.number == 3,
    )
    return Planted(good.basis, document)


def too_little_for_health(good: Good) -> Planted | None:
    """A tenth of the endurance minutes."""
    full = [week for week in good.document.weeks if not week.is_deload]
    if not any(bouts_of(day) for week in full for day in week.days):
        return None
    document = with_days(
        good.document, good.catalogue, lambda day: [stretched(it, 0.1) for it in day.activities], where=lambda *_: True
    )
    return Planted(good.basis, document)


def hard_days_in_a_row_for_a_novice(good: Good) -> Planted | None:
    if good.basis.experience is not ExperienceLevel.NOVICE:
        return None
    document = good.document
    for day in document.weeks[0].days[2:4]:
        hard = bout(Sport.CYCLING, 25, zone=4, work=IntervalKind.WORK)
        document = with_day(document, good.catalogue, day, (*day.activities, hard))
    return Planted(good.basis, document)


def everything_hard(good: Good) -> Planted | None:
    """All endurance in zone four."""
    if not any(True for _ in _bouts_in(good)):
        return None

    def harder(activity: Activity) -> Activity:
        return with_intervals(activity, lambda it: replace(it, zone=4, rpe=7.5, kind=IntervalKind.WORK))

    document = with_days(good.document, good.catalogue, lambda day: map(harder, day.activities), where=lambda *_: True)
    return Planted(good.basis, document)


def a_week_in_one_run(good: Good) -> Planted | None:
    """Wherever a week has two runs or more, the first of them is five times as long."""
    firsts = set()
    for week in good.document.weeks:
        runs = [it for day in week.days for it in bouts_of(day) if it.sport is Sport.RUNNING]
        firsts.update({runs[0].id} if len(runs) > 1 else set())
    if not firsts:
        return None
    document = with_days(
        good.document,
        good.catalogue,
        lambda day: [stretched(it, 5.0) if it.id in firsts else it for it in day.activities],
        where=lambda *_: True,
    )
    return Planted(good.basis, document)


def no_taper(good: Good) -> Planted | None:
    """The two weeks before the event do what was done three weeks before, and half as much again."""
    event = good.basis.constraints.event
    last = good.document.weeks[-1].days[-1].date
    if event is None or event.date > last or (event.date - good.document.start_date).days < TAPER_DAYS + 7:
        return None
    by_date = {day.date.toordinal(): day.activities for _, day in good.days()}
    day_of_event = event.date.toordinal()

    def busy(day: Day) -> list[Activity]:
        earlier = by_date.get(day.date.toordinal() - COPIED_FROM_DAYS, ())
        return [stretched(it, 1.5) for it in earlier or day.activities]

    document = with_days(
        good.document,
        good.catalogue,
        busy,
        where=lambda _, day: 0 < day_of_event - day.date.toordinal() <= TAPER_DAYS,
    )
    return Planted(good.basis, document)


def heavy_legs_and_intervals_on_one_day(good: Good) -> Planted | None:
    leg = good.find(
        lambda it: it.pattern is MovementPattern.SQUAT and it.mechanic is Mechanic.COMPOUND and it.usefulness > 1
    )
    days = good.lifting_days()
    if leg is None or not days:
        return None
    hard = bout(Sport.CYCLING, 25, zone=4, work=IntervalKind.WORK)
    return good.with_activities(days[0], *lifts_of(days[0]), lift(leg, sets=3, rpe=8.0), hard)


def _bouts_in(good: Good, sport: Sport | None = None) -> Iterator[tuple[Day, EnduranceActivity]]:
    return ((day, it) for _, day in good.days() for it in bouts_of(day) if sport in {None, it.sport})


HARD: tuple[tuple[str, Plant], ...] = (
    ("R20", a_run_of_three_times_the_longest),
    ("R38", hard_days_in_a_row_for_a_novice),
)
SOFT: tuple[tuple[str, Plant], ...] = (
    ("R20", a_run_a_fifth_too_long),
    ("R21", twice_the_minutes_in_a_week),
    ("R23", too_little_for_health),
    ("R38", everything_hard),
    ("R42", a_week_in_one_run),
    ("R43", no_taper),
    ("R44", heavy_legs_and_intervals_on_one_day),
)
FAULTS = tuple(Fault(rule, True, plant) for rule, plant in HARD) + tuple(Fault(r, False, plant) for r, plant in SOFT)
