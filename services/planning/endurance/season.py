"""The season before an event: base, build and peak, counted back from its taper, and how long the long session has to become."""

import datetime
from enum import StrEnum

from domain.constraints import TargetEvent
from domain.terms import Sport
from services.planning.endurance.distance import EASY_ZONE, Pace
from services.planning.progression import EventWindow

PEAK_WEEKS = 3
BUILD_WEEKS = 6
"""Before the taper three weeks at the event's own effort, before those six at threshold, and before those the base (convention)."""
LONGEST_MINUTES = 180.0
USUAL_PACES: dict[Sport, int] = {
    Sport.RUNNING: 390,
    Sport.CYCLING: 170,
    Sport.SWIMMING: 1500,
    Sport.ROWING: 330,
    Sport.WALKING: 720,
    Sport.HIKING: 900,
}
"""Seconds a kilometre of easy work, to tell a short event from a long one where the athlete's own pace is unknown."""
SHORT_EVENT_MINUTES, LONG_EVENT_MINUTES = 40.0, 120.0


class Season(StrEnum):
    """What the weeks before an event are for. The weeks of the taper belong to none."""

    BASE = "BASE"
    BUILD = "BUILD"
    PEAK = "PEAK"


def season_on(week_start: datetime.date, event: TargetEvent | None, window: EventWindow | None) -> Season | None:
    """The season of the week from this date; None without an event in endurance, and from its taper on."""
    if event is None or window is None or (event.sport is None and event.distance_km is None):
        return None
    weeks = window.weeks_before_taper(week_start)
    if weeks <= 0:
        return None
    if weeks <= PEAK_WEEKS:
        return Season.PEAK
    return Season.BUILD if weeks <= PEAK_WEEKS + BUILD_WEEKS else Season.BASE


def event_minutes(event: TargetEvent | None, sport: Sport, pace: Pace) -> float | None:
    """About how long the event takes at an easy pace; None where it has no distance, or is in another sport."""
    if event is None or event.distance_km is None or event.sport not in {None, sport}:
        return None
    seconds = pace.in_zone(EASY_ZONE) or USUAL_PACES.get(sport)
    return event.distance_km * seconds / 60 if seconds else None


def asked_minutes(event: float) -> float:
    """How long the longest session becomes for an event of so many minutes: longer than a short one, most of a long one.

    For runs at 6:30 a kilometre about 55 minutes for 5 km, 80 for 10 km, 125 for a half marathon, 180 for a marathon (convention).
    """
    return min(30 + 0.75 * event, 72 + 0.4 * event, LONGEST_MINUTES)


def race_zone(event: float | None) -> int:
    """The zone in which an event of so many easy minutes is raced: 5 for short ones, 3 for long ones, 4 between."""
    if event is None or SHORT_EVENT_MINUTES < event <= LONG_EVENT_MINUTES:
        return 4
    return 5 if event <= SHORT_EVENT_MINUTES else 3
