"""Profile and answers as clients give them, and as the domain takes them."""

import strawberry

from domain.profile import Gender, ProfileDraft, UnitSystem
from domain.questions import Answer, Confirmation
from domain.terms import ExperienceLevel
from schema.bridge import or_none, tuple_or_none
from schema.onboarding import profile as _profile  # noqa: F401  # exposes the enums first
from schema.onboarding.constraint_inputs import ConstraintsInput


@strawberry.input(description="A profile, whole: it takes the place of the one before.")
class SaveProfileInput:
    display_name: str = strawberry.field(description="2 to 40 characters.")
    birth_year: int = strawberry.field(description="Age from 13 to 100 this year.")
    gender: Gender = strawberry.field(default=Gender.UNSPECIFIED, description="As the athlete says.")
    height_cm: float = strawberry.field(description="80 to 250.")
    weight_kg: float = strawberry.field(description="25 to 400.")
    unit_system: UnitSystem = strawberry.field(
        default=UnitSystem.METRIC, description="How the app shows weights and lengths. The API itself is metric."
    )
    time_zone: str = strawberry.field(description="An IANA name.")
    goal: str = strawberry.field(description="10 to 1000 characters.")
    experience: ExperienceLevel = strawberry.field(description="How long the athlete has trained regularly.")
    constraints: ConstraintsInput | None = strawberry.field(
        default=strawberry.UNSET,
        description="For apps that ask by forms of their own. What is given here needs no question. "
        "A field left out stays as it is; null forgets what was given here before.",
    )

    def to_domain(self) -> ProfileDraft:
        given = or_none(self.constraints) or ConstraintsInput()
        return ProfileDraft(
            display_name=self.display_name,
            birth_year=self.birth_year,
            gender=self.gender,
            height_cm=self.height_cm,
            weight_kg=self.weight_kg,
            unit_system=self.unit_system,
            time_zone=self.time_zone,
            goal=self.goal,
            experience=self.experience,
            given=given.to_domain(),
            forgotten=given.forgotten(),
        )


@strawberry.input(description="The answer to a yes-or-no question.")
class ConfirmationInput:
    is_confirmed: bool = strawberry.field(description="Whether the answer is yes.")
    details: str | None = strawberry.field(
        default=strawberry.UNSET, description="What there is to tell, within the question's `maximumLength`."
    )

    def to_domain(self) -> Confirmation:
        return Confirmation(is_confirmed=self.is_confirmed, details=or_none(self.details))


@strawberry.input(one_of=True, description="The value of an answer: exactly the one that fits the question's type.")
class AnswerValueInput:
    choices: list[str] | None = strawberry.field(
        default=strawberry.UNSET,
        description="Of a choice: values of its options, one unless `allowsMultiple`. At most 40.",
    )
    number: float | None = strawberry.field(default=strawberry.UNSET, description="Of a slider or a rating.")
    text: str | None = strawberry.field(
        default=strawberry.UNSET, description="Of a free text, within the question's `maximumLength`."
    )
    confirmation: ConfirmationInput | None = strawberry.field(
        default=strawberry.UNSET, description="Of a yes-or-no question."
    )


@strawberry.input(description="An answer to one question.")
class AnswerInput:
    question_id: strawberry.ID = strawberry.field(description="The question that it answers.")
    value: AnswerValueInput = strawberry.field(description="The answer.")

    def to_domain(self) -> Answer:
        confirmation = or_none(self.value.confirmation)
        return Answer(
            question_id=self.question_id,
            choices=tuple_or_none(self.value.choices),
            number=or_none(self.value.number),
            text=or_none(self.value.text),
            confirmation=confirmation.to_domain() if confirmation else None,
        )


@strawberry.input(description="Answers to the initial questions, some or all.")
class SaveAnswersInput:
    answers: list[AnswerInput] = strawberry.field(description="1 to 20, one for a question.")

    def to_domain(self) -> tuple[Answer, ...]:
        return tuple(answer.to_domain() for answer in self.answers)
