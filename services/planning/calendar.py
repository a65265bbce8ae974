"""Which days of the week get which kind of session; every week of a plan has the same days."""

import datetime
from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import combinations, pairwise

from domain.terms import WEEKDAYS, TrainingFocus, Weekday
from services.planning.allotment import STRENGTH_SHARE, Allotment

LEAST_PART_MINUTES = 10
MOST_MINUTES = 180
SHORT_MINUTES = 30
SIDE_STRENGTH_MINUTES = 40
"""Where endurance is the focus, strength work serves it and stays short (R47)."""
WEEKEND = frozenset({Weekday.SATURDAY, Weekday.SUNDAY})


class SessionKind(StrEnum):
    """What a strength session trains."""

    FULL_BODY = "FULL_BODY"
    UPPER_BODY = "UPPER_BODY"
    LOWER_BODY = "LOWER_BODY"
    PUSH = "PUSH"
    PULL = "PULL"
    LEGS = "LEGS"


class EnduranceRole(StrEnum):
    """What an endurance session is for."""

    EASY = "EASY"
    LONG = "LONG"
    HARD = "HARD"


class Work(StrEnum):
    """What a day is for, before its sessions are known."""

    STRENGTH = "STRENGTH"
    ENDURANCE = "ENDURANCE"
    BOTH = "BOTH"


LEG_SESSIONS = frozenset({SessionKind.FULL_BODY, SessionKind.LOWER_BODY, SessionKind.LEGS})


@dataclass(frozen=True, slots=True, kw_only=True)
class DayTask:
    """What one day of each week is for. `offset` in days from the week's start, minutes as the most it may take."""

    offset: int
    weekday: Weekday
    strength: SessionKind | None = None
    strength_minutes: int = 0
    endurance: EnduranceRole | None = None
    endurance_minutes: int = 0


@dataclass(frozen=True, slots=True)
class OpenDay:
    """A day on which the athlete can train, and for how long."""

    offset: int
    weekday: Weekday
    minutes: int


def open_days(start: datetime.date, minutes: dict[Weekday, int]) -> tuple[OpenDay, ...]:
    """The available days in order from the plan's start, from the minutes of each available weekday."""
    weekdays = [WEEKDAYS[(start.weekday() + offset) % 7] for offset in range(7)]
    return tuple(
        OpenDay(offset, weekday, minutes[weekday]) for offset, weekday in enumerate(weekdays) if weekday in minutes
    )


def week_tasks(
    days: tuple[OpenDay, ...],
    allotted: Allotment,
    focus: TrainingFocus,
    *,
    hard_count: int,
    endurance_share: float | None = None,
) -> tuple[DayTask, ...]:
    """The best arrangement: strength days apart, used days spread, the long session on the longest day, at best a weekend's.

    `endurance_share` of the minutes of a day with both is a wish, from 0 to 1.
    """
    share = STRENGTH_SHARE[focus] if endurance_share is None else max(0.35, min(0.65, 1 - endurance_share))
    most_strength = SIDE_STRENGTH_MINUTES if focus is TrainingFocus.ENDURANCE else MOST_MINUTES
    works = min(_arrangements(days, allotted), key=lambda works: (_strain(works), [day.offset for day, _ in works]))
    works = tuple((day, _fitting(day, work, focus)) for day, work in works)
    lifting = [day for day, work in works if work is not Work.ENDURANCE]
    is_short = any(day.minutes < SHORT_MINUTES for day in lifting)
    kinds = _session_kinds([day.offset for day in lifting], is_short=is_short)
    tasks = [_task(day, work, kinds.get(day.offset), share, most_strength) for day, work in works]
    return tuple(_with_roles(tasks, hard_count))


Placed = tuple[tuple[OpenDay, Work], ...]


def _arrangements(days: tuple[OpenDay, ...], allotted: Allotment) -> Iterator[Placed]:
    """Every way to place the allotted work: at most a few hundred."""
    for used in combinations(days, allotted.days):
        places = range(len(used))
        for strength in combinations(places, allotted.strength):
            rest = [place for place in places if place not in strength]
            for both in combinations(rest, allotted.mixed):
                yield tuple(
                    (day, Work.STRENGTH if place in strength else Work.BOTH if place in both else Work.ENDURANCE)
                    for place, day in enumerate(used)
                )


