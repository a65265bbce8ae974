"""Numbers that texts claim, and whether they are so: weeks, sessions, sets, minutes, efforts, zones, kilometres (R48)."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from services.checking.reading import Reading
from services.checking.scope import Scope
from services.checking.wording import bounded

_WORDS = (
    *("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"),
    *("eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty"),
)
KILOMETRES_IN_A_MILE = 1.609344
_NUMBER = rf"(?P<n>\d+(?:\.\d+)?|{'|'.join(_WORDS)})"
_AT_MOST = r"(?P<most>at most|no more than|up to|never more than|never above|at the most) "
_ANY_NUMBER = re.compile(rf"\d|\b(?:{'|'.join(_WORDS)})\b", re.IGNORECASE)
_LENGTH = re.compile(rf"(?<![\w.-]){_NUMBER}[ -]weeks?\b", re.IGNORECASE)
SLACK_MINUTES = 1.0
KEPT_SENTENCES = 4096
"""Some megabytes at most."""
SECONDS_A_MINUTE = 60


@dataclass(frozen=True, slots=True)
class Claim:
    """A way to claim a number. `holds` gets the match and what the sentence is about; None where it claims nothing."""

    pattern: re.Pattern[str]
    holds: Callable[[re.Match[str], Scope], bool | None]


def false_numbers(text: str, scope: Scope) -> Iterator[str]:
    """The phrases of a text whose numbers are not so. Each piece of a sentence counts once, for its most exact claim."""
    for sentence in _sentences(text):
        if _ANY_NUMBER.search(sentence) is None:
            continue
        about = _first_week(scope) if "first week" in sentence.lower() else scope
        for claim, match in _claims_in(sentence):
            if claim.holds(match, about) is False:
                yield match.group(0).strip()


@lru_cache(maxsize=KEPT_SENTENCES)
def _claims_in(sentence: str) -> tuple[tuple[Claim, re.Match[str]], ...]:
    """What a sentence claims, whatever it is about: the same sentences come back in every week, and in the next check."""
    found: list[tuple[Claim, re.Match[str]]] = []
    for claim in CLAIMS:
        for match in claim.pattern.finditer(sentence):
            if not any(other.start() < match.end() and match.start() < other.end() for _, other in found):
                found.append((claim, match))
    return tuple(found)


def false_length(title: str, reading: Reading) -> Iterator[str]:
    """The number of weeks in a plan's title, where the plan has another: in a title it can mean nothing else."""
    for match in _LENGTH.finditer(title):
        if _value(match) != _weeks(reading):
            yield match.group(0)


def _sentences(text: str) -> list[str]:
    return re.split(r"(?<=[.!?;])\s+", text)


def _first_week(scope: Scope) -> Scope:
    weeks = scope.reading.sessions_of_weeks
    return Scope(scope.reading, weeks[0][1]) if weeks else scope


def _value(match: re.Match[str], group: str = "n") -> float:
    text = match[group].lower()
    return float(_WORDS.index(text)) if text in _WORDS else bounded(float(text))


def _weeks(reading: Reading) -> int:
    return len(reading.document.weeks)


def _plan_length(match: re.Match[str], scope: Scope) -> bool | None:
    return _value(match) == _weeks(scope.reading)


def _week_of(match: re.Match[str], scope: Scope) -> bool | None:
    return _value(match, "total") == _weeks(scope.reading) >= _value(match)


def _easier_weeks(match: re.Match[str], scope: Scope) -> bool | None:
    named = {int(number) for number in re.findall(r"\d{1,4}", match["weeks"])}
    return named == {week.number for week in scope.reading.document.weeks if week.is_deload}


def _week_number(match: re.Match[str], scope: Scope) -> bool | None:
    return 1 <= _value(match) <= _weeks(scope.reading)


def _weekly_sessions(match: re.Match[str], scope: Scope) -> bool | None:
    """So many a week: true of at least half of the weeks that are no deloads."""
    weeks = [sessions for week, sessions in scope.reading.sessions_of_weeks if not week.is_deload]
    weeks = weeks or [sessions for _, sessions in scope.reading.sessions_of_weeks]
    fitting = sum(1 for sessions in weeks if _day_count(match, Scope(scope.reading, sessions)) == _value(match))
    return 2 * fitting >= len(weeks)


def _sessions(match: re.Match[str], scope: Scope) -> bool | None:
    activities = sum(session.activity_count for session in scope.sessions)
    return _value(match) in (_day_count(match, scope), activities if not match["kind"] else -1)


def _day_count(match: re.Match[str], scope: Scope) -> int:
    kind = (match["kind"] or "").strip().lower()
    if kind == "strength":
        return scope.strength_days
    return scope.endurance_days if kind == "endurance" else scope.training_days


def _strength_days(match: re.Match[str], scope: Scope) -> bool | None:
    return _value(match) == scope.strength_days


def _changed_sets(match: re.Match[str], scope: Scope) -> bool | None:
    if scope.before is None:
        return False
    change = scope.set_count - scope.before.set_count
    return change == (_value(match) if match["change"].lower() == "more" else -_value(match))


