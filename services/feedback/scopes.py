"""Which days a clause means: `today`, `on Wednesdays`, `this week`, `everywhere`."""

import datetime
import re
from collections.abc import Callable
from dataclasses import dataclass

from domain.plan import Week
from domain.terms import WEEKDAYS, Weekday
from services.feedback.outlook import Outlook
from services.feedback.phrases import alternatives
from services.feedback.spans import DAY_NUMBER, MONTH_SOURCE, MONTHS, SPANS, WEEKDAY_LIST, first_with, next_dates
from services.feedback.wishes import Scope
from services.feedback.words import NUMBERS, WEEKDAY_NAMES, WEEKDAY_SOURCE

_Match = re.Match[str]
_LASTING = alternatives(
    r"""
    everywhere|every where|always|permanently|from now on|for good|in general|generally|throughout|forever|for ever
    (?:in |on |for )?all (?:of )?(?:the |my )?(?:weeks|sessions|workouts|days|training days|occasions)(?: ahead| left)?
    (?:in |on |for )?(?:every|each) (?:of )?(?:the |my )?(?:weeks?|sessions?|workouts?|days?|training days?|
        occasions?)(?: ahead| left)?
    (?:in|for|across|through|throughout) (?:the |my )?(?:whole|entire|rest of the|rest of my|full) (?:plan|program|
        programme|block)
    (?:the|my) (?:whole|entire) (?:plan|program|programme)
    """
)


@dataclass(frozen=True, slots=True)
class Scoped:
    """A scope, and the clause without the words that said so."""

    scope: Scope
    rest: str


def scoped(text: str, outlook: Outlook) -> Scoped:
    """All that a clause says of days, put together."""
    said, rest = list[Scope](), text
    weeks = list[Scope]()
    for pattern, meaning in _MEANINGS:
        for match in pattern.finditer(rest):
            (weeks if meaning in _OF_WEEKS else said).append(meaning(match, outlook))
        rest = re.sub(r"\s+", " ", pattern.sub(" ", rest)).strip()
    return Scoped(_within(said, weeks), rest)


def _within(said: list[Scope], weeks: list[Scope]) -> Scope:
    """All days that were named; in the weeks that were named, where both were: `Friday next week`."""
    named = {weekday for scope in said for weekday in scope.weekdays}
    weekdays = tuple(weekday for weekday in WEEKDAYS if weekday in named)
    in_weeks = frozenset[datetime.date]().union(*(scope.dates or () for scope in weeks))
    is_lasting = any(scope.is_lasting for scope in said)
    days = [
        scope.dates
        for scope in said
        if scope.dates is not None and (scope.weekdays or not (weekdays and scope.is_lasting))
    ]
    dates = frozenset[datetime.date]().union(*days) if days else None
    if weekdays and (always := [scope.dates or () for scope in said if scope.is_lasting and not scope.weekdays]):
        dates = frozenset(date for date in always[0] if WEEKDAYS[date.weekday()] in weekdays)
    if weeks and weekdays:
        dates, is_lasting = frozenset(date for date in in_weeks if WEEKDAYS[date.weekday()] in weekdays), False
    elif weeks:
        dates = in_weeks | (dates or frozenset())
    return Scope(dates=dates, is_lasting=is_lasting, weekdays=weekdays)


def looked_at(outlook: Outlook) -> Scope:
    """The day that is looked at, where there is one."""
    return Scope(dates=frozenset({outlook.looked_at})) if outlook.looked_at else Scope()


def everywhere(outlook: Outlook) -> Scope:
    return Scope(dates=outlook.dates_ahead, is_lasting=True)


def current_week(outlook: Outlook) -> Week:
    """The plan's week that today is in; the first one before the plan has begun, the last one after its end."""
    weeks = outlook.document.weeks
    begun = [week for week in weeks if week.start_date <= outlook.today]
    return begun[-1] if begun else weeks[0]


def _lasting(_: _Match, outlook: Outlook) -> Scope:
    return everywhere(outlook)


def _every_weekday(match: _Match, outlook: Outlook) -> Scope:
    weekdays = WEEKDAY_NAMES.found(re.sub(r"days\b", "day", match[0]))
    dates = frozenset(date for weekday in weekdays for date in next_dates(outlook, weekday))
    return Scope(dates=dates, is_lasting=True, weekdays=weekdays)


def _one_weekday(match: _Match, outlook: Outlook) -> Scope:
    weekdays = WEEKDAY_NAMES.found(match[0])
    is_next = match["which"] == "next"
    dates = [_coming(next_dates(outlook, weekday), outlook, skip_today=is_next) for weekday in weekdays]
    return Scope(dates=frozenset(date for date in dates if date is not None), weekdays=weekdays)


def _coming(dates: list[datetime.date], outlook: Outlook, *, skip_today: bool) -> datetime.date | None:
    """The first of them; where the day that is looked at is one of them, that one."""
    if outlook.looked_at in dates:
        return outlook.looked_at
    return next((date for date in dates if not (skip_today and date == outlook.today)), None)


def _on_weekdays(_: _Match, outlook: Outlook) -> Scope:
    dates = frozenset(date for weekday in WEEKDAYS[:5] for date in next_dates(outlook, weekday))
    return Scope(dates=dates, is_lasting=True, weekdays=WEEKDAYS[:5])


