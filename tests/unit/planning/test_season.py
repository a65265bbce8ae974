"""The way to an event: base, build and peak counted back from it, and a long session that its distance asks for."""

import datetime

import msgspec
import pytest

from domain.constraints import EnduranceBaseline, TargetEvent
from domain.exercise import Catalogue
from domain.plan import IntervalKind, PlanDocument, Week
from domain.terms import WEEKDAYS, Equipment, Sport, TrainingFocus, Weekday
from services.checking.check import broken_rules, check_plan
from services.planning.endurance.distance import Pace
from services.planning.endurance.season import Season, asked_minutes, event_minutes, race_zone, season_on
from services.planning.progression import event_window
from tests.unit.planning.making import MONDAY, basis, constraints, endurance_of, plan

RUNNER = constraints(
    focus=TrainingFocus.ENDURANCE,
    sports=(Sport.RUNNING,),
    equipment=(Equipment.BODY_WEIGHT,),
    training_days=(Weekday.TUESDAY, Weekday.THURSDAY, Weekday.SATURDAY, Weekday.SUNDAY),
    session_minutes=45,
    endurance_baselines=(EnduranceBaseline(sport=Sport.RUNNING, weekly_minutes=140, longest_minutes=45),),
)
UNKNOWN = Pace()


def event(weeks: int, distance_km: float | None = 10.0, sport: Sport | None = Sport.RUNNING) -> TargetEvent:
    """On the last day of that week of the plan."""
    return TargetEvent(
        name="the race", date=MONDAY + datetime.timedelta(days=7 * weeks - 1), sport=sport, distance_km=distance_km
    )


def seasons(weeks: int, ahead: TargetEvent) -> str:
    """The first letters, A to Z, of the weeks' seasons; a point where there is none."""
    window = event_window(ahead, MONDAY)
    letters = {None: ".", Season.BASE: "a", Season.BUILD: "b", Season.PEAK: "p"}
    starts = (MONDAY + datetime.timedelta(days=7 * week) for week in range(weeks))
    return "".join(letters[season_on(start, ahead, window)] for start in starts)


def towards(weeks: int, distance_km: float, catalogue: Catalogue, **changes: object) -> PlanDocument:
    facts = msgspec.structs.replace(RUNNER, event=event(weeks, distance_km), **changes)
    of = basis(facts, week_count=weeks)
    document = plan(of, catalogue)
    assert broken_rules(check_plan(of, document, catalogue)) == ()
    return document


def hard_work(week: Week) -> set[tuple[float, int]]:
    """Minutes and zones of the hard pieces."""
    intervals = (interval for run in endurance_of(week) for interval in run.intervals)
    return {(interval.minutes, interval.zone) for interval in intervals if interval.kind is IntervalKind.WORK}


def test_seasons_are_counted_back_from_the_taper() -> None:
    assert seasons(14, event(14)) == "aaabbbbbbppp.."
    assert seasons(6, event(6)) == "bppp.."
    assert seasons(3, event(3)) == "p.."
    assert seasons(4, event(52)) == "aaaa"


def test_an_event_that_is_none_in_endurance_has_no_season() -> None:
    assert seasons(8, event(8, distance_km=None, sport=None)) == "........"
    assert seasons(4, event(8, distance_km=None)) == "bbbp"


@pytest.mark.parametrize(
    ("minutes", "longest", "zone"), [(30, 52.5, 5), (65, 78.75, 4), (120, 120, 4), (137, 126.8, 3), (300, 180, 3)]
)
def test_a_short_event_asks_for_longer_sessions_than_itself_and_a_long_one_for_shorter_ones(
    minutes: float, longest: float, zone: int
) -> None:
    assert asked_minutes(minutes) == pytest.approx(longest)
    assert race_zone(minutes) == zone


def test_an_event_takes_as_long_as_the_athlete_is_fast() -> None:
    assert event_minutes(event(8), Sport.RUNNING, UNKNOWN) == 65
    assert event_minutes(event(8), Sport.RUNNING, Pace(easy=300)) == 50
    assert event_minutes(event(8, distance_km=None), Sport.RUNNING, UNKNOWN) is None
    assert event_minutes(event(8), Sport.CYCLING, UNKNOWN) is None


def test_work_gets_harder_from_season_to_season(catalogue: Catalogue) -> None:
    document = towards(15, 5, catalogue)
    base, build, peak = (set[tuple[float, int]]().union(*map(hard_work, document.weeks[span])) for span in SPANS)
    assert base <= {(0.5, 4), (8.0, 3)}
    assert build <= {(4.0, 4), (5.0, 4), (8.0, 4)}
    assert peak <= {(2.0, 5), (3.0, 5)}
    assert all((base, build, peak))
    assert not any(hard_work(week) for week in document.weeks[13:])


SPANS = (slice(0, 4), slice(4, 10), slice(10, 13))


def test_a_marathon_is_prepared_at_its_own_steady_effort(catalogue: Catalogue) -> None:
    document = towards(5, 42.2, catalogue, session_minutes=90)
    assert {zone for week in document.weeks[:3] for _, zone in hard_work(week)} == {3}
    assert any(run.title == "Tempo run" for run in endurance_of(document))


def test_the_long_run_grows_towards_the_event_and_no_further(catalogue: Catalogue) -> None:
    far, near = (towards(14, distance, catalogue, session_minutes=150) for distance in (42.2, 5.0))
    longest_far, longest_near = (max(run.total_minutes for run in endurance_of(made)) for made in (far, near))
    assert longest_far >= 90
    assert longest_near == 54


def test_the_words_tell_the_season_and_only_what_the_weeks_hold(catalogue: Catalogue) -> None:
    document = towards(13, 10, catalogue)
    assert "a time for the base (weeks 1 to 2), then work at a firm pace (weeks 3 to 7), then work at about" in (
        document.rationale
    )
    assert document.weeks[1].focus == "Widen the base"
    assert document.weeks[8].focus == "Get a feeling for your event"
    assert document.weeks[12].focus == "Freshen up for your event"


def test_an_event_of_several_sports_trains_each_and_goes_long_in_the_longest(catalogue: Catalogue) -> None:
    triathlete = constraints(
        focus=TrainingFocus.ENDURANCE,
        sports=(Sport.SWIMMING, Sport.CYCLING, Sport.RUNNING),
        training_days=WEEKDAYS[:6],
        session_minutes=90,
        endurance_baselines=(EnduranceBaseline(sport=Sport.CYCLING, weekly_minutes=150, longest_minutes=75),),
        event=event(8, 51.5, Sport.OTHER),
    )
    of = basis(triathlete, week_count=8)
    document = plan(of, catalogue)
    assert broken_rules(check_plan(of, document, catalogue)) == ()
    trained = [bout.sport for bout in endurance_of(document.weeks[0]) if bout.sport is not Sport.WALKING]
    assert set(trained) == {Sport.SWIMMING, Sport.CYCLING, Sport.RUNNING}
    assert trained.count(Sport.CYCLING) == 2
    assert max(endurance_of(document.weeks[0]), key=lambda bout: bout.total_minutes).title == "Long ride"
