"""Wishes about how hard, how long and how much."""

import re

from domain.constraints import SESSION_MINUTES
from domain.ids import ExerciseId
from domain.terms import Muscle, Sport
from services.feedback.language import Clause
from services.feedback.matchers import Found
from services.feedback.outlook import Outlook
from services.feedback.scopes import everywhere, looked_at, scoped
from services.feedback.wishes import Add, LimitMinutes, Scale, Scope, Stress
from services.feedback.words import ANY_SPORT, MUSCLES, NUMBERS, SPORTS

_EASIER = re.compile(
    r"\b(?:easier|lighter|gentler|softer|less (?:intense|hard|difficult|demanding|challenging|heavy|strenuous|intensity|weight|taxing|brutal)|not (?:so|as|that) (?:hard|heavy|intense)|too (?:\w+ )?(?:hard|heavy|"
    r"difficult|intense|tough|demanding|challenging|advanced|strenuous|taxing|brutal)|way (?:too )?(?:hard|heavy)|(?:lower|reduce|decrease|drop|cut|dial down|turn down|tone down|bring down) (?:\w+ ){0,3}?(?:intensity|weights?|loads?|rpe|effort)|"
    r"tone (?:it|this|that|things) down|dial (?:it|this|things) (?:down|back)|ease (?:up|off)|take it (?:easy|easier)|go easy|scale (?:it |this |things )?(?:back|down)|struggl(?:e|ing) with|can not (?:handle|cope|keep up|manage)|"
    r"overwhelm(?:ing|ed)|kill(?:s|ing|ed) me|destroy(?:s|ing|ed) me|(?:the )?(?:weights?|loads?) (?:are|is|feels?) too (?:high|much)|exhausting|make .* easy|burn(?:t|ed|ing)? out)\b"
)
_HARDER = re.compile(
    r"\b(?:harder|heavier|tougher|more (?:intense|difficult|demanding|challenging|challenge|intensity|weight|heavy)|too (?:\w+ )?(?:easy|light|simple|soft|gentle)|not (?:\w+ )?(?:hard|challenging|heavy|difficult|intense|demanding) enough|"
    r"(?:raise|increase|up|crank up|bump up|turn up|step up|ramp up) (?:\w+ ){0,3}?(?:intensity|weights?|loads?|rpe|effort|difficulty)|push me(?: more)?|challenge me|step it up|crank it up|amp it up|ramp it up|a (?:bigger|real) challenge|"
    r"need a challenge|piece of cake|way too easy|make .* (?:hard|challenging))\b"
)
_SHORTER = re.compile(
    r"\b(?:shorter|shorten|less time|fewer sets|less sets|less volume|lower volume|fewer exercises|less exercises|quicker|briefer|too long|too (?:much|many)|takes? too (?:long|much)|(?:reduce|cut|decrease|lower|drop) (?:\w+ ){0,3}?"
    r"(?:volume|sets|length|duration|time|number of sets|number of exercises)|trim|cut (?:it|this|that|things) (?:down|short)|cut down|(?:in|with) a hurry|not (?:much|enough|a lot of) time|short on time|little time|less work|do less|less of)\b"
)
_LONGER = re.compile(
    r"\b(?:longer|lengthen|extend|more time|more sets|extra sets|an extra set|another set|one more set|more volume|higher volume|more exercises|too short|not (?:long|much) enough|(?:raise|increase|up|add) (?:\w+ ){0,3}?"
    r"(?:volume|sets|set|length|duration)|too (?:few|little)(?: sets| volume| exercises)?|more work|do more|more reps)\b"
)
_MINUTES = re.compile(
    rf"\b(?P<number>\d{{1,3}}|{'|'.join(sorted((word for word in NUMBERS if NUMBERS[word] >= 10 or 'hour' in word), key=len, reverse=True))})"
    r"(?:[- ]?(?P<unit>minutes?|mins?|min|hours?|hrs?|h))?\b"
)
_MINUTE_WISH = re.compile(
    r"\b(?:only|just|max(?:imum)?|at most|no (?:more|longer) than|not (?:more|longer) than|under|within|up to|have|limit|cap|keep|make|last|take|takes|should be|to be|down to|less than|fit|finish|done|shorter than|"
    r"shorten|per session|a session|sessions?|workouts?)\b"
)
_STRESS_MORE = re.compile(
    r"\b(?:more|extra|additional|focus(?:ing)? (?:more |a bit more |mostly )?on|emphasi[sz]e|emphasis on|priorit(?:y|i[sz]e)|bigger|stronger|grow|build(?: up)?|develop|bring up|work on|target|not enough|too little|hit)\b"
)
_STRESS_LESS = re.compile(
    r"\b(?:less|fewer|reduce|too much|too many|so much|so many|cut down on|cut back on|go easy on|easy on|not so much|decrease|de-?emphasi[sz]e|overtrain(?:ed|ing)?)\b"
)
_SUBJECT = re.compile(
    r"^(?P<subject>.+?) (?:is|are|feels?|felt|seems?|was|were|looks?|takes?|needs? to be|should be|could be|kills?|destroys?) "
)
_OBJECT = re.compile(
    r"\b(?:make|keep|with|on|for|of|at|do|doing|the|my|more|less|fewer|extra|reduce|increase|raise|lower|shorten|extend|lengthen|trim|easier|harder|heavier|lighter) (?P<object>.+)"
)
_OF_ALL = re.compile(
    r"^(?:the |my |this |whole |entire |all |these |that |it |everything |plan|program|programme|sessions?|workouts?|training|weeks?|days?|sets?|exercises?|things?|whole thing|routine|schedule| )+$"
)
_HOUR = 60


