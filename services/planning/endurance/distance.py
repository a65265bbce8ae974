"""How far endurance sessions go: where the athlete's own pace tells it, and nowhere else."""

from collections.abc import Sequence
from dataclasses import dataclass

import msgspec

from domain.constraints import EnduranceBaseline
from domain.plan import EnduranceActivity, Interval
from domain.terms import Sport
from services.planning.endurance.sports import FACTS

EASY_ZONE = 2
TELLING_KM = 0.5
"""A shorter part has no distance of its own: rounded to 0.1 km it would be off by more than a tenth."""
PACE_FACTORS: dict[int, tuple[float, float]] = {
    1: (1.30, 1.50),
    2: (1.15, 1.30),
    3: (1.05, 1.14),
    4: (0.97, 1.04),
    5: (0.90, 0.96),
}
"""Seconds a kilometre in each zone over those at threshold, fast end first (convention after Daniels)."""


@dataclass(frozen=True, slots=True)
class Pace:
    """Seconds a kilometre in one sport. `easy` is the mean of a long session, slow beginning and all; each None where unknown."""

    threshold: int | None = None
    easy: float | None = None

    def in_zone(self, zone: int) -> float | None:
        """The middle of the zone's paces. Without a threshold only easy work is known: nothing says how fast hard work goes."""
        if self.threshold is not None:
            fast, slow = PACE_FACTORS[zone]
            return self.threshold * (fast + slow) / 2
        return self.easy if zone <= EASY_ZONE else None


def pace_of(sport: Sport, baselines: Sequence[EnduranceBaseline]) -> Pace:
    """What the baselines tell of a sport's pace. What no human moves at is a slip of the keyboard and tells nothing."""
    baseline = next((found for found in baselines if found.sport is sport), None)
    human = FACTS[sport].paces
    if baseline is None or human is None:
        return Pace()
    threshold = baseline.threshold_pace_seconds_per_km
    easy = 60 * baseline.longest_minutes / baseline.longest_km if baseline.longest_km else None
    return Pace(
        threshold if threshold is not None and human[0] <= threshold <= human[1] else None,
        easy if easy is not None and human[0] <= easy <= human[1] else None,
    )


def with_distance(activity: EnduranceActivity, baselines: Sequence[EnduranceBaseline]) -> EnduranceActivity:
    """The session with its kilometres to 0.1, in all and for each part long enough; by time where a part's pace is unknown."""
    pace = pace_of(activity.sport, baselines)
    exact = [_kilometres(interval, pace) for interval in activity.intervals]
    known = [kilometres for kilometres in exact if kilometres is not None]
    if len(known) < len(exact):
        return _covering(activity, [None] * len(exact), None)
    told = [round(kilometres, 1) if kilometres >= TELLING_KM else None for kilometres in known]
    # Where every part tells its distance, they add up to the whole as they are written.
    total = sum(whole if written is None else written for whole, written in zip(known, told, strict=True))
    return _covering(activity, told, round(total, 1) or None)


def _covering(activity: EnduranceActivity, told: Sequence[float | None], total: float | None) -> EnduranceActivity:
    parts = zip(activity.intervals, told, strict=True)
    intervals = tuple(msgspec.structs.replace(interval, distance_km=kilometres) for interval, kilometres in parts)
    return msgspec.structs.replace(activity, intervals=intervals, total_km=total)


def _kilometres(interval: Interval, pace: Pace) -> float | None:
    seconds = pace.in_zone(interval.zone)
    return 60 * interval.minutes / seconds if seconds else None
