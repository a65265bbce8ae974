"""Holds answers against their questions, and finds everything that is wrong with them at once."""

import math
from collections.abc import Mapping, Sequence
from typing import assert_never

import msgspec

from domain.errors import FaultCode
from domain.faults import Faults
from domain.questions import (
    MAXIMUM_QUESTIONS,
    Answer,
    ChoiceQuestion,
    Confirmation,
    ConfirmationQuestion,
    Question,
    RatingQuestion,
    SliderQuestion,
    TextQuestion,
)
from domain.text import normalised
from services.onboarding.bank import NONE

_VALUES = ("choices", "number", "text", "confirmation")
_STEP_TOLERANCE = 1e-6

Path = tuple[str | int, ...]


def accepted(answers: Sequence[Answer], questions: Mapping[str, Question]) -> tuple[Answer, ...]:
    """The answers as they will be stored. Raises InvalidInput with all faults; `questions` are by their ids."""
    faults = Faults()
    faults.size(("answers",), len(answers), (0, MAXIMUM_QUESTIONS), "answers")
    seen: set[str] = set()
    for place, answer in enumerate(answers[:MAXIMUM_QUESTIONS]):
        path = ("answers", place)
        question = questions.get(answer.question_id)
        if question is None:
            faults.add((*path, "questionId"), FaultCode.UNKNOWN, "There is no such question.")
        elif answer.question_id in seen:
            faults.add((*path, "questionId"), FaultCode.CONFLICTING, "This question is answered twice.")
        else:
            _check(faults, (*path, "value"), answer, question)
        seen.add(answer.question_id)
    faults.raise_if_any()
    return tuple(_tidied(answer) for answer in answers)


def _check(faults: Faults, path: Path, answer: Answer, question: Question) -> None:
    wanted = _value_of(question)
    if [value for value in _VALUES if getattr(answer, value) is not None] != [wanted]:
        faults.add(path, FaultCode.INVALID, f"This question takes `{wanted}`.")
        return
    match question:
        case ChoiceQuestion():
            _check_choices(faults, (*path, "choices"), answer.choices or (), question)
        case SliderQuestion():
            bounds = (question.minimum, question.maximum)
            _check_number(faults, (*path, "number"), answer.number or 0.0, bounds=bounds, step=question.step)
        case RatingQuestion():
            bounds = (question.lowest, question.highest)
            _check_number(faults, (*path, "number"), answer.number or 0.0, bounds=bounds, step=1)
        case TextQuestion():
            faults.text((*path, "text"), answer.text, (0, question.maximum_length))
        case ConfirmationQuestion():
            details = answer.confirmation.details if answer.confirmation else None
            faults.text((*path, "confirmation", "details"), details, (0, question.maximum_length))
        case _:
            assert_never(question)


def _value_of(question: Question) -> str:
    match question:
        case ChoiceQuestion():
            return "choices"
        case SliderQuestion() | RatingQuestion():
            return "number"
        case TextQuestion():
            return "text"
        case ConfirmationQuestion():
            return "confirmation"
        case _:
            assert_never(question)


def _check_choices(faults: Faults, path: Path, choices: Sequence[str], question: ChoiceQuestion) -> None:
    options = {option.value for option in question.options}
    many = len(question.options) if question.allows_multiple else 1
    faults.size(path, len(choices), (1, many), "choices")
    for place, choice in enumerate(choices[:many]):
        if choice not in options:
            faults.add((*path, place), FaultCode.UNKNOWN, "This is not one of the options.")
        elif choice in choices[:place]:
            faults.add((*path, place), FaultCode.CONFLICTING, "This is picked twice.")
        elif choice == NONE and len(choices) > 1:
            faults.add((*path, place), FaultCode.CONFLICTING, "None does not go with anything else.")


def _check_number(faults: Faults, path: Path, number: float, *, bounds: tuple[float, float], step: float) -> None:
    before = faults.count
    faults.number(path, number, bounds)
    if faults.count > before:
        return
    steps = (number - bounds[0]) / step
    if not math.isclose(steps, round(steps), abs_tol=_STEP_TOLERANCE):
        faults.add(path, FaultCode.INVALID, f"Must be {bounds[0]:g} and a multiple of {step:g} above it.")


def _tidied(answer: Answer) -> Answer:
    if answer.text is not None:
        return msgspec.structs.replace(answer, text=normalised(answer.text))
    if answer.confirmation is not None and answer.confirmation.details is not None:
        details = normalised(answer.confirmation.details) or None
        confirmation = Confirmation(is_confirmed=answer.confirmation.is_confirmed, details=details)
        return msgspec.structs.replace(answer, confirmation=confirmation)
    return answer