def _weekend(match: _Match, outlook: Outlook) -> Scope:
    weekdays = (Weekday.SATURDAY, Weekday.SUNDAY)
    is_lasting = match[0].endswith("s") or "every" in match[0]
    found = [next_dates(outlook, weekday) for weekday in weekdays]
    dates = [date for dates in found for date in (dates if is_lasting else dates[:1])]
    return Scope(dates=frozenset(dates), is_lasting=is_lasting, weekdays=weekdays)


def _offset(days: int) -> Callable[[_Match, Outlook], Scope]:
    def meaning(_: _Match, outlook: Outlook) -> Scope:
        return Scope(dates=frozenset({outlook.today + datetime.timedelta(days=days)}))

    return meaning


def _week_number(match: _Match, outlook: Outlook) -> Scope:
    said = match["number"]
    number = NUMBERS.get(said) or int(said)
    return _of_week(outlook, number)


def _this_week(_: _Match, outlook: Outlook) -> Scope:
    return _of_week(outlook, current_week(outlook).number)


def _next_week(_: _Match, outlook: Outlook) -> Scope:
    return _of_week(outlook, current_week(outlook).number + 1)


def _last_week(_: _Match, outlook: Outlook) -> Scope:
    return _of_week(outlook, len(outlook.document.weeks))


def _past_week(_match: _Match, _outlook: Outlook) -> Scope:
    """`I sold my rack last week` is of no day ahead."""
    return Scope()


def _of_week(outlook: Outlook, number: int) -> Scope:
    days = (day.date for week in outlook.document.weeks if week.number == number for day in week.days)
    return Scope(dates=frozenset(days) & outlook.dates_ahead)


def _this_day(_: _Match, outlook: Outlook) -> Scope:
    return looked_at(outlook)


def _on_date(match: _Match, outlook: Outlook) -> Scope:
    month = next((position for position, name in enumerate(MONTHS, 1) if name[:3] == match["month"][:3]), 0)
    wanted = (month, int(match["number"]))
    return Scope(dates=frozenset(date for date in outlook.dates_ahead if (date.month, date.day) == wanted))


def _on_the(match: _Match, outlook: Outlook) -> Scope:
    ahead = sorted(outlook.dates_ahead)
    found = (first_with(number, None, ahead) for number in re.findall(r"\d+", match["numbers"]))
    return Scope(dates=frozenset(date for date in found if date is not None))


def _iso(match: _Match, outlook: Outlook) -> Scope:
    return Scope(dates=frozenset(date for date in outlook.dates_ahead if date.isoformat() == match["iso"]))


_OF_WEEKS = frozenset({_week_number, _this_week, _next_week, _last_week})
_SESSION = r"(?: (?:session|workout|training|exercise|gym))?"
_WEEKDAYS_LIST = rf"(?:{WEEKDAY_SOURCE})s(?:(?:,| and| or|, and|/) ?(?:{WEEKDAY_SOURCE})s)*"
_EVERY_WEEKDAY = (
    rf"(?:{_WEEKDAYS_LIST}|(?:every|each|any) {WEEKDAY_LIST}s?|{WEEKDAY_LIST} (?:every|each) week|"
    rf"{WEEKDAY_LIST} (?:morning|afternoon|evening|night|lunchtime)s)"
)

_MEANINGS: tuple[tuple[re.Pattern[str], Callable[[_Match, Outlook], Scope]], ...] = tuple(
    (re.compile(rf"(?<!\w)(?:{source})(?!\w)"), meaning)
    for source, meaning in (
        (_LASTING, _lasting),
        (rf"(?:on |for |in |to )?{_EVERY_WEEKDAY}", _every_weekday),
        *SPANS,
        (r"(?:on )?(?P<iso>\d{4}-\d\d-\d\d)", _iso),
        (rf"(?:on )?(?:the )?{DAY_NUMBER} (?:of )?(?P<month>{MONTH_SOURCE})", _on_date),
        (rf"(?:on )?(?P<month>{MONTH_SOURCE}) (?:the )?{DAY_NUMBER}", _on_date),
        (r"on the (?P<numbers>[0-3]?\d(?:st|nd|rd|th)(?:(?:,| and| or) (?:the )?[0-3]?\d(?:st|nd|rd|th))*)", _on_the),
        (r"(?:on |at )?(?:the |every |this )?weekends?", _weekend),
        (r"(?:on |for |during )?(?:the |my )?(?:week ?days|working days|work days)", _on_weekdays),
        (
            rf"(?:on |for |in |to )?(?:the )?(?:(?P<which>this|next|coming|upcoming) )?{WEEKDAY_LIST}{_SESSION}",
            _one_weekday,
        ),
        (r"(?:for |in )?(?:the )?day after tomorrow", _offset(2)),
        (rf"(?:for |on )?tomorrow{_SESSION}", _offset(1)),
        (rf"(?:for |on )?yesterday(?:'s)?{_SESSION}", _offset(-1)),
        (rf"(?:for |on )?(?:today|tonight|this morning|this afternoon|this evening){_SESSION}", _offset(0)),
        (
            r"(?:in |for |of )?week (?:number )?(?P<number>\d{1,2}|one|two|three|four|five|six|seven|eight)",
            _week_number,
        ),
        (r"(?:in |for )?(?:the )?(?P<number>first|second|third|fourth) week", _week_number),
        (r"(?:for |in )?(?:(?:the )?rest of )?(?:this|the current) week|for the rest of the week", _this_week),
        (r"(?:for |in )?(?:the )?(?:next|coming|following) week", _next_week),
        (r"(?:in |for |of )?the last week", _last_week),
        (r"last week", _past_week),
        (r"(?:on |in |for )?(?:this|that) (?:day|session|workout)", _this_day),
    )
)
