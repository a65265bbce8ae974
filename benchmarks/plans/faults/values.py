"""Faults in days, minutes, numbers, texts and effort (R01 to R04, R15, R16, R29 to R34, R39, R45, R46, R48, R50)."""

import math

from benchmarks.plans.faults.case import Fault, Good, Plant, Planted
from benchmarks.plans.planting import (
    bout,
    lift,
    lifts_of,
    replace,
    with_day,
    with_days,
    with_intervals,
    with_sets,
    working,
)
from domain.ids import ExerciseId
from domain.plan import (
    Activity,
    Day,
    EnduranceActivity,
    Interval,
    IntervalKind,
    IntRange,
    PlanDocument,
    SetKind,
    SetTarget,
    StrengthActivity,
)
from domain.terms import WEEKDAYS, Equipment, ExperienceLevel, Mechanic, MovementPattern, Sport
from services.planning.loads import best_maxima

FIRST_WEEK_DAYS = 7


def an_exercise_that_nobody_knows(good: Good) -> Planted | None:
    for day in good.lifting_days():
        first = replace(lifts_of(day)[0], exercise_id=ExerciseId("exercise_moon-walk"))
        return good.with_activities(day, first, *(it for it in day.activities if it is not lifts_of(day)[0]))
    return None


def equipment_that_is_not_there(good: Good) -> Planted | None:
    had = {*good.basis.constraints.equipment, Equipment.BODY_WEIGHT}
    return good.with_lift_of(lambda exercise: not had.issuperset(exercise.equipment))


def a_session_on_a_closed_day(good: Good) -> Planted | None:
    open_days = good.basis.constraints.training_days
    for _, day in good.days():
        if WEEKDAYS[day.date.weekday()] not in open_days:
            return good.with_added(day, bout(Sport.WALKING, 10))
    return None


def a_session_far_too_long(good: Good) -> Planted | None:
    return _lasting(good, 1.4)


def a_session_a_little_too_long(good: Good) -> Planted | None:
    return _lasting(good, 1.15)


def _lasting(good: Good, factor: float) -> Planted | None:
    """A day that takes so many times the stated minutes: a walk at its end is as long as it must be."""
    for day in (day for _, day in good.days() if day.activities):
        missing = math.floor(good.basis.constraints.session_minutes * factor) - day.estimated_minutes
        if missing - 1 >= 10:
            return good.with_added(day, bout(Sport.WALKING, missing - 1))
        made = [
            with_sets(it, lambda target: replace(target, rest_seconds=target.rest_seconds + 60))
            for it in day.activities
        ]
        planted = good.with_activities(day, *made)
        if _minutes(planted, day) > good.basis.constraints.session_minutes * (1.2 if factor > 1.2 else 1.1):
            return planted
    return None


def _minutes(planted: Planted, day: Day) -> int:
    found = (it for week in planted.document.weeks for it in week.days if it.date == day.date)
    return next(found).estimated_minutes


def forty_repetitions(good: Good) -> Planted | None:
    for day in good.lifting_days():
        if any(target.reps for it in lifts_of(day) for target in it.sets):
            made = (
                with_sets(it, lambda target: replace(target, reps=40 if target.reps else None)) for it in day.activities
            )
            return good.with_activities(day, *made)
    return None


def seven_days_in_a_row(good: Good) -> Planted | None:
    return Planted(good.basis, _trained_on(good, 7))


def six_days_where_five_are_enough(good: Good) -> Planted | None:
    is_spared = good.basis.experience is ExperienceLevel.NOVICE or good.basis.age >= 65
    return Planted(good.basis, _trained_on(good, 6)) if is_spared else None


def _trained_on(good: Good, count: int) -> PlanDocument:
    """The plan with walks on rest days of the first week, until it trains on so many."""
    document = good.document
    days = document.weeks[0].days
    free = [day for day in days if not day.activities]
    for day in free[: max(0, count - (len(days) - len(free)))]:
        document = with_day(document, good.catalogue, day, [bout(Sport.WALKING, 10)])
    return document


def rests_of_half_a_minute(good: Good) -> Planted | None:
    for day in good.lifting_days():
        if any(target.rest_seconds >= 60 and (target.rpe or 0) >= 6 for it in lifts_of(day) for target in working(it)):
            made = (with_sets(it, lambda target: replace(target, rest_seconds=30)) for it in day.activities)
            return good.with_activities(day, *made)
    return None


def small_before_big(good: Good) -> Planted | None:
    """Isolation first in every session; where there is none, one is added."""
    small = good.find(lambda exercise: exercise.pattern is MovementPattern.ISOLATION and exercise.usefulness > 1)
    has_big = any(
        good.exercise_of(it).mechanic is Mechanic.COMPOUND for day in good.lifting_days() for it in lifts_of(day)
    )
    if small is None or not has_big:
        return None

    def reversed_day(day: Day) -> list[Activity]:
        lifts = [it for it in day.activities if isinstance(it, StrengthActivity) and it.exercise_id != small.id]
        others = [it for it in day.activities if isinstance(it, EnduranceActivity)]
        ranked = sorted(lifts, key=lambda it: good.exercise_of(it).mechanic is Mechanic.COMPOUND)
        return [lift(small), *ranked, *others]

    document = with_days(good.document, good.catalogue, reversed_day, where=lambda _, day: bool(lifts_of(day)))
    return Planted(good.basis, document)


