"""The parts of an endurance session: warm-up, steady or hard work with recoveries, cool-down."""

from dataclasses import dataclass

from domain.constraints import Constraints
from domain.plan import Interval, IntervalKind, IntRange
from domain.terms import Sport
from services.planning.endurance.distance import EASY_ZONE, PACE_FACTORS, pace_of
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


SHORT_REPEATS = Repeats(1.0, 1.0, 4)
VARIANTS: tuple[Repeats, ...] = (Repeats(3.0, 2.0, 4), Repeats(4.0, 3.0, 4), Repeats(2.0, 2.0, 5))
"""In turn from week to week: 4 x 4 minutes is the best known of them (Helgerud 2007)."""
TEMPO = Repeats(5.0, 2.0, 3)
"""Where the zone is capped at 3."""


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


def repeats_of(week: int, sport: Sport, limits: Limits, *, is_early: bool) -> Repeats:
    """Which repeats a hard session of this week (from 1) has: gentler ones at first, never above the athlete's zone."""
    if limits.maximum_zone <= TEMPO.zone:
        return TEMPO
    if sport is Sport.JUMP_ROPE:
        return SHORT_REPEATS
    options = [repeats for repeats in VARIANTS if repeats.zone <= limits.maximum_zone]
    return options[0] if is_early else options[week % len(options)]


def _ends(minutes: int, *, has_asthma: bool) -> tuple[float, float]:
    """Minutes of warm-up and cool-down."""
    if has_asthma and minutes >= 20:
        return ASTHMA_WARM_UP_MINUTES, 3.0
    if minutes >= 30:
        return 5.0, 5.0
    if minutes >= 15:
        return 4.0 if not has_asthma else 7.0, 2.0
    return (max(0.5, round(0.6 * minutes) / 2), 0.0) if minutes > 1 else (0.5, 0.0)
