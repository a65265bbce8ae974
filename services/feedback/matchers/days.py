"""Wishes about days: move, rest, cannot, can."""

import re

from domain.plan import Day
from services.feedback.language import Clause
from services.feedback.looking import has_sport
from services.feedback.matchers import Doubt, Found
from services.feedback.outlook import Outlook
from services.feedback.phrases.days import (
    BAD,
    BEGINNING,
    CAN,
    CANNOT,
    FOR_A_WHILE,
    HABIT,
    MOVES,
    NO_REST_WISH,
    ONCE,
    ONE_OF_THEM,
    ONLY,
    PREFERRED_DAY,
    RATHER,
    REST,
    SESSION_WORD,
    THOSE_DAYS,
    TRAINING,
)
from services.feedback.phrases.kit import NO_KIT
from services.feedback.scopes import looked_at, scoped
from services.feedback.wishes import Available, Move, Rest, Scope, Unavailable
from services.feedback.words import EQUIPMENT, SPORTS, WEEKDAY_NAMES

_FROM_TO = re.compile(r"\b(?:from|on) (?P<from>.+?) (?:to|onto|till|until) (?P<to>.+)")
_VAGUELY = re.compile(r"(?:what|how|something|the way|the thing)\b")
FROM_WHEN = "From which day to which? Tell me the dates, such as “from the 3rd to the 9th”."
_WHICH_DAY = "Which day do you mean? Tell me the weekday or the date."


def move(clause: Clause, outlook: Outlook) -> Found:
    """`Move Wednesday's session to Thursday`, `swap Monday and Tuesday`."""
    if BEGINNING.search(clause.text):
        return None
    matches = (match for pattern in MOVES if (match := pattern.search(clause.text)) is not None)
    return next((found for match in matches if (found := _moved(match, outlook)) is not None), None)


def _moved(match: re.Match[str], outlook: Outlook) -> Found:
    source, target = match["source"], match["target"]
    between = _FROM_TO.search(match.string)
    if between is not None and match.re is not PREFERRED_DAY:
        source, target = f"{match.string[: between.start()]}{between['from']}", between["to"]
    moved, wanted = scoped(source, outlook), scoped(target, outlook)
    if not wanted.scope.is_said:
        return None
    start = moved.scope if moved.scope.is_said else _named_session(source, outlook)
    if start is None:
        return None
    if not start.dates:
        return Doubt(_WHICH_DAY)
    if not _has_sports_of(source, start, outlook):
        return Doubt("I find no such session on that day. Which one should go where?", stands_alone=True)
    if not wanted.scope.dates and not wanted.scope.weekdays:
        return Doubt("That date is not in the plan ahead. Where should the session go?")
    is_lasting = scoped(match.string, outlook).scope.is_lasting or _is_how_to_train(match.string)
    return [Move(source=start, target=wanted.scope, is_lasting=is_lasting)]


def _has_sports_of(source: str, scope: Scope, outlook: Outlook) -> bool:
    """Whether a session in the sports that are named is there to be moved, and not another one; so where none is named."""
    sports = SPORTS.found(source)
    days = [day for date in scope.dates or () if (day := outlook.day_on(date)) is not None and day.activities]
    return not sports or not days or any(has_sport(day, sports) for day in days)


def _is_how_to_train(text: str) -> bool:
    """`I would rather train on Sunday than on Saturday`: no single session is named, and no single week."""
    return RATHER.search(text) is not None and ONCE.search(text) is None


def _named_session(source: str, outlook: Outlook) -> Scope | None:
    """`Leg day`, `the run`, `it`: the next such day, or the one that is looked at."""
    if not SESSION_WORD.search(source):
        return None
    if re.fullmatch(
        r"(?:it|this|that|this one|the session|the workout|my workout|my session|everything|the day)", source.strip()
    ):
        return looked_at(outlook)
    words = {word.rstrip("s") for word in re.findall(r"[a-z]+", source)} - {
        "day",
        "my",
        "the",
        "session",
        "workout",
        "training",
        "body",
    }
    trained = [day for day in outlook.ahead if day.activities]
    best = max(trained, key=lambda day: len(words & _title_words(day)), default=None)
    return Scope(dates=frozenset({best.date})) if best is not None and words & _title_words(best) else None


def _title_words(day: Day) -> set[str]:
    title = {word.rstrip("s") for word in re.findall(r"[a-z]+", day.title.casefold())}
    return title | {"leg"} if "lower" in title else title


def rest(clause: Clause, outlook: Outlook) -> Found:
    """`Make Wednesday a rest day`, `skip tomorrow`, `I need a day off`."""
    if REST.search(clause.text) is None or NO_REST_WISH.search(clause.text):
        return None
    scope = scoped(clause.text, outlook).scope
    if THOSE_DAYS.search(clause.text) and not scope.weekdays:
        return Doubt(_WHICH_DAY)
    if not scope.is_said and outlook.last_named_in(clause.text):
        return None
    if not scope.is_said:
        scope = looked_at(outlook)
    if not scope.is_said:
        return Doubt("Which day should be a rest day?")
    if not scope.dates:
        return Doubt("That day is not in the plan ahead. Which day should be a rest day?")
    if not scope.weekdays and len(scope.dates) > 1 and ONE_OF_THEM.search(clause.text):
        return Doubt("Which day of it should be a rest day?")
    if scope.is_lasting and scope.weekdays:
        return [Unavailable(scope=scope)]
    return None if scope.is_lasting else [Rest(scope=scope)]


def cannot(clause: Clause, outlook: Outlook) -> Found:
    """`I can't train on Wednesdays`, `busy tomorrow`, `I can only do Mondays and Fridays`."""
    found = scoped(clause.text, outlook)
    scope = found.scope
    is_of_things = bool(outlook.last_named_in(found.rest) or EQUIPMENT.found(found.rest))
    if scope.weekdays and ONLY.search(clause.text) and not (CANNOT.search(clause.text) or is_of_things):
        return [Available(weekdays=scope.weekdays, alone=True)]
    if not CANNOT.search(found.rest) or _VAGUELY.match(clause.text):
        return None
    if not scope.is_said:
        return Doubt(FROM_WHEN) if FOR_A_WHILE.search(found.rest) else None
    if not scope.weekdays and (NO_KIT.search(found.rest) or BAD.search(found.rest)):
        return None
    if is_of_things:
        return None
    if THOSE_DAYS.search(found.rest) and not scope.weekdays:
        return Doubt(_WHICH_DAY)
    if scope.weekdays and not scope.is_lasting and HABIT.search(found.rest):
        scope = scoped(f"{clause.text} always", outlook).scope
    if scope.is_lasting and not scope.weekdays:
        return None
    return [Unavailable(scope=scope)] if scope.dates else Doubt("Those days are not in the plan ahead. " + FROM_WHEN)


def can(clause: Clause, _outlook: Outlook) -> Found:
    """`I can also train on Saturdays`."""
    if not CAN.search(clause.text) or re.search(
        r"\b(?:can you|could you|not|no|never|only|rest|off|free up|did|done|was|were|felt|after|since|last)\b",
        clause.text,
    ):
        return None
    if not TRAINING.search(clause.text):
        return None
    weekdays = WEEKDAY_NAMES.found(re.sub(r"days\b", "day", clause.text))
    return [Available(weekdays=weekdays)] if weekdays else None