def loads_far_beyond_the_maximum(good: Good) -> Planted | None:
    known = best_maxima(good.basis.constraints.known_lifts)
    for day in good.lifting_days():
        for found in lifts_of(day):
            sets = working(found)
            reckoned = (sets[0].reps or 20) + 10 - (sets[0].rpe or 0) <= 12
            if found.exercise_id in known and sets[0].load_kg and reckoned:
                heavy = 2.5 * round(known[found.exercise_id] * 1.2 / 2.5)
                return _loaded(good, day, found, heavy)
    return None


def _loaded(good: Good, day: Day, found: StrengthActivity, load_kg: float) -> Planted:
    """The plan with this load on all working sets of one activity."""

    def heavier(target: SetTarget) -> SetTarget:
        return replace(target, load_kg=load_kg)

    return good.with_activities(day, *(with_sets(it, heavier) if it is found else it for it in day.activities))


def a_bold_first_week(good: Good) -> Planted | None:
    first = good.document.start_date.toordinal()
    for day in good.lifting_days():
        if day.date.toordinal() - first < FIRST_WEEK_DAYS and not good.basis.constraints.known_lifts:
            made = (with_sets(it, lambda target: replace(target, rpe=8.5)) for it in day.activities)
            return good.with_activities(day, *made)
    return None


def a_heart_rate_of_another_zone(good: Good) -> Planted | None:
    def faster(part: Interval) -> Interval:
        span = part.heart_rate
        return part if span is None else replace(part, heart_rate=IntRange(span.minimum + 12, span.maximum + 12))

    for _, day in good.days():
        parts = [part for it in day.activities if isinstance(it, EnduranceActivity) for part in it.intervals]
        if any(part.heart_rate is not None for part in parts):
            return good.with_activities(day, *(with_intervals(it, faster) for it in day.activities))
    return None


def a_cold_start(good: Good) -> Planted | None:
    """Neither warm-up sets nor a warm-up interval at the beginning of any day."""

    def cold(activity: Activity) -> Activity:
        if isinstance(activity, StrengthActivity):
            return replace(activity, sets=tuple(it for it in activity.sets if it.kind is not SetKind.WARM_UP))
        return with_intervals(
            activity, lambda it: replace(it, kind=IntervalKind.STEADY) if it.kind is IntervalKind.WARM_UP else it
        )

    document = with_days(good.document, good.catalogue, lambda day: map(cold, day.activities), where=lambda *_: True)
    return Planted(good.basis, document)


def the_same_twice(good: Good) -> Planted | None:
    days = good.lifting_days()
    return good.with_added(days[0], lifts_of(days[0])[0]) if days else None


def minutes_that_are_not_so(good: Good) -> Planted | None:
    def shorter(day: Day) -> Day:
        return replace(day, estimated_minutes=day.estimated_minutes + 7) if day.activities else day

    weeks = tuple(replace(week, days=tuple(map(shorter, week.days))) for week in good.told.weeks)
    return Planted(good.basis, replace(good.told, weeks=weeks))


def a_plan_of_ninety_weeks(good: Good) -> Planted | None:
    return Planted(good.basis, replace(good.told, summary=f"{good.told.summary} It is a 90-week plan."))


def an_exercise_told_and_not_there(good: Good) -> Planted | None:
    used = {it.exercise_id for day in good.lifting_days() for it in lifts_of(day)}
    other = good.find(lambda exercise: exercise.usefulness == 3 and exercise.id not in used and " " in exercise.name)
    if other is None:
        return None
    first, *rest = good.told.weeks
    told = replace(first, goal=f"{first.goal} You will like the {other.name}.")
    return Planted(good.basis, replace(good.told, weeks=(told, *rest)))


def a_load_between_the_plates(good: Good) -> Planted | None:
    days = good.lifting_days()
    if not days:
        return None
    return _loaded(good, days[0], lifts_of(days[0])[0], 41.3)


def minutes_and_seconds(good: Good) -> Planted | None:
    for _, day in good.days():
        if any(isinstance(it, EnduranceActivity) for it in day.activities):
            made = (with_intervals(it, lambda part: replace(part, minutes=part.minutes + 0.3)) for it in day.activities)
            return good.with_activities(day, *made)
    return None


HARD: tuple[tuple[str, Plant], ...] = (
    ("R01", an_exercise_that_nobody_knows),
    ("R02", equipment_that_is_not_there),
    ("R03", a_session_on_a_closed_day),
    ("R04", a_session_far_too_long),
    ("R15", forty_repetitions),
    ("R16", seven_days_in_a_row),
    ("R34", a_bold_first_week),
    ("R39", a_heart_rate_of_another_zone),
    ("R46", the_same_twice),
    ("R48", minutes_that_are_not_so),
    ("R48", a_plan_of_ninety_weeks),
    ("R48", an_exercise_told_and_not_there),
    ("R50", a_load_between_the_plates),
    ("R50", minutes_and_seconds),
)
SOFT: tuple[tuple[str, Plant], ...] = (
    ("R04", a_session_a_little_too_long),
    ("R16", six_days_where_five_are_enough),
    ("R29", rests_of_half_a_minute),
    ("R30", small_before_big),
    ("R32", loads_far_beyond_the_maximum),
    ("R45", a_cold_start),
)
FAULTS = tuple(Fault(rule, True, plant) for rule, plant in HARD) + tuple(Fault(r, False, plant) for r, plant in SOFT)
