"""How a plan in the making is watched."""

from collections.abc import AsyncGenerator
from contextlib import aclosing
from typing import Annotated

import strawberry

from resolvers import generations
from schema.bridge import Info
from schema.generations.types import PlanGeneration


@strawberry.type
class GenerationSubscriptions:
    @strawberry.subscription(
        description="A generation as it is now, then at every change, until it has finished. Who reads slowly gets the newest "
        "state, and not all that lay in between."
    )
    async def plan_generation_changes(
        self, info: Info, id: Annotated[strawberry.ID, strawberry.argument(description="The generation to follow.")]
    ) -> AsyncGenerator[PlanGeneration, None]:
        async with aclosing(generations.generation_changes(info.context, generation_id=id)) as changes:
            async for generation in changes:
                yield PlanGeneration.of(generation)
