"""Wishes about how hard, how long and how much."""

import re

from domain.constraints import SESSION_MINUTES
from domain.ids import ExerciseId
from domain.terms import Muscle, Sport
from services.feedback.language import Clause
from services.feedback.matchers import Doubt, Found
from services.feedback.matchers.exercises import not_in_plan
from services.feedback.named_sessions import of_named_sessions
from services.feedback.outlook import Outlook
from services.feedback.phrases.amounts import (
    AT_MOST,
    EASIER,
    HARDER,
    LIGHT_WEEK,
    LIMITING,
    LONGER,
    MERELY_TOO_MUCH,
    MINUTE_WISH,
    MINUTES,
    MORE_OR_LESS,
    NO_LIMIT,
    NOT_AN_AMOUNT,
    NOT_TRAINING,
    OBJECT,
    OF_ALL,
    SHORTER,
    STRESS_LESS,
    STRESS_MORE,
    SUBJECT,
    WITH_A_SUBJECT,
)
from services.feedback.phrases.questions import TRAINING
from services.feedback.phrases.requests import THING
from services.feedback.scopes import everywhere, looked_at, scoped
from services.feedback.wishes import Add, LimitMinutes, Scale, Scope, Stress, Wish
from services.feedback.words import ANY_SPORT, MUSCLES, NUMBERS, SPORTS

_HOUR = 60
_WHAT_IS_TOO_MUCH = "What is too much: how hard it is, how long it takes, or how many days there are?"
_NO_BACK = re.compile(
    r"\b(?:it|this|that|them|things|scale|dial|step|go|get|come|came|is|are|hold|put|bring|push|move|look|be|give) back\b"
)
_OF_ALL_OF_IT = re.compile(r"\b(?:it|everything|all|things|plan|program|programme|sessions?|workouts?|weeks?|days?)\b")
_POINTING = re.compile(r"\b(?:it|them|they)\b")
_VERDICT = re.compile(r".+?\btoo (?:easy|hard|heavy|light|long|short|tough|difficult)\b(?: and\b| but\b)?")
"""`Squats are too easy, lunges are too hard` are two."""
_AMOUNT_OF = re.compile(r"^\s*(?:sets?|reps?|repetitions|volume|weights?|loads?|work|amount)? ?(?:of|on|for|in)\b")


def stress(clause: Clause, outlook: Outlook) -> Found:
    """`More chest`, `focus on my glutes`, `too many legs`."""
    if NOT_AN_AMOUNT.search(clause.text):
        return None
    found = scoped(clause.text, outlook)
    if re.search(r"\bnot (?:want|need)\b(?! (?:any|so|that much|this much|all|as much|more)\b)", found.rest):
        return None
    for pattern, is_more in ((STRESS_LESS, False), (STRESS_MORE, True)):
        match = pattern.search(found.rest)
        if match is None:
            continue
        muscles = _muscles(
            pattern.sub(" and ", _NO_BACK.sub(" ", found.rest)), outlook
        )  # `cut back on` is not about the back
        if muscles:
            return [Stress(muscles=muscles, is_more=is_more, scope=_scope(found.scope, outlook, stays_general=True))]
    return None


def minutes(clause: Clause, outlook: Outlook) -> Found:
    """`I only have 30 minutes`, `sessions of 45 minutes at most`."""
    found = scoped(clause.text, outlook)
    wanted = _minutes_in(found.rest)
    if wanted is None or not MINUTE_WISH.search(found.rest) or SPORTS.found(found.rest):
        return None
    if NO_LIMIT.search(found.rest) and not AT_MOST.search(found.rest):
        return None
    if not SESSION_MINUTES[0] <= wanted <= SESSION_MINUTES[1]:
        return None
    return [LimitMinutes(minutes=wanted, scope=_scope(found.scope, outlook, stays_general=False))]


def scale(clause: Clause, outlook: Outlook) -> Found:
    """`Make it easier`, `squats are too heavy`, `shorter on Fridays`."""
    about = clause.sentence if _POINTING.search(clause.text) else clause.text
    if NOT_TRAINING.search(clause.text) or NOT_AN_AMOUNT.search(about):
        return None
    found = scoped(clause.text, outlook)
    if LIGHT_WEEK.search(clause.text):
        return _light_week(found.scope)
    if MERELY_TOO_MUCH.search(found.rest):
        return Doubt(_WHAT_IS_TOO_MUCH)
    if _is_about_something_else(found.rest, outlook):
        return None
    verdicts = _VERDICT.findall(found.rest)
    if len(verdicts) > 1 and "".join(verdicts) == found.rest:
        return [wish for one in verdicts for wish in _scaled(one.strip(), found.scope, outlook)]
    wishes = _scaled(found.rest, found.scope, outlook)
    named = outlook.last_named_in(found.rest) if wishes else None
    if wishes and (named is None or outlook.in_plan(named)):
        return wishes
    more = _of_one_thing(found.rest, _scope(found.scope, outlook, stays_general=True), outlook)
    return more or (None if named is None else not_in_plan(named))


