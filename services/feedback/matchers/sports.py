"""What wishes say of sports: which ones a phrase is about, one for another, and the kinds of their sessions."""

import re

from domain.terms import Sport
from services.feedback.matchers import Doubt
from services.feedback.named_sessions import days_of_intervals, of_named_sessions
from services.feedback.outlook import Outlook, trimmed
from services.feedback.scopes import everywhere
from services.feedback.wishes import Scale, Scope, SwapSport, Wish
from services.feedback.words import ANY_SPORT, SPORTS

_INTERVALS = re.compile(r"(?:hard |run |running |bloody )*intervals?(?: (?:runs?|sessions?|work|training))?")
_LONG = re.compile(r"long (?:run|ride|swim|row|walk|hike)s?")


def only_sports(phrase: str) -> list[Sport | None] | None:
    """The sports that a phrase is about, None standing for all cardio; None where it is about something else too."""
    rest = re.sub(
        r"\b(?:i|me|would|prefer|like|to|do|want|rather|the|my|all|any|more|some|easy|hard|long|short|and|or|nor|session|sessions|workout|workouts|day|days|part|of|once|twice|a|per|week|say|for|maybe|around|about|each|every|min|gentle|light|quick|steady|little|bit|go|on|this|that|a|an|outdoor|indoor|so|much)\b",
        " ",
        trimmed(phrase),
    )
    if ANY_SPORT.search(rest):
        return [None] if not ANY_SPORT.sub(" ", rest).strip() else None
    sports = SPORTS.found(rest)
    return list(sports) if sports and not SPORTS.without(rest).strip(" ,") else None


def sport_swap(old: str, new: str | None, scope: Scope) -> list[Wish] | None:
    if new is None or not (named := SPORTS.found(new)) or len(trimmed(new).split()) > 3:
        return None
    sports = only_sports(old)
    if sports is None:
        return None
    return [SwapSport(old=sport, new=named[0], scope=scope) for sport in sports]


def kinds_of_session(old: str, outlook: Outlook) -> list[Wish] | Doubt | None:
    """`Intervals` and `long runs` are not all of a sport: it goes on, easier or shorter."""
    if _LONG.fullmatch(trimmed(old)):
        scope = of_named_sessions(old, everywhere(outlook), outlook)
        if scope.is_lasting:
            return _none_ahead(old)
        return [Scale(is_volume=True, is_more=False, scope=scope, sport=SPORTS.found(old)[0], endurance_alone=True)]
    if not _INTERVALS.fullmatch(trimmed(old)):
        return None
    days = days_of_intervals(outlook)
    if not days:
        return _none_ahead(old)
    return [
        Scale(
            is_volume=False,
            is_more=False,
            scope=Scope(dates=dates, is_lasting=True),
            sport=sport,
            endurance_alone=True,
        )
        for sport, dates in days.items()
    ]


def _none_ahead(kind: str) -> Doubt:
    return Doubt(f"There are no {trimmed(kind)} on the days ahead. Which session do you mean?", stands_alone=True)
