"""A plan in the making, as clients see it."""

import datetime
from typing import cast

import strawberry

from domain import generations as domain
from domain.generations import GenerationFailureReason, GenerationKind, GenerationStage, GenerationStatus
from resolvers import plans
from schema.bridge import Info, expose, reads
from schema.interfaces import Node
from schema.plans.types import Plan, RuleOutcome

expose(
    domain.GenerationKind,
    "What a generation makes.",
    {"NEW_PLAN": "A new plan.", "ADAPTATION": "A new version of a plan, for the weeks that are still ahead."},
)
expose(
    domain.GenerationStatus,
    "How a generation stands.",
    {
        "QUEUED": "It waits for its turn.",
        "RUNNING": "It is being worked on.",
        "SUCCEEDED": "There is a plan.",
        "FAILED": "There is no plan; `failure` says why.",
        "CANCELLED": "It was stopped.",
    },
)
expose(
    domain.GenerationStage,
    "What is being done.",
    {
        "WAITING": "Nothing yet.",
        "READING_PLAYBOOK": "Going through what was learned.",
        "DRAFTING": "Thinking of what the plan should stress.",
        "BUILDING": "Choosing exercises, sets and days.",
        "CHECKING": "Holding the plan against every rule.",
        "SAVING": "Putting the plan down.",
        "DONE": "Nothing any more.",
    },
)
expose(
    domain.GenerationFailureReason,
    "Why a generation failed.",
    {
        "IMPOSSIBLE_CONSTRAINTS": "No plan can respect all that must hold.",
        "MODEL_UNAVAILABLE": "The language model could not be used, and falling back is off.",
        "DEADLINE_EXCEEDED": "It took too long.",
        "INTERNAL": "Something went wrong that is not the athlete's doing.",
    },
)


@strawberry.type(description="Why there is no plan.")
class GenerationFailure:
    reason: GenerationFailureReason = strawberry.field(description="In a word.")
    message: str = strawberry.field(description="For the person.")
    is_retryable: bool = strawberry.field(description="Whether the same request may work later.")
    rules: list[RuleOutcome] = strawberry.field(
        description="For IMPOSSIBLE_CONSTRAINTS: the rules that stand against each other, and in their findings what to "
        "relax. Empty otherwise. At most 10."
    )


@strawberry.type(description="A plan in the making. It goes on when the app is closed.")
class PlanGeneration(Node):
    is_type_of = reads(domain.Generation)

    kind: GenerationKind = strawberry.field(description="What it makes.")
    status: GenerationStatus = strawberry.field(description="How it stands.")
    stage: GenerationStage = strawberry.field(description="What is being done now.")
    progress: float = strawberry.field(description="0 to 1.")
    version: int = strawberry.field(description="Rises with every change.")

    @strawberry.field(description="Set once it has succeeded.")
    @staticmethod
    async def plan(parent: strawberry.Parent[domain.Generation], info: Info) -> Plan | None:
        plan = await plans.plan_of_generation(info.context, parent)
        return Plan.of(plan) if plan else None

    failure: GenerationFailure | None = strawberry.field(description="Set once it has failed.")
    requested_at: datetime.datetime = strawberry.field(description="When it was asked for.")
    finished_at: datetime.datetime | None = strawberry.field(description="Null until it has finished.")

    @classmethod
    def of(cls, generation: domain.Generation) -> "PlanGeneration":
        return cast("PlanGeneration", generation)
