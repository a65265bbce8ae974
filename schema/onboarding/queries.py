"""How onboarding is read."""

import strawberry

from resolvers import athletes
from schema.bridge import Info
from schema.onboarding.questions import QuestionSet


@strawberry.type
class OnboardingQueries:
    @strawberry.field(
        description="The onboarding questions written for the viewer's profile. Written once for a profile, then stable. "
        "Null until a profile is saved."
    )
    async def initial_questions(self, info: Info) -> QuestionSet | None:
        questions = await athletes.questions(info.context)
        return QuestionSet.of(questions) if questions else None
