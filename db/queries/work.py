"""Work to be done durably: put into DBOS's queue by the very transaction that wants it, so that both commit or neither; and
what is done for all athletes at once."""

import json
from collections.abc import Sequence
from datetime import timedelta

from sqlalchemy import TextClause, text
from sqlmodel.ext.asyncio.session import AsyncSession

from domain.ids import AthleteId, GenerationId, new_id
from domain.profile import Tier

APPLICATION = "coachbook"
WORK_VERSION = "1"
"""Of the workflow's steps. Raised when recorded steps of an older program could not be gone on with."""
GENERATION_WORKFLOW = "generation"
QUEUES = {Tier.FREE: "generations_free", Tier.PREMIUM: "generations_premium"}
"""A queue for each tier, so that neither starves the other."""
REFLECTION_WORKFLOW = "reflection"
REFLECTION_QUEUE = "reflections"
REMOVAL_WORKFLOW = "removal"
REMOVAL_QUEUE = "removals"

_ENQUEUE = text("""
    select dbos.enqueue_workflow(
        workflow_name => :workflow, queue_name => :queue, positional_args => cast(:arguments as json[]),
        workflow_id => :id, queue_partition_key => :athlete, app_version => :version, application_name => :application,
        delay_until_epoch_ms => cast((extract(epoch from now()) + cast(:wait as float8)) * 1000 as bigint)
    )
""")


_OVERDUE = text("select athlete_id, id from overdue_generations()")
_FORGET = text("select forget_answered_requests()")
_FORGET_ACCOUNTS = text("select forget_deleted_accounts()")
_FINISHED = text("""
    delete from dbos.workflow_status where workflow_uuid in (
        select workflow_uuid from dbos.workflow_status
        where name = any(:workflows) and status in ('SUCCESS', 'ERROR', 'CANCELLED')
        and updated_at < (extract(epoch from now()) - :seconds) * 1000
        limit :most
    ) returning workflow_uuid
""")
_OF_ATHLETE = text("delete from dbos.workflow_status where queue_partition_key = :athlete returning workflow_uuid")
_RECORDS = text("""
    with inputs as (delete from dbos.workflow_input where workflow_uuid = any(:ids)),
    outputs as (delete from dbos.workflow_output where workflow_uuid = any(:ids))
    delete from dbos.operation_outputs where workflow_uuid = any(:ids)
""")
"""What went in, what came out, and what each step gave: no foreign key takes them along with their workflow."""
_BATCH = 1000


async def enqueue_generation(
    session: AsyncSession, athlete_id: AthleteId, generation_id: GenerationId, *, tier: Tier, asked_by: str | None
) -> None:
    """A worker takes it up after the commit. The workflow has the generation's id, so that it exists once.

    `asked_by` is the span of the request, where that is traced.
    """
    what = {"workflow": GENERATION_WORKFLOW, "queue": QUEUES[tier], "id": generation_id}
    await _enqueue(session, athlete_id, what, asked_by=asked_by)


async def enqueue_reflection(session: AsyncSession, athlete_id: AthleteId, *, asked_by: str | None) -> None:
    """Once more for each event: whichever comes first takes up all that waits, and the others find nothing."""
    what = {"workflow": REFLECTION_WORKFLOW, "queue": REFLECTION_QUEUE, "id": new_id("reflection")}
    await _enqueue(session, athlete_id, what, asked_by=asked_by)


async def enqueue_removal(
    session: AsyncSession, athlete_id: AthleteId, *, asked_by: str | None = None, wait: timedelta | None = None
) -> None:
    """Have a worker take the athlete out of where they signed in, after the commit or so much later."""
    what = {"workflow": REMOVAL_WORKFLOW, "queue": REMOVAL_QUEUE, "id": new_id("removal")}
    await _enqueue(session, athlete_id, what, asked_by=asked_by, wait=wait)


async def _enqueue(
    session: AsyncSession,
    athlete_id: AthleteId,
    what: dict[str, str],
    *,
    asked_by: str | None,
    wait: timedelta | None = None,
) -> None:
    arguments = [json.dumps(one) for one in (athlete_id, what["id"], asked_by)]
    told = {"athlete": athlete_id, "version": WORK_VERSION, "application": APPLICATION, "arguments": arguments}
    await session.execute(_ENQUEUE, {**told, **what, "wait": wait.total_seconds() if wait is not None else None})


async def overdue_generations(session: AsyncSession) -> list[tuple[AthleteId, GenerationId]]:
    """Those of all athletes whose deadline has passed and that nobody has ended: some of them, where there are many."""
    found = (await session.execute(_OVERDUE)).all()
    return [(AthleteId(f"athlete_{owner.hex}"), GenerationId(f"generation_{one.hex}")) for owner, one in found]


async def forget_answered_requests(session: AsyncSession) -> int:
    """Removes idempotency keys that need not be remembered any more, whoever's they are. Gives their number."""
    gone: int | None = await session.scalar(_FORGET)
    return gone or 0


async def forget_finished_work(session: AsyncSession, workflows: Sequence[str], *, older_than: timedelta) -> int:
    """Removes what DBOS recorded of work that is over. Gives the number of workflows; asked again, it removes more."""
    values: dict[str, object] = {
        "workflows": list(workflows),
        "seconds": older_than.total_seconds(),
        "most": _BATCH,
    }
    return await _forget_workflows(session, _FINISHED, values)


async def forget_work_of(session: AsyncSession, athlete_id: AthleteId) -> None:
    """Removes all of an athlete's work, whatever its state, with what DBOS recorded of it. Who is at it records nothing more."""
    await _forget_workflows(session, _OF_ATHLETE, {"athlete": athlete_id})


async def forget_deleted_accounts(session: AsyncSession) -> int:
    """Removes the hashes of deleted accounts whose tokens have all expired. Gives their number."""
    gone: int | None = await session.scalar(_FORGET_ACCOUNTS)
    return gone or 0


async def _forget_workflows(session: AsyncSession, which: TextClause, values: dict[str, object]) -> int:
    """Records go after their workflows, so that a step that was being recorded meanwhile is among them, and none comes later."""
    gone = list(await session.scalars(which, values))
    if gone:
        await session.execute(_RECORDS, {"ids": gone})
    return len(gone)
