"""Minutes, growth and parts of endurance sessions."""

import datetime
from itertools import pairwise

import msgspec
import pytest

from domain.constraints import EnduranceBaseline, Limitation, TargetEvent
from domain.exercise import Catalogue
from domain.plan import IntervalKind
from domain.terms import WEEKDAYS, Equipment, ExperienceLevel, LimitationKind, Sport, TrainingFocus, Weekday
from services.planning.endurance.volume import filled
from tests.unit.planning.making import MONDAY, basis, constraints, days_of, endurance_of, plan

RUNNER = constraints(
    focus=TrainingFocus.ENDURANCE,
    sports=(Sport.RUNNING,),
    equipment=(Equipment.BODY_WEIGHT,),
    training_days=(Weekday.TUESDAY, Weekday.THURSDAY, Weekday.SATURDAY, Weekday.SUNDAY),
    session_minutes=90,
    endurance_baselines=(EnduranceBaseline(sport=Sport.RUNNING, weekly_minutes=120, longest_minutes=45),),
)


def test_what_one_session_cannot_take_goes_to_those_that_have_room() -> None:
    assert filled(100, [0.5, 0.25, 0.25], [30, 60, 60]) == pytest.approx([30, 35, 35])
    assert filled(500, [0.5, 0.5], [30, 40]) == [30, 40]


def test_the_first_run_without_a_baseline_takes_at_most_twenty_minutes(catalogue: Catalogue) -> None:
    beginner = msgspec.structs.replace(RUNNER, endurance_baselines=())
    first = endurance_of(plan(basis(beginner), catalogue).weeks[0])
    assert max(run.total_minutes for run in first) == 20


def test_no_run_is_a_tenth_longer_than_the_longest_before_it(catalogue: Catalogue) -> None:
    runs = [run.total_minutes for run in endurance_of(plan(basis(RUNNER, week_count=8), catalogue))]
    longest = 45.0
    for minutes in runs:
        assert minutes <= 1.1 * longest + 1e-9
        longest = max(longest, minutes)
    assert longest >= 60


def test_weeks_grow_by_at_most_fifteen_percent_over_the_last_full_one(catalogue: Catalogue) -> None:
    weeks = [week for week in plan(basis(RUNNER, week_count=8), catalogue).weeks if not week.is_deload]
    totals = [sum(run.total_minutes for run in endurance_of(week)) for week in weeks]
    assert totals[-1] > totals[0]
    assert all(later <= 1.15 * earlier for earlier, later in pairwise(totals))


def test_a_deload_is_a_third_to_half_lighter(catalogue: Catalogue) -> None:
    weeks = plan(basis(RUNNER, week_count=8), catalogue).weeks
    before, light = (sum(run.total_minutes for run in endurance_of(week)) for week in weeks[2:4])
    assert weeks[3].is_deload
    assert 0.5 <= light / before <= 0.67


def test_three_quarters_of_the_time_are_easy_and_hard_work_is_there(catalogue: Catalogue) -> None:
    intervals = [i for run in endurance_of(plan(basis(RUNNER, week_count=8), catalogue)) for i in run.intervals]
    hard = sum(interval.minutes for interval in intervals if interval.zone > 2)
    assert 0 < hard <= 0.25 * sum(interval.minutes for interval in intervals)


def test_minutes_halve_before_an_event_and_its_day_is_free(catalogue: Catalogue) -> None:
    event = TargetEvent(name="the race", date=MONDAY + datetime.timedelta(days=48), sport=Sport.RUNNING)
    document = plan(basis(msgspec.structs.replace(RUNNER, event=event), week_count=7), catalogue)
    by_week = [sum(run.total_minutes for run in endurance_of(week)) for week in document.weeks]
    assert 0.4 <= by_week[5] / by_week[3] <= 0.59
    day = next(day for day in days_of(document) if day.date == event.date)
    assert day.activities == ()
    assert "the race" in day.rationale


def test_every_session_warms_up_and_its_parts_add_up(catalogue: Catalogue) -> None:
    for run in endurance_of(plan(basis(RUNNER, week_count=8), catalogue)):
        assert run.intervals[0].kind is IntervalKind.WARM_UP
        assert sum(interval.minutes for interval in run.intervals) == run.total_minutes
        assert all(interval.minutes % 0.5 == 0 for interval in run.intervals)


def test_beta_blockers_leave_no_heart_rate(catalogue: Catalogue) -> None:
    careful = msgspec.structs.replace(RUNNER, limitations=(Limitation(kind=LimitationKind.BETA_BLOCKER),))
    assert all(i.heart_rate is None for run in endurance_of(plan(basis(careful), catalogue)) for i in run.intervals)


def test_pace_is_given_where_the_threshold_is_known_and_only_there(catalogue: Catalogue) -> None:
    known = EnduranceBaseline(
        sport=Sport.RUNNING, weekly_minutes=120, longest_minutes=45, threshold_pace_seconds_per_km=300
    )
    paced = plan(basis(msgspec.structs.replace(RUNNER, endurance_baselines=(known,))), catalogue)
    steady = [i for run in endurance_of(paced) for i in run.intervals if i.kind is IntervalKind.STEADY]
    assert {
        (i.pace_seconds_per_km.minimum, i.pace_seconds_per_km.maximum) for i in steady if i.pace_seconds_per_km
    } == {(345, 390)}
    unpaced = plan(basis(RUNNER), catalogue)
    assert all(i.pace_seconds_per_km is None for run in endurance_of(unpaced) for i in run.intervals)


def test_asthma_warms_up_for_ten_minutes(catalogue: Catalogue) -> None:
    careful = msgspec.structs.replace(RUNNER, limitations=(Limitation(kind=LimitationKind.ASTHMA),))
    runs = endurance_of(plan(basis(careful), catalogue))
    assert {run.intervals[0].minutes for run in runs} == {10.0}
    assert max(interval.zone for run in runs for interval in run.intervals) <= 4


@pytest.mark.parametrize("sport", list(Sport))
def test_every_sport_can_be_trained(sport: Sport, catalogue: Catalogue) -> None:
    chosen = constraints(focus=TrainingFocus.ENDURANCE, sports=(sport,), training_days=WEEKDAYS[:4], session_minutes=45)
    trained = [activity.sport for activity in endurance_of(plan(basis(chosen), catalogue))]
    assert trained[0] is sport
    assert set(trained) <= {sport, Sport.WALKING}


def test_an_injured_foot_walks_instead_of_running_and_is_told_so(catalogue: Catalogue) -> None:
    careful = msgspec.structs.replace(RUNNER, limitations=(Limitation(kind=LimitationKind.FOOT),))
    document = plan(basis(careful, experience=ExperienceLevel.NOVICE), catalogue)
    assert {activity.sport for activity in endurance_of(document)} == {Sport.WALKING}
    assert any("no running in the plan" in notice for notice in document.notices)
