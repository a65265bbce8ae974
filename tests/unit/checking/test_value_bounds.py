"""The rules on numbers by themselves, just inside their bounds and just beyond."""

import msgspec
import pytest

from domain.plan import IntervalKind, IntRange, PlanDocument, SetTarget
from domain.profile import UnitSystem
from domain.terms import ExperienceLevel
from tests.unit.checking.judged import day_of, is_kept, of
from tests.unit.checking.sample import (
    basis_with,
    bout,
    hold,
    interval,
    lift,
    plan,
    sets,
    warm_up,
    week,
)

replace = msgspec.structs.replace
NOVICE = ExperienceLevel.NOVICE


@pytest.mark.parametrize(
    ("targets", "kept"),
    [
        (sets(8, rest=20), True),
        (sets(9, rest=20), False),
        ((warm_up(),), False),
        ((warm_up(),) * 2 + sets(8), True),
        ((warm_up(),) * 3 + sets(8), False),
        ((*sets(1), warm_up()), False),
        (sets(1, 1), True),
        (sets(1, 0), False),
        (sets(1, 30), True),
        (sets(1, 31), False),
        (sets(1, rpe=5), True),
        (sets(1, rpe=4.5), False),
        (sets(1, rpe=10), True),
        (sets(1, rpe=10.5), False),
        (sets(1, rest=20), True),
        (sets(1, rest=19), False),
        (sets(1, rest=360), True),
        (sets(1, rest=361), False),
        (sets(1, None), False),
        (hold(1, 0), False),
        (sets(1, load=0), False),
    ],
)
def test_sane_sets(targets: tuple[SetTarget, ...], kept: bool) -> None:
    assert is_kept("R15", of("goblet-squat", *targets)) is kept


@pytest.mark.parametrize(("zone", "kept"), [(0, False), (1, True), (5, True), (6, False)])
def test_sane_zones(zone: int, kept: bool) -> None:
    assert is_kept("R15", day_of(bout(interval(IntervalKind.STEADY, 20, zone)))) is kept


def test_an_endurance_session_has_intervals_that_last() -> None:
    assert not is_kept("R15", day_of(bout()))
    assert not is_kept("R15", day_of(bout(interval(IntervalKind.STEADY, 0))))


def _beats(low: int, high: int) -> PlanDocument:
    return day_of(bout(replace(interval(IntervalKind.STEADY, 20, 2), heart_rate=IntRange(low, high))))


@pytest.mark.parametrize(
    ("low", "high", "kept"), [(112, 131, True), (114, 129, True), (115, 131, False), (112, 134, False)]
)
def test_beats_are_those_of_the_zone_by_tanaka(low: int, high: int, kept: bool) -> None:
    # 30 years: a maximum of 187, zone 2 from 60 to 70 percent of it.
    assert is_kept("R39", _beats(low, high)) is kept


@pytest.mark.parametrize(("zone", "low", "high"), [(1, 94, 112), (3, 131, 150), (4, 150, 168), (5, 168, 187)])
def test_every_zone_has_its_beats(zone: int, low: int, high: int) -> None:
    def with_beats(more: int) -> PlanDocument:
        beats = IntRange(low + more, high + more)
        return day_of(bout(replace(interval(IntervalKind.STEADY, 20, zone), heart_rate=beats)))

    assert is_kept("R39", with_beats(0))
    assert not is_kept("R39", with_beats(3))
    assert not is_kept("R39", with_beats(-3))


def test_beats_go_by_reserve_and_by_the_measured_maximum_where_known() -> None:
    resting = basis_with(lambda it: replace(it, resting_heart_rate=60, maximum_heart_rate=180))
    assert is_kept("R39", _beats(132, 144), resting)
    assert not is_kept("R39", _beats(112, 131), resting)


def test_the_same_exercise_on_two_days_is_fine_and_twice_on_one_is_not() -> None:
    plank = lift("plank", *hold(1, 30))
    assert is_kept("R46", plan(week(1, {0: (plank,), 1: (plank,)})))
    assert not is_kept("R46", day_of(plank, plank))


@pytest.mark.parametrize(
    ("slug", "load", "kept"),
    [
        ("back-squat", 82.5, True),
        ("back-squat", 81, False),
        ("goblet-squat", 13, True),
        ("goblet-squat", 12.5, False),
        ("lat-pulldown", 22.5, True),
        ("lat-pulldown", 23, True),
        ("lat-pulldown", 23.25, False),
        ("push-up", 0.5, True),
        ("push-up", 0.25, False),
    ],
)
def test_loads_can_be_loaded(slug: str, load: float, kept: bool) -> None:
    assert is_kept("R50", of(slug, *sets(1, load=load))) is kept


@pytest.mark.parametrize(("load", "kept"), [(61.23, True), (20.41, True), (60, False), (61.25, False)])
def test_imperial_loads_are_multiples_of_five_pounds(load: float, kept: bool) -> None:
    imperial = basis_with(unit_system=UnitSystem.IMPERIAL)
    assert is_kept("R50", of("back-squat", *sets(1, load=load)), imperial) is kept


@pytest.mark.parametrize(("minutes", "kept"), [((10.5, 9.5), True), ((10.5, 10), False), ((10.25, 9.75), False)])
def test_minutes_are_round(minutes: tuple[float, ...], kept: bool) -> None:
    parts = [interval(IntervalKind.STEADY, length) for length in minutes]
    assert is_kept("R50", day_of(bout(*parts))) is kept


@pytest.mark.parametrize(("distance", "kept"), [(3.1, True), (3.15, False)])
def test_kilometres_are_round(distance: float, kept: bool) -> None:
    part = replace(interval(IntervalKind.STEADY, 20), distance_km=distance)
    assert is_kept("R50", day_of(bout(part))) is kept
