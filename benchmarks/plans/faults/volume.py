"""Faults in how much is lifted, and of what (R17, R24 to R28, R31, R47, R49)."""

from benchmarks.plans.faults.case import MAIN, Fault, Good, Plant, Planted, renamed
from benchmarks.plans.planting import (
    bout,
    bouts_of,
    lift,
    lifts_of,
    replace,
    stretched,
    with_days,
    with_intervals,
    with_sets,
    working,
)
from domain.exercise import Exercise
from domain.lessons import LessonRuleKind
from domain.plan import Activity, Day, PlanDocument, SetKind, StrengthActivity
from domain.terms import Equipment, Mechanic, MovementPattern, Sport, TrainingFocus

Pattern = MovementPattern
PULLS = frozenset({Pattern.HORIZONTAL_PULL, Pattern.VERTICAL_PULL})
LOADED = frozenset({Equipment.BARBELL, Equipment.DUMBBELL, Equipment.MACHINE, Equipment.KETTLEBELL, Equipment.CABLE})
ADULT_AGE = 18
STRONG = frozenset({TrainingFocus.STRENGTH, TrainingFocus.MUSCLE})


def the_same_muscle_on_two_days_in_a_row(good: Good) -> Planted | None:
    """Seven sets of a push-up on a day of the first week, and on the day after."""
    push_up = good.find(_is_push_up)
    offset = next((place for place, day in enumerate(good.document.weeks[0].days[:-1]) if lifts_of(day)), None)
    if push_up is None or offset is None:
        return None
    days = {day.date for day in good.document.weeks[0].days[offset : offset + 2]}
    added = lift(push_up, sets=7)
    document = with_days(
        good.document, good.catalogue, lambda day: (*day.activities, added), where=lambda _, day: day.date in days
    )
    return Planted(good.basis, document)


def one_exercise_and_no_other(good: Good) -> Planted | None:
    """Each strength day keeps its first exercise alone: the fewest patterns that a week can have."""
    if not any(len(good.compounds(day)) > 2 for day in good.lifting_days()):
        return None
    return good.with_lifts(lambda day: lifts_of(day)[:1])


def a_single_set_a_day(good: Good) -> Planted | None:
    """Each strength day keeps one exercise with one working set."""
    if not any(len(good.compounds(day)) > 2 for day in good.lifting_days()):
        return None
    return good.with_lifts(lambda day: map(_shrunk, lifts_of(day)[:1]))


def light_sets_for_strength(good: Good) -> Planted | None:
    constraints = good.basis.constraints
    if constraints.focus is not TrainingFocus.STRENGTH or good.basis.age < ADULT_AGE:
        return None
    if not any(_is_heavy(good, it) for day in good.lifting_days() for it in lifts_of(day)):
        return None
    return good.with_lifts(
        lambda day: [with_sets(it, lambda one: replace(one, reps=15 if one.reps else None)) for it in lifts_of(day)],
    )


def sixteen_sets_of_one_muscle(good: Good) -> Planted | None:
    push_up = good.find(_is_push_up)
    days = good.lifting_days()
    return good.with_added(days[0], lift(push_up, sets=8), lift(push_up, sets=8)) if push_up and days else None


def no_pulling(good: Good) -> Planted | None:
    """What pulls is done as a push instead."""
    push_up = good.find(_is_push_up)
    lifts = [it for day in good.lifting_days() for it in lifts_of(day)]
    if push_up is None or not any(good.exercise_of(it).pattern in PULLS for it in lifts):
        return None
    return good.with_lifts(
        lambda day: [renamed(it, push_up) if good.exercise_of(it).pattern in PULLS else it for it in lifts_of(day)],
    )


def work_for_another_end(good: Good) -> Planted | None:
    """What the focus is on gives way: to walks, to all-out efforts, or (mixed) to lifting alone."""
    focus = good.basis.constraints.focus
    if focus in STRONG:
        return Planted(good.basis, _walking(good, 180))
    if focus is TrainingFocus.ENDURANCE:
        return _shortened(good, 0.1) if good.lifting_days() else None
    if focus is TrainingFocus.MIXED:
        return Planted(good.basis, _walking(good, 600)) if any(bouts_of(day) for _, day in good.days()) else None
    return Planted(good.basis, with_days(good.document, good.catalogue, _all_out, where=_any))


def what_was_disliked(good: Good) -> Planted | None:
    disliked = {
        lesson.rule.exercise_id
        for lesson in good.basis.lessons
        if not lesson.is_hard and lesson.rule.kind is LessonRuleKind.AVOID_EXERCISE
    }
    return good.with_lift_of(lambda exercise: exercise.id in disliked) if disliked else None


def _any(*_: object) -> bool:
    return True


def _all_out(day: Day) -> list[Activity]:
    harder = (with_sets(it, lambda target: replace(target, rpe=9.5)) for it in day.activities)
    return [with_intervals(it, lambda part: replace(part, zone=5, rpe=9.0)) for it in harder]


def _shortened(good: Good, share: float) -> Planted:
    """Endurance of so little."""
    document = with_days(
        good.document, good.catalogue, lambda day: [stretched(it, share) for it in day.activities], where=_any
    )
    return Planted(good.basis, document)


def _walking(good: Good, minutes: float) -> PlanDocument:
    return with_days(
        good.document,
        good.catalogue,
        lambda day: (*day.activities, bout(Sport.WALKING, minutes)),
        where=lambda _, day: bool(day.activities),
    )


def _shrunk(activity: StrengthActivity) -> StrengthActivity:
    warm_ups = [target for target in activity.sets if target.kind is SetKind.WARM_UP]
    return replace(activity, sets=(*warm_ups, working(activity)[0]))


def _is_heavy(good: Good, activity: StrengthActivity) -> bool:
    exercise = good.exercise_of(activity)
    few = any(target.reps and target.reps <= 6 and (target.rpe or 0) >= 7 for target in working(activity))
    return (
        few
        and exercise.mechanic is Mechanic.COMPOUND
        and exercise.pattern in MAIN
        and bool(LOADED & {*exercise.equipment})
    )


def _is_push_up(exercise: Exercise) -> bool:
    return exercise.id == "exercise_push-up"


SOFT: tuple[tuple[str, Plant], ...] = (
    ("R17", the_same_muscle_on_two_days_in_a_row),
    ("R24", one_exercise_and_no_other),
    ("R25", a_single_set_a_day),
    ("R26", light_sets_for_strength),
    ("R28", sixteen_sets_of_one_muscle),
    ("R31", no_pulling),
    ("R47", work_for_another_end),
    ("R49", what_was_disliked),
)
FAULTS = tuple(Fault(rule, False, plant) for rule, plant in SOFT)