def _scaled(text: str, scope: Scope, outlook: Outlook) -> list[Wish]:
    """What one verdict or wish asks for."""
    for pattern, is_volume, is_more in (
        (EASIER, False, False),
        (HARDER, False, True),
        (SHORTER, True, False),
        (LONGER, True, True),
    ):
        if pattern.search(text) is None or _adds_sets_of_another(text, outlook):
            continue
        exercises, sport, endurance_alone = _concerned(text, outlook, pattern)
        scope = of_named_sessions(text, _scope(scope, outlook, stays_general=bool(exercises)), outlook)
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
    return []


def _light_week(scope: Scope) -> Found:
    """A deload: fewer sets, and lighter ones, in the week that is named."""
    if not scope.is_said or scope.is_lasting:
        return Doubt("Which week should be the lighter one? Tell me its number, or say “next week”.")
    return [Scale(is_volume=is_volume, is_more=False, scope=scope) for is_volume in (True, False)]


def _is_about_something_else(text: str, outlook: Outlook) -> bool:
    """`My new shirt is killing me`, `shorter days make me sleepy`."""
    match = WITH_A_SUBJECT.match(text)
    if match is None:
        return False
    what = next(words for words in match.groups() if words is not None)
    of_training = TRAINING.search(what) or THING.search(what) or OF_ALL.match(what) or ANY_SPORT.search(what)
    return not (of_training or SPORTS.found(what) or MUSCLES.found(what) or outlook.mentions_exercise(what))


def _adds_sets_of_another(text: str, outlook: Outlook) -> bool:
    """`Add three sets of pull-ups` where there are none."""
    match = re.search(r"\badd .*?\bsets? of (?P<what>.+)", text)
    return match is not None and not outlook.in_plan(match["what"]) and outlook.anywhere(match["what"]) is not None


def _of_one_thing(text: str, scope: Scope, outlook: Outlook) -> Found:
    """`More running`, `fewer squats`, `less running more cycling`."""
    if re.search(r"\b(?:not|no)\b|\b(?:an?|one|another) (?:extra|more|additional)\b", text):
        return None
    return [wish for match in MORE_OR_LESS.finditer(text) for wish in _more_or_less(match, scope, outlook)] or None


def _more_or_less(match: re.Match[str], scope: Scope, outlook: Outlook) -> list[Wish]:
    is_more = match["how"] in ("more", "extra", "increase")
    if ANY_SPORT.search(match["what"]) or (sports := SPORTS.found(match["what"])):
        sport: Sport | None = None if ANY_SPORT.search(match["what"]) else sports[0]
        return [Scale(is_volume=True, is_more=is_more, scope=scope, sport=sport, endurance_alone=True)]
    if exercises := outlook.in_plan(match["what"]):
        return [Scale(is_volume=True, is_more=is_more, scope=scope, exercises=exercises)]
    wanted = outlook.anywhere(match["what"]) if is_more else None
    return [Add(exercise=wanted, scope=Scope() if scope.is_lasting else scope)] if wanted else []


def _concerned(text: str, outlook: Outlook, said: re.Pattern[str]) -> tuple[tuple[ExerciseId, ...], Sport | None, bool]:
    """The exercises or the sport that a clause is about; nothing where it is about all of the training."""
    for pattern in (SUBJECT, OBJECT):
        match = pattern.search(text)
        phrase = _AMOUNT_OF.sub("", said.sub(" ", match[1])).strip() if match else ""
        if not phrase or OF_ALL.match(phrase):
            continue
        if ANY_SPORT.search(phrase):
            return (), None, True
        if sports := SPORTS.found(phrase):
            return (), sports[0], True
        if exercises := outlook.in_plan(phrase):
            return exercises, None, False
    if (exercises := _named_near(text, outlook, said)) or _OF_ALL_OF_IT.search(text):
        return exercises, None, False
    sports = SPORTS.found(text)
    return (), sports[0] if sports else None, bool(sports)


def _named_near(text: str, outlook: Outlook, said: re.Pattern[str]) -> tuple[ExerciseId, ...]:
    """`Up the weight on my squats`: what is named before the amount, else after it; nothing where it is of all."""
    amount = said.search(text)
    if amount is None or _OF_ALL_OF_IT.search(text):
        return ()
    named = outlook.last_named_in(text[: amount.end()]) or outlook.last_named_in(text[amount.end() :])
    return outlook.in_plan(named) if named else ()


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
    for match in sorted(MINUTES.finditer(text), key=lambda one: LIMITING.search(text[: one.start()]) is None):
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
