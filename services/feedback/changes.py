"""What changed in a plan, told together: the same on several days once, and what changed alike in one breath."""

import datetime
import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from domain.plan import PlanChange
from domain.terms import WEEKDAYS
from services.planning.endurance.sports import FACTS
from services.planning.explain.words import counted, day_words, listed, weekday_name

LISTED = 4
"""Sentences of an account; the plan shows the rest."""
NAMED = 6
"""Things that one sentence names."""
_FEW_DAYS = 4
_DAY, _WEEK = "{day}", "{week}"
_NUMBERED_WEEK = re.compile(r"\bweek (\d+)\b")
_ADDED_SESSION = re.compile(r"Added (an? .+) of \d+ minutes")
_REMOVED = "Removed "
_SESSIONS = frozenset(facts.session.split()[-1] for facts in FACTS.values())
_MOVED = re.compile(r"(Moved .+ from \w+day) \d+ \w+ (to \w+day) \d+ \w+")
_SCALED = frozenset({"easier", "harder", "shorter", "longer"})
_FOR_GOOD = 3
"""As many moves from one weekday to another are told as one that lasts."""


class _Group(NamedTuple):
    """The same done on these dates, or in these weeks; `told` has a gap where it names its day or week."""

    told: str
    dates: tuple[datetime.date, ...]
    weeks: tuple[int, ...]


def together(changes: Sequence[PlanChange]) -> tuple[PlanChange, ...]:
    """Changes for a list: what is the same on several days stands in it once, and says when instead of having a date."""
    return tuple(
        PlanChange(date=group.dates[0] if len(group.dates) == 1 else None, description=_entry(group))
        for group in _grouped(_with_lasting_moves(_with_swaps(changes)))
    )


def account(changes: Sequence[PlanChange]) -> str:
    """All of it in a few sentences, with dates: `Swapped Back Squat for Front Squat on Monday 23 November.`"""
    sentences = list(_sentences(_grouped(_with_lasting_moves(_with_swaps(changes)))))
    rest = ["The plan shows the rest"] if len(sentences) > LISTED else []
    return " ".join(f"{sentence}." for sentence in (*sentences[:LISTED], *rest))


def when(dates: Sequence[datetime.date]) -> str:
    """Days in words: `Monday 23 and Wednesday 25 November`; of many, `Mondays and Fridays from 23 November to 11 December`."""
    first, last = dates[0], dates[-1]
    weekdays = sorted({date.weekday() for date in dates})
    if len(dates) > len(weekdays) and _are_all(dates, weekdays):
        names = listed([f"{weekday_name(WEEKDAYS[weekday])}s" for weekday in weekdays])
        return f"{names} from {_short(first)} to {_short(last)}"
    if len(dates) > _FEW_DAYS:
        return f"{counted(len(dates), 'day')} from {day_words(first)} to {day_words(last)}"
    is_one_month = len({date.month for date in dates}) == 1
    named = [f"{date:%A} {date.day}" if is_one_month else day_words(date) for date in dates[:-1]]
    return listed([*named, day_words(last)])


def _are_all(dates: Sequence[datetime.date], weekdays: Sequence[int]) -> bool:
    """Whether these are all dates on these weekdays from the first to the last, and more than two."""
    span = (dates[-1] - dates[0]).days + 1
    all_dates = (dates[0] + datetime.timedelta(days=offset) for offset in range(span))
    return len(dates) > 2 and list(dates) == [date for date in all_dates if date.weekday() in weekdays]


def _with_swaps(changes: Iterable[PlanChange]) -> Iterator[PlanChange]:
    """Sports that made room for another one were taken out before it was put in; people call it a swap."""
    leaving: list[PlanChange] = []
    for change in changes:
        if leaving and leaving[0].date != change.date:
            yield from leaving
            leaving = []
        added = _ADDED_SESSION.fullmatch(change.description)
        if added is not None and leaving:
            names = listed([one.description.removeprefix(_REMOVED) for one in leaving])
            yield PlanChange(date=change.date, description=f"Swapped {names} for {added[1]}")
            leaving = []
        elif _is_session_removed(change):
            leaving.append(change)
        else:
            yield from (*leaving, change)
            leaving = []
    yield from leaving


