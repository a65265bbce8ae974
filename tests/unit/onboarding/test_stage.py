"""The next thing to do."""

import datetime

import msgspec
import pytest

from db.queries.onboarding import PlansAhead
from domain.constraints import Limitation
from domain.ids import QuestionSetId
from domain.profile import OnboardingStage
from domain.questions import Answer, QuestionSet
from domain.terms import Author, LimitationKind
from services.onboarding.asking import QUESTIONS
from services.onboarding.stage import stage_of
from tests.unit.onboarding.making import TODAY

DONE = QuestionSet(
    id=QuestionSetId("questions_1"),
    questions=QUESTIONS,
    answers=tuple(Answer(question_id=one.id, number=1) for one in QUESTIONS if one.is_required),
    message="Hi!",
    author=Author.RULES,
    estimated_minutes=7,
)
OPEN = msgspec.structs.replace(DONE, answers=DONE.answers[1:])
HEART = (Limitation(kind=LimitationKind.CARDIAC_WARNING),)
KNEE = (Limitation(kind=LimitationKind.KNEE),)
NO_PLAN = PlansAhead(has_plan_in_review=False, accepted_until=None)
BOTH = PlansAhead(has_plan_in_review=True, accepted_until=TODAY)


def accepted_until(days: int) -> PlansAhead:
    return PlansAhead(has_plan_in_review=False, accepted_until=TODAY + datetime.timedelta(days=days))


@pytest.mark.parametrize(
    ("questions", "limitations", "plans", "stage"),
    [
        (None, (), NO_PLAN, OnboardingStage.PROFILE),
        (OPEN, HEART, NO_PLAN, OnboardingStage.QUESTIONS),
        (DONE, HEART, NO_PLAN, OnboardingStage.CLEARANCE),
        (DONE, HEART, BOTH, OnboardingStage.CLEARANCE),
        (DONE, KNEE, NO_PLAN, OnboardingStage.PLAN),
        (DONE, (), BOTH, OnboardingStage.REVIEW),
        (DONE, (), accepted_until(0), OnboardingStage.TRAINING),
        (DONE, (), accepted_until(-1), OnboardingStage.PLAN),
    ],
)
def test_the_stage_is_the_next_thing_to_do(
    questions: QuestionSet | None, limitations: tuple[Limitation, ...], plans: PlansAhead, stage: OnboardingStage
) -> None:
    assert stage_of(questions, limitations, plans, today=TODAY) is stage
