"""Moving and resting days, and making things easier, harder, shorter or longer."""

import datetime

import msgspec
import pytest

from domain.constraints import EnduranceBaseline
from domain.errors import InvalidInput, PlanNotEditable
from domain.ids import DayId
from domain.operations import MakeRestDay, MoveDay, ScaleIntensity, ScaleTarget, ScaleVolume
from domain.plan import DayKind, EnduranceActivity, Interval, IntervalKind, PlanDocument, SetKind, StrengthActivity
from domain.terms import Sport
from services.planning.edits.endurance import with_minutes_scaled
from tests.unit.edits.sample import ALL_DATES, BASIS, DOCUMENT, MONDAY, activity_id, changed_offsets, day_on, edit, run

WEEK_ONE = ScaleTarget(week_number=1)
KNOWN = EnduranceBaseline(sport=Sport.RUNNING, weekly_minutes=40, longest_minutes=20, longest_km=3)
PACED = msgspec.structs.replace(
    BASIS, constraints=msgspec.structs.replace(BASIS.constraints, endurance_baselines=(KNOWN,))
)


def _day_id(offset: int) -> DayId:
    return day_on(DOCUMENT, offset).id


def _date(offset: int) -> datetime.date:
    return MONDAY + datetime.timedelta(days=offset)


def _strength(document: PlanDocument, offset: int, position: int = 0) -> StrengthActivity:
    activity = day_on(document, offset).activities[position]
    assert isinstance(activity, StrengthActivity)
    return activity


def test_moving_a_day_exchanges_contents_and_leaves_ids_with_their_dates() -> None:
    edited = edit(MoveDay(day_id=_day_id(0), to_date=_date(1)))

    monday, tuesday = day_on(edited.document, 0), day_on(edited.document, 1)
    assert (monday.id, monday.date, monday.title, monday.activities) == (_day_id(0), _date(0), "Rest", ())
    assert (tuesday.id, tuesday.date, tuesday.title) == (_day_id(1), _date(1), "Lower body")
    assert tuesday.activities is day_on(DOCUMENT, 0).activities
    assert tuesday.estimated_minutes == 31
    assert changed_offsets(edited.document) == [0, 1]
    assert [(change.date, change.description) for change in edited.changes] == [
        (_date(1), "Moved Lower body from Monday 23 November to Tuesday 24 November"),
    ]


def test_moving_twice_brings_everything_back() -> None:
    edited = edit(MoveDay(day_id=_day_id(0), to_date=_date(9)), MoveDay(day_id=_day_id(0), to_date=_date(9)))

    assert [day.activities for week in edited.document.weeks for day in week.days] == [
        day.activities for week in DOCUMENT.weeks for day in week.days
    ]


def test_a_day_cannot_move_out_of_the_plan_or_onto_itself() -> None:
    with pytest.raises(InvalidInput) as caught:
        edit(MoveDay(day_id=_day_id(0), to_date=_date(14)), MoveDay(day_id=_day_id(0), to_date=_date(0)))

    assert [fault.path for fault in caught.value.faults] == [
        ("operations", "0", "moveDay", "toDate"),
        ("operations", "1", "moveDay", "toDate"),
    ]


@pytest.mark.parametrize("closed", [0, 1])
def test_both_dates_of_a_move_must_be_open(closed: int) -> None:
    with pytest.raises(PlanNotEditable):
        edit(MoveDay(day_id=_day_id(0), to_date=_date(1)), editable=ALL_DATES - {_date(closed)})


def test_a_rest_day_has_nothing_in_it() -> None:
    edited = edit(MakeRestDay(day_id=_day_id(2)))

    day = day_on(edited.document, 2)
    assert (day.title, day.kind, day.estimated_minutes, day.activities) == ("Rest", DayKind.REST, 0, ())
    assert [change.description for change in edited.changes] == ["Made Wednesday a rest day"]


def test_a_rest_day_stays_one() -> None:
    assert edit(MakeRestDay(day_id=_day_id(1))).document is DOCUMENT


def test_easier_lowers_loads_and_effort_and_nothing_else() -> None:
    edited = edit(ScaleIntensity(target=ScaleTarget(activity_id=activity_id("squat1")), factor=0.9))

    before, after = _strength(DOCUMENT, 0), _strength(edited.document, 0)
    assert after.id == before.id
    assert [one.load_kg for one in after.sets] == [35.0, 72.5, 72.5, 72.5]
    assert [one.rpe for one in after.sets] == [None, 7.0, 7.0, 7.0]
    assert [(one.reps, one.rest_seconds) for one in after.sets] == [(one.reps, one.rest_seconds) for one in before.sets]
    assert changed_offsets(edited.document) == [0]


