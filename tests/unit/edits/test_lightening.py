"""A week out of which work is taken by hand says so: it is no measure for the weeks after it."""

from domain.operations import AddExercise, RemoveActivity, ScaleTarget, ScaleVolume
from tests.unit.edits.sample import BRIDGE, DOCUMENT, activity_id, day_on, edit


def test_a_week_that_loses_work_is_marked_and_no_other_week_is() -> None:
    edited = edit(RemoveActivity(activity_id=activity_id("curl1"))).document
    assert [week.is_lightened for week in edited.weeks] == [True] + [False] * (len(DOCUMENT.weeks) - 1)


def test_a_week_that_only_gains_work_is_not_marked() -> None:
    edited = edit(AddExercise(day_id=day_on(DOCUMENT, 2).id, exercise_id=BRIDGE.id, sets=2)).document
    assert [week.is_lightened for week in edited.weeks] == [False] * len(DOCUMENT.weeks)


def test_a_week_that_loses_a_run_or_a_part_of_it_is_marked_too() -> None:
    taken_out = edit(RemoveActivity(activity_id=activity_id("run1"))).document
    shortened = edit(ScaleVolume(target=ScaleTarget(activity_id=activity_id("run1")), factor=0.5)).document
    assert [week.is_lightened for week in taken_out.weeks] == [True, False]
    assert [week.is_lightened for week in shortened.weeks] == [True, False]
