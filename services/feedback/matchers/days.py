"""Wishes about days: move, rest, cannot, can."""

import re

from domain.terms import Weekday
from services.feedback.language import Clause
from services.feedback.matchers import Doubt, Found
from services.feedback.outlook import Outlook
from services.feedback.scopes import looked_at, scoped
from services.feedback.wishes import Available, Move, Rest, Scope, Unavailable
from services.feedback.words import WEEKDAY_NAMES, WEEKDAY_SOURCE

_DAYLIKE = rf"(?:{WEEKDAY_SOURCE})s?|today|tomorrow|(?:this|that) (?:day|session|workout)|\d{{4}}-\d\d-\d\d|weekends?|day after tomorrow"
_MOVE = re.compile(
    rf"\b(?:mov(?:e|ing)|shift(?:ing)?|reschedul(?:e|ing)|push(?:ing)?|postpon(?:e|ing)|bring|swap(?:ping)?|switch(?:ing)?|chang(?:e|ing)|exchange|put|do|have|trade) "
    rf"(?P<source>.+?) (?:to|with|and|for|onto|on|till|until|over to|back to|forward to|from) (?P<target>.*?\b(?:{_DAYLIKE})\b.*)"
)
_SESSION_WORD = re.compile(
    r"\b(?:session|sessions|workout|workouts|training|day|it|this|that|legs?|run|ride|swim|upper|lower|body|push|pull|cardio|everything|full)\b"
)
_REST = re.compile(
    r"\brest day\b|\b(?:day|time) off\b|\boff day\b|\bfree day\b|\bno (?:training|workout|session|exercise|gym)\b|\bto rest\b|\brest (?:on|today|tomorrow)\b"
    r"|\b(?:take|have|want|need|get|give me|make|keep|leave|turn) .*?\b(?:off|free|rest)\b|\bday of rest\b"
    rf"|\b(?:skip|cancel|drop|remove|delete|scrap|clear|cut|miss|lose)(?: out)? (?:the |my |this |that )?(?:{_DAYLIKE}|session|workout|training)"
    rf"|\b(?:{_DAYLIKE})(?: \w+)? off\b"
)
_NO_REST_WISH = re.compile(
    r"\b(?:no|not|without|fewer|less|do not (?:need|want)) (?:a |any |the |many |so many )?rest(?:ing)?(?: days?)?\b|\brest (?:between|times?|periods?)\b"
)
_CANNOT = re.compile(
    r"\b(?:can not|can never|could not|unable to|not able to|will not be able to|am not (?:available|free)|not available|unavailable|never available|no time|do not have (?:any )?time|"
    r"(?:am|will be|i am always|get) (?:\w+ )?(?:busy|away|travell?ing|working|out of town|on holiday|on vacation)|have (?:work|class|classes|a meeting|meetings|a (?:\w+ )?appointment|an appointment|"
    r"to work|kids|no time|a wedding|a party|exams?)|(?:does|do) not (?:work|suit|fit)(?: for me)?|is (?:bad|impossible|no good|out|difficult|not possible|not good)|are (?:bad|impossible|no good|out|difficult|not possible)|"
    r"will not (?:make it|work|train|be (?:there|free|available))|do not (?:want to )?(?:train|work out|exercise)|not (?:train|work out|training))\b"
)
_ONLY = re.compile(
    rf"\b(?:only|just|solely)\b.*?\b(?:{WEEKDAY_SOURCE})|\b(?:{WEEKDAY_SOURCE})s?\b(?:(?:,| and| or) (?:{WEEKDAY_SOURCE})s?)* (?:only|are the only)|"
    rf"\b(?:{WEEKDAY_SOURCE})s?\b.*\b(?:are|is) the only days?\b"
)
_CAN = re.compile(
    rf"\b(?:can|could|able to|free|available|have time|want to|would like to|happy to|train|work out)\b.*\b(?:{WEEKDAY_SOURCE})|\b(?:{WEEKDAY_SOURCE})s? (?:is|are|works?|would be|suits?)(?: \w+)? ?"
    rf"(?:free|possible|fine|available|good|ok|okay|too|me|for me|well)?|\badd (?:another |a )?(?:session|workout|training day|training|day) (?:on )?(?:{WEEKDAY_SOURCE})"
)
_TRAINING = re.compile(r"\b(?:train|training|work ?out|exercise|gym|available|free|time|session|sessions)\b")
_WHICH_DAY = "Which day do you mean? Tell me the weekday or the date."


