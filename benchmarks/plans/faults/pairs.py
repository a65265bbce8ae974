"""Faults in what is done in turn (R29, R48)."""

from collections import Counter

from benchmarks.plans.faults.case import Fault, Good, Planted
from benchmarks.plans.planting import lifts_of, replace, with_days
from domain.plan import Activity, Day, StrengthActivity, Week

NUMBER = 99


def one_muscle_without_a_rest(good: Good) -> Planted | None:
    """Two exercises for the same muscle are done in turn, on every day that has them."""

    def crowded(day: Day) -> list[Activity]:
        muscles = Counter(muscle for it in lifts_of(day) for muscle in good.exercise_of(it).primary_muscles)
        twice = next((muscle for muscle, times in muscles.items() if times > 1), None)
        chosen = [it for it in lifts_of(day) if twice in good.exercise_of(it).primary_muscles][:2]
        return [replace(it, pair=NUMBER) if it in chosen else it for it in day.activities]

    document = with_days(good.document, good.catalogue, crowded, where=lambda *_: True)
    return Planted(good.basis, document) if document != good.document else None


def in_turn_with_what_is_not_there(good: Good) -> Planted | None:
    """All notes name an exercise that is nowhere in the plan."""
    used = {it.exercise_id for day in good.lifting_days() for it in lifts_of(day)}
    other = good.find(lambda exercise: exercise.id not in used)
    if other is None or not used:
        return None
    note = f"In turn with {other.name}."

    def noted(week: Week) -> Week:
        return replace(week, days=tuple(replace(day, activities=tuple(map(told, day.activities))) for day in week.days))

    def told(activity: Activity) -> Activity:
        return replace(activity, note=note) if isinstance(activity, StrengthActivity) else activity

    return Planted(good.basis, replace(good.told, weeks=tuple(map(noted, good.told.weeks))))


FAULTS = (
    Fault("R29", False, one_muscle_without_a_rest),
    Fault("R48", True, in_turn_with_what_is_not_there),
)
