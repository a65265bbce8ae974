"""The endurance part of the weeks: who trains what on which day, and what that becomes on a date."""

import datetime
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from domain.ids import ActivityId
from domain.plan import EnduranceActivity, Interval
from domain.terms import Sport, TrainingFocus
from services.planning.allotment import BUILT_ON_STRENGTH
from services.planning.calendar import EnduranceRole
from services.planning.endurance.distance import pace_of, with_distance
from services.planning.endurance.intervals import (
    Effort,
    WorkKind,
    easy_intervals,
    hard_intervals,
    repeats_of,
    work_of,
)
from services.planning.endurance.placing import Placed, placed_sessions
from services.planning.endurance.season import Season, asked_minutes, event_minutes, race_zone
from services.planning.endurance.sports import FACTS, ON_FOOT
from services.planning.endurance.volume import HEALTH_MINUTES, Minutes, VolumePlan, planned_minutes
from services.planning.frame import Frame
from services.planning.limits import Limits
from services.planning.progression import WEEK_DAYS, Phase

HARD_SHARE = 0.2
"""Of a week's minutes, so that three quarters and more stay easy (Seiler 2010)."""
BESIDE_STRENGTH = 0.2
"""Of all training time, where strength is what it is for."""
AMPLE_MINUTES = 180.0
"""A little beyond the 150 minutes that are advised (WHO 2020), enough where health is the aim."""
LONGER = 1.15
"""A long session is at least so much longer than any other of its week."""
TOLD_WEEKS = 4
EARLY_WEEKS = 2
"""Novices begin with easy weeks, all others with the gentlest repeats."""


@dataclass(frozen=True, slots=True, kw_only=True)
class EndurancePlan:
    """Sessions of every week, the minutes of each date, the seasons of the weeks by number, and the zone of the event."""

    sessions: tuple[Placed, ...]
    minutes: dict[datetime.date, int]
    walks: dict[datetime.date, int]
    effort: Effort
    start: datetime.date
    seasons: Mapping[int, Season | None]
    race_zone: int

    def placed_on(self, day: datetime.date) -> Placed | None:
        offset = (day - self.start).days % WEEK_DAYS
        return next((placed for placed in self.sessions if placed.task.offset == offset), None)

    def week_minutes(self, day: datetime.date) -> list[int]:
        """Minutes of all sessions in the plan's week that has this date."""
        first = day - datetime.timedelta(days=(day - self.start).days % WEEK_DAYS)
        days = (first + datetime.timedelta(days=later) for later in range(WEEK_DAYS))
        return [self.minutes[date] for date in days if date in self.minutes]


def plan_endurance(frame: Frame) -> EndurancePlan:
    """Gives each endurance day its sport and each date its minutes. Long and hard sessions are in the main sport."""
    basis, event = frame.basis, _event_minutes(frame)
    sessions = placed_sessions(frame)
    volume = _volume_plan(frame, sessions, event)
    effort = Effort(age=basis.age, constraints=basis.constraints, limits=frame.limits)
    planned = planned_minutes(volume, frame.phases) if sessions else Minutes()
    return EndurancePlan(
        sessions=sessions,
        minutes=planned.sessions,
        walks=planned.walks,
        effort=effort,
        start=basis.start_date,
        seasons={phase.number: frame.season(phase) for phase in frame.phases},
        race_zone=race_zone(event),
    )


def _volume_plan(frame: Frame, sessions: tuple[Placed, ...], event: float | None) -> VolumePlan:
    basis = frame.basis
    baselines = basis.constraints.endurance_baselines
    room = float(sum(placed.task.endurance_minutes for placed in sessions))
    enough = max(AMPLE_MINUTES, sum(baseline.weekly_minutes for baseline in baselines))
    is_for_health = basis.constraints.focus is TrainingFocus.GENERAL_HEALTH
    return VolumePlan(
        sessions=sessions,
        baselines=baselines,
        start=basis.start_date,
        window=frame.window,
        wishes=frame.wishes,
        most_weekly_minutes=min(room, enough) if is_for_health else room,
        first_week=frame.first_week,
        asked_minutes=None if event is None else asked_minutes(event),
        walked_up_to=_walked_up_to(frame, room),
    )


def _walked_up_to(frame: Frame, room: float) -> float:
    """The weekly minutes that health asks for (WHO 2020), in walks where the sports themselves start too short for them.

    None for those who may or would not walk; nor, unless they like to walk, for those who walk or hike anyway or want another
    sport before all.
    """
    limits, wishes = frame.limits, frame.wishes
    unwanted = limits.sports_out | limits.sports_unkind | wishes.forbidden_sports | wishes.disliked_sports
    does_without = ON_FOOT & set(frame.sports) or wishes.favoured_sports
    if Sport.WALKING in unwanted or (does_without and Sport.WALKING not in wishes.favoured_sports):
        return 0.0
    most = min(HEALTH_MINUTES, room)
    if frame.basis.constraints.focus in BUILT_ON_STRENGTH:
        time = sum(task.strength_minutes + task.endurance_minutes for task in frame.tasks)
        return min(most, BESIDE_STRENGTH * time)
    return most


