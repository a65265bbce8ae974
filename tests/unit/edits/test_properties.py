"""Whatever is edited: days that are not concerned are the very same, ids stay where they belong, and bounds hold."""

import datetime

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as some

from domain.errors import InvalidInput, PlanNotEditable
from domain.ids import ActivityId
from domain.operations import (
    AddEndurance,
    AddExercise,
    MakeRestDay,
    MoveDay,
    PlanOperation,
    RemoveActivity,
    ScaleIntensity,
    ScaleTarget,
    ScaleVolume,
    SwapExercise,
)
from domain.plan import DayKind, PlanChange, PlanDocument, SetKind, StrengthActivity
from domain.terms import Sport
from services.planning.edits import Edited
from services.planning.minutes import estimated_minutes
from tests.unit.edits.sample import ALL_DATES, CATALOGUE, DOCUMENT, MONDAY, day_on, edit

_DAY_IDS = [day_on(DOCUMENT, offset).id for offset in range(14)]
_ACTIVITY_IDS = [activity.id for offset in range(14) for activity in day_on(DOCUMENT, offset).activities]
_EXERCISE_IDS = [exercise.id for exercise in CATALOGUE]

_dates = some.integers(0, 13).map(lambda offset: MONDAY + datetime.timedelta(days=offset))
_targets = some.one_of(
    some.sampled_from(_ACTIVITY_IDS).map(lambda one: ScaleTarget(activity_id=one)),
    some.sampled_from(_DAY_IDS).map(lambda one: ScaleTarget(day_id=one)),
    some.integers(1, 2).map(lambda number: ScaleTarget(week_number=number)),
)
_factors = some.floats(0.5, 1.5)
_operations: some.SearchStrategy[PlanOperation] = some.one_of(
    some.builds(
        SwapExercise,
        activity_id=some.sampled_from(_ACTIVITY_IDS),
        exercise_id=some.sampled_from(_EXERCISE_IDS),
        everywhere=some.booleans(),
    ),
    some.builds(
        AddExercise,
        day_id=some.sampled_from(_DAY_IDS),
        exercise_id=some.sampled_from(_EXERCISE_IDS),
        sets=some.integers(1, 8),
    ),
    some.builds(RemoveActivity, activity_id=some.sampled_from(_ACTIVITY_IDS)),
    some.builds(MoveDay, day_id=some.sampled_from(_DAY_IDS), to_date=_dates),
    some.builds(MakeRestDay, day_id=some.sampled_from(_DAY_IDS)),
    some.builds(
        AddEndurance,
        day_id=some.sampled_from(_DAY_IDS),
        sport=some.sampled_from(Sport),
        minutes=some.integers(5, 300),
        zone=some.integers(1, 5),
    ),
    some.builds(ScaleIntensity, target=_targets, factor=_factors),
    some.builds(ScaleVolume, target=_targets, factor=_factors),
)
_edits = some.lists(_operations, min_size=1, max_size=4)
_open = some.frozensets(some.sampled_from(sorted(ALL_DATES)), min_size=8)
_quickly = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def _tried(operations: list[PlanOperation], editable: frozenset[datetime.date]) -> Edited:
    """An edit that is refused leaves the plan as it is."""
    try:
        return edit(*operations, editable=editable)
    except (InvalidInput, PlanNotEditable):
        return Edited(document=DOCUMENT, changes=())


def _ids(document: PlanDocument) -> list[ActivityId]:
    return [activity.id for offset in range(14) for activity in day_on(document, offset).activities]


@_quickly
@given(_edits, _open)
def test_a_closed_day_is_the_very_same_after_any_edit(
    operations: list[PlanOperation], editable: frozenset[datetime.date]
) -> None:
    document = _tried(operations, editable).document

    for offset in range(14):
        if MONDAY + datetime.timedelta(days=offset) not in editable:
            assert day_on(document, offset) is day_on(DOCUMENT, offset)


@_quickly
@given(_edits)
def test_days_keep_their_ids_dates_and_weekdays_and_activities_are_unique(operations: list[PlanOperation]) -> None:
    document = _tried(operations, ALL_DATES).document

    for offset in range(14):
        before, after = day_on(DOCUMENT, offset), day_on(document, offset)
        assert (after.id, after.date, after.weekday) == (before.id, before.date, before.weekday)
    assert len(set(_ids(document))) == len(_ids(document))


@_quickly
@given(_edits)
def test_what_a_day_says_of_itself_follows_from_what_is_in_it(operations: list[PlanOperation]) -> None:
    document = _tried(operations, ALL_DATES).document

    for offset in range(14):
        day = day_on(document, offset)
        if day is not day_on(DOCUMENT, offset):
            assert day.estimated_minutes == estimated_minutes(day.activities, CATALOGUE)
            assert (day.kind is DayKind.REST) == (not day.activities)


@_quickly
@given(_edits)
def test_sets_and_efforts_stay_within_what_is_planned(operations: list[PlanOperation]) -> None:
    document = _tried(operations, ALL_DATES).document

    lifts = (one for offset in range(14) for one in day_on(document, offset).activities)
    for lift in lifts:
        if isinstance(lift, StrengthActivity):
            working = [one for one in lift.sets if one.kind is SetKind.WORKING]
            assert 1 <= len(working) <= 8
            assert len(lift.sets) <= 10
            assert all(one.rpe is not None and 5 <= one.rpe <= 10 for one in working)


@_quickly
@given(_edits)
def test_the_document_is_the_very_same_just_where_nothing_is_said_to_have_changed(
    operations: list[PlanOperation],
) -> None:
    edited = _tried(operations, ALL_DATES)

    assert (edited.document is DOCUMENT) == (edited.changes == ())
    assert all(isinstance(change, PlanChange) and change.description for change in edited.changes)


@_quickly
@given(some.sampled_from(_DAY_IDS), _dates)
def test_a_move_keeps_every_activity_with_its_id(day_id: str, to_date: datetime.date) -> None:
    document = _tried([MoveDay(day_id=day_id, to_date=to_date)], ALL_DATES).document  # type: ignore[arg-type]  # a day's id

    assert sorted(_ids(document)) == sorted(_ids(DOCUMENT))
