"""The weeks of a plan: which build, which lighten, which lead to an event or recover from it."""

import datetime
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from domain.basis import PlanBasis
from domain.constraints import TargetEvent

BLOCK_WEEKS = 4
"""Three weeks that build and one that lightens: a deload every four to eight weeks (Bell 2023)."""
DELOAD_FROM_WEEKS = 5
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


def event_window(event: TargetEvent | None, start: datetime.date) -> EventWindow | None:
    """The window of an event that is not past; fourteen days of taper, eight where the plan starts within three weeks of it."""
    if event is None or event.date < start:
        return None
    days_ahead = (event.date - start).days
    taper_days = TAPER_DAYS if days_ahead > TAPER_DAYS + WEEK_DAYS else SHORT_TAPER_DAYS
    return EventWindow(taper_start=event.date - datetime.timedelta(days=taper_days), event=event.date)


def phases_of(basis: PlanBasis, window: EventWindow | None) -> tuple[Phase, ...]:
    """One phase for each week. A week before a taper is never a deload: that would make the taper too long."""
    kinds = [_kind(basis, index, window) for index in range(basis.week_count)]
    for index, kind in enumerate(kinds[1:], start=1):
        if kind is PhaseKind.TAPER and kinds[index - 1] is PhaseKind.DELOAD:
            kinds[index - 1] = PhaseKind.BUILD
    return tuple(_numbered(kinds))


def _kind(basis: PlanBasis, index: int, window: EventWindow | None) -> PhaseKind:
    start = basis.start_date + datetime.timedelta(days=WEEK_DAYS * index)
    days = [start + datetime.timedelta(days=offset) for offset in range(WEEK_DAYS)]
    if window is not None and any(window.tapers_on(day) for day in days):
        return PhaseKind.TAPER
    if window is not None and window.recovers_on(days[0]):
        return PhaseKind.RECOVERY
    is_last_of_block = index % BLOCK_WEEKS == BLOCK_WEEKS - 1
    return PhaseKind.DELOAD if is_last_of_block and basis.week_count >= DELOAD_FROM_WEEKS else PhaseKind.BUILD


def _numbered(kinds: list[PhaseKind]) -> Iterator[Phase]:
    block = step = 0
    for number, kind in enumerate(kinds, start=1):
        yield Phase(number=number, kind=kind, block=block, step=step)
        if kind is PhaseKind.BUILD:
            step += 1
        elif step > 0:
            block, step = block + 1, 0
