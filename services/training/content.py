"""Reads what was logged against what was planned: which exercise each set really was, and what the plan had meant it for. Pure."""

from collections.abc import Iterable, Mapping

from domain.errors import FaultCode
from domain.exercise import Catalogue
from domain.faults import Faults
from domain.ids import ActivityId, ExerciseId, is_id
from domain.plan import Activity, EnduranceActivity, PlanDocument, SetKind, StrengthActivity
from domain.training import EnduranceDraft, LoggedEndurance, LoggedSet, SetDraft, WorkoutDraft

Planned = Mapping[ActivityId, Activity]
"""Activities of the day's plan, in whatever version."""


def activities_of(document: PlanDocument) -> dict[ActivityId, Activity]:
    return {activity.id: activity for week in document.weeks for day in week.days for activity in day.activities}


def activity_ids_in(draft: WorkoutDraft) -> frozenset[str]:
    entries: Iterable[SetDraft | EnduranceDraft] = (*draft.sets, *draft.endurance)
    named = {entry.activity_id for entry in entries if entry.activity_id is not None}
    return frozenset(text for text in named if is_id("activity", text))


def logged_sets(
    faults: Faults, drafts: Iterable[SetDraft], planned: Planned, catalogue: Catalogue
) -> tuple[LoggedSet, ...]:
    """The sets with what was really done in each; those that name nothing known become faults."""
    found = (_logged_set(faults, draft, place, planned, catalogue) for place, draft in enumerate(drafts))
    return tuple(one for one in found if one is not None)


def logged_endurance(faults: Faults, drafts: Iterable[EnduranceDraft], planned: Planned) -> tuple[LoggedEndurance, ...]:
    found = (_logged_bout(faults, draft, place, planned) for place, draft in enumerate(drafts))
    return tuple(one for one in found if one is not None)


def _logged_set(
    faults: Faults, draft: SetDraft, place: int, planned: Planned, catalogue: Catalogue
) -> LoggedSet | None:
    activity = planned.get(ActivityId(draft.activity_id)) if draft.activity_id is not None else None
    if draft.activity_id is not None and not isinstance(activity, StrengthActivity):
        faults.add(["sets", place, "activityId"], FaultCode.UNKNOWN, "There is no such exercise in the day's plan.")
    if draft.exercise_id is not None and ExerciseId(draft.exercise_id) not in catalogue:
        faults.add(["sets", place, "exerciseId"], FaultCode.UNKNOWN, "There is no such exercise.")
        return None
    is_planned = isinstance(activity, StrengthActivity)
    done = draft.exercise_id or (activity.exercise_id if isinstance(activity, StrengthActivity) else None)
    if done is None:
        return None
    return LoggedSet(
        activity_id=activity.id if is_planned and activity is not None else None,
        exercise_id=ExerciseId(done),
        set_number=draft.set_number,
        reps=draft.reps,
        duration_seconds=draft.duration_seconds,
        load_kg=draft.load_kg,
        rpe=draft.rpe,
        kind=_meant_for(activity, draft.set_number) if isinstance(activity, StrengthActivity) else SetKind.WORKING,
    )


def _meant_for(activity: StrengthActivity, set_number: int) -> SetKind:
    """What the set at this position prepared or counted for; sets beyond the planned ones count."""
    is_there = 1 <= set_number <= len(activity.sets)
    return activity.sets[set_number - 1].kind if is_there else SetKind.WORKING


def _logged_bout(faults: Faults, draft: EnduranceDraft, place: int, planned: Planned) -> LoggedEndurance | None:
    activity = planned.get(ActivityId(draft.activity_id)) if draft.activity_id is not None else None
    if draft.activity_id is not None and not isinstance(activity, EnduranceActivity):
        message = "There is no such endurance session in the day's plan."
        faults.add(["endurance", place, "activityId"], FaultCode.UNKNOWN, message)
        return None
    sport = draft.sport or (activity.sport if isinstance(activity, EnduranceActivity) else None)
    if sport is None:
        return None
    return LoggedEndurance(
        activity_id=None if activity is None else activity.id,
        sport=sport,
        minutes=draft.minutes,
        distance_km=draft.distance_km,
        average_heart_rate=draft.average_heart_rate,
    )
