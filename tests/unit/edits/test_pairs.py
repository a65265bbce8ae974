"""Edits of exercises that are done in turn: what a day says of them stays true."""

import msgspec

from domain.ids import ActivityId, ExerciseId
from domain.operations import (
    AddExercise,
    MoveDay,
    PlanOperation,
    RemoveActivity,
    ReorderActivities,
    ScaleTarget,
    ScaleVolume,
    SwapExercise,
)
from domain.plan import Day, PlanDocument, StrengthActivity
from services.planning.edits import apply_operations
from services.planning.pairs import settled
from tests.unit.edits.sample import (
    ALL_DATES,
    BASIS,
    BODY_SQUAT,
    BRIDGE,
    CATALOGUE,
    CURL,
    DOCUMENT,
    PLANK,
    activity_id,
    day_on,
    numbered_ids,
    strength,
)

UPPER = 2
"""Wednesday: a bench press and curls."""


def in_turn() -> PlanDocument:
    """The sample, where Wednesday has the press and an air squat in turn, and a plank after them."""
    wednesday = day_on(DOCUMENT, UPPER)
    press, _ = wednesday.activities
    assert isinstance(press, StrengthActivity)
    squat = strength(BODY_SQUAT, "air", *press.sets[:2])
    paired = [msgspec.structs.replace(one, pair=1) for one in (press, squat)]
    activities = settled((*paired, strength(PLANK, "plank")), CATALOGUE)
    days = list(DOCUMENT.weeks[0].days)
    days[UPPER] = msgspec.structs.replace(wednesday, activities=activities)
    first = msgspec.structs.replace(DOCUMENT.weeks[0], days=tuple(days))
    return msgspec.structs.replace(DOCUMENT, weeks=(first, *DOCUMENT.weeks[1:]))


def edited(operation: PlanOperation, offset: int = UPPER) -> Day:
    found = apply_operations(
        in_turn(),
        (operation,),
        basis=BASIS,
        catalogue=CATALOGUE,
        editable=ALL_DATES,
        new_activity_id=numbered_ids(),
    )
    return day_on(found.document, offset)


def told(day: Day) -> list[tuple[ExerciseId, int | None, str | None]]:
    """Of each exercise its pair and the first words of its note."""
    lifts = [activity for activity in day.activities if isinstance(activity, StrengthActivity)]
    return [(lift.exercise_id, lift.pair, (lift.note or "").partition(":")[0] or None) for lift in lifts]


PRESS = ExerciseId("exercise_bench-press")
PAIRED = [
    (PRESS, 1, "In turn with Air Squat"),
    (BODY_SQUAT.id, 1, "In turn with Bench Press"),
    (PLANK.id, None, None),
]


def swap(name: str, exercise_id: ExerciseId) -> SwapExercise:
    return SwapExercise(activity_id=activity_id(name), exercise_id=exercise_id, everywhere=False)


def test_what_comes_by_a_swap_is_done_in_turn_with_the_old_partner() -> None:
    assert told(edited(swap("air", BRIDGE.id)))[:2] == [
        (PRESS, 1, "In turn with Glute Bridge"),
        (BRIDGE.id, 1, "In turn with Bench Press"),
    ]


def test_what_is_in_the_way_of_the_old_partner_stands_alone() -> None:
    back_squat = ExerciseId("exercise_back-squat")
    day = edited(swap("air", back_squat))
    assert told(day)[:2] == [(PRESS, None, None), (back_squat, None, None)]
    assert day.estimated_minutes > edited(swap("air", BRIDGE.id)).estimated_minutes


def test_what_loses_its_partner_stands_alone() -> None:
    assert told(edited(RemoveActivity(activity_id=activity_id("air")))) == [(PRESS, None, None), (PLANK.id, None, None)]


def test_a_pair_goes_on_through_another_order_other_sets_and_something_new_beside_it() -> None:
    order: tuple[ActivityId, ...] = (activity_id("air"), activity_id("plank"), activity_id("bench1"))
    reordered = edited(ReorderActivities(day_id=day_on(DOCUMENT, UPPER).id, activity_ids=order))
    fewer = edited(ScaleVolume(target=ScaleTarget(activity_id=activity_id("air")), factor=0.5))
    added = edited(AddExercise(day_id=day_on(DOCUMENT, UPPER).id, exercise_id=CURL.id, sets=2))
    assert told(reordered) == [PAIRED[1], PAIRED[2], PAIRED[0]]
    assert told(fewer) == PAIRED
    assert [one for one in told(added) if one[0] != CURL.id] == PAIRED


def test_a_pair_moves_with_its_day() -> None:
    friday = 4
    moved = MoveDay(day_id=day_on(DOCUMENT, UPPER).id, to_date=day_on(DOCUMENT, friday).date)
    assert told(edited(moved, friday)) == PAIRED


def test_fewer_sets_of_one_make_fewer_rounds() -> None:
    whole = edited(AddExercise(day_id=day_on(DOCUMENT, UPPER).id, exercise_id=CURL.id, sets=1))
    fewer = edited(ScaleVolume(target=ScaleTarget(activity_id=activity_id("bench1")), factor=0.5))
    assert fewer.estimated_minutes < whole.estimated_minutes
