"""How the weeks of a plan follow each other."""

import datetime

import pytest

from domain.basis import PlanBasis
from domain.constraints import TargetEvent
from services.planning.progression import Phase, PhaseKind, event_window, phases_of
from tests.unit.planning.making import MONDAY, basis


def kinds(of: PlanBasis, *, days_to_event: int | None = None) -> str:
    """The first letters of the weeks' kinds."""
    event = None
    if days_to_event is not None:
        event = TargetEvent(name="the race", date=MONDAY + datetime.timedelta(days=days_to_event))
    return "".join(phase.kind.value[0] for phase in phases_of(of, event_window(event, MONDAY)))


def test_short_plans_have_no_deload() -> None:
    assert kinds(basis(week_count=4)) == "BBBB"


def test_longer_plans_lighten_every_fourth_week() -> None:
    assert kinds(basis(week_count=9)) == "BBBDBBBDB"


def test_a_taper_comes_before_the_event_and_recovery_after_it() -> None:
    assert kinds(basis(week_count=9), days_to_event=48) == "BBBBBTTRB"


def test_three_full_weeks_lead_into_the_taper_and_blocks_are_counted_back_from_it() -> None:
    assert kinds(basis(week_count=13), days_to_event=83) == "BBDBBBDBBBTTR"
    assert kinds(basis(week_count=12), days_to_event=76) == "BBBBBDBBBTTR"
    assert kinds(basis(week_count=8), days_to_event=364) == "BBDBBBDB"


def test_blocks_begin_anew_after_an_event() -> None:
    assert kinds(basis(week_count=8), days_to_event=6) == "TRBBBDBB"


def test_a_past_event_changes_nothing() -> None:
    assert kinds(basis(week_count=4), days_to_event=-1) == "BBBB"


@pytest.mark.parametrize("days", range(15, 40))
def test_a_taper_takes_eight_to_fourteen_days_and_starts_with_a_week(days: int) -> None:
    window = event_window(TargetEvent(name="x", date=MONDAY + datetime.timedelta(days=days)), MONDAY)
    assert window is not None
    assert 8 <= (window.event - window.taper_start).days <= 14
    assert (window.taper_start - MONDAY).days % 7 == 0


def test_the_day_of_the_event_itself_is_neither_taper_nor_recovery() -> None:
    window = event_window(TargetEvent(name="x", date=MONDAY + datetime.timedelta(days=30)), MONDAY)
    assert window is not None
    assert not window.lightens(window.event)
    assert window.tapers_on(window.event - datetime.timedelta(days=1))
    assert window.recovers_on(window.event + datetime.timedelta(days=7))
    assert not window.recovers_on(window.event + datetime.timedelta(days=8))


def test_blocks_and_steps_are_counted_from_nought() -> None:
    phases = phases_of(basis(week_count=6), None)
    assert [(phase.block, phase.step) for phase in phases] == [(0, 0), (0, 1), (0, 2), (0, 3), (1, 0), (1, 1)]
    assert phases[3] == Phase(number=4, kind=PhaseKind.DELOAD, block=0, step=3)
