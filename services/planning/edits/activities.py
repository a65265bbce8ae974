"""Operations on a day's list of activities: add, remove, put in order."""

from domain.errors import FaultCode
from domain.exercise import Exercise
from domain.ids import ActivityId
from domain.operations import AddExercise, RemoveActivity, ReorderActivities
from domain.plan import Activity, EnduranceActivity, SetTarget, StrengthActivity
from domain.terms import Mechanic, MovementPattern
from services.planning.edits.draft import Draft, Path
from services.planning.pairs import exercise_note

WORKING_SETS = (1, 8)
_ADDED_RPE = 7.0
"""Safe for everybody: the cap of the limitations and of the first week without a known maximum (R08, R10, R34)."""


def add_exercise(draft: Draft, operation: AddExercise, path: Path) -> None:
    """Add an exercise by effort, before what a coach would put after it."""
    day = draft.day(operation.day_id, path.to("dayId"))
    exercise = draft.exercise(operation.exercise_id, path.to("exerciseId"))
    draft.faults.number(path.to("sets"), operation.sets, WORKING_SETS)
    if day is None or exercise is None or not WORKING_SETS[0] <= operation.sets <= WORKING_SETS[1]:
        return
    if not draft.is_open(day):
        return
    sets = (_added_set(exercise),) * operation.sets
    activity = StrengthActivity(
        id=draft.new_activity_id(), exercise_id=exercise.id, sets=sets, note=exercise_note(exercise)
    )
    position = _position(draft, day.activities, exercise)
    draft.put(day, (*day.activities[:position], activity, *day.activities[position:]))
    draft.say(f"Added {counted(operation.sets, 'set')} of {exercise.name}", on=day.date)


def remove_activity(draft: Draft, operation: RemoveActivity, path: Path) -> None:
    """Take an activity out; a day without any becomes a rest day."""
    place = draft.place(operation.activity_id, path.to("activityId"))
    if place is None or not draft.is_open(place.day):
        return
    draft.put(place.day, (activity for activity in place.day.activities if activity is not place.activity))
    draft.say(f"Removed {title_of(draft, place.activity)}", on=place.day.date)


def reorder_activities(draft: Draft, operation: ReorderActivities, path: Path) -> None:
    """Put a day's activities in this order; all of them must be named, each once."""
    day = draft.day(operation.day_id, path.to("dayId"))
    if day is None:
        return
    here = {activity.id: activity for activity in day.activities}
    if not _names_all(draft, operation.activity_ids, here, path) or not draft.is_open(day):
        return
    if tuple(here) == operation.activity_ids:
        return
    draft.put(day, (here[activity_id] for activity_id in operation.activity_ids))
    names = ", ".join(title_of(draft, here[activity_id]) for activity_id in operation.activity_ids)
    draft.say(f"Changed the order to {names}", on=day.date)


def title_of(draft: Draft, activity: Activity) -> str:
    return activity.title if isinstance(activity, EnduranceActivity) else draft.name(activity.exercise_id)


def counted(number: int, what: str) -> str:
    return f"{number} {what}" if number == 1 else f"{number} {what}s"


def _names_all(draft: Draft, wanted: tuple[ActivityId, ...], here: dict[ActivityId, Activity], path: Path) -> bool:
    seen: set[ActivityId] = set()
    is_good = True
    for position, activity_id in enumerate(wanted):
        where = path.to("activityIds", position)
        if activity_id not in here:
            draft.faults.add(where, FaultCode.UNKNOWN, "There is no such activity on this day.")
            is_good = False
        elif activity_id in seen:
            draft.faults.add(where, FaultCode.CONFLICTING, "This activity is named twice.")
            is_good = False
        seen.add(activity_id)
    if missing := len(here.keys() - seen):
        draft.faults.add(
            path.to("activityIds"), FaultCode.MISSING, f"{counted(missing, 'activity')} of the day left out."
        )
        is_good = False
    return is_good


def _added_set(exercise: Exercise) -> SetTarget:
    rest = 120 if exercise.mechanic is Mechanic.COMPOUND else 60
    if exercise.is_timed:
        return SetTarget(duration_seconds=30, rpe=_ADDED_RPE, rest_seconds=60)
    reps = 8 if exercise.mechanic is Mechanic.COMPOUND else 12
    return SetTarget(reps=reps, rpe=_ADDED_RPE, rest_seconds=rest)


def _position(draft: Draft, activities: tuple[Activity, ...], exercise: Exercise) -> int:
    """After everything of its own rank and of those before it (R30)."""
    rank = _rank(exercise)
    for position in range(len(activities), 0, -1):
        before = activities[position - 1]
        if isinstance(before, StrengthActivity) and _rank(draft.catalogue.get(before.exercise_id)) <= rank:
            return position
    return 0


def _rank(exercise: Exercise | None) -> int:
    if exercise is None or exercise.pattern is MovementPattern.MOBILITY:
        return 0
    if exercise.pattern in (MovementPattern.JUMP, MovementPattern.OLYMPIC):
        return 1
    if exercise.pattern is MovementPattern.CORE:
        return 4
    return 2 if exercise.mechanic is Mechanic.COMPOUND else 3
