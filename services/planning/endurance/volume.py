"""How many minutes each endurance session takes, week by week: from what the athlete does now, by small steps."""

import datetime
from collections.abc import Sequence
from dataclasses import dataclass, field

from domain.constraints import EnduranceBaseline
from domain.lessons import LessonRuleKind
from domain.terms import Sport
from services.planning.calendar import EnduranceRole
from services.planning.endurance.history import LEAST_MINUTES, History, longest_known
from services.planning.endurance.placing import Placed
from services.planning.endurance.sports import FACTS, ON_FOOT
from services.planning.progression import WEEK_DAYS, EventWindow, Phase, PhaseKind
from services.planning.wishes import Wishes

GROWTH = 1.10
"""Of a week over the last full one (R21 lets 15 % pass)."""
STRETCH = 1.10
"""Of a session over the longest of the last thirty days (Frandsen 2025)."""
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
CARRIED_OVER = 0.75
"""Of the longest session in one sport, for the first in another (convention)."""
CHANGE_MINUTES = 1
"""To go over from a session to the walk after it."""
ROUND_FROM = 60
"""Longer sessions are multiples of five minutes."""


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
    walked_up_to: float = 0.0
    """Weekly minutes up to which walks fill what the sessions leave; 0 where nobody walks."""


@dataclass(frozen=True, slots=True)
class Minutes:
    """Whole minutes by date: of the sessions, and of the walks after them."""

    sessions: dict[datetime.date, int] = field(default_factory=dict)
    walks: dict[datetime.date, int] = field(default_factory=dict)


def planned_minutes(plan: VolumePlan, phases: Sequence[Phase]) -> Minutes:
    """The minutes of each date with endurance work."""
    history, planned = History(), Minutes()
    for baseline in plan.baselines:
        if longest := longest_known(baseline):
            history.add(baseline.sport, plan.start - datetime.timedelta(days=1), longest)
    usual = _first_week(plan)
    for phase in phases:
        week = _week(plan, phase, usual, history)
        planned.sessions.update(week.sessions)
        planned.walks.update(week.walks)
        total = sum(week.sessions.values()) + sum(week.walks.values())
        if phase.kind in {PhaseKind.BUILD, PhaseKind.DELOAD}:
            history.weeks.append(total)
        if not phase.is_light:
            # What could not be done is not grown from: the next week builds on the minutes that were planned.
            history.full = total
            usual = min(plan.most_weekly_minutes, max(usual, total * GROWTH))
    return planned


def _first_week(plan: VolumePlan) -> float:
    """Minutes of week one: what the athlete does now, in other sports too as far as health goes, else short first sessions."""
    sports = {placed.sport for placed in plan.sessions}
    now = sum(baseline.weekly_minutes for baseline in plan.baselines if baseline.sport in sports)
    anywhere = sum(baseline.weekly_minutes for baseline in plan.baselines)
    first = sum(min(placed.task.endurance_minutes, _first_minutes(plan, placed.sport)) for placed in plan.sessions)
    room = max(first, plan.walked_up_to)
    least = min(room, max(FIRST_WEEK_MINUTES, LEAST_MINUTES * len(plan.sessions), min(anywhere, HEALTH_MINUTES)))
    usual = max(now, least) if anywhere > 0 else max(first, least)
    return min(plan.most_weekly_minutes, usual * min(1.1, _volume_factor(plan)))


def _first_minutes(plan: VolumePlan, sport: Sport) -> float:
    """A first session in a sport that is new: longer where there are few a week, or where another sport has made one fit for it."""
    facts = FACTS[sport]
    fit_for = CARRIED_OVER * max((longest_known(baseline) for baseline in plan.baselines), default=0.0)
    wanted = max(FIRST_WEEK_MINUTES / len(plan.sessions), fit_for)
    return max(facts.first_minutes, min(wanted, facts.longest_first_minutes))


def _volume_factor(plan: VolumePlan) -> float:
    main = plan.sessions[0].sport if plan.sessions else Sport.OTHER
    return plan.wishes.endurance_factor(LessonRuleKind.VOLUME, main)


def _week(plan: VolumePlan, phase: Phase, usual: float, history: History) -> Minutes:
    week_start = plan.start + datetime.timedelta(days=WEEK_DAYS * (phase.number - plan.first_week))
    bounds = [_bound(plan, placed, placed.sport, week_start, history) for placed in plan.sessions]
    ideals = _ideals(plan, usual, bounds)
    walks = _walks(plan, usual, ideals, week_start, history)
    week = Minutes()
    for placed, ideal, bound, walk in zip(plan.sessions, ideals, bounds, walks, strict=True):
        day = week_start + datetime.timedelta(days=placed.task.offset)
        if plan.window is not None and day == plan.window.event:
            continue
        factor = _factor(plan, phase, day, usual, history)
        for sport, wanted, most, minutes in (
            (placed.sport, ideal, bound, week.sessions),
            (Sport.WALKING, walk, walk, week.walks),
        ):
            if wanted > 0 and (amount := _minutes(wanted, most, factor, history)):
                history.add(sport, day, amount)
                minutes[day] = amount
    return week


def _walks(
    plan: VolumePlan, usual: float, ideals: Sequence[float], week_start: datetime.date, history: History
) -> list[float]:
    """Minutes of walking after each of the sessions, for what they leave of the week: on few days rather than in small pieces."""
    grown = history.full * GROWTH if history.full is not None else usual
    missing = min(usual, plan.walked_up_to, grown) - sum(ideals)
    rooms = [
        0.0
        if placed.task.endurance is EnduranceRole.HARD or placed.sport in ON_FOOT
        else min(
            _bound(plan, placed, Sport.WALKING, week_start, history),
            placed.task.endurance_minutes - ideal - CHANGE_MINUTES,
        )
        for placed, ideal in zip(plan.sessions, ideals, strict=True)
    ]
    roomy = sorted(
        (place for place, room in enumerate(rooms) if room >= LEAST_MINUTES), key=lambda place: -rooms[place]
    )
    walked = roomy[: int(missing / LEAST_MINUTES)] if missing > 0 else []
    shares = [1.0 if place in walked else 0.0 for place in range(len(rooms))]
    return filled(max(0.0, missing), shares, [room if place in walked else 0.0 for place, room in enumerate(rooms)])


def _minutes(ideal: float, bound: float, factor: float, history: History) -> int:
    """Whole minutes for a day; 0 where a light one's would be too few: then there are fewer sessions instead of tiny ones."""
    least, wanted = max(1, min(LEAST_MINUTES, int(bound))), ideal * factor
    if factor < 1 and wanted < least:
        return least if history.owes_session(wanted, least) else 0
    return max(least, _tidy(wanted))


def _bound(plan: VolumePlan, placed: Placed, sport: Sport, week_start: datetime.date, history: History) -> float:
    """The most for a session of this week: the day's minutes, a small step beyond the longest so far, and what is enough."""
    longest = history.longest(sport, week_start + datetime.timedelta(days=WEEK_DAYS - 1))
    is_new = not any(known.sport is sport and longest_known(known) > 0 for known in plan.baselines)
    # A light week before an event takes nothing from what a first session may be.
    first = _first_minutes(plan, sport) if is_new or longest is None else 0.0
    most = max(first, STRETCH * longest if longest is not None else 0.0)
    return min(float(placed.task.endurance_minutes), most, _enough(plan, sport))


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
