"""Plans in the making, and what the viewer may ask for."""

import datetime
from collections.abc import AsyncGenerator
from contextlib import aclosing

from domain.errors import NotFound
from domain.generations import Generation
from domain.ids import GenerationId, PlanId, read_id
from domain.profile import Entitlement
from resolvers.context import Context


async def generation(context: Context, *, generation_id: str) -> Generation | None:
    athlete_id = context.athlete_id
    try:
        wanted = GenerationId(read_id("generation", generation_id))
    except NotFound:
        return None
    return await context.services.generations.generation(athlete_id, wanted)


async def latest(context: Context) -> Generation | None:
    athlete_id = context.athlete_id
    return await context.once(("latest_generation",), lambda: context.services.generations.latest(athlete_id))


async def entitlement(context: Context) -> Entitlement:
    viewer = context.athlete
    return await context.once(("entitlement",), lambda: context.services.generations.entitlement(viewer))


async def generate_plan(context: Context, *, key: str, week_count: int, start_date: datetime.date | None) -> Generation:
    viewer = context.begin_change()
    return await context.services.generations.start(viewer, key=key, week_count=week_count, start_date=start_date)


async def adapt_plan(context: Context, *, key: str, plan_id: str) -> Generation:
    viewer = context.begin_change()
    wanted = PlanId(read_id("plan", plan_id))
    return await context.services.generations.adapt(viewer, key=key, plan_id=wanted)


async def cancel_generation(context: Context, *, generation_id: str) -> Generation:
    athlete_id = context.begin_change().athlete_id
    wanted = GenerationId(read_id("generation", generation_id))
    return await context.services.generations.cancel(athlete_id, wanted)


async def generation_changes(context: Context, *, generation_id: str) -> AsyncGenerator[Generation, None]:
    athlete_id = context.athlete_id
    wanted = GenerationId(read_id("generation", generation_id))
    async with aclosing(context.services.generations.changes(athlete_id, wanted)) as changes:
        async for generation in changes:
            context.begin_change()  # what was read for the state before is not true of this one
            yield generation
