"""Swapping one exercise for another."""

import pytest

from domain.errors import FaultCode, InvalidInput, PlanNotEditable
from domain.ids import ActivityId, ExerciseId
from domain.operations import SwapExercise
from domain.plan import PlanChange, SetKind, StrengthActivity
from tests.unit.edits.sample import (
    ALL_DATES,
    BACK_SQUAT,
    BODY_SQUAT,
    BRIDGE,
    CRUNCH,
    CURL,
    DOCUMENT,
    GOBLET_SQUAT,
    LUNGE,
    MONDAY,
    PLANK,
    SMITH_SQUAT,
    activity_id,
    changed_offsets,
    day_on,
    edit,
)


def _swap(name: str, exercise_id: ExerciseId | None = None, *, everywhere: bool = False) -> SwapExercise:
    return SwapExercise(activity_id=activity_id(name), exercise_id=exercise_id, everywhere=everywhere)


def _strength(offset: int, position: int, document: object = None) -> StrengthActivity:
    activity = day_on(document or DOCUMENT, offset).activities[position]  # type: ignore[arg-type]  # always a document
    assert isinstance(activity, StrengthActivity)
    return activity


def test_a_swap_changes_its_day_alone_and_says_so() -> None:
    edited = edit(_swap("lunge1", BRIDGE.id))

    assert changed_offsets(edited.document) == [0]
    assert edited.document.weeks[1] is DOCUMENT.weeks[1]
    assert edited.changes == (PlanChange(date=MONDAY, description="Swapped Walking Lunge for Glute Bridge"),)


def test_the_other_activities_of_the_day_stay_the_very_same_objects() -> None:
    edited = edit(_swap("lunge1", BRIDGE.id))

    before, after = day_on(DOCUMENT, 0).activities, day_on(edited.document, 0).activities
    assert after[0] is before[0]
    assert after[2] is before[2]


def test_a_swap_keeps_sets_and_ends_the_old_id() -> None:
    edited = edit(_swap("lunge1", BRIDGE.id))

    new = _strength(0, 1, edited.document)
    assert new.exercise_id == BRIDGE.id
    assert new.id == activity_id("new1")
    assert new.sets == _strength(0, 1).sets


def test_a_swap_everywhere_takes_all_days_that_may_be_changed() -> None:
    edited = edit(_swap("lunge1", BRIDGE.id, everywhere=True))

    assert changed_offsets(edited.document) == [0, 7]
    assert edited.changes == (PlanChange(description="Swapped Walking Lunge for Glute Bridge on all 2 days ahead"),)


def test_a_swap_everywhere_leaves_closed_days_alone_even_when_it_starts_from_one() -> None:
    edited = edit(_swap("lunge1", BRIDGE.id, everywhere=True), editable=ALL_DATES - {MONDAY})

    assert changed_offsets(edited.document) == [7]


def test_a_swap_everywhere_with_no_day_left_is_not_possible() -> None:
    with pytest.raises(PlanNotEditable):
        edit(_swap("lunge1", BRIDGE.id, everywhere=True), editable=frozenset())


def test_loads_follow_the_two_maxima_and_can_be_loaded() -> None:
    sets = _strength(0, 0, edit(_swap("squat1", GOBLET_SQUAT.id)).document).sets

    assert [one.load_kg for one in sets] == [14.0, 28.0, 28.0, 28.0]  # 0.4 x 0.9 of 40 and of 80, in steps of 2 kg
    assert [(one.kind, one.reps, one.rpe) for one in sets[:2]] == [
        (SetKind.WARM_UP, 8, None),
        (SetKind.WORKING, 5, 8.0),
    ]


def test_a_swap_to_body_weight_goes_by_effort() -> None:
    sets = _strength(7, 0, edit(_swap("squat2", BODY_SQUAT.id)).document).sets

    assert [one.load_kg for one in sets] == [None] * 4
    assert [one.rpe for one in sets[1:]] == [8.0] * 3


def test_without_a_load_the_first_week_is_eased_into() -> None:
    sets = _strength(0, 0, edit(_swap("squat1", BODY_SQUAT.id)).document).sets

    assert [one.rpe for one in sets] == [None, 7.0, 7.0, 7.0]


def test_a_swap_to_another_movement_leaves_the_load_to_effort() -> None:
    sets = _strength(2, 0, edit(_swap("bench1", BACK_SQUAT.id)).document).sets

    assert [one.load_kg for one in sets] == [None] * 3


def test_a_held_exercise_swapped_for_a_counted_one_is_counted_and_back() -> None:
    counted = _strength(0, 2, edit(_swap("plank1", CRUNCH.id)).document).sets
    held = _strength(0, 1, edit(_swap("lunge1", PLANK.id)).document).sets

    assert [(one.reps, one.duration_seconds) for one in counted] == [(10, None)] * 2
    assert [(one.reps, one.duration_seconds) for one in held] == [(None, 40)] * 3


def test_without_a_name_the_best_alternative_with_the_athletes_equipment_is_taken() -> None:
    edited = edit(_swap("squat1"))

    new = _strength(0, 0, edited.document).exercise_id
    assert new == GOBLET_SQUAT.id
    assert new != SMITH_SQUAT.id


def test_without_a_fitting_alternative_the_athlete_is_asked_for_one() -> None:
    with pytest.raises(InvalidInput) as caught:
        edit(_swap("curl1"))

    fault = caught.value.faults[0]
    assert (fault.path, fault.code) == (("operations", "0", "swapExercise", "exerciseId"), FaultCode.MISSING)


def test_all_faults_of_all_operations_come_back_together() -> None:
    with pytest.raises(InvalidInput) as caught:
        edit(
            _swap("lunge1", BRIDGE.id),
            _swap("nothing", ExerciseId("exercise_unheard-of")),
            _swap("run1", CURL.id),
            _swap("squat1", BACK_SQUAT.id),
        )

    assert [(fault.path, fault.code) for fault in caught.value.faults] == [
        (("operations", "1", "swapExercise", "exerciseId"), FaultCode.UNKNOWN),
        (("operations", "1", "swapExercise", "activityId"), FaultCode.UNKNOWN),
        (("operations", "2", "swapExercise", "activityId"), FaultCode.INVALID),
        (("operations", "3", "swapExercise", "exerciseId"), FaultCode.CONFLICTING),
    ]


def test_an_activity_that_was_swapped_is_gone_for_the_next_operation() -> None:
    with pytest.raises(InvalidInput) as caught:
        edit(_swap("lunge1", BRIDGE.id), _swap("lunge1", LUNGE.id))

    assert caught.value.faults[0].path == ("operations", "1", "swapExercise", "activityId")


def test_a_closed_day_cannot_be_changed() -> None:
    with pytest.raises(PlanNotEditable, match="23 November"):
        edit(_swap("lunge1", BRIDGE.id), editable=ALL_DATES - {MONDAY})


def test_no_operation_at_all_is_a_fault() -> None:
    with pytest.raises(InvalidInput) as caught:
        edit()

    assert caught.value.faults[0].path == ("operations",)


def test_more_operations_than_are_taken_at_once_are_a_fault() -> None:
    many = [SwapExercise(activity_id=ActivityId("activity_x"))] * 21

    with pytest.raises(InvalidInput) as caught:
        edit(*many)

    assert [fault.path for fault in caught.value.faults] == [("operations",)]
