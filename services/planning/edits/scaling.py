"""Scaling the intensity or the volume of an activity, a day or a week."""

import math
from collections.abc import Callable
from typing import Literal

import msgspec

from domain.basis import PlanBasis
from domain.errors import FaultCode
from domain.exercise import Exercise
from domain.operations import SCALE_FACTOR, ScaleIntensity, ScaleTarget, ScaleVolume
from domain.plan import Activity, Day, EnduranceActivity, SetKind, SetTarget
from services.planning.edits.activities import WORKING_SETS, title_of
from services.planning.edits.draft import Draft, Path
from services.planning.edits.effort import highest_rpe
from services.planning.edits.endurance import with_effort_scaled, with_minutes_scaled
from services.planning.edits.targets import ALL_SETS, PLANNED_RPE
from services.planning.endurance.distance import with_distance
from services.planning.loads import loadable

_Scaling = Callable[[Activity, Day], Activity]
_Word = Literal["easier", "harder", "shorter", "longer"]


def scale(draft: Draft, operation: ScaleIntensity | ScaleVolume, path: Path) -> None:
    """Scale by a factor of 0.5 to 1.5. What is as easy, or as short, as it can be stays as it is."""
    if not _is_sound(draft, operation, path):
        return
    factor = operation.factor

    def scaled(activity: Activity, day: Day) -> Activity:
        if isinstance(operation, ScaleVolume):
            return _with_volume_scaled(draft, activity, factor)
        return _with_intensity_scaled(draft, activity, factor, day)

    _scale(draft, operation.target, path, scaled, _word(operation))


def _with_volume_scaled(draft: Draft, activity: Activity, factor: float) -> Activity:
    scaled = with_volume_scaled(activity, factor)
    if scaled is activity or not isinstance(scaled, EnduranceActivity):
        return scaled
    return with_distance(scaled, draft.basis.constraints.endurance_baselines)


def _with_intensity_scaled(draft: Draft, activity: Activity, factor: float, day: Day) -> Activity:
    """Loads and effort by the factor, within RPE 5 and what the athlete may; sets, repetitions and minutes stay."""
    if isinstance(activity, EnduranceActivity):
        return with_effort_scaled(activity, factor, draft)
    exercise = draft.catalogue.get(activity.exercise_id)

    def one_set(one: SetTarget) -> SetTarget:
        highest = highest_rpe(draft.basis, draft.limits, day.date, is_loaded=one.load_kg is not None)
        load = _scaled_load(one, factor, exercise, draft.basis)
        return msgspec.structs.replace(one, load_kg=load, rpe=_scaled_rpe(one, factor, highest))

    sets = tuple(one_set(one) for one in activity.sets)
    return activity if sets == activity.sets else msgspec.structs.replace(activity, sets=sets)


def with_volume_scaled(activity: Activity, factor: float) -> Activity:
    """Working sets, or minutes of endurance, by the factor; at least one set, at most eight."""
    if isinstance(activity, EnduranceActivity):
        return with_minutes_scaled(activity, factor)
    warm_up = tuple(one for one in activity.sets if one.kind is SetKind.WARM_UP)
    working = tuple(one for one in activity.sets if one.kind is SetKind.WORKING)
    most = min(WORKING_SETS[1], ALL_SETS - len(warm_up))
    number = min(most, max(WORKING_SETS[0], math.floor(len(working) * factor + 0.5)))
    if number == len(working):
        return activity
    added = (working[-1],) * (number - len(working))
    return msgspec.structs.replace(activity, sets=(*warm_up, *working[:number], *added))


def _scaled_load(one: SetTarget, factor: float, exercise: Exercise | None, basis: PlanBasis) -> float | None:
    if one.load_kg is None or exercise is None:
        return one.load_kg
    return loadable(one.load_kg * factor, exercise, basis.unit_system)


def _scaled_rpe(one: SetTarget, factor: float, highest: float) -> float | None:
    """What is beyond the bound already stays, rather than to get easier by being made harder."""
    if one.rpe is None:
        return None
    return min(max(highest, one.rpe), max(PLANNED_RPE[0], round(one.rpe * factor * 2) / 2))


def _word(operation: ScaleIntensity | ScaleVolume) -> _Word:
    if isinstance(operation, ScaleVolume):
        return "shorter" if operation.factor < 1 else "longer"
    return "easier" if operation.factor < 1 else "harder"


def _is_sound(draft: Draft, operation: ScaleIntensity | ScaleVolume, path: Path) -> bool:
    before = draft.faults.count
    draft.faults.number(path.to("factor"), operation.factor, SCALE_FACTOR)
    target = operation.target
    if sum(one is not None for one in (target.activity_id, target.day_id, target.week_number)) != 1:
        message = "Name one of `activityId`, `dayId` and `weekNumber`."
        draft.faults.add(path.to("target"), FaultCode.CONFLICTING, message)
    return draft.faults.count == before


def _scale(draft: Draft, target: ScaleTarget, path: Path, scaled: _Scaling, word: _Word) -> None:
    if target.activity_id is not None:
        _scale_activity(draft, target, path, scaled, word)
    elif target.day_id is not None:
        day = draft.day(target.day_id, path.to("target", "dayId"))
        if day and draft.is_open(day) and _scale_days(draft, [day], scaled):
            draft.say(f"Made {day.weekday.capitalize()} {word}", on=day.date)
    elif target.week_number is not None:
        _scale_week(draft, target.week_number, path, scaled, word)


def _scale_activity(draft: Draft, target: ScaleTarget, path: Path, scaled: _Scaling, word: _Word) -> None:
    place = draft.place(target.activity_id, path.to("target", "activityId")) if target.activity_id else None
    if place is None or not draft.is_open(place.day):
        return
    new = scaled(place.activity, place.day)
    if new is place.activity:
        return
    draft.put(place.day, (new if old is place.activity else old for old in place.day.activities))
    draft.say(_told(title_of(draft, place.activity), place.activity, new, word), on=place.day.date)


def _told(title: str, old: Activity, new: Activity, word: _Word) -> str:
    """A lift of more or fewer sets is not `longer` or `shorter`."""
    added = (
        0 if isinstance(old, EnduranceActivity) or isinstance(new, EnduranceActivity) else len(new.sets) - len(old.sets)
    )
    if not added:
        return f"Made {title} {word}"
    sets = "a set" if abs(added) == 1 else f"{abs(added)} sets"
    return f"Added {sets} to {title}" if added > 0 else f"Took {sets} off {title}"


def _scale_week(draft: Draft, number: int, path: Path, scaled: _Scaling, word: _Word) -> None:
    week = draft.week(number)
    if week is None:
        draft.faults.add(path.to("target", "weekNumber"), FaultCode.UNKNOWN, "There is no such week in this plan.")
        return
    if _scale_days(draft, draft.open_days(week.days), scaled):
        draft.say(f"Made week {number} {word}")


def _scale_days(draft: Draft, days: list[Day], scaled: _Scaling) -> bool:
    """Whether anything changed: a set of one cannot become shorter."""
    has_changed = False
    for day in days:
        activities = tuple(scaled(activity, day) for activity in day.activities)
        if any(new is not old for new, old in zip(activities, day.activities, strict=True)):
            draft.put(day, activities)
            has_changed = True
    return has_changed
