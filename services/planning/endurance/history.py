"""Minutes of endurance done and planned, to hold new sessions against."""

import datetime
from dataclasses import dataclass, field
from statistics import mean

from domain.constraints import EnduranceBaseline
from domain.terms import Sport
from services.planning.progression import WEEK_DAYS

LONGEST_DAYS, LONGEST_DAYS_ELSEWHERE = 30, 42
"""The rule is one of running; a taper and the week after an event make nobody forget how to ride."""
LEAST_MINUTES = 10
TAPERED_WEEKS = 3


@dataclass
class History:
    """Minutes of sessions done and planned, by sport, to hold new ones against."""

    done: dict[Sport, list[tuple[datetime.date, float]]] = field(default_factory=dict)
    weeks: list[float] = field(default_factory=list)
    """Minutes of the weeks planned so far but for those around the event."""
    full: float | None = None
    """Minutes of the last full week."""
    owed: float = LEAST_MINUTES / 2
    """Minutes of lighter days that were too few for a session; they add up to one on a later day."""

    def add(self, sport: Sport, day: datetime.date, minutes: float) -> None:
        self.done.setdefault(sport, []).append((day, minutes))

    def usual_of_late(self) -> float | None:
        """Minutes of the last three weeks on average: what a taper is measured against."""
        return mean(self.weeks[-TAPERED_WEEKS:]) if self.weeks else None

    def owes_session(self, minutes: float, least: int) -> bool:
        """Whether these minutes, with those owed, make a session of the least length; else they are owed as well."""
        self.owed += minutes
        if self.owed < least - 1e-9:
            return False
        self.owed -= least
        return True

    def longest(self, sport: Sport, day: datetime.date) -> float | None:
        """Of the thirty days before this one, where it is no run some more; None where there was nothing."""
        since = day - datetime.timedelta(days=LONGEST_DAYS if sport is Sport.RUNNING else LONGEST_DAYS_ELSEWHERE)
        return max((minutes for when, minutes in self.done.get(sport, ()) if since <= when < day), default=None)


def longest_known(baseline: EnduranceBaseline) -> float:
    """Minutes of the longest session: as told, but for running (R20) no less than a seventh of the week."""
    if baseline.sport is Sport.RUNNING:
        return baseline.longest_minutes
    return max(baseline.longest_minutes, baseline.weekly_minutes / WEEK_DAYS)