def move(clause: Clause, outlook: Outlook) -> Found:
    """`Move Wednesday's session to Thursday`, `swap Monday and Tuesday`."""
    match = _MOVE.search(clause.text)
    if match is None:
        return None
    source, target = match["source"], match["target"]
    if re.search(r"\bfrom (?P<other>.+?) to\b", clause.text) and " from " in clause.text:
        between = re.search(r"\bfrom (?P<from>.+?) (?:to|onto|till|until) (?P<to>.+)", clause.text)
        if between is not None:
            source, target = between["from"], between["to"]
    moved, wanted = scoped(source, outlook), scoped(target, outlook)
    if not wanted.scope.is_said:
        return None
    start = moved.scope if moved.scope.is_said else _named_session(source, outlook)
    if start is None:
        return None
    if not start.dates:
        return Doubt(_WHICH_DAY)
    if not wanted.scope.dates and not wanted.scope.weekdays:
        return Doubt("That date is not in the plan ahead. Where should the session go?")
    return [Move(source=start, target=wanted.scope, is_lasting=moved.scope.is_lasting or wanted.scope.is_lasting)]


def _named_session(source: str, outlook: Outlook) -> Scope | None:
    """`Leg day`, `the run`, `it`: the next such day, or the one that is looked at."""
    if not _SESSION_WORD.search(source):
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
    for day in outlook.ahead:
        title = {word.rstrip("s") for word in re.findall(r"[a-z]+", day.title.casefold())}
        if day.activities and words and (words & title or ("leg" in words and "lower" in title)):
            return Scope(dates=frozenset({day.date}))
    return None


def rest(clause: Clause, outlook: Outlook) -> Found:
    """`Make Wednesday a rest day`, `skip tomorrow`, `I need a day off`."""
    if _REST.search(clause.text) is None or _NO_REST_WISH.search(clause.text):
        return None
    scope = scoped(clause.text, outlook).scope
    if not scope.is_said:
        scope = looked_at(outlook)
    if not scope.is_said:
        return Doubt("Which day should be a rest day?")
    if not scope.dates:
        return Doubt("That day is not in the plan ahead. Which day should be a rest day?")
    if scope.is_lasting and scope.weekdays:
        return [Unavailable(scope=scope)]
    return None if scope.is_lasting else [Rest(scope=scope)]


def cannot(clause: Clause, outlook: Outlook) -> Found:
    """`I can't train on Wednesdays`, `busy tomorrow`, `I can only do Mondays and Fridays`."""
    found = scoped(clause.text, outlook)
    scope = found.scope
    if scope.weekdays and _ONLY.search(clause.text) and not _CANNOT.search(clause.text):
        return [Available(weekdays=scope.weekdays, alone=True)]
    if not scope.is_said or not _CANNOT.search(found.rest):
        return None
    if scope.weekdays and not scope.is_lasting and _is_general(clause.text):
        dates = frozenset(day for day in outlook.dates_ahead if _weekday(day.weekday()) in scope.weekdays)
        scope = Scope(dates=dates, is_lasting=True, weekdays=scope.weekdays)
    if scope.is_lasting and not scope.weekdays:
        return None
    return [Unavailable(scope=scope)] if scope.dates else Doubt(_WHICH_DAY)


def can(clause: Clause, outlook: Outlook) -> Found:
    """`I can also train on Saturdays`."""
    if not _CAN.search(clause.text) or re.search(r"\b(?:not|no|never|only|rest|off)\b", clause.text):
        return None
    if not _TRAINING.search(clause.text):
        return None
    weekdays = WEEKDAY_NAMES.found(re.sub(r"days\b", "day", clause.text))
    return [Available(weekdays=weekdays)] if weekdays else None


def _is_general(text: str) -> bool:
    """Whether `on Wednesday` means all of them: nothing says that it is just this one."""
    if re.search(
        rf"\b(?:this|next|coming|upcoming) (?:{WEEKDAY_SOURCE})|\bweek\b|\bappointment\b|\bwedding\b|\bparty\b|\bexam|\bmeeting\b|\bmake it\b",
        text,
    ):
        return False
    return (
        re.search(
            r"\b(?:train|work out|exercise|do|not available|unavailable|work|suit|fit|impossible|bad|busy)\b", text
        )
        is not None
    )


def _weekday(number: int) -> Weekday:
    return tuple(Weekday)[number]
