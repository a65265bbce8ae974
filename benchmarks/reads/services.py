"""What a read asks of the services, and nothing around it: how much of its time is theirs and the database layer's."""

import asyncio

from domain.ids import AthleteId, PlanId
from services.composition import Services

NOTHING = b"{}"


async def playbook_alone(services: Services, athlete_id: AthleteId) -> bytes:
    await services.playbooks.playbook(athlete_id)
    return NOTHING


async def plan_alone(services: Services, athlete_id: AthleteId, plan_id: PlanId) -> bytes:
    plans, workouts = services.plans, services.workouts
    await plans.plan(athlete_id, plan_id)
    await asyncio.gather(
        plans.editable_dates(athlete_id, plan_id),
        workouts.logs_of_plan(athlete_id, plan_id),
        workouts.previous_sets(athlete_id, plan_id),
    )
    return NOTHING
