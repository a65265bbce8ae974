"""All that can be changed: each feature's mutations."""

import strawberry

from schema.athletes.mutations import AccountMutations
from schema.feedback.mutations import FeedbackMutations
from schema.generations.mutations import GenerationMutations
from schema.logs.mutations import TrainingMutations
from schema.onboarding.mutations import OnboardingMutations
from schema.plans.changes import PlanChangeMutations
from schema.plans.mutations import PlanMutations
from schema.playbook.mutations import PlaybookMutations


@strawberry.type(
    description="All that can be changed. A mutation does all that it says or nothing, and answers with a success or with "
    "a problem that the person can act on."
)
class Mutation(
    OnboardingMutations,
    GenerationMutations,
    PlanMutations,
    PlanChangeMutations,
    FeedbackMutations,
    TrainingMutations,
    PlaybookMutations,
    AccountMutations,
):
    pass
