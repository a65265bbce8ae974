"""How a plan is read by its id."""

from typing import Annotated

import strawberry

from resolvers import plans
from schema.bridge import Info
from schema.plans.types import Plan


@strawberry.type
class PlanQueries:
    @strawberry.field(description="A plan of the viewer's. Null where there is none with this id, or it is not theirs.")
    async def plan(
        self, info: Info, id: Annotated[strawberry.ID, strawberry.argument(description="The plan's id.")]
    ) -> Plan | None:
        plan = await plans.plan(info.context, plan_id=id)
        return Plan.of(plan) if plan else None
