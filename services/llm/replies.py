"""The coach's reply in a model's words, held against the plan: what is not so, or was not asked, is cut (R48)."""

import re
from collections.abc import Iterable

from domain.ids import ExerciseId
from domain.plan import Day, DayKind, PlanDocument, StrengthActivity
from domain.terms import WEEKDAYS, Weekday
from services.feedback.words import SPORTS, WEEKDAY_NAMES
from services.llm.names import Names
from services.llm.sentences import kept

LONGEST_REPLY = 1200
_NUMBER = re.compile(r"(?<![\w.])\d+(?:[.,]\d+)?")
_DATE = re.compile(r"\b\d{4}-\d{2}-(\d{2})\b")
_MONTH = re.compile(r"\b(?:january|february|march|april|may|june|july|august|september|october|november|december)\b")
_DONE = re.compile(
    r"\b(?:i|we)(?: have|'ve| had|'ll| will| am going to|'m going to)?(?: now| just| already| also)? (?:chang|"
    r"swap|remov|add|mov|updat|adjust|replac|delet|reduc|increas|accept|cancel|"
    r"clear|sav|rememb|not|lower|rais|mak|made|put|took|set|turn|shorten|lengthen|schedul)\w*\b|\b(?:has|"
    r"have) been (?:\w+ed|made|set|put)\b|\bi(?:'ve| have) \w+ed\b"
)
_REST = re.compile(r"\brest(?: day|ing)?\b|\bday off\b")


class ReplyCheck:
    """What may be said about one plan, in answer to one message."""

    def __init__(self, document: PlanDocument, days: Iterable[Day], names: Names) -> None:
        self._names = names
        self._days = tuple(days)
        self._exercises = _exercises(day for week in document.weeks for day in week.days)

    def kept(self, reply: str, *, told: str, message: str) -> tuple[str | None, int]:
        """The sentences of the reply that hold, and how many do not. `told` is all that the model was shown."""
        known = _numbers(_DATE.sub(" ", told))
        days = {_value(number) for number in _DATE.findall(told)}
        named = self._names.named_in(message)

        def holds(sentence: str) -> bool:
            text = sentence.lower()
            return (
                _numbers(text) <= (known | days if _MONTH.search(text) else known)
                and _DONE.search(text.replace("\N{RIGHT SINGLE QUOTATION MARK}", "'")) is None
                and self._is_of_the_plan(sentence, text, named)
            )

        return kept(reply[: 3 * LONGEST_REPLY], holds, longest=LONGEST_REPLY)

    def _is_of_the_plan(self, sentence: str, text: str, named: frozenset[ExerciseId]) -> bool:
        """Exercises are the plan's, or the athlete's own words; on a weekday that is named, they are really there."""
        exercises = self._names.named_in(sentence)
        if not exercises <= self._exercises | named:
            return False
        weekdays = WEEKDAY_NAMES.found(text.replace("days", "day"))
        return all(self._is_so_on(weekday, text, exercises - named) for weekday in weekdays)

    def _is_so_on(self, weekday: Weekday, text: str, exercises: frozenset[ExerciseId]) -> bool:
        days = [day for day in self._days if WEEKDAYS[day.date.weekday()] is weekday]
        if _REST.search(text) and not any(day.kind is DayKind.REST for day in days):
            return False
        if SPORTS.found(text) and not any(day.kind in {DayKind.ENDURANCE, DayKind.MIXED} for day in days):
            return False
        return exercises <= _exercises(days)


def _numbers(text: str) -> set[float]:
    return {_value(number) for number in _NUMBER.findall(text)}


def _value(number: str) -> float:
    return float(number.replace(",", "."))


def _exercises(days: Iterable[Day]) -> frozenset[ExerciseId]:
    return frozenset(
        activity.exercise_id for day in days for activity in day.activities if isinstance(activity, StrengthActivity)
    )
