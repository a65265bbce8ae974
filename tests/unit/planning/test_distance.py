"""How far sessions go: by the athlete's own pace, and not at all where that is unknown."""

import datetime

import msgspec
import pytest

from domain.constraints import EnduranceBaseline
from domain.exercise import Catalogue
from domain.history import DoneEndurance, TrainingDay, TrainingHistory
from domain.ids import ActivityId
from domain.plan import EnduranceActivity, Interval, IntervalKind
from domain.profile import UnitSystem
from domain.terms import WEEKDAYS, Equipment, Sport, TrainingFocus
from domain.training import Completion
from services.checking.check import broken_rules, check_plan
from services.planning.adaptation.endurance import baselines_of
from services.planning.adaptation.form import Form
from services.planning.endurance.distance import pace_of, with_distance
from tests.unit.planning.making import MONDAY, basis, constraints, days_of, endurance_of, plan

BASELINE = EnduranceBaseline(sport=Sport.RUNNING, weekly_minutes=120, longest_minutes=60)
BY_THRESHOLD = msgspec.structs.replace(BASELINE, threshold_pace_seconds_per_km=300)
BY_LONGEST = msgspec.structs.replace(BASELINE, longest_km=10)

RUNNER = constraints(
    focus=TrainingFocus.ENDURANCE,
    sports=(Sport.RUNNING,),
    equipment=(Equipment.BODY_WEIGHT,),
    training_days=WEEKDAYS[:4],
    endurance_baselines=(BY_THRESHOLD,),
)


def session(*parts: tuple[float, int], sport: Sport = Sport.RUNNING) -> EnduranceActivity:
    """Parts of minutes and zone."""
    intervals = tuple(Interval(kind=IntervalKind.STEADY, minutes=minutes, zone=zone, rpe=4) for minutes, zone in parts)
    total = sum(minutes for minutes, _ in parts)
    return EnduranceActivity(
        id=ActivityId("activity_1"), title="Easy run", sport=sport, intervals=intervals, total_minutes=total
    )


def kilometres(activity: EnduranceActivity) -> tuple[list[float | None], float | None]:
    return [interval.distance_km for interval in activity.intervals], activity.total_km


def test_a_known_threshold_tells_the_distance_of_every_zone() -> None:
    # 300 s/km at threshold: 420 s/km in zone 1, 367.5 in zone 2, 301.5 in zone 4.
    run = with_distance(session((7, 1), (49, 2), (20.1, 4)), [BY_THRESHOLD])
    assert kilometres(run) == ([1.0, 8.0, 4.0], 13.0)


def test_parts_that_are_too_short_to_round_tell_none_and_count_in_the_whole() -> None:
    run = with_distance(session((3, 1), (49, 2), (3, 1)), [BY_THRESHOLD])
    assert kilometres(run) == ([None, 8.0, None], 8.9)


def test_minutes_and_kilometres_of_the_longest_session_tell_how_far_easy_work_goes() -> None:
    assert kilometres(with_distance(session((6, 1), (48, 2)), [BY_LONGEST])) == ([1.0, 8.0], 9.0)


def test_an_easy_pace_does_not_say_how_fast_hard_work_goes() -> None:
    assert kilometres(with_distance(session((6, 1), (4, 4), (6, 2)), [BY_LONGEST])) == ([None, None, None], None)


@pytest.mark.parametrize(
    "baselines",
    [
        (),
        (BASELINE,),
        (msgspec.structs.replace(BY_THRESHOLD, sport=Sport.CYCLING),),
        (msgspec.structs.replace(BASELINE, longest_km=100),),
        (msgspec.structs.replace(BASELINE, threshold_pace_seconds_per_km=90),),
    ],
)
def test_nothing_is_invented(baselines: tuple[EnduranceBaseline, ...]) -> None:
    assert kilometres(with_distance(session((6, 1), (48, 2)), baselines)) == ([None, None], None)


def test_a_sport_without_distance_has_none() -> None:
    known = msgspec.structs.replace(BY_THRESHOLD, sport=Sport.JUMP_ROPE, longest_km=10)
    assert pace_of(Sport.JUMP_ROPE, [known]).in_zone(2) is None


def test_a_distance_goes_when_the_pace_is_no_longer_known() -> None:
    far = with_distance(session((60, 2)), [BY_LONGEST])
    assert kilometres(with_distance(far, [])) == ([None], None)


@pytest.mark.parametrize(("logged", "kilometres_an_hour"), [(None, 10.0), (5.5, 11.0)])
def test_the_pace_stays_when_the_longest_session_grows_and_follows_what_is_logged(
    logged: float | None, kilometres_an_hour: float, catalogue: Catalogue
) -> None:
    runner = basis(RUNNER)
    week, today = plan(runner, catalogue).weeks[0], MONDAY + datetime.timedelta(days=7)
    bout = DoneEndurance(sport=Sport.RUNNING, minutes=30, distance_km=logged)
    days = tuple(
        TrainingDay(date=day.date, is_planned=True, completion=Completion.DONE, endurance=(bout,))
        for day in week.days
        if day.activities
    )
    (gone_on,) = baselines_of((BY_LONGEST,), [week], Form(TrainingHistory(days=days), today))
    assert gone_on.longest_minutes == 30
    assert gone_on.longest_km == kilometres_an_hour / 2


@pytest.mark.parametrize("units", UnitSystem)
def test_a_runner_who_knows_their_pace_reads_distances_in_the_plan_and_in_its_words(
    units: UnitSystem, catalogue: Catalogue
) -> None:
    runner = basis(RUNNER, unit_system=units)
    document = plan(runner, catalogue)
    assert broken_rules(check_plan(runner, document, catalogue)) == ()
    runs = endurance_of(document)
    assert runs
    assert all(run.total_km is not None for run in runs)
    told = [day.rationale for day in days_of(document) for run in day.activities if isinstance(run, EnduranceActivity)]
    is_metric = units is UnitSystem.METRIC
    distances = [f"{run.total_km:g} km" if is_metric else f"{(run.total_km or 0) / 1.609344:.1f} miles" for run in runs]
    assert all(f"about {distance.replace('.0 ', ' ')}" in text for distance, text in zip(distances, told, strict=True))
