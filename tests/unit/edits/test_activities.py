"""Adding, removing, ordering and setting activities."""

import datetime

import pytest

from domain.errors import FaultCode, InvalidInput, PlanNotEditable
from domain.ids import DayId, ExerciseId
from domain.operations import AddEndurance, AddExercise, RemoveActivity, ReorderActivities, SetTargets
from domain.plan import DayKind, EnduranceActivity, IntervalKind, PlanChange, SetKind, SetTarget, StrengthActivity
from domain.terms import Sport
from tests.unit.edits.sample import (
    ALL_DATES,
    BRIDGE,
    CURL,
    DOCUMENT,
    MONDAY,
    PLANK,
    activity_id,
    changed_offsets,
    day_on,
    edit,
)

NOWHERE = DayId("day_nowhere")


def _day_id(offset: int) -> DayId:
    return day_on(DOCUMENT, offset).id


def _paths(caught: pytest.ExceptionInfo[InvalidInput]) -> list[str]:
    return [".".join(fault.path[2:]) for fault in caught.value.faults]


def test_an_added_compound_goes_before_isolation_and_by_moderate_effort() -> None:
    edited = edit(AddExercise(day_id=_day_id(2), exercise_id=BRIDGE.id, sets=4))

    added = day_on(edited.document, 2).activities[1]
    assert isinstance(added, StrengthActivity)
    assert added.exercise_id == BRIDGE.id
    assert [(one.reps, one.rpe, one.load_kg) for one in added.sets] == [(8, 7.0, None)] * 4
    assert edited.changes == (
        PlanChange(date=MONDAY + datetime.timedelta(days=2), description="Added 4 sets of Glute Bridge"),
    )


def test_an_exercise_added_to_a_rest_day_makes_it_a_day_of_strength() -> None:
    day = day_on(edit(AddExercise(day_id=_day_id(1), exercise_id=PLANK.id, sets=2)).document, 1)

    assert day.kind is DayKind.STRENGTH
    assert day.estimated_minutes == 8  # 5 to warm up, twice 30 s held and 60 s of rest
    assert day.id == _day_id(1)


def test_adding_names_every_wrong_argument() -> None:
    with pytest.raises(InvalidInput) as caught:
        edit(AddExercise(day_id=NOWHERE, exercise_id=ExerciseId("exercise_unheard-of"), sets=9))

    assert _paths(caught) == ["addExercise.dayId", "addExercise.exerciseId", "addExercise.sets"]


def test_removing_leaves_the_rest_of_the_day() -> None:
    edited = edit(RemoveActivity(activity_id=activity_id("curl1")))

    assert day_on(edited.document, 2).activities == day_on(DOCUMENT, 2).activities[:1]
    assert changed_offsets(edited.document) == [2]
    assert [change.description for change in edited.changes] == ["Removed Dumbbell Curl"]


def test_removing_the_last_activity_makes_a_rest_day() -> None:
    day = day_on(edit(RemoveActivity(activity_id=activity_id("run1"))).document, 4)

    assert (day.title, day.kind, day.estimated_minutes, day.activities) == ("Rest", DayKind.REST, 0, ())


def test_reordering_keeps_the_activities_themselves() -> None:
    order = (activity_id("plank1"), activity_id("squat1"), activity_id("lunge1"))
    before = day_on(DOCUMENT, 0).activities

    after = day_on(edit(ReorderActivities(day_id=_day_id(0), activity_ids=order)).document, 0).activities

    assert [one is other for one, other in zip(after, (before[2], before[0], before[1]), strict=True)] == [True] * 3


def test_reordering_must_name_each_activity_once() -> None:
    with pytest.raises(InvalidInput) as caught:
        edit(
            ReorderActivities(
                day_id=_day_id(0), activity_ids=(activity_id("squat1"), activity_id("squat1"), activity_id("run1"))
            )
        )

    assert [(fault.path[3:], fault.code) for fault in caught.value.faults] == [
        (("activityIds", "1"), FaultCode.CONFLICTING),
        (("activityIds", "2"), FaultCode.UNKNOWN),
        (("activityIds",), FaultCode.MISSING),
    ]


def test_the_same_order_again_changes_nothing() -> None:
    order = tuple(activity.id for activity in day_on(DOCUMENT, 0).activities)

    edited = edit(ReorderActivities(day_id=_day_id(0), activity_ids=order))

    assert edited.document is DOCUMENT
    assert edited.changes == ()


