"""Stretches of days: from one to another, until a day, the next ten days."""

import datetime
import re
from collections.abc import Callable

from domain.terms import WEEKDAYS, Weekday
from services.feedback.outlook import Outlook
from services.feedback.wishes import Scope
from services.feedback.words import NUMBERS, WEEKDAY_NAMES, WEEKDAY_SOURCE

_Match = re.Match[str]
MONTHS = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
]
MONTH_SOURCE = "|".join(f"{month}|{month[:3]}" for month in MONTHS)
DAY_NUMBER = r"(?P<number>[0-3]?\d)(?:st|nd|rd|th)?"

_DATE = rf"{DAY_NUMBER}(?: of)?(?: (?P<month>{MONTH_SOURCE}))?"
_FROM_TO = (
    rf"(?:from |between )(?:the )?(?P<first>[0-3]?\d)(?:st|nd|rd|th)?(?: of)?(?: (?P<month>{MONTH_SOURCE}))? (?:to|till|until|"
    rf"through|and|-) (?:the )?(?P<last>[0-3]?\d)(?:st|nd|rd|th)?(?: of)?(?: (?P<end>{MONTH_SOURCE}))?"
    r"(?! (?:reps|sets|kg|kilos|km|minutes|mins?|days|sessions))"
)
_WORDS_OF_NUMBERS = "|".join(word for word in NUMBERS if " " not in word)
_SPAN = rf"(?:(?P<count>\d{{1,2}}|{_WORDS_OF_NUMBERS}) )?(?P<unit>days|weeks?|fortnight|months?)"
WEEKDAY_LIST = rf"(?:{WEEKDAY_SOURCE})(?:(?:,| and| or|, and|/| &) ?(?:{WEEKDAY_SOURCE}))*"


def next_dates(outlook: Outlook, weekday: Weekday) -> list[datetime.date]:
    """The dates ahead on this weekday, soonest first."""
    return sorted(date for date in outlook.dates_ahead if WEEKDAYS[date.weekday()] is weekday)


def _past(_match: _Match, _outlook: Outlook) -> Scope:
    """`Since Tuesday` says when something began, and of no day ahead."""
    return Scope()


def _weekday_to_weekday(match: _Match, outlook: Outlook) -> Scope:
    """`Thursday to Monday`: the next such days."""
    first, last = (WEEKDAYS.index(WEEKDAY_NAMES.found(match[name])[0]) for name in ("first", "last"))
    weekdays = tuple(WEEKDAYS[(first + step) % 7] for step in range((last - first) % 7 + 1))
    begin = next(iter(next_dates(outlook, weekdays[0])), None)
    if begin is None:
        return Scope(dates=frozenset(), weekdays=weekdays)
    end = begin + datetime.timedelta(days=len(weekdays))
    return Scope(dates=frozenset(date for date in outlook.dates_ahead if begin <= date < end), weekdays=weekdays)


def _from_to(match: _Match, outlook: Outlook) -> Scope:
    """`From the 14th to the 21st`, both among the days."""
    ahead = sorted(outlook.dates_ahead)
    first = first_with(match["first"], match["month"], ahead)
    last = None if first is None else first_with(match["last"], match["end"], [date for date in ahead if date >= first])
    if first is None:
        return Scope(dates=frozenset())
    return Scope(dates=frozenset(date for date in ahead if first <= date and (last is None or date <= last)))


def first_with(number: str, month: str | None, ahead: list[datetime.date]) -> datetime.date | None:
    found = (date for date in ahead if date.day == int(number))
    return next((date for date in found if month is None or MONTHS[date.month - 1].startswith(month[:3])), None)


def _until(match: _Match, outlook: Outlook) -> Scope:
    """Today and the days before the one that is named."""
    ahead = sorted(outlook.dates_ahead)
    if match["weekday"]:
        weekday = Weekday.SATURDAY if match["weekday"] == "weekend" else WEEKDAY_NAMES.found(match["weekday"])[0]
        ends = next_dates(outlook, weekday)
        end = next((date for date in ends if date > outlook.today), None)
    else:
        end = first_with(match["number"], match["month"], ahead)
    return Scope(dates=frozenset(date for date in ahead if end is None or date < end))


_DAYS_IN = {"day": 1, "week": 7, "fortnight": 14, "month": 30}


def _days_in(match: _Match) -> int:
    said = match["count"] or "one"
    return (NUMBERS.get(said) or int(said)) * _DAYS_IN[match["unit"].rstrip("s")]


def _the_next(match: _Match, outlook: Outlook) -> Scope:
    """`The next ten days`, counted from today."""
    end = outlook.today + datetime.timedelta(days=_days_in(match))
    return Scope(dates=frozenset(date for date in outlook.dates_ahead if date < end))


def _so_long_from(match: _Match, outlook: Outlook) -> Scope:
    """`For two weeks from Saturday`."""
    ahead = sorted(outlook.dates_ahead)
    named = WEEKDAY_NAMES.found(match["weekday"] or "")
    first = next(iter(next_dates(outlook, named[0])), None) if named else None
    if not named:
        first = first_with(match["number"], match["month"], ahead)
    if first is None:
        return Scope(dates=frozenset())
    end = first + datetime.timedelta(days=_days_in(match))
    return Scope(dates=frozenset(date for date in ahead if first <= date < end))


def for_a_while(text: str, outlook: Outlook) -> Scope:
    """`For two weeks`, counted from today; nothing where no such time was said."""
    match = FOR_SO_LONG.search(text)
    return Scope() if match is None else _the_next(match, outlook)


FOR_SO_LONG = re.compile(rf"\bfor (?:about |around |at least |another )?(?:a |the )?{_SPAN}\b")
SPANS: tuple[tuple[str, Callable[[_Match, Outlook], Scope]], ...] = (
    (rf"(?:since|(?:from )?last|after last|ever since) (?:last )?{WEEKDAY_LIST}", _past),
    (
        rf"(?:from )?(?P<first>{WEEKDAY_SOURCE}) (?:to|through|thru|till|until|-) (?P<last>{WEEKDAY_SOURCE})",
        _weekday_to_weekday,
    ),
    (_FROM_TO, _from_to),
    (rf"(?:until|till|til) (?:the )?(?:(?P<weekday>{WEEKDAY_SOURCE}|weekend)|{_DATE})", _until),
    (
        rf"for (?:a |about )?{_SPAN} (?:from|starting|beginning|as of) (?:on )?(?:the )?(?:(?P<weekday>{WEEKDAY_SOURCE})|{_DATE})",
        _so_long_from,
    ),
    (rf"(?:for |over |in |during )?the (?:next|coming) {_SPAN}", _the_next),
)
"""What people say, and what it means."""
