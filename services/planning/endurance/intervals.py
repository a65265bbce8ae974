"""The parts of an endurance session: warm-up, steady or hard work with recoveries, cool-down."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from domain.constraints import Constraints
from domain.plan import Interval, IntervalKind, IntRange
from domain.terms import Sport
from services.planning.endurance.distance import EASY_ZONE, PACE_FACTORS, pace_of
from services.planning.endurance.season import Season
from services.planning.heart_rate import ZONE_RPE, zone_heart_rate
from services.planning.limits import Limits

WARM_UP_ZONE = 1
ASTHMA_WARM_UP_MINUTES = 10.0
"""A long, gentle warm-up makes trouble with breathing rarer."""
HARD_FROM_MINUTES = 25
MOST_REPEATS = 8


@dataclass(frozen=True, slots=True, kw_only=True)
class Effort:
    """What turns a zone into heart rate, pace and feeling."""

    age: int
    constraints: Constraints
    limits: Limits

    def interval(self, kind: IntervalKind, minutes: float, zone: int, sport: Sport) -> Interval:
        """One part; without heart rate where that may not lead, without pace where no threshold is known."""
        heart_rate = None
        if self.limits.uses_heart_rate:
            heart_rate = zone_heart_rate(zone, age=self.age, constraints=self.constraints)
        return Interval(
            kind=kind,
            minutes=minutes,
            zone=zone,
            heart_rate=heart_rate,
            pace_seconds_per_km=self._pace(zone, sport),
            rpe=ZONE_RPE[zone],
        )

    def _pace(self, zone: int, sport: Sport) -> IntRange | None:
        threshold = pace_of(sport, self.constraints.endurance_baselines).threshold
        if threshold is None:
            return None
        fast, slow = PACE_FACTORS[zone]
        return IntRange(round(threshold * fast), round(threshold * slow))


@dataclass(frozen=True, slots=True)
class Repeats:
    """Hard work in pieces: minutes of each, of the recovery after it, and its zone."""

    work_minutes: float
    recovery_minutes: float
    zone: int


class WorkKind(StrEnum):
    """What the hard part of a session is: seconds of speed, a steady effort below threshold, or repeats at it and above."""

    STRIDES = "STRIDES"
    TEMPO = "TEMPO"
    INTERVALS = "INTERVALS"


def work_of(intervals: Iterable[Interval]) -> WorkKind | None:
    """By the first piece of work; None where all is easy."""
    work = next((interval for interval in intervals if interval.kind is IntervalKind.WORK), None)
    if work is None:
        return None
    if work.minutes < 1:
        return WorkKind.STRIDES
    return WorkKind.TEMPO if work.zone <= TEMPO.zone else WorkKind.INTERVALS


SHORT_REPEATS = Repeats(1.0, 1.0, 4)
STRIDES = Repeats(0.5, 1.5, 4)
TEMPO = Repeats(5.0, 2.0, 3)
"""Where the zone is capped at 3."""
VARIANTS: tuple[Repeats, ...] = (Repeats(3.0, 2.0, 4), Repeats(4.0, 3.0, 4), Repeats(2.0, 2.0, 5))
"""Without an event, in turn from week to week: 4 x 4 minutes is the best known of them (Helgerud 2007)."""
TOWARDS_EVENT: dict[Season, tuple[Repeats, ...]] = {
    Season.BASE: (STRIDES, Repeats(8.0, 2.0, 3)),
    Season.BUILD: (Repeats(4.0, 2.0, 4), Repeats(5.0, 2.0, 4), Repeats(8.0, 3.0, 4)),
}
"""A little speed and tempo on the base, then work at threshold (convention after Daniels)."""
AT_RACE_EFFORT: dict[int, tuple[Repeats, ...]] = {
    3: (Repeats(8.0, 2.0, 3), Repeats(12.0, 2.0, 3)),
    4: (Repeats(5.0, 2.0, 4), Repeats(8.0, 2.0, 4)),
    5: (Repeats(2.0, 2.0, 5), Repeats(3.0, 3.0, 5)),
}
"""By the zone in which the event is raced."""


def easy_intervals(minutes: int, sport: Sport, effort: Effort) -> tuple[Interval, ...]:
    """An easy session of so many whole minutes: a gentle beginning, steady work one can talk at, a gentle end."""
    warm_up, cool_down = _ends(minutes, has_asthma=effort.limits.has_asthma)
    parts = [effort.interval(IntervalKind.WARM_UP, warm_up, WARM_UP_ZONE, sport)]
    parts.append(effort.interval(IntervalKind.STEADY, minutes - warm_up - cool_down, EASY_ZONE, sport))
    if cool_down:
        parts.append(effort.interval(IntervalKind.COOL_DOWN, cool_down, WARM_UP_ZONE, sport))
    return tuple(parts)


def hard_intervals(
    minutes: int, sport: Sport, effort: Effort, *, repeats: Repeats, most_hard_minutes: float
) -> tuple[Interval, ...] | None:
    """A session with repeats of hard work, at most so many minutes of it. None where it is too short for two repeats."""
    warm_up, cool_down = (10.0, 5.0) if minutes >= 40 or effort.limits.has_asthma else (8.0, 4.0)
    unit = repeats.work_minutes + repeats.recovery_minutes
    fitting = int(min((minutes - warm_up - cool_down) / unit, most_hard_minutes / repeats.work_minutes, MOST_REPEATS))
    if minutes < HARD_FROM_MINUTES or fitting < 2:
        return None
    parts = [effort.interval(IntervalKind.WARM_UP, warm_up, WARM_UP_ZONE, sport)]
    easy = minutes - warm_up - cool_down - fitting * unit
    if easy >= 1:
        parts.append(effort.interval(IntervalKind.STEADY, easy, EASY_ZONE, sport))
    for _ in range(fitting):
        parts.append(effort.interval(IntervalKind.WORK, repeats.work_minutes, repeats.zone, sport))
        parts.append(effort.interval(IntervalKind.RECOVERY, repeats.recovery_minutes, WARM_UP_ZONE, sport))
    rest = cool_down + (easy if easy < 1 else 0)
    parts.append(effort.interval(IntervalKind.COOL_DOWN, rest, WARM_UP_ZONE, sport))
    return tuple(parts)


def repeats_of(sport: Sport, limits: Limits, season: Season | None, *, zone: int) -> tuple[Repeats, ...]:
    """Which repeats hard sessions may have in a season, the gentlest first; `zone` is the event's own."""
    if limits.maximum_zone <= TEMPO.zone:
        return (TEMPO,)
    if sport is Sport.JUMP_ROPE:
        return (SHORT_REPEATS,)
    if season is Season.PEAK:
        options = AT_RACE_EFFORT[min(zone, limits.maximum_zone)]
    else:
        options = VARIANTS if season is None else TOWARDS_EVENT[season]
    return tuple(repeats for repeats in options if repeats.zone <= limits.maximum_zone)


def _ends(minutes: int, *, has_asthma: bool) -> tuple[float, float]:
    """Minutes of warm-up and cool-down."""
    if has_asthma and minutes >= 20:
        return ASTHMA_WARM_UP_MINUTES, 3.0
    if minutes >= 30:
        return 5.0, 5.0
    if minutes >= 15:
        return 4.0 if not has_asthma else 7.0, 2.0
    return (max(0.5, round(0.6 * minutes) / 2), 0.0) if minutes > 1 else (0.5, 0.0)
