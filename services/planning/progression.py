"""The weeks of a plan: which build, which lighten, which lead to an event or recover from it."""

import datetime
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from domain.basis import PlanBasis
from domain.constraints import TargetEvent

BLOCK_WEEKS = 4
"""Three weeks that build and one that lightens: a deload every four to eight weeks (Bell 2023)."""
DELOAD_FROM_WEEKS = 5
LEAST_WEEKS_BEFORE_DELOAD = 2
TAPER_DAYS = 14
SHORT_TAPER_DAYS = 8
"""A taper takes 8 to 14 days (Bosquet 2007)."""
RECOVERY_DAYS = 7
WEEK_DAYS = 7


class PhaseKind(StrEnum):
    """What a week is for."""

    BUILD = "BUILD"
    DELOAD = "DELOAD"
    TAPER = "TAPER"
    RECOVERY = "RECOVERY"


@dataclass(frozen=True, slots=True, kw_only=True)
class Phase:
    """One week: counted from 1; its block and its step within the block counted from 0."""

    number: int
    kind: PhaseKind
    block: int
    step: int

    @property
    def is_light(self) -> bool:
        return self.kind is not PhaseKind.BUILD


@dataclass(frozen=True, slots=True, kw_only=True)
class EventWindow:
    """The days around an event that are lighter: both ends included."""

    taper_start: datetime.date
    event: datetime.date

    @property
    def recovery_end(self) -> datetime.date:
        return self.event + datetime.timedelta(days=RECOVERY_DAYS)

    def tapers_on(self, day: datetime.date) -> bool:
        return self.taper_start <= day < self.event

    def recovers_on(self, day: datetime.date) -> bool:
        return self.event < day <= self.recovery_end

    def lightens(self, day: datetime.date) -> bool:
        return self.tapers_on(day) or self.recovers_on(day)

    def weeks_before_taper(self, week_start: datetime.date) -> int:
        """1 for the last week before the taper, 2 for the one before it; 0 and less from the taper on."""
        return (self.taper_start - week_start).days // WEEK_DAYS


def event_window(event: TargetEvent | None, start: datetime.date) -> EventWindow | None:
    """The window of an event that is not past. The taper starts with a week of the plan that starts on this date, so that it
    takes 8 to 14 days and each week is wholly for one thing."""
    if event is None or event.date < start:
        return None
    latest = event.date - datetime.timedelta(days=SHORT_TAPER_DAYS)
    return EventWindow(
        taper_start=latest - datetime.timedelta(days=(latest - start).days % WEEK_DAYS), event=event.date
    )


def phases_of(basis: PlanBasis, window: EventWindow | None) -> tuple[Phase, ...]:
    """One phase for each week."""
    starts = (basis.start_date + datetime.timedelta(days=WEEK_DAYS * index) for index in range(basis.week_count))
    return tuple(_numbered(_kinds(starts, basis.week_count, window)))


def _kinds(starts: Iterable[datetime.date], week_count: int, window: EventWindow | None) -> Iterator[PhaseKind]:
    builds = 0
    for start in starts:
        kind = around_event(start, window)
        if kind is PhaseKind.BUILD and week_count >= DELOAD_FROM_WEEKS and is_deload_due(start, builds, window):
            kind = PhaseKind.DELOAD
        builds = builds + 1 if kind is PhaseKind.BUILD else 0
        yield kind


def around_event(week_start: datetime.date, window: EventWindow | None) -> PhaseKind:
    """What a week is for by the event that it is near to; BUILD where it is near to none."""
    if window is None:
        return PhaseKind.BUILD
    if window.tapers_on(week_start):
        return PhaseKind.TAPER
    return PhaseKind.RECOVERY if window.event <= week_start <= window.recovery_end else PhaseKind.BUILD


def is_deload_due(week_start: datetime.date, builds: int, window: EventWindow | None) -> bool:
    """Whether a week lightens after so many full ones. Before an event blocks are counted back from its taper, so that three
    full weeks lead into it; the first may then be shorter or longer than the others."""
    weeks_left = 0 if window is None else window.weeks_before_taper(week_start)
    if weeks_left > 0:
        return weeks_left % BLOCK_WEEKS == 0 and builds >= LEAST_WEEKS_BEFORE_DELOAD
    return builds >= BLOCK_WEEKS - 1


def _numbered(kinds: Iterable[PhaseKind]) -> Iterator[Phase]:
    block = step = 0
    for number, kind in enumerate(kinds, start=1):
        yield Phase(number=number, kind=kind, block=block, step=step)
        if kind is PhaseKind.BUILD:
            step += 1
        elif step > 0:
            block, step = block + 1, 0
