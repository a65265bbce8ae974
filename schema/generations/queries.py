"""How a plan in the making is read."""

from typing import Annotated

import strawberry

from resolvers import generations
from schema.bridge import Info
from schema.generations.types import PlanGeneration


@strawberry.type
class GenerationQueries:
    @strawberry.field(
        description="A plan generation of the viewer's. Null where there is none with this id, or it is not theirs."
    )
    async def plan_generation(
        self, info: Info, id: Annotated[strawberry.ID, strawberry.argument(description="The generation's id.")]
    ) -> PlanGeneration | None:
        generation = await generations.generation(info.context, generation_id=id)
        return PlanGeneration.of(generation) if generation else None
