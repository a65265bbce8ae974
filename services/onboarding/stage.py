"""The next thing for an athlete to do."""

import datetime
from collections.abc import Iterable

from db.queries.onboarding import PlansAhead
from domain.constraints import WARNING_SIGNS, Limitation
from domain.profile import OnboardingStage
from domain.questions import QuestionSet


def stage_of(
    questions: QuestionSet | None, limitations: Iterable[Limitation], plans: PlansAhead, *, today: datetime.date
) -> OnboardingStage:
    """`questions` are None where there is no profile; `limitations` are those in force."""
    if questions is None:
        return OnboardingStage.PROFILE
    if not questions.is_complete:
        return OnboardingStage.QUESTIONS
    if any(limitation.kind in WARNING_SIGNS for limitation in limitations):
        return OnboardingStage.CLEARANCE
    if plans.has_plan_in_review:
        return OnboardingStage.REVIEW
    if plans.accepted_until is not None and plans.accepted_until >= today:
        return OnboardingStage.TRAINING
    return OnboardingStage.PLAN