def _sets(match: re.Match[str], scope: Scope) -> bool | None:
    return _value(match) in scope.set_counts


def _changed_minutes(match: re.Match[str], scope: Scope) -> bool | None:
    if scope.before is None:
        return False
    change = scope.endurance_minutes - scope.before.endurance_minutes
    claimed = _value(match) if match["change"].lower() == "more" else -_value(match)
    return abs(change - claimed) <= SLACK_MINUTES


def _repeats(match: re.Match[str], scope: Scope) -> bool | None:
    each = _value(match, "each") / (SECONDS_A_MINUTE if match["unit"].startswith("second") else 1)
    return [interval.minutes for interval in scope.work_intervals].count(each) == _value(match)


def _endurance_minutes(match: re.Match[str], scope: Scope) -> bool | None:
    return abs(scope.endurance_minutes - _value(match)) <= SLACK_MINUTES


def _most_minutes(match: re.Match[str], scope: Scope) -> bool | None:
    return max(scope.day_minutes, default=0) <= _value(match) + SLACK_MINUTES


def _minutes(match: re.Match[str], scope: Scope) -> bool | None:
    return any(abs(minutes - _value(match)) <= SLACK_MINUTES for minutes in scope.minutes)


def _changed_effort(match: re.Match[str], scope: Scope) -> bool | None:
    now, before = scope.set_efforts, scope.before.set_efforts if scope.before else frozenset()
    return max(now, default=0.0) == _value(match) and max(before, default=0.0) == _value(match, "old")


def _most_effort(match: re.Match[str], scope: Scope) -> bool | None:
    return max(scope.efforts, default=0.0) <= _value(match)


def _effort(match: re.Match[str], scope: Scope) -> bool | None:
    # What a whole plan's text says of an RPE explains the scale: "at RPE 7 you could do three more".
    if len(scope.sessions) == len(scope.reading.sessions):
        return None
    return _value(match) in scope.efforts


def _most_zone(match: re.Match[str], scope: Scope) -> bool | None:
    return max(scope.zones, default=0.0) <= _value(match)


def _zone(match: re.Match[str], scope: Scope) -> bool | None:
    return _value(match) in scope.zones


def _kilometres(match: re.Match[str], scope: Scope) -> bool | None:
    return any(abs(km - _value(match)) < 0.051 for km in scope.kilometres)


def _miles(match: re.Match[str], scope: Scope) -> bool | None:
    return any(abs(km / KILOMETRES_IN_A_MILE - _value(match)) < 0.051 for km in scope.kilometres)


def _claim(pattern: str, holds: Callable[[re.Match[str], Scope], bool | None]) -> Claim:
    return Claim(re.compile(rf"(?<![\w.-]){pattern}", re.IGNORECASE), holds)


_KIND = r"(?P<kind>strength |endurance |training )?"
CLAIMS: tuple[Claim, ...] = (
    _claim(rf"weeks? {_NUMBER} of (?P<total>\d+)\b", _week_of),
    _claim(r"weeks? (?P<weeks>\d[\d, and]*) (?:is|are) (?:a |an )?(?:easier|lighter|deloads?)\b", _easier_weeks),
    _claim(rf"week {_NUMBER}\b", _week_number),
    _claim(
        rf"{_NUMBER}[ -]weeks? (?:plan|programme|block|towards?|to get|to build|of strength|for your)\b", _plan_length
    ),
    _claim(rf"{_NUMBER} {_KIND}(?:sessions?|workouts?|days?) (?:a|per|each|every) week\b", _weekly_sessions),
    _claim(rf"strength work on {_NUMBER} days?\b", _strength_days),
    _claim(rf"{_NUMBER} {_KIND}(?:sessions?|workouts?)\b", _sessions),
    _claim(rf"{_NUMBER} (?P<change>more|fewer) (?:working |hard )?sets?\b", _changed_sets),
    _claim(rf"{_NUMBER} (?:working |hard )sets?\b", _sets),
    _claim(rf"{_NUMBER} (?P<change>more|fewer) minutes?\b", _changed_minutes),
    _claim(rf"{_NUMBER} times (?P<each>\d+(?:\.\d+)?) (?P<unit>minutes?|seconds?)\b", _repeats),
    _claim(rf"{_NUMBER} minutes? of endurance\b", _endurance_minutes),
    _claim(rf"{_AT_MOST}{_NUMBER} minutes?\b", _most_minutes),
    _claim(rf"{_NUMBER}(?: |-)minutes?\b", _minutes),
    _claim(rf"RPE {_NUMBER} instead of (?:RPE )?(?P<old>\d+(?:\.\d+)?)", _changed_effort),
    _claim(rf"{_AT_MOST}RPE {_NUMBER}", _most_effort),
    _claim(rf"RPE {_NUMBER}", _effort),
    _claim(rf"{_AT_MOST}zone {_NUMBER}", _most_zone),
    _claim(rf"zone {_NUMBER}", _zone),
    _claim(rf"{_NUMBER} ?(?:km|kilomet(?:re|er)s?)\b", _kilometres),
    _claim(rf"{_NUMBER} ?miles?\b", _miles),
)
"""The most exact first: a phrase that one of them has read is not read again by those after it."""