def _is_session_removed(change: PlanChange) -> bool:
    name = change.description.removeprefix(_REMOVED)
    return name != change.description and name.split()[-1] in _SESSIONS


def _with_lasting_moves(changes: Iterable[PlanChange]) -> Iterator[PlanChange]:
    """`Moved Upper body from Wednesdays to Thursdays`, where it is so week after week."""
    by_weekdays: dict[str, list[PlanChange]] = {}
    for change in changes:
        move = _MOVED.fullmatch(change.description)
        told = f"{move[1]}s {move[2]}s" if move else f"{change.description} {change.date}"
        by_weekdays.setdefault(told, []).append(change)
    for told, alike in by_weekdays.items():
        yield from alike if len(alike) < _FOR_GOOD else [PlanChange(description=told)]


def _grouped(changes: Iterable[PlanChange]) -> list[_Group]:
    dates: dict[str, set[datetime.date]] = {}
    weeks: dict[str, set[int]] = {}
    for change in changes:
        weekday = weekday_name(WEEKDAYS[change.date.weekday()]) if change.date else ""
        told = re.sub(rf"\b{weekday}\b(?! \d)", _DAY, change.description) if weekday else change.description
        numbers = () if change.date else map(int, _NUMBERED_WEEK.findall(told))
        told = told if change.date else _NUMBERED_WEEK.sub(_WEEK, told)
        dates.setdefault(told, set()).update([change.date] if change.date else [])
        weeks.setdefault(told, set()).update(numbers)
    return [_Group(told, tuple(sorted(dates[told])), tuple(sorted(weeks[told]))) for told in dates]


def _entry(group: _Group) -> str:
    """A single day, for which a list has a date, just by its name."""
    if len(group.dates) == 1:
        return group.told.replace(_DAY, weekday_name(WEEKDAYS[group.dates[0].weekday()]))
    return _said(group) if _DAY in group.told or not group.dates else f"{group.told} on {when(group.dates)}"


def _sentences(groups: Iterable[_Group]) -> Iterator[str]:
    """What was done alike to several things on the same days is one sentence: `Swapped A for B and C for D on …`."""
    alike: dict[tuple[str, str, tuple[datetime.date, ...]], list[str]] = {}
    for group in groups:
        verb, _, rest = group.told.partition(" ")
        if _DAY in group.told or not group.dates:
            thing, _, how = _said(group).rpartition(" ")
            is_scaled = how in _SCALED
            alike.setdefault((thing if is_scaled else _said(group), "", ()), []).extend([how] if is_scaled else [])
            continue
        thing, _, how = rest.rpartition(" ") if verb == "Made" else (rest, "", "")
        says_when = rest.endswith(day_words(group.dates[-1]))
        alike.setdefault((verb, how, () if says_when else group.dates), []).append(thing)
    for (verb, how, dates), things in alike.items():
        named = things if len(things) <= NAMED else [*things[: NAMED - 1], f"{len(things) - NAMED + 1} more"]
        yield " ".join(part for part in (verb, listed(named), how, f"on {when(dates)}" if dates else "") if part)


def _said(group: _Group) -> str:
    """With its gap filled."""
    told = group.told.replace(_WEEK, _weeks(group.weeks)) if group.weeks else group.told
    if not group.dates:
        return told
    return told.replace(_DAY, when(group.dates)).replace(
        "a rest day", "a rest day" if len(group.dates) == 1 else "rest days"
    )


def _weeks(numbers: tuple[int, ...]) -> str:
    if len(numbers) == 1:
        return f"week {numbers[0]}"
    is_run = numbers == tuple(range(numbers[0], numbers[-1] + 1)) and len(numbers) > 2
    return f"weeks {numbers[0]} to {numbers[-1]}" if is_run else f"weeks {listed([str(number) for number in numbers])}"


def _short(date: datetime.date) -> str:
    return f"{date.day} {date:%B}"
