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


def answer_beside(clauses: Sequence[Clause], rest: Sequence[Clause]) -> str | None:
    """What to say, while something else is done, to the first request that nothing was made of; None where there is none.

    `rest` are the clauses that no wish was made of: most of them give reasons, or go on with what was wished for.
    """
    if any(_asks_to_build_up(one, clauses) for one in clauses):
        return beside(_BY_PROFILE)
    asked = next((one for one in rest if _asks_for_more(one)), None)
    return None if asked is None else beside(_why(asked.text))


def beside(answer: str) -> str:
    return f"{_NOT_THAT} {answer}"


def _asks_to_build_up(clause: Clause, clauses: Sequence[Clause]) -> bool:
    if phrases.BUILDING_UP.search(clause.text) is None:
        return False
    is_besides = phrases.BUILDING_UP.match(clause.text) or phrases.BESIDES.search(clause.sentence)
    return is_besides is not None or _is_request(clause, clauses)


def _asks_for_more(clause: Clause) -> bool:
    """Whether it is a request of its own, and no reason for another one."""
    text = clause.text
    if phrases.POINTING.search(text) or phrases.RESTATING.match(text) or f"because {text}" in clause.sentence:
        return False
    if not (phrases.ASKING_FOR.search(text) or phrases.SITUATION.search(text)) or not _is_request(clause, (clause,)):
        return False
    is_known = any(pattern.search(text) for pattern, _ in _ANSWERS)
    return is_known or phrases.BESIDES.search(clause.sentence) is not None


def answer_to_request(clauses: Sequence[Clause]) -> str | None:
    """What to say to somebody who wants the plan changed in a way that can be told; None where nobody does."""
    asked = next((clause.text for clause in clauses if _is_request(clause, clauses)), None)
    if asked is None:
        return None
    return f"{_NOTHING_CHANGED} {_why(asked)}"


def _why(asked: str) -> str:
    return next((answer for pattern, answer in _ANSWERS if pattern.search(asked)), _OTHERWISE)


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
