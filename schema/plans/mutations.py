"""How a plan is accepted."""

from typing import Annotated

import strawberry

from resolvers import plans
from schema.athletes.types import Athlete
from schema.bridge import Info
from schema.plans.types import Plan
from schema.problems import NotFound, PlanNotEditable, VersionConflict


@strawberry.input(description="Which plan to accept.")
class AcceptPlanInput:
    plan_id: strawberry.ID = strawberry.field(description="The plan to accept.")
    expected_version: int = strawberry.field(
        description="The version that the athlete was looking at. Another one in the meantime is a conflict."
    )


@strawberry.type(description="The plan is the one to train by.")
class AcceptPlanSuccess:
    plan: Plan = strawberry.field(description="The plan as it is now.")
    athlete: Athlete = strawberry.field(description="With the new plan to train by.")


AcceptPlanResult = Annotated[
    AcceptPlanSuccess | NotFound | PlanNotEditable | VersionConflict,
    strawberry.union("AcceptPlanResult", description="What came of accepting a plan."),
]


@strawberry.type
class PlanMutations:
    @strawberry.mutation(description="Take a plan that is under review as the plan to train by.")
    async def accept_plan(
        self,
        info: Info,
        input: Annotated[AcceptPlanInput, strawberry.argument(description="Which plan to accept.")],
    ) -> AcceptPlanResult:
        plan = await plans.accept_plan(info.context, plan_id=input.plan_id, expected_version=input.expected_version)
        return AcceptPlanSuccess(plan=Plan.of(plan), athlete=Athlete.of(info.context.athlete))
