"""Onboarding questions and their answers."""

from enum import StrEnum

import msgspec

from domain.ids import QuestionSetId
from domain.terms import Author

MAXIMUM_QUESTIONS = 20


class QuestionTopic(StrEnum):
    """What a question is there to find out."""

    FOCUS = "FOCUS"
    SCHEDULE = "SCHEDULE"
    SESSION_LENGTH = "SESSION_LENGTH"
    EQUIPMENT = "EQUIPMENT"
    HEALTH = "HEALTH"
    LIMITATIONS = "LIMITATIONS"
    BASELINE = "BASELINE"
    SPORTS = "SPORTS"
    EVENT = "EVENT"
    PREFERENCES = "PREFERENCES"
    OTHER = "OTHER"


class ChoicePresentation(StrEnum):
    """How an app shows the options of a choice."""

    BUTTONS = "BUTTONS"
    DROPDOWN = "DROPDOWN"


class MeasureUnit(StrEnum):
    """What a number measures; always metric."""

    MINUTES = "MINUTES"
    HOURS = "HOURS"
    DAYS = "DAYS"
    WEEKS = "WEEKS"
    YEARS = "YEARS"
    KILOGRAMS = "KILOGRAMS"
    CENTIMETRES = "CENTIMETRES"
    KILOMETRES = "KILOMETRES"
    BEATS_PER_MINUTE = "BEATS_PER_MINUTE"
    REPETITIONS = "REPETITIONS"
    COUNT = "COUNT"


class ChoiceOption(msgspec.Struct, frozen=True):
    """One thing to pick."""

    value: str
    label: str


class _Question(msgspec.Struct, frozen=True, kw_only=True):
    id: str
    """Of a bank question always the same, so that answers survive a new set."""
    text: str
    help_text: str | None = None
    topic: QuestionTopic
    is_required: bool = False


class ChoiceQuestion(_Question, frozen=True, kw_only=True, tag="choice"):
    """Pick one, or several."""

    options: tuple[ChoiceOption, ...]
    allows_multiple: bool = False

    @property
    def presentation(self) -> ChoicePresentation:
        return ChoicePresentation.BUTTONS if len(self.options) <= 4 else ChoicePresentation.DROPDOWN


class SliderQuestion(_Question, frozen=True, kw_only=True, tag="slider"):
    """A number on a scale with a unit."""

    minimum: float
    maximum: float
    step: float
    unit: MeasureUnit


class RatingQuestion(_Question, frozen=True, kw_only=True, tag="rating"):
    """A number on a scale with words at its ends."""

    lowest: int
    highest: int
    lowest_label: str
    highest_label: str


class TextQuestion(_Question, frozen=True, kw_only=True, tag="text"):
    """Free text."""

    maximum_length: int
    placeholder: str | None = None


class ConfirmationQuestion(_Question, frozen=True, kw_only=True, tag="confirmation"):
    """Yes or no, and if yes, tell more."""

    details_prompt: str
    maximum_length: int


Question = ChoiceQuestion | SliderQuestion | RatingQuestion | TextQuestion | ConfirmationQuestion


class Confirmation(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """The answer to a yes-or-no question."""

    is_confirmed: bool
    details: str | None = None


class Answer(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """An answer: exactly one of the four values is set."""

    question_id: str
    choices: tuple[str, ...] | None = None
    number: float | None = None
    text: str | None = None
    confirmation: Confirmation | None = None

    @property
    def own_words(self) -> str | None:
        """What of it the athlete wrote, if anything."""
        details = self.confirmation.details if self.confirmation is not None else None
        return self.text or details or None


class QuestionSet(msgspec.Struct, frozen=True, kw_only=True):
    """The questions written for one profile, in the order in which to ask, and what was answered of them."""

    id: QuestionSetId
    questions: tuple[Question, ...]
    answers: tuple[Answer, ...] = ()
    message: str
    author: Author
    estimated_minutes: int

    @property
    def open_questions(self) -> tuple[str, ...]:
        """Ids of the required questions without an answer."""
        answered = {answer.question_id for answer in self.answers}
        return tuple(question.id for question in self.questions if question.is_required and question.id not in answered)

    @property
    def is_complete(self) -> bool:
        return not self.open_questions
