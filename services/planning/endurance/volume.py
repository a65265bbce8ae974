"""How many minutes each endurance session takes, week by week: from what the athlete does now, by small steps."""

import datetime
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from domain.constraints import EnduranceBaseline
from domain.lessons import LessonRuleKind
from domain.terms import Sport
from services.planning.calendar import DayTask, EnduranceRole
from services.planning.endurance.sports import FACTS
from services.planning.progression import WEEK_DAYS, EventWindow, Phase, PhaseKind
from services.planning.wishes import Wishes

GROWTH = 1.10
"""Of a week over the last full one (R21 lets 15 % pass)."""
STRETCH = 1.10
"""Of a session over the longest of the last thirty days (Frandsen 2025)."""
LONGEST_DAYS = 30
LEAST_MINUTES = 10
FIRST_WEEK_MINUTES = 60
"""Who does less than an hour a week so far begins with an hour, in sessions that the longest so far bounds."""
LIGHT_FACTOR = 0.6
"""A deload: four tenths less."""
TAPER_FACTOR = 0.5
"""41 to 60 % less volume before an event (Bosquet 2007)."""
ROUND_FROM = 60
"""Longer sessions are multiples of five minutes."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Placed:
    """An endurance session of every week: its day's task and its sport."""

    task: DayTask
    sport: Sport


@dataclass
class History:
    """Minutes of sessions done and planned, by sport, to hold new ones against."""

    done: dict[Sport, list[tuple[datetime.date, float]]] = field(default_factory=dict)

    def add(self, sport: Sport, day: datetime.date, minutes: float) -> None:
        self.done.setdefault(sport, []).append((day, minutes))

    def longest(self, sport: Sport, day: datetime.date) -> float | None:
        """Of the thirty days before this one; None where there was nothing."""
        since = day - datetime.timedelta(days=LONGEST_DAYS)
        return max((minutes for when, minutes in self.done.get(sport, ()) if since <= when < day), default=None)


@dataclass(frozen=True, slots=True, kw_only=True)
class VolumePlan:
    """What the minutes of all weeks depend on."""

    sessions: tuple[Placed, ...]
    baselines: tuple[EnduranceBaseline, ...]
    start: datetime.date
    window: EventWindow | None
    wishes: Wishes
    most_weekly_minutes: float
    first_week: int = 1
    """The number of the week with which it starts."""


def session_minutes(plan: VolumePlan, phases: Sequence[Phase]) -> dict[datetime.date, int]:
    """Whole minutes for each date with endurance work."""
    history = History()
    for baseline in plan.baselines:
        if baseline.longest_minutes > 0:
            history.add(baseline.sport, plan.start - datetime.timedelta(days=1), baseline.longest_minutes)
    minutes: dict[datetime.date, int] = {}
    usual = _first_week(plan)
    for phase in phases:
        week = dict(_week(plan, phase, usual, history))
        minutes |= week
        if not phase.is_light:
            # What could not be done is not grown from: the next week builds on the minutes that were planned.
            usual = min(plan.most_weekly_minutes, max(usual, sum(week.values()) * GROWTH))
    return minutes


def _first_week(plan: VolumePlan) -> float:
    """Minutes of week one: what the athlete does now, else short first sessions."""
    sports = {placed.sport for placed in plan.sessions}
    now = sum(baseline.weekly_minutes for baseline in plan.baselines if baseline.sport in sports)
    first = sum(min(placed.task.endurance_minutes, FACTS[placed.sport].first_minutes) for placed in plan.sessions)
    factor = min(1.1, _volume_factor(plan))
    least = min(first, max(FIRST_WEEK_MINUTES, LEAST_MINUTES * len(plan.sessions)))
    return min(plan.most_weekly_minutes, max(now if now > 0 else first, least) * factor)


def _volume_factor(plan: VolumePlan) -> float:
    main = plan.sessions[0].sport if plan.sessions else Sport.OTHER
    return plan.wishes.endurance_factor(LessonRuleKind.VOLUME, main)


def _week(plan: VolumePlan, phase: Phase, usual: float, history: History) -> Iterator[tuple[datetime.date, int]]:
    week_start = plan.start + datetime.timedelta(days=WEEK_DAYS * (phase.number - plan.first_week))
    bounds = [_bound(placed, week_start, history) for placed in plan.sessions]
    ideals = filled(usual, _shares(plan.sessions), bounds)
    for placed, ideal, bound in zip(plan.sessions, ideals, bounds, strict=True):
        day = week_start + datetime.timedelta(days=placed.task.offset)
        if plan.window is not None and day == plan.window.event:
            continue
        minutes = _tidy(ideal * day_factor(phase, day, plan.window), bound)
        history.add(placed.sport, day, minutes)
        yield day, minutes


def _bound(placed: Placed, week_start: datetime.date, history: History) -> float:
    """The most for a session of this week: the day's minutes, and a small step beyond the longest so far."""
    longest = history.longest(placed.sport, week_start + datetime.timedelta(days=WEEK_DAYS - 1))
    most = FACTS[placed.sport].first_minutes if longest is None else STRETCH * longest
    return min(float(placed.task.endurance_minutes), most)


def filled(total: float, shares: Sequence[float], bounds: Sequence[float]) -> list[float]:
    """The total divided by shares; what goes beyond one session's bound goes to those that have room."""
    given = [0.0] * len(shares)
    left = min(total, sum(bounds))
    for _ in shares:
        open_places = [place for place, bound in enumerate(bounds) if given[place] < bound - 1e-9]
        weight = sum(shares[place] for place in open_places)
        if left < 1e-9 or weight <= 0:
            break
        for place in open_places:
            given[place] = min(bounds[place], given[place] + left * shares[place] / weight)
        left = min(total, sum(bounds)) - sum(given)
    return given


def day_factor(phase: Phase, day: datetime.date, window: EventWindow | None) -> float:
    """Which share of the usual minutes a day gets."""
    if window is not None and window.lightens(day):
        return TAPER_FACTOR
    return LIGHT_FACTOR if phase.kind is PhaseKind.DELOAD else 1.0


def _shares(sessions: Sequence[Placed]) -> list[float]:
    """The long session has about a third of the week, with three sessions up to two fifths (R42)."""
    count = len(sessions)
    has_long = any(placed.task.endurance is EnduranceRole.LONG for placed in sessions)
    if not has_long or count < 3:
        return [1 / count] * count
    long_share = 0.42 if count == 3 else 0.34
    rest = (1 - long_share) / (count - 1)
    return [long_share if placed.task.endurance is EnduranceRole.LONG else rest for placed in sessions]


def _tidy(minutes: float, bound: float) -> int:
    """Whole minutes, multiples of five where long; at least ten where the bound allows it."""
    tidy = int(minutes / 5 + 1e-9) * 5 if minutes >= ROUND_FROM else int(minutes + 1e-9)
    return max(1, min(LEAST_MINUTES, int(bound)), tidy)
