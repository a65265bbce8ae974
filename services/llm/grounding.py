"""Whether a lesson that a model found is what the athlete's own words say: a text may only teach what stands in it."""

import re
from collections.abc import Callable, Set

from domain.exercise import Catalogue
from domain.lessons import LessonRule
from domain.lessons import LessonRuleKind as Kind
from domain.terms import WEEKDAYS, Equipment, LimitationKind, Muscle, Weekday
from services.feedback.language import clauses_of
from services.feedback.phrases.fun import NO_BODY_CHEST
from services.feedback.safety import denials_in
from services.feedback.words import AREAS, CONDITIONS, EQUIPMENT, MUSCLES, NUMBERS, SPORTS, WEEKDAY_NAMES
from services.llm.names import words_in
from services.planning.exercise_names import names_something

_DISLIKE = re.compile(
    r"\b(?:hat\w+|dislik\w+|not|no|never|avoid\w*|without|stop\w*|bor\w+|sick of|rather|bad|worse|hurt\w*|"
    r"can not|cannot|awful|terrible|loath\w+|annoy\w+|skip\w*|fed up|less|"
    r"fewer|drop\w*|too much|remove)\b|n't\b"
)
_LIKE = re.compile(
    r"\b(?:lov\w+|lik(?:e|es|ed|ing)|prefer\w*|enjoy\w*|favou?rites?|fun|fan|want\w*|best|great|good|more|miss\w*|my thing|"
    r"into|happy|keen)\b"
)
_LACK = re.compile(
    r"\b(?:no|not|never|without|lost|broke\w*|sold|missing|gone|lack\w*|closed|only|just|anymore)\b|n't\b"
)
_EASIER = re.compile(
    r"\b(?:easier|eas\w+ (?:off|up|back)|less|fewer|lighter|shorter|hard|heavy|tired|exhaust\w*|sore|"
    r"too (?:much|long|many)|tough|slow\w*|careful\w*|stress\w*|recover\w*|reduc\w+|lower|down|out of shape|"
    r"struggl\w+)\b"
)
_HARDER = re.compile(
    r"\b(?:harder|more|heavier|easy|longer|increas\w+|push\w*|stronger|bored|boring|light|intens\w+|"
    r"too (?:short|few|little))\b"
)
_HEART = re.compile(r"\b(?:heart\w*|chest|faint\w*|palpitation\w*|cardi\w+|black(?:ed|ing)? ?out\w*|passed out)\b")
_WEEKEND = re.compile(r"\bweekends?\b")
_WORKDAYS = re.compile(r"\bweekdays?\b|\bworkdays?\b|\bworking days?\b")
_DIGITS = re.compile(r"\d+(?:\.\d+)?")


def is_said(evidence: str, text: str) -> bool:
    """Whether the evidence stands in the text, but for case and blanks."""
    wanted = _flat(evidence)
    return bool(wanted) and wanted in _flat(text)


def is_grounded(rule: LessonRule, evidence: str, catalogue: Catalogue) -> bool:
    """Whether the words of the evidence carry the rule: what it is about is named there, and which way it goes."""
    return _CHECKS[rule.kind](rule, _flat(evidence), catalogue)


def _flat(text: str) -> str:
    return " ".join(text.replace("\N{RIGHT SINGLE QUOTATION MARK}", "'").casefold().split())


def _exercise(rule: LessonRule, text: str, catalogue: Catalogue) -> bool:
    exercise = catalogue.get(rule.exercise_id) if rule.exercise_id is not None else None
    if exercise is None:
        return False
    said = set(words_in(text))
    return any(_shares(set(words_in(name)), said) for name in (exercise.name, *exercise.aliases))


def _shares(name: Set[str], said: Set[str]) -> bool:
    """Half the words of a name or more, and not just what it is done with: a barbell is no barbell deadlift."""
    shared = name & said
    return len(shared) * 2 >= len(name) and names_something(" ".join(shared))


def _pattern(rule: LessonRule, text: str) -> bool:
    words = set(rule.pattern.value.lower().split("_")) if rule.pattern is not None else set()
    said = set(words_in(text))
    return bool(words) and words <= said | {"horizontal", "vertical"} | ({"jump"} if "plyometric" in said else set())