def test_added_endurance_has_easy_ends_and_heart_rates() -> None:
    day = day_on(edit(AddEndurance(day_id=_day_id(2), sport=Sport.CYCLING, minutes=40, zone=3)).document, 2)

    added = day.activities[-1]
    assert isinstance(added, EnduranceActivity)
    assert (added.title, added.total_minutes, day.kind) == ("Moderate ride", 40.0, DayKind.MIXED)
    assert [(one.kind, one.minutes, one.zone) for one in added.intervals] == [
        (IntervalKind.WARM_UP, 5.0, 1),
        (IntervalKind.STEADY, 30.0, 3),
        (IntervalKind.COOL_DOWN, 5.0, 1),
    ]
    assert all(one.heart_rate is not None for one in added.intervals)


@pytest.mark.parametrize(
    ("minutes", "zone", "wrong"), [(4, 2, "minutes"), (301, 2, "minutes"), (30, 0, "zone"), (30, 6, "zone")]
)
def test_added_endurance_has_bounds(minutes: int, zone: int, wrong: str) -> None:
    with pytest.raises(InvalidInput) as caught:
        edit(AddEndurance(day_id=_day_id(2), sport=Sport.RUNNING, minutes=minutes, zone=zone))

    assert _paths(caught) == [f"addEndurance.{wrong}"]


def test_set_targets_become_what_can_be_loaded() -> None:
    sets = (
        SetTarget(kind=SetKind.WARM_UP, reps=5, load_kg=41.0, rest_seconds=60),
        SetTarget(reps=3, load_kg=91.0, rpe=8.5, rest_seconds=240),
    )

    edited = edit(SetTargets(activity_id=activity_id("squat1"), sets=sets))

    changed = day_on(edited.document, 0).activities[0]
    assert isinstance(changed, StrengthActivity)
    assert changed.id == activity_id("squat1")
    assert [one.load_kg for one in changed.sets] == [40.0, 90.0]
    assert [change.description for change in edited.changes] == ["Set Back Squat to 1 working set"]


def test_wrong_targets_are_named_each_with_its_place() -> None:
    sets = (
        SetTarget(reps=5, rpe=4.0, rest_seconds=60),
        SetTarget(kind=SetKind.WARM_UP, reps=31, load_kg=float("nan"), rest_seconds=10),
        SetTarget(rest_seconds=60),
    )

    with pytest.raises(InvalidInput) as caught:
        edit(SetTargets(activity_id=activity_id("run1"), sets=sets))

    assert _paths(caught) == [
        "setTargets.sets",
        "setTargets.sets.0.rpe",
        "setTargets.sets.1.reps",
        "setTargets.sets.1.loadKg",
        "setTargets.sets.1.restSeconds",
        "setTargets.sets.2",
        "setTargets.activityId",
    ]


def test_more_sets_than_a_session_holds_are_refused() -> None:
    with pytest.raises(InvalidInput) as caught:
        edit(SetTargets(activity_id=activity_id("curl1"), sets=(SetTarget(reps=5, rpe=7, rest_seconds=60),) * 11))

    assert _paths(caught) == ["setTargets.sets", "setTargets.sets"]


def test_closed_days_take_no_operation() -> None:
    closed = ALL_DATES - {MONDAY + datetime.timedelta(days=2)}
    operations = (
        AddExercise(day_id=_day_id(2), exercise_id=BRIDGE.id),
        RemoveActivity(activity_id=activity_id("curl1")),
        AddEndurance(day_id=_day_id(2), sport=Sport.RUNNING, minutes=20),
        ReorderActivities(day_id=_day_id(2), activity_ids=(activity_id("curl1"), activity_id("bench1"))),
        SetTargets(activity_id=activity_id("curl1"), sets=(SetTarget(reps=5, rpe=7, rest_seconds=60),)),
    )
    for operation in operations:
        with pytest.raises(PlanNotEditable):
            edit(operation, editable=closed)


def test_faults_come_before_a_closed_day() -> None:
    with pytest.raises(InvalidInput):
        edit(
            RemoveActivity(activity_id=activity_id("curl1")),
            AddExercise(day_id=_day_id(2), exercise_id=CURL.id, sets=0),
            editable=frozenset(),
        )
