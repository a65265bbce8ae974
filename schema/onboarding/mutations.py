"""How a profile and answers are saved."""

from typing import Annotated

import strawberry

from resolvers import athletes
from schema.athletes.types import Athlete
from schema.bridge import Info
from schema.onboarding.inputs import SaveAnswersInput, SaveProfileInput
from schema.problems import InvalidInput, ProfileMissing


@strawberry.type(description="The profile is saved.")
class SaveProfileSuccess:
    athlete: Athlete = strawberry.field(description="With the new profile and onboarding.")


SaveProfileResult = Annotated[
    SaveProfileSuccess | InvalidInput,
    strawberry.union("SaveProfileResult", description="What came of saving a profile."),
]


@strawberry.type(description="The answers are saved.")
class SaveAnswersSuccess:
    athlete: Athlete = strawberry.field(description="With the new answers, constraints and onboarding.")


SaveAnswersResult = Annotated[
    SaveAnswersSuccess | InvalidInput | ProfileMissing,
    strawberry.union("SaveAnswersResult", description="What came of saving answers."),
]


@strawberry.type
class OnboardingMutations:
    @strawberry.mutation(
        description="Create or replace the viewer's profile. A changed goal or experience makes new questions."
    )
    async def save_profile(
        self,
        info: Info,
        input: Annotated[SaveProfileInput, strawberry.argument(description="The profile.")],
    ) -> SaveProfileResult:
        viewer = await athletes.save_profile(info.context, input.to_domain())
        return SaveProfileSuccess(athlete=Athlete.of(viewer))

    @strawberry.mutation(
        description="Save answers to the initial questions. Some or all; saved answers survive, so that onboarding can be "
        "resumed."
    )
    async def save_answers(
        self,
        info: Info,
        input: Annotated[SaveAnswersInput, strawberry.argument(description="The answers.")],
    ) -> SaveAnswersResult:
        viewer = await athletes.save_answers(info.context, input.to_domain())
        return SaveAnswersSuccess(athlete=Athlete.of(viewer))