def _strain(works: Placed) -> float:
    """The lower the better."""
    strain = 0.0
    by_offset = {day.offset: (day, work) for day, work in works}
    lifting = {day.offset for day, work in works if work is not Work.ENDURANCE}
    for offset, (day, work) in by_offset.items():
        following = (offset + 1) % 7
        strain += 1.0 if following in by_offset else 0.0
        strain += 4.0 if offset in lifting and following in lifting else 0.0
        strain += 5.0 if work is Work.BOTH and day.minutes <= 2 * LEAST_PART_MINUTES else 0.0
        strain -= day.minutes / 60
    long_runs = [day for day, work in works if work is Work.ENDURANCE]
    strain -= 0.5 if any(day.weekday in WEEKEND for day in long_runs) else 0.0
    strain -= max((day.minutes for day in long_runs), default=0) / 120
    return strain


def _fitting(day: OpenDay, work: Work, focus: TrainingFocus) -> Work:
    """A day that is too short for both is for what the focus needs first."""
    if work is not Work.BOTH or day.minutes > 2 * LEAST_PART_MINUTES:
        return work
    return Work.ENDURANCE if focus is TrainingFocus.ENDURANCE else Work.STRENGTH


def _session_kinds(offsets: list[int], *, is_short: bool) -> dict[int, SessionKind]:
    """Splits follow from the days: whole body up to three, halves for four and five, push, pull and legs for six.

    Short sessions are never split three ways: too little of each would be left.
    """
    count = len(offsets)
    upper, lower, full = SessionKind.UPPER_BODY, SessionKind.LOWER_BODY, SessionKind.FULL_BODY
    if count == 3 and any(later - earlier == 1 for earlier, later in pairwise(offsets)):
        return _split_three(offsets)
    patterns: dict[int, list[SessionKind]] = {
        4: [upper, lower, upper, lower],
        5: [upper, lower, full, upper, lower],
        6: [upper, lower] * 3 if is_short else [SessionKind.PUSH, SessionKind.PULL, SessionKind.LEGS] * 2,
    }
    return dict(zip(offsets, patterns.get(count, [full] * count), strict=True))


def _split_three(offsets: list[int]) -> dict[int, SessionKind]:
    """Two days in a row share the body between them; a day that stands alone trains all of it."""
    first, second, third = offsets
    upper, lower, full = SessionKind.UPPER_BODY, SessionKind.LOWER_BODY, SessionKind.FULL_BODY
    if second - first == 1:
        return {first: upper, second: lower, third: full}
    return {first: full, second: upper, third: lower}


def _task(day: OpenDay, work: Work, kind: SessionKind | None, share: float, most_strength: int) -> DayTask:
    if work is Work.STRENGTH:
        return DayTask(
            offset=day.offset, weekday=day.weekday, strength=kind, strength_minutes=min(day.minutes, most_strength)
        )
    easy = EnduranceRole.EASY
    if work is Work.ENDURANCE:
        return DayTask(offset=day.offset, weekday=day.weekday, endurance=easy, endurance_minutes=day.minutes)
    strength = max(LEAST_PART_MINUTES, round(share * day.minutes))
    return DayTask(
        offset=day.offset,
        weekday=day.weekday,
        strength=kind,
        strength_minutes=strength,
        endurance=easy,
        # A minute goes into the change from one to the other.
        endurance_minutes=max(LEAST_PART_MINUTES, day.minutes - strength - 1),
    )


def _with_roles(tasks: list[DayTask], hard_count: int) -> list[DayTask]:
    """One long session and some hard ones, on days for endurance alone (R44), hard ones never next to each other (R38)."""
    alone = [task for task in tasks if task.endurance and not task.strength]
    count = sum(1 for task in tasks if task.endurance)
    if not alone or count < 2:
        return tasks
    long = max(alone, key=lambda task: (task.endurance_minutes, task.weekday in WEEKEND, task.offset))
    hard: list[DayTask] = []
    legs = {task.offset for task in tasks if task.strength in LEG_SESSIONS}
    others = [task for task in alone if task is not long]
    for task in sorted(others, key=lambda task: ((task.offset - 1) % 7 in legs, -_distance(task, long), task.offset)):
        if len(hard) < hard_count and all(_distance(task, other) > 1 for other in hard):
            hard.append(task)
    roles = {long.offset: EnduranceRole.LONG} | {task.offset: EnduranceRole.HARD for task in hard}
    return [replace(task, endurance=roles.get(task.offset, task.endurance)) for task in tasks]


def _distance(one: DayTask, other: DayTask) -> int:
    apart = abs(one.offset - other.offset)
    return min(apart, 7 - apart)