def _limitation(rule: LessonRule, text: str, _catalogue: Catalogue) -> bool:
    if rule.limitation is LimitationKind.CARDIAC_WARNING:
        return _HEART.search(NO_BODY_CHEST.sub(" ", text)) is not None
    if rule.limitation in denials_in(clauses_of(text)):
        return False
    return rule.limitation in {*AREAS.found(text), *CONDITIONS.found(text)}


def _muscles(text: str) -> set[Muscle]:
    return {muscle for group in MUSCLES.found(text) for muscle in group}


def _muscle(rule: LessonRule, text: str, _catalogue: Catalogue) -> bool:
    return rule.muscle in _muscles(text)


def _equipment(rule: LessonRule, text: str) -> bool:
    named: set[Equipment] = {item for group in EQUIPMENT.found(text) for item in group}
    return rule.equipment is not None and named.issuperset(rule.equipment)


def _weekdays(rule: LessonRule, text: str) -> bool:
    named: set[Weekday] = set(WEEKDAY_NAMES.found(text.replace("days", "day")))
    named.update(WEEKDAYS[5:] if _WEEKEND.search(text) else ())
    named.update(WEEKDAYS[:5] if _WORKDAYS.search(text) else ())
    return rule.weekdays is not None and named.issuperset(rule.weekdays)


def _minutes(rule: LessonRule, text: str, _catalogue: Catalogue) -> bool:
    numbers = {float(digits) for digits in _DIGITS.findall(text)}
    numbers.update(float(number) for word, number in NUMBERS.items() if re.search(rf"\b{re.escape(word)}\b", text))
    hours = {number * 60 for number in numbers} if "hour" in text else set()
    return rule.amount in numbers | hours and (rule.weekdays is None or _weekdays(rule, text))


def _sport(rule: LessonRule, text: str, _catalogue: Catalogue) -> bool:
    return rule.sport in SPORTS.found(text)


def _scaling(rule: LessonRule, text: str, catalogue: Catalogue) -> bool:
    """The direction is said, and so is what alone it is for, where it is not for everything."""
    direction = _EASIER if (rule.amount or 1.0) < 1 else _HARDER
    return (
        direction.search(text) is not None
        and (rule.exercise_id is None or _exercise(rule, text, catalogue))
        and (rule.pattern is None or _pattern(rule, text))
        and (rule.muscle is None or _muscle(rule, text, catalogue))
        and (rule.sport is None or _sport(rule, text, catalogue))
    )


def _is_liking(text: str) -> bool:
    return _LIKE.search(text) is not None and _DISLIKE.search(text) is None


def _wanted(names: Callable[[LessonRule, str], bool], *, unless: re.Pattern[str]) -> "_Check":
    return lambda rule, text, _catalogue: names(rule, text) and unless.search(text) is None


def _unwanted(names: Callable[[LessonRule, str], bool], *, by: re.Pattern[str]) -> "_Check":
    return lambda rule, text, _catalogue: names(rule, text) and by.search(text) is not None


_Check = Callable[[LessonRule, str, Catalogue], bool]
_CHECKS: dict[Kind, _Check] = {
    Kind.AVOID_EXERCISE: lambda rule, text, catalogue: (
        _exercise(rule, text, catalogue) and _DISLIKE.search(text) is not None
    ),
    Kind.PREFER_EXERCISE: lambda rule, text, catalogue: _exercise(rule, text, catalogue) and _is_liking(text),
    Kind.AVOID_PATTERN: _unwanted(_pattern, by=_DISLIKE),
    Kind.LIMITATION: _limitation,
    Kind.EMPHASISE_MUSCLE: _muscle,
    Kind.REDUCE_MUSCLE: _muscle,
    Kind.EQUIPMENT_AVAILABLE: _wanted(_equipment, unless=_LACK),
    Kind.EQUIPMENT_MISSING: _unwanted(_equipment, by=_LACK),
    Kind.TRAIN_ON_DAYS: _wanted(_weekdays, unless=_DISLIKE),
    Kind.REST_ON_DAYS: lambda rule, text, _catalogue: _weekdays(rule, text),
    Kind.SESSION_MINUTES: _minutes,
    Kind.PREFER_SPORT: lambda rule, text, catalogue: _sport(rule, text, catalogue) and _is_liking(text),
    Kind.AVOID_SPORT: lambda rule, text, catalogue: _sport(rule, text, catalogue) and _DISLIKE.search(text) is not None,
    Kind.INTENSITY: _scaling,
    Kind.VOLUME: _scaling,
    Kind.NOTE: lambda _rule, _text, _catalogue: True,
}
