"""Requests that are clear and that no wish can be made of: nothing changes, and the answer says why and what to do instead."""

from collections.abc import Sequence

from services.feedback.language import Clause
from services.feedback.phrases import requests as phrases
from services.feedback.phrases.hints import REPORT
from services.feedback.words import EQUIPMENT, MUSCLES, SPORTS

_ONE_DAY_AT_A_TIME = """\
I move one day at a time: tell me which day should go where, such as “move Monday to Wednesday”. To begin on another date, have a \
new plan made that starts then."""
_BY_PROFILE = """\
What the plan leads to stands in your profile: change the goal there, or the event and its date in your answers, and have a new \
plan made: I build its weeks for that."""
_BY_ANSWERS = """\
How often you train a week follows from your answers: change your days there and have a new plan made. For single days, tell me \
which one should be a rest day."""
_BY_EDITING = """\
I do not set exact sets, repetitions, loads or distances by a message. Edit them on the day itself, or tell me what should be \
easier, harder, shorter or longer."""
_AT_ANY_HOUR = """\
The plan says what to do on a day and leaves the hour to you, so train when it suits you. If a day does not work at all, tell me \
which one."""
_ANSWERS = (
    (phrases.SHIFTING, _ONE_DAY_AT_A_TIME),
    (phrases.FREQUENCY, _BY_ANSWERS),
    (phrases.GOAL, _BY_PROFILE),
    (phrases.EXACT_WORK, _BY_EDITING),
    (phrases.CLOCK, _AT_ANY_HOUR),
)
"""The first whose phrase is in the request."""
_OTHERWISE = """\
Tell me the exercise, the muscle, the sport or the day as it stands in the plan, and what should become of it; what you want for \
good belongs in your profile and answers, for the next plan."""
_NOT_THAT = "One thing I have not changed."
_NOTHING_CHANGED = "I understand, but I have not changed anything."


def answer_beside(clauses: Sequence[Clause]) -> str | None:
    """What to say to the first request that nothing is done about while something else is; None where there is none."""
    asked = (one.text for one in clauses if phrases.BUILDING_UP.match(one.text) or _is_request(one, clauses))
    return next((f"{_NOT_THAT} {_BY_PROFILE}" for text in asked if phrases.BUILDING_UP.search(text)), None)


def answer_to_request(clauses: Sequence[Clause]) -> str | None:
    """What to say to somebody who wants the plan changed in a way that can be told; None where nobody does."""
    asked = next((clause.text for clause in clauses if _is_request(clause, clauses)), None)
    if asked is None:
        return None
    why = next((answer for pattern, answer in _ANSWERS if pattern.search(asked)), _OTHERWISE)
    return f"{_NOTHING_CHANGED} {why}"


def _is_request(clause: Clause, clauses: Sequence[Clause]) -> bool:
    text = clause.text
    if clause.asks_for_nothing:
        return False
    if phrases.SITUATION.search(text) and not phrases.PAST.search(text):
        return True
    if phrases.NOTHING_TO_DO.search(text) or (REPORT.search(text) and not phrases.OUTRIGHT.search(text)):
        return False
    if not phrases.ASKING_FOR.search(text) and "please" not in clause.sentence:
        return False
    if phrases.VAGUE.search(text) and not phrases.EXACTLY.search(text):
        return False
    return phrases.SHIFTING.search(text) is not None or _names_a_thing(text, clauses)


def _names_a_thing(text: str, clauses: Sequence[Clause]) -> bool:
    """In the request itself, or in what it points at."""
    named = " ; ".join(one.text for one in clauses) if phrases.POINTING.search(text) else text
    named = phrases.NO_THING.sub(" ", named)
    return phrases.THING.search(named) is not None or any(words.found(named) for words in (MUSCLES, EQUIPMENT, SPORTS))
