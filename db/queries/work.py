"""Work to be done durably: put into DBOS's queue by the very transaction that wants it, so that both commit or neither."""

import json

from sqlalchemy import text
from sqlmodel.ext.asyncio.session import AsyncSession

from domain.ids import AthleteId, GenerationId
from domain.profile import Tier

APPLICATION = "coachbook"
WORK_VERSION = "1"
"""Of the workflow's steps. Raised when recorded steps of an older program could not be gone on with."""
GENERATION_WORKFLOW = "generation"
QUEUES = {Tier.FREE: "generations_free", Tier.PREMIUM: "generations_premium"}
"""A queue for each tier, so that neither starves the other."""

_ENQUEUE = text("""
    select dbos.enqueue_workflow(
        workflow_name => :workflow, queue_name => :queue, positional_args => cast(:arguments as json[]),
        workflow_id => :id, queue_partition_key => :athlete, app_version => :version, application_name => :application
    )
""")


async def enqueue_generation(
    session: AsyncSession, athlete_id: AthleteId, generation_id: GenerationId, *, tier: Tier
) -> None:
    """A worker takes it up after the commit. The workflow has the generation's id, so that it exists once."""
    values = {
        "workflow": GENERATION_WORKFLOW,
        "queue": QUEUES[tier],
        "arguments": [json.dumps(athlete_id), json.dumps(generation_id)],
        "id": generation_id,
        "athlete": athlete_id,
        "version": WORK_VERSION,
        "application": APPLICATION,
    }
    await session.execute(_ENQUEUE, values)
