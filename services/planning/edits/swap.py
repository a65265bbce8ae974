"""Another exercise in the place of one, here or in all weeks ahead."""

import msgspec

from domain.errors import FaultCode
from domain.exercise import Exercise
from domain.ids import ExerciseId
from domain.operations import SwapExercise
from domain.plan import Activity, Day, SetTarget, StrengthActivity
from services.planning.edits.alternatives import fitting_alternatives
from services.planning.edits.conversion import converted_sets
from services.planning.edits.draft import Draft, Path, Place
from services.planning.edits.effort import highest_rpe
from services.planning.pairs import exercise_note


def swap_exercise(draft: Draft, operation: SwapExercise, path: Path) -> None:
    """Swap one activity, or with `everywhere` the exercise on all days that may still be changed. Its id ends.

    What it was done in turn with stays its partner, unless both train the same.
    """
    wanted = draft.exercise(operation.exercise_id, path.to("exerciseId")) if operation.exercise_id else None
    found = draft.strength_place(operation.activity_id, path.to("activityId"))
    if found is None or (operation.exercise_id and wanted is None):
        return
    place, activity = found
    if wanted and wanted.id == activity.exercise_id:
        draft.faults.add(path.to("exerciseId"), FaultCode.CONFLICTING, "This is the exercise that is there already.")
        return
    days = _days(draft, place, activity.exercise_id, everywhere=operation.everywhere)
    if not days:
        return
    new = wanted or _alternative(draft, activity.exercise_id, days)
    if new is None:
        draft.faults.add(path.to("exerciseId"), FaultCode.MISSING, "No other exercise fits. Name the one you want.")
        return
    only = None if operation.everywhere else activity
    for day in days:
        leaving = [only] if only else [lift for lift in lifts_of(day) if lift.exercise_id == activity.exercise_id]
        draft.put(day, (_swapped(draft, old, new, day) if old in leaving else old for old in day.activities))
    _say(draft, activity.exercise_id, new, days, everywhere=operation.everywhere)


def _days(draft: Draft, place: Place, exercise_id: ExerciseId, *, everywhere: bool) -> list[Day]:
    if not everywhere:
        return draft.open_days([place.day])
    return draft.open_days(day for day in draft.all_days() if exercise_id in _exercises(day))


def _alternative(draft: Draft, exercise_id: ExerciseId, days: list[Day]) -> Exercise | None:
    """The best one that is on none of these days yet: no exercise comes twice in a session (R46)."""
    taken = frozenset(other for day in days for other in _exercises(day))
    old = draft.catalogue.get(exercise_id)
    if old is None:
        return None
    return next(iter(fitting_alternatives(old, basis=draft.basis, catalogue=draft.catalogue, taken=taken)), None)


def _swapped(draft: Draft, old: Activity, new: Exercise, day: Day) -> Activity:
    if not isinstance(old, StrengthActivity):
        return old
    sets = tuple(_eased(draft, one, day) for one in _converted_sets(draft, old, new))
    return StrengthActivity(
        id=draft.new_activity_id(), exercise_id=new.id, sets=sets, note=exercise_note(new), pair=old.pair
    )


def _converted_sets(draft: Draft, old: StrengthActivity, new: Exercise) -> tuple[SetTarget, ...]:
    before = draft.catalogue.get(old.exercise_id)
    if before is None:
        return tuple(msgspec.structs.replace(one, load_kg=None) for one in old.sets)
    return converted_sets(old.sets, before, new, draft.basis)


def _eased(draft: Draft, one: SetTarget, day: Day) -> SetTarget:
    """A new exercise is never begun harder than the athlete may go on that day."""
    highest = highest_rpe(draft.basis, draft.limits, day.date, is_loaded=one.load_kg is not None)
    return one if one.rpe is None or one.rpe <= highest else msgspec.structs.replace(one, rpe=highest)


def lifts_of(day: Day) -> list[StrengthActivity]:
    return [activity for activity in day.activities if isinstance(activity, StrengthActivity)]


def _exercises(day: Day) -> tuple[ExerciseId, ...]:
    return tuple(lift.exercise_id for lift in lifts_of(day))


def _say(draft: Draft, old: ExerciseId, new: Exercise, days: list[Day], *, everywhere: bool) -> None:
    words = f"Swapped {draft.name(old)} for {new.name}"
    if everywhere and len(days) > 1:
        draft.say(f"{words} on all {len(days)} days ahead")
    else:
        draft.say(words, on=days[0].date)
