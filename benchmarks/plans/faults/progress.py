"""Faults in how lifting goes on from week to week (R35 to R37, R46)."""

from collections.abc import Iterable
from functools import partial

from benchmarks.plans.faults.case import MAIN, Fault, Good, Plant, Planted, renamed
from benchmarks.plans.planting import lifts_of, replace, with_days, with_sets, working
from domain.exercise import Exercise
from domain.plan import Activity, Day, EnduranceActivity, SetKind, SetTarget, StrengthActivity, Week


def half_as_much_again(good: Good) -> Planted | None:
    """Week three does every set twice over, repetitions and all."""

    def doubled(activity: StrengthActivity) -> StrengthActivity:
        sets = [target for target in working(activity) for _ in range(2)][:8]
        warm_ups = [target for target in activity.sets if target.kind is SetKind.WARM_UP]
        return replace(
            activity, sets=(*warm_ups, *(replace(it, reps=min(30, 2 * it.reps) if it.reps else None) for it in sets))
        )

    if not _is_full(good, 2) or not _has_hard_lifts(good, good.document.weeks[2]):
        return None
    return good.with_lifts(lambda day: map(doubled, lifts_of(day)), only=lambda week: week.number == 3)


def a_leap_of_load(good: Good) -> Planted | None:
    """A load that goes up by half in week three."""
    loads = [
        {it.exercise_id for day in week.days for it in lifts_of(day) if working(it) and working(it)[0].load_kg}
        for week in good.document.weeks[1:3]
    ]
    if len(loads) < 2 or not _is_full(good, 1) or not _is_full(good, 2) or not loads[0] & loads[1]:
        return None

    def heavier(target: SetTarget) -> SetTarget:
        return target if target.load_kg is None else replace(target, load_kg=1.5 * target.load_kg + 10)

    return good.with_lifts(
        lambda day: [with_sets(it, heavier) for it in lifts_of(day)], only=lambda week: week.number == 3
    )


def the_same_week_over_and_over(good: Good) -> Planted | None:
    """No full week has more than the first one that is full."""
    full = [week for week in good.document.weeks if not week.is_deload]
    if len(full) < 3 or not any(good.compounds(day) for day in full[0].days):
        return None
    first = {place: day.activities for place, day in enumerate(full[0].days)}

    def repeated(day: Day) -> Iterable[Activity]:
        place = (day.date.toordinal() - good.document.start_date.toordinal()) % 7
        return first[place]

    document = with_days(good.document, good.catalogue, repeated, where=lambda week, _: not week.is_deload)
    return Planted(good.basis, document)


def a_deload_in_name_alone(good: Good) -> Planted | None:
    """Weeks that are called deloads do what the fullest week does."""
    weeks = good.document.weeks
    full = [week for week in weeks if not week.is_deload]
    if not full or not any(_is_half(good, week) for week in weeks[1:]):
        return None
    last = {place: day.activities for place, day in enumerate(full[-1].days)}

    def filled(day: Day) -> Iterable[Activity]:
        return last[(day.date.toordinal() - good.document.start_date.toordinal()) % 7]

    document = with_days(good.document, good.catalogue, filled, where=lambda week, _: week.is_deload)
    return Planted(good.basis, document)


def no_deload(good: Good) -> Planted | None:
    if not any(week.is_deload for week in good.document.weeks):
        return None
    weeks = tuple(replace(week, is_deload=False) for week in good.document.weeks)
    return Planted(good.basis, replace(good.document, weeks=weeks))


def other_main_lifts_every_week(good: Good) -> Planted | None:
    """Every other week has other exercises of the same pattern."""
    others: dict[str, Exercise] = {}
    for day in good.lifting_days():
        for it in lifts_of(day):
            exercise = good.exercise_of(it)
            other = good.find(partial(_is_other, than=exercise))
            if exercise.pattern in MAIN and other is not None:
                others[exercise.id] = other
    if not others or len(good.document.weeks) < 3:
        return None

    def changed(day: Day) -> list[StrengthActivity]:
        return [renamed(it, others[it.exercise_id]) if it.exercise_id in others else it for it in lifts_of(day)]

    return good.with_lifts(changed, only=lambda week: week.number % 2 == 0)


def _is_full(good: Good, place: int) -> bool:
    """Whether the week at this place and all before it are full ones."""
    weeks = good.document.weeks
    return len(weeks) > place and not any(week.is_deload for week in weeks[: place + 1])


def _is_half(good: Good, week: Week) -> bool:
    """Whether a deload is clearly lighter than the week before it."""
    before = good.document.weeks[week.number - 2]
    return week.is_deload and not before.is_deload and _amount(week) <= 0.7 * _amount(before)


def _amount(week: Week) -> float:
    total = 0.0
    for activity in (activity for day in week.days for activity in day.activities):
        total += activity.total_minutes if isinstance(activity, EnduranceActivity) else 3 * len(working(activity))
    return total


def _has_hard_lifts(good: Good, week: Week) -> bool:
    sets = (target for day in week.days for it in good.compounds(day) for target in working(it))
    return any(target.reps and (target.rpe or 0) >= 6 for target in sets)


def _is_other(one: Exercise, than: Exercise) -> bool:
    return one.pattern is than.pattern and one.mechanic is than.mechanic and one.id != than.id and one.usefulness > 0


HARD: tuple[tuple[str, Plant], ...] = (("R35", half_as_much_again),)
SOFT: tuple[tuple[str, Plant], ...] = (
    ("R35", a_leap_of_load),
    ("R36", the_same_week_over_and_over),
    ("R37", a_deload_in_name_alone),
    ("R37", no_deload),
    ("R46", other_main_lifts_every_week),
)
FAULTS = tuple(Fault(rule, True, plant) for rule, plant in HARD) + tuple(Fault(r, False, plant) for r, plant in SOFT)
