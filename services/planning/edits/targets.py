"""Setting an exercise's sets by hand."""

from collections.abc import Sequence

import msgspec

from domain.errors import FaultCode
from domain.operations import SetTargets
from domain.plan import SetKind, SetTarget, StrengthActivity
from services.planning.edits.activities import WORKING_SETS, counted
from services.planning.edits.draft import Draft, Path
from services.planning.loads import loadable

ALL_SETS = 10
REPS = (1, 30)
DURATION_SECONDS = (5, 600)
LOAD_KG = (0.5, 500.0)
PLANNED_RPE = (5.0, 10.0)
REST_SECONDS = (20, 360)


def set_targets(draft: Draft, operation: SetTargets, path: Path) -> None:
    """Give an exercise these sets, warm-ups first; loads become what can be loaded."""
    is_good = _check(draft, operation.sets, path)
    found = draft.strength_place(operation.activity_id, path.to("activityId"))
    if not is_good or found is None or not draft.is_open(found[0].day):
        return
    place, activity = found
    sets = tuple(_loadable(draft, one, activity) for one in operation.sets)
    if sets == activity.sets:
        return
    changed = msgspec.structs.replace(activity, sets=sets)
    draft.put(place.day, (changed if old is activity else old for old in place.day.activities))
    draft.say(_told(draft.name(activity.exercise_id), activity.sets, sets), on=place.day.date)


def _told(name: str, old: Sequence[SetTarget], new: Sequence[SetTarget]) -> str:
    if len(old) == len(new) and all(map(_is_milder_at_most, new, old)):
        return f"Made {name} easier"
    working = sum(one.kind is SetKind.WORKING for one in new)
    return f"Set {name} to {counted(working, 'working set')}"


def _is_milder_at_most(new: SetTarget, old: SetTarget) -> bool:
    """The same set with less effort or load, or the very same."""
    if (new.load_kg is None) != (old.load_kg is None) or (new.rpe is None) != (old.rpe is None):
        return False
    is_more = (new.load_kg or 0) > (old.load_kg or 0) or (new.rpe or 0) > (old.rpe or 0)
    return not is_more and msgspec.structs.replace(new, load_kg=old.load_kg, rpe=old.rpe) == old


def _loadable(draft: Draft, one: SetTarget, activity: StrengthActivity) -> SetTarget:
    exercise = draft.catalogue.get(activity.exercise_id)
    if one.load_kg is None or exercise is None:
        return one
    return msgspec.structs.replace(one, load_kg=loadable(one.load_kg, exercise, draft.basis.unit_system))


def _check(draft: Draft, sets: Sequence[SetTarget], path: Path) -> bool:
    faults, start = draft.faults, path.to("sets")
    working = [one.kind is SetKind.WORKING for one in sets]
    before = faults.count
    faults.size(start, sum(working), WORKING_SETS, "working sets")
    faults.size(start, len(sets), (0, ALL_SETS), "sets")
    if working != sorted(working):
        faults.add(start, FaultCode.CONFLICTING, "Warm-up sets come first.")
    for position, one in enumerate(sets):
        _check_one(draft, one, (*start, str(position)))
    return faults.count == before


def _check_one(draft: Draft, one: SetTarget, path: tuple[str, ...]) -> None:
    faults = draft.faults
    if (one.reps is None) == (one.duration_seconds is None):
        faults.add(path, FaultCode.CONFLICTING, "Give either `reps` or `durationSeconds`.")
    faults.number((*path, "reps"), one.reps, REPS)
    faults.number((*path, "durationSeconds"), one.duration_seconds, DURATION_SECONDS)
    faults.number((*path, "loadKg"), one.load_kg, LOAD_KG)
    faults.number((*path, "rpe"), one.rpe, PLANNED_RPE)
    faults.number((*path, "restSeconds"), one.rest_seconds, REST_SECONDS)