def stress(clause: Clause, outlook: Outlook) -> Found:
    """`More chest`, `focus on my glutes`, `too many legs`."""
    found = scoped(clause.text, outlook)
    if re.search(r"\b(?:do not|not) (?:want|need)\b", found.rest):
        return None
    for pattern, is_more in ((_STRESS_LESS, False), (_STRESS_MORE, True)):
        match = pattern.search(found.rest)
        if match is None:
            continue
        muscles = _muscles(found.rest, outlook)
        if muscles:
            return [Stress(muscles=muscles, is_more=is_more, scope=_scope(found.scope, outlook, stays_general=True))]
    return None


def minutes(clause: Clause, outlook: Outlook) -> Found:
    """`I only have 30 minutes`, `sessions of 45 minutes at most`."""
    found = scoped(clause.text, outlook)
    wanted = _minutes_in(found.rest)
    if wanted is None or not _MINUTE_WISH.search(found.rest) or SPORTS.found(found.rest):
        return None
    if re.search(
        r"\b(?:late|ago|early|earlier|rest|warm|longer|more|extra|reps|kg|kilos|between|add)\b", found.rest
    ) and not re.search(r"no (?:more|longer) than|not (?:more|longer) than", found.rest):
        return None
    if not SESSION_MINUTES[0] <= wanted <= SESSION_MINUTES[1]:
        return None
    return [LimitMinutes(minutes=wanted, scope=_scope(found.scope, outlook, stays_general=False))]


def scale(clause: Clause, outlook: Outlook) -> Found:
    """`Make it easier`, `squats are too heavy`, `shorter on Fridays`."""
    found = scoped(clause.text, outlook)
    for pattern, is_volume, is_more in (
        (_EASIER, False, False),
        (_HARDER, False, True),
        (_SHORTER, True, False),
        (_LONGER, True, True),
    ):
        if pattern.search(found.rest) is None:
            continue
        exercises, sport, endurance_alone = _concerned(found.rest, outlook, pattern)
        scope = _scope(found.scope, outlook, stays_general=bool(exercises))
        return [
            Scale(
                is_volume=is_volume,
                is_more=is_more,
                scope=scope,
                exercises=exercises,
                sport=sport,
                endurance_alone=endurance_alone,
            )
        ]
    return _of_one_thing(found.rest, _scope(found.scope, outlook, stays_general=True), outlook)


def _of_one_thing(text: str, scope: Scope, outlook: Outlook) -> Found:
    """`More running`, `fewer squats`, `less cardio`."""
    match = re.search(r"\b(?P<how>more|less|fewer|extra|too many|too much|increase|reduce) (?P<what>.+)", text)
    if match is None or re.search(r"\b(?:not|no)\b", text):
        return None
    is_more = match["how"] in ("more", "extra", "increase")
    if ANY_SPORT.search(match["what"]) or (sports := SPORTS.found(match["what"])):
        sport: Sport | None = None if ANY_SPORT.search(match["what"]) else sports[0]
        return [Scale(is_volume=True, is_more=is_more, scope=scope, sport=sport, endurance_alone=True)]
    if exercises := outlook.in_plan(match["what"]):
        return [Scale(is_volume=True, is_more=is_more, scope=scope, exercises=exercises)]
    wanted = outlook.anywhere(match["what"]) if is_more else None
    return [Add(exercise=wanted, scope=Scope() if scope.is_lasting else scope)] if wanted else None


def _concerned(text: str, outlook: Outlook, said: re.Pattern[str]) -> tuple[tuple[ExerciseId, ...], Sport | None, bool]:
    """The exercises or the sport that a clause is about; nothing where it is about all of the training."""
    for pattern in (_SUBJECT, _OBJECT):
        match = pattern.search(text)
        phrase = said.sub(" ", match[1]).strip() if match else ""
        if not phrase or _OF_ALL.match(phrase):
            continue
        if ANY_SPORT.search(phrase):
            return (), None, True
        if sports := SPORTS.found(phrase):
            return (), sports[0], True
        if exercises := outlook.in_plan(phrase):
            return exercises, None, False
    return (), None, False


def _muscles(text: str, outlook: Outlook) -> tuple[Muscle, ...]:
    """The muscles that are named, unless as a part of an exercise's name, such as `leg press`."""
    words = [
        trimmed
        for trimmed in re.split(r"\b(?:more|less|fewer|extra|on|for|my|the|of|too much|too many|and)\b", text)
        if trimmed.strip()
    ]
    muscles: list[Muscle] = []
    for phrase in words:
        phrase = re.sub(
            r"\b(?:work|exercises?|training|stuff|volume|day|days|sets|muscles?|please|strength|size)\b", " ", phrase
        ).strip()
        named = MUSCLES.found(phrase)
        if named and (MUSCLES.exactly(phrase) is not None or outlook.anywhere(phrase) is None):
            muscles.extend(muscle for several in named for muscle in several)
    return tuple(dict.fromkeys(muscles))


def _minutes_in(text: str) -> int | None:
    for match in _MINUTES.finditer(text):
        said = match["number"]
        if match["unit"] is None and "hour" not in said:
            continue
        number = int(said) if said.isdigit() else NUMBERS[said]
        is_hours = (match["unit"] or "").startswith("h")
        return number * _HOUR if is_hours else number
    return None


def _scope(scope: Scope, outlook: Outlook, *, stays_general: bool) -> Scope:
    """What was said; else the day that is looked at, unless the wish is a general one; else all days ahead."""
    if scope.is_said:
        return scope
    here = looked_at(outlook)
    return here if here.is_said and not stays_general else everywhere(outlook)
