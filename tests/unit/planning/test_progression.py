"""How the weeks of a plan follow each other."""

import datetime

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
    assert kinds(basis(week_count=9), days_to_event=48) == "BBBBTTTRD".replace("D", "B")


def test_no_deload_stands_right_before_a_taper() -> None:
    assert "DT" not in kinds(basis(week_count=12), days_to_event=47)


def test_a_past_event_changes_nothing() -> None:
    assert kinds(basis(week_count=4), days_to_event=-1) == "BBBB"


def test_a_taper_takes_fourteen_days_or_eight_where_there_is_little_time() -> None:
    far = event_window(TargetEvent(name="x", date=MONDAY + datetime.timedelta(days=60)), MONDAY)
    near = event_window(TargetEvent(name="x", date=MONDAY + datetime.timedelta(days=15)), MONDAY)
    assert far is not None
    assert near is not None
    assert (far.event - far.taper_start).days == 14
    assert (near.event - near.taper_start).days == 8


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
