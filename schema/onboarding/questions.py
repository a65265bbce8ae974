"""The onboarding questions and their answers, as clients see them."""

from typing import cast

import strawberry

from domain import questions as domain
from domain.questions import ChoicePresentation, MeasureUnit, QuestionTopic
from domain.terms import Author
from schema.bridge import expose, named, reads
from schema.interfaces import Node

expose(
    domain.QuestionTopic,
    "What a question is there to find out.",
    {
        "FOCUS": "What to train first.",
        "SCHEDULE": "On which days the athlete can train.",
        "SESSION_LENGTH": "How long a session may take.",
        "EQUIPMENT": "What there is to train with.",
        "HEALTH": "Whether a doctor should be asked first.",
        "LIMITATIONS": "What training must spare.",
        "BASELINE": "What the athlete can do now.",
        "SPORTS": "Which endurance sports they do.",
        "EVENT": "What the plan should lead to.",
        "PREFERENCES": "What they like and dislike.",
        "OTHER": "Anything else worth knowing.",
    },
)
expose(
    domain.ChoicePresentation,
    "How an app should show the options of a choice.",
    {"BUTTONS": "All at once, each a button.", "DROPDOWN": "As a list that opens."},
)
expose(
    domain.MeasureUnit,
    "What a number measures. Always metric; the app shows it in the athlete's `unitSystem`.",
    {
        "MINUTES": "Minutes.",
        "HOURS": "Hours.",
        "DAYS": "Days.",
        "WEEKS": "Weeks.",
        "YEARS": "Years.",
        "KILOGRAMS": "Kilograms.",
        "CENTIMETRES": "Centimetres.",
        "KILOMETRES": "Kilometres.",
        "BEATS_PER_MINUTE": "Heartbeats a minute.",
        "REPETITIONS": "Repetitions of an exercise.",
        "COUNT": "A bare count.",
    },
)

QUESTIONS: dict[type, str] = {
    domain.ChoiceQuestion: "ChoiceQuestion",
    domain.SliderQuestion: "SliderQuestion",
    domain.RatingQuestion: "RatingQuestion",
    domain.TextQuestion: "TextQuestion",
    domain.ConfirmationQuestion: "ConfirmationQuestion",
}


@strawberry.interface(description="Something to ask the athlete. Its type says how to ask it.")
class Question:
    resolve_type = named(QUESTIONS)

    id: strawberry.ID = strawberry.field(
        description="Stays the same for the same question, so that an answer survives a new set of questions."
    )
    text: str = strawberry.field(description="What to ask.")
    help_text: str | None = strawberry.field(description="A word on why it is asked or how to answer. Often null.")
    topic: QuestionTopic = strawberry.field(description="What it is there to find out.")
    is_required: bool = strawberry.field(description="Whether a plan needs the answer.")


@strawberry.type(description="Something to pick.")
class ChoiceOption:
    value: str = strawberry.field(description="What to send as the answer.")
    label: str = strawberry.field(description="What to show.")


@strawberry.type(description="Pick one, or several.")
class ChoiceQuestion(Question):
    is_type_of = reads(domain.ChoiceQuestion)

    options: list[ChoiceOption] = strawberry.field(description="What there is to pick from: 2 to 40.")
    allows_multiple: bool = strawberry.field(description="Whether more than one may be picked.")
    presentation: ChoicePresentation = strawberry.field(
        description="Show as buttons up to four options, as a list beyond."
    )


@strawberry.type(description="A number on a scale with a unit.")
class SliderQuestion(Question):
    is_type_of = reads(domain.SliderQuestion)

    minimum: float = strawberry.field(description="The lowest number.")
    maximum: float = strawberry.field(description="The highest number.")
    step: float = strawberry.field(description="The distance from one number to the next.")
    unit: MeasureUnit = strawberry.field(description="What the number measures.")


@strawberry.type(description="A number on a scale with words at its ends.")
class RatingQuestion(Question):
    is_type_of = reads(domain.RatingQuestion)

    lowest: int = strawberry.field(description="The lowest rating.")
    highest: int = strawberry.field(description="The highest rating.")
    lowest_label: str = strawberry.field(description="What the lowest rating means.")
    highest_label: str = strawberry.field(description="What the highest rating means.")


@strawberry.type(description="Free text.")
class TextQuestion(Question):
    is_type_of = reads(domain.TextQuestion)

    maximum_length: int = strawberry.field(description="The most characters that an answer may have.")
    placeholder: str | None = strawberry.field(description="An example to show in the empty field.")


@strawberry.type(description="Yes or no, and if yes, tell more.")
class ConfirmationQuestion(Question):
    is_type_of = reads(domain.ConfirmationQuestion)

    details_prompt: str = strawberry.field(description="What to ask once the answer is yes.")
    maximum_length: int = strawberry.field(description="The most characters that the details may have.")


@strawberry.type(description="The answer to a yes-or-no question.")
class Confirmation:
    is_confirmed: bool = strawberry.field(description="Whether the answer is yes.")
    details: str | None = strawberry.field(description="Null where nothing was told.")


@strawberry.type(
    description="An answer. Exactly one of `choices`, `number`, `text` and `confirmation` is set, as in `AnswerValueInput`."
)
class Answer:
    question_id: strawberry.ID = strawberry.field(description="The question that it answers.")
    choices: list[str] | None = strawberry.field(
        description="Of a choice: values of its options, one unless `allowsMultiple`. At most 40."
    )
    number: float | None = strawberry.field(description="Of a slider or a rating.")
    text: str | None = strawberry.field(description="Of a free text.")
    confirmation: Confirmation | None = strawberry.field(description="Of a yes-or-no question.")


@strawberry.type(description="The questions written for one profile, and what was answered of them.")
class QuestionSet(Node):
    is_type_of = reads(domain.QuestionSet)

    questions: list[Question] = strawberry.field(description="At most 20, in the order in which to ask.")
    answers: list[Answer] = strawberry.field(description="What was answered so far: at most 20.")
    is_complete: bool = strawberry.field(description="Whether every required question is answered.")
    estimated_minutes: int = strawberry.field(description="How long it takes to answer them all, in minutes.")
    message: str = strawberry.field(description="A word from the coach to open with.")
    author: Author = strawberry.field(description="Who worded the questions.")

    @classmethod
    def of(cls, questions: domain.QuestionSet) -> "QuestionSet":
        return cast("QuestionSet", questions)
