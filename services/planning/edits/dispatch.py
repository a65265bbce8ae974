"""Which function carries out which operation, and what the operation is called where clients write it."""

from typing import assert_never

from domain.operations import (
    AddEndurance,
    AddExercise,
    MakeRestDay,
    MoveDay,
    PlanOperation,
    RemoveActivity,
    ReorderActivities,
    ScaleIntensity,
    ScaleVolume,
    SetTargets,
    SwapExercise,
)
from services.planning.edits.activities import add_exercise, remove_activity, reorder_activities
from services.planning.edits.days import make_rest_day, move_day
from services.planning.edits.draft import Draft, Path
from services.planning.edits.endurance import add_endurance
from services.planning.edits.scaling import scale
from services.planning.edits.swap import swap_exercise
from services.planning.edits.targets import set_targets


def apply(draft: Draft, operation: PlanOperation, position: int) -> None:
    """Carry out one operation on the draft; `position` is its place in the client's list."""
    match operation:
        case SwapExercise():
            swap_exercise(draft, operation, Path(position, "swapExercise"))
        case AddExercise():
            add_exercise(draft, operation, Path(position, "addExercise"))
        case RemoveActivity():
            remove_activity(draft, operation, Path(position, "removeActivity"))
        case MoveDay():
            move_day(draft, operation, Path(position, "moveDay"))
        case MakeRestDay():
            make_rest_day(draft, operation, Path(position, "makeRestDay"))
        case AddEndurance():
            add_endurance(draft, operation, Path(position, "addEndurance"))
        case ReorderActivities():
            reorder_activities(draft, operation, Path(position, "reorderActivities"))
        case ScaleIntensity() | ScaleVolume():
            scale(draft, operation, Path(position, _scaling_name(operation)))
        case SetTargets():
            set_targets(draft, operation, Path(position, "setTargets"))
        case _:
            assert_never(operation)


def _scaling_name(operation: ScaleIntensity | ScaleVolume) -> str:
    return "scaleIntensity" if isinstance(operation, ScaleIntensity) else "scaleVolume"