def test_effort_stays_within_what_is_planned() -> None:
    easy = edit(ScaleIntensity(target=ScaleTarget(activity_id=activity_id("curl1")), factor=0.5))
    hard = edit(ScaleIntensity(target=ScaleTarget(activity_id=activity_id("squat1")), factor=1.5))

    assert [one.rpe for one in _strength(easy.document, 2, 1).sets] == [5.0, 5.0]
    assert [one.rpe for one in _strength(hard.document, 0).sets] == [None, 9.5, 9.5, 9.5]


def test_a_shorter_week_has_fewer_sets_and_minutes() -> None:
    edited = edit(ScaleVolume(target=WEEK_ONE, factor=0.7), basis=PACED)

    squat, run = _strength(edited.document, 0), day_on(edited.document, 4).activities[0]
    assert [one.kind for one in squat.sets] == [SetKind.WARM_UP, SetKind.WORKING, SetKind.WORKING]
    assert isinstance(run, EnduranceActivity)
    assert [one.minutes for one in run.intervals] == [5, 14, 5]
    assert [one.distance_km for one in run.intervals] == [0.8, 2.1, 0.8]
    assert (run.total_minutes, run.total_km) == (24, 3.7)
    assert [change.description for change in edited.changes] == ["Made week 1 shorter"]
    assert [change.date for change in edited.changes] == [None]


def test_half_minutes_stay_so_that_the_whole_session_takes_whole_minutes() -> None:
    parts = (
        (IntervalKind.WARM_UP, 3.5),
        (IntervalKind.STEADY, 8.5),
        (IntervalKind.WORK, 0.5),
        (IntervalKind.RECOVERY, 1.5),
    )
    intervals = tuple(Interval(kind=kind, minutes=minutes, zone=2, rpe=4) for kind, minutes in parts)
    walk = msgspec.structs.replace(run("walk"), intervals=intervals, total_minutes=14)

    shorter, longer = with_minutes_scaled(walk, 0.5), with_minutes_scaled(walk, 1.3)

    assert [one.minutes for one in shorter.intervals] == [3.5, 4.5, 0.5, 0.5]
    assert [one.minutes for one in longer.intervals] == [3.5, 11.5, 0.5, 1.5]
    assert (shorter.total_minutes, longer.total_minutes) == (9, 17)


def test_scaling_a_week_leaves_its_closed_days_and_the_other_weeks() -> None:
    edited = edit(ScaleVolume(target=WEEK_ONE, factor=0.7), editable=ALL_DATES - {_date(0)})

    assert changed_offsets(edited.document) == [2, 4]


def test_scaling_a_week_without_an_open_day_is_not_possible() -> None:
    with pytest.raises(PlanNotEditable):
        edit(ScaleVolume(target=WEEK_ONE, factor=0.7), editable=frozenset(_date(offset) for offset in range(7, 14)))


def test_sets_stay_between_one_and_eight() -> None:
    longer = edit(*[ScaleVolume(target=ScaleTarget(activity_id=activity_id("squat1")), factor=1.5)] * 4)
    shorter = edit(*[ScaleVolume(target=ScaleTarget(activity_id=activity_id("squat1")), factor=0.5)] * 4)

    assert len(_strength(longer.document, 0).sets) == 1 + 8
    assert len(_strength(shorter.document, 0).sets) == 1 + 1


@pytest.mark.parametrize(
    ("operation", "wrong"),
    [
        (ScaleVolume(target=WEEK_ONE, factor=0.49), "scaleVolume.factor"),
        (ScaleIntensity(target=WEEK_ONE, factor=1.51), "scaleIntensity.factor"),
        (ScaleIntensity(target=WEEK_ONE, factor=float("nan")), "scaleIntensity.factor"),
        (ScaleIntensity(target=ScaleTarget(), factor=0.9), "scaleIntensity.target"),
        (ScaleVolume(target=ScaleTarget(week_number=1, day_id=_day_id(0)), factor=0.9), "scaleVolume.target"),
        (ScaleVolume(target=ScaleTarget(week_number=3), factor=0.9), "scaleVolume.target.weekNumber"),
        (ScaleVolume(target=ScaleTarget(day_id=DayId("day_x")), factor=0.9), "scaleVolume.target.dayId"),
    ],
)
def test_a_scaling_out_of_bounds_is_a_fault(operation: ScaleVolume | ScaleIntensity, wrong: str) -> None:
    with pytest.raises(InvalidInput) as caught:
        edit(operation)

    assert [".".join(fault.path[2:]) for fault in caught.value.faults] == [wrong]
