"""How many minutes each endurance session takes, week by week: from what the athlete does now, by small steps."""

import datetime
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from statistics import mean

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
HEALTH_MINUTES = 150.0
"""A week (WHO 2020)."""
LONG_SHARE, LONG_SHARE_OF_FEW, FEW_RUNS = 0.35, 0.5, 3
"""The most of a week's running that is one run, and that with three runs or fewer (Daniels)."""
TAPERED_WEEKS = 3
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
    weeks: list[float] = field(default_factory=list)
    """Minutes of the weeks planned so far but for those around the event."""
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
    asked_minutes: float | None = None
    """How long an event asks the longest session to become."""


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
        if phase.kind in {PhaseKind.BUILD, PhaseKind.DELOAD}:
            history.weeks.append(sum(week.values()))
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
    bounds = [_bound(plan, placed, week_start, history) for placed in plan.sessions]
    ideals = _ideals(plan, usual, bounds)
    for placed, ideal, bound in zip(plan.sessions, ideals, bounds, strict=True):
        day = week_start + datetime.timedelta(days=placed.task.offset)
        if plan.window is not None and day == plan.window.event:
            continue
        minutes = _minutes(ideal, bound, _factor(plan, phase, day, usual, history), history)
        if minutes:
            history.add(placed.sport, day, minutes)
            yield day, minutes


def _minutes(ideal: float, bound: float, factor: float, history: History) -> int:
    """Whole minutes for a day; 0 where a light one's would be too few: then there are fewer sessions instead of tiny ones."""
    least, wanted = max(1, min(LEAST_MINUTES, int(bound))), ideal * factor
    if factor < 1 and wanted < least:
        return least if history.owes_session(wanted, least) else 0
    return max(least, _tidy(wanted))


def _bound(plan: VolumePlan, placed: Placed, week_start: datetime.date, history: History) -> float:
    """The most for a session of this week: the day's minutes, a small step beyond the longest so far, and what is enough."""
    longest = history.longest(placed.sport, week_start + datetime.timedelta(days=WEEK_DAYS - 1))
    most = FACTS[placed.sport].first_minutes if longest is None else STRETCH * longest
    return min(float(placed.task.endurance_minutes), most, _enough(plan, placed.sport))


def _enough(plan: VolumePlan, sport: Sport) -> float:
    """What an event asks for; never less than is usual, nor than health has to gain."""
    if plan.asked_minutes is None:
        return float("inf")
    usual = max((known.longest_minutes for known in plan.baselines if known.sport is sport), default=0.0)
    return max(plan.asked_minutes, usual, HEALTH_MINUTES / len(plan.sessions))


def _ideals(plan: VolumePlan, usual: float, bounds: list[float]) -> list[float]:
    """Minutes of the week's sessions; a long run that is too much of the week's running (R42) leaves the rest to the others."""
    shares = _shares(plan)
    ideals = filled(usual, shares, bounds)
    runs = [place for place, placed in enumerate(plan.sessions) if placed.sport is Sport.RUNNING]
    if len(runs) < 2:
        return ideals
    share = LONG_SHARE_OF_FEW if len(runs) <= FEW_RUNS else LONG_SHARE
    longest = max(runs, key=lambda place: ideals[place])
    most = share / (1 - share) * sum(ideals[place] for place in runs if place != longest)
    if ideals[longest] <= most:
        return ideals
    return filled(usual, shares, [most if place == longest else bound for place, bound in enumerate(bounds)])


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


def _factor(plan: VolumePlan, phase: Phase, day: datetime.date, usual: float, history: History) -> float:
    """Which share of the usual minutes a day gets. Around an event it is a share of what the last weeks really had."""
    if plan.window is not None and plan.window.lightens(day):
        late = history.usual_of_late()
        return TAPER_FACTOR * min(1.0, late / usual if late is not None else 1.0)
    return LIGHT_FACTOR if phase.kind is PhaseKind.DELOAD else 1.0


def _shares(plan: VolumePlan) -> list[float]:
    """The long session has about a third of the week, up to half where there are few sessions or an event asks for it (R42)."""
    count = len(plan.sessions)
    long = next((placed for placed in plan.sessions if placed.task.endurance is EnduranceRole.LONG), None)
    if long is None or count < 3:
        return [1 / count] * count
    share = 0.42 if count == 3 else 0.34
    if plan.asked_minutes is not None and (count == 3 or long.sport is not Sport.RUNNING):
        share += 0.06
    return [share if placed is long else (1 - share) / (count - 1) for placed in plan.sessions]


def _tidy(minutes: float) -> int:
    """Whole minutes, multiples of five where long."""
    return int(minutes / 5 + 1e-9) * 5 if minutes >= ROUND_FROM else int(minutes + 1e-9)