def _event_minutes(frame: Frame) -> float | None:
    """About how long the event ahead takes, where it is in the main sport and has a distance."""
    if frame.window is None or not frame.sports:
        return None
    main = frame.sports[0]
    pace = pace_of(main, frame.basis.constraints.endurance_baselines)
    return event_minutes(frame.basis.constraints.event, main, pace)


def endurance_activities(
    plan: EndurancePlan, day: datetime.date, phase: Phase, *, is_light: bool, new_activity_id: Callable[[], ActivityId]
) -> tuple[EnduranceActivity, ...]:
    """The endurance session of a date, if it has one. A light day's is easy."""
    placed, minutes = plan.placed_on(day), plan.minutes.get(day)
    walk = _walk(plan, day, new_activity_id)
    if placed is None or minutes is None:
        return walk
    hard = None if is_light else _hard_part(plan, placed, day, phase)
    is_long = placed.task.endurance is EnduranceRole.LONG and _is_longest(plan, day)
    intervals = hard or easy_intervals(minutes, placed.sport, plan.effort)
    activity = EnduranceActivity(
        id=new_activity_id(),
        title=session_title(placed.sport, intervals, is_long=is_long),
        sport=placed.sport,
        intervals=intervals,
        total_minutes=float(minutes),
        note=_note(placed.sport, plan.effort.limits, intervals, phase=phase),
    )
    return (with_distance(activity, plan.effort.constraints.endurance_baselines), *walk)


def _walk(
    plan: EndurancePlan, day: datetime.date, new_activity_id: Callable[[], ActivityId]
) -> tuple[EnduranceActivity, ...]:
    minutes = plan.walks.get(day)
    if minutes is None:
        return ()
    intervals = easy_intervals(minutes, Sport.WALKING, plan.effort)
    walk = EnduranceActivity(
        id=new_activity_id(),
        title=session_title(Sport.WALKING, intervals, is_long=False),
        sport=Sport.WALKING,
        intervals=intervals,
        total_minutes=float(minutes),
    )
    return (with_distance(walk, plan.effort.constraints.endurance_baselines),)


def _hard_part(plan: EndurancePlan, placed: Placed, day: datetime.date, phase: Phase) -> tuple[Interval, ...] | None:
    """The intervals of a hard session: those of the week's turn, else gentler ones that fit; None where it is to be easy."""
    limits, is_early = plan.effort.limits, phase.number <= EARLY_WEEKS
    if placed.task.endurance is not EnduranceRole.HARD or (limits.is_novice and is_early):
        return None
    hard_count = sum(1 for other in plan.sessions if other.task.endurance is EnduranceRole.HARD)
    most = HARD_SHARE * sum(plan.week_minutes(day)) / hard_count
    options = repeats_of(placed.sport, limits, plan.seasons.get(phase.number), zone=plan.race_zone)
    due = options[0] if is_early else options[phase.number % len(options)]
    fitting = (
        hard_intervals(plan.minutes[day], placed.sport, plan.effort, repeats=repeats, most_hard_minutes=most)
        for repeats in (due, *options)
    )
    return next((intervals for intervals in fitting if intervals is not None), None)


def _is_longest(plan: EndurancePlan, day: datetime.date) -> bool:
    """Whether no other session of the week is about as long: else nothing is gained by calling it long."""
    others = sorted(plan.week_minutes(day))[:-1]
    return not others or plan.minutes[day] >= LONGER * others[-1]


def session_title(sport: Sport, intervals: Sequence[Interval], *, is_long: bool) -> str:
    """For people, by what is in it: `Easy run`, `Long ride`, `Interval swim`, `Tempo run`, `Easy run with strides`."""
    word, work = FACTS[sport].session, work_of(intervals)
    if work is WorkKind.INTERVALS:
        return f"Interval {word}"
    if work is WorkKind.TEMPO:
        return f"Tempo {word}"
    if work is WorkKind.STRIDES:
        return f"Easy {word} with {'strides' if sport is Sport.RUNNING else 'short bursts'}"
    return f"Long {word}" if is_long else f"Easy {word}"


def _note(sport: Sport, limits: Limits, intervals: Sequence[Interval], *, phase: Phase) -> str | None:
    """How to go about it; what has been said for some weeks is known."""
    work = work_of(intervals)
    if work is WorkKind.STRIDES:
        return "Quick and loose, never all out. Wait until your breath is calm before the next one."
    if work is not None:
        return "Start the first repeat a little slower than you think you need to, and finish with something in hand."
    if phase.number > TOLD_WEEKS:
        return None
    if sport is Sport.RUNNING and limits.is_novice:
        return "Walk for a minute whenever you get out of breath, then run on. That counts in full."
    if sport is Sport.JUMP_ROPE:
        return "Take short breaks whenever your calves ask for them."
    if sport is Sport.SWIMMING:
        return "Rest at the wall between lengths as you need to."
    return "Easy means that you can talk in whole sentences throughout." if phase.number == 1 else None
