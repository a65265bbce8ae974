"""What one worker at a time does for all: takes over from dead workers, ends what is overdue, forgets what need not be known."""

import time
from collections.abc import Sequence
from datetime import timedelta

import structlog
from dbos import DBOS, WorkflowStatus

from db.database import Database
from db.presence import Presence
from db.queries import generations, work, workers
from services.generation import failures
from services.playbook.fading import expire_faded_lessons

LEASE = timedelta(seconds=15)
"""A worker whose heart has not beaten for so long is dead, or frozen, which is the same to those who wait."""
_FORGET_EVERY_SECONDS = 600
_RECORDS_KEPT = timedelta(hours=1)
"""What DBOS recorded of work that is over: an athlete's data, and of no more use."""
_WORKERS_KEPT = timedelta(days=1)

_log = structlog.get_logger(__name__)


class Upkeep:
    """Done by whichever worker gets the lock; the others look again later."""

    def __init__(
        self, database: Database, presence: Presence, workflows: Sequence[str], *, lease: timedelta = LEASE
    ) -> None:
        """`workflows` are the names of all kinds of durable work."""
        self._database = database
        self._presence = presence
        self._workflows = list(workflows)
        self._lease = lease
        self._forgot_at = -float(_FORGET_EVERY_SECONDS)

    async def do(self) -> None:
        """One round. Raises where the database is away; the next round makes up for it."""
        async with self._presence.sole_keeper() as is_mine:
            if is_mine:
                await self._take_over()
                await self._end_overdue()
                await self._forget()

    async def _take_over(self) -> None:
        """Has the work of dead workers gone on with, each after its last recorded step."""
        pending = await DBOS.list_workflows_async(
            status="PENDING", name=self._workflows, load_input=False, load_output=False
        )
        owners = {one.executor_id for one in pending if one.executor_id}
        dead = await self._dead(owners)
        for one in pending:
            if one.executor_id in dead:
                await self._resume(one)

    async def _dead(self, names: set[str]) -> set[str]:
        """A worker lives as long as it holds its lock and its heart beats: a killed one loses the lock at once, and a frozen
        one keeps it."""
        async with self._database.shared() as session:
            living = await workers.living_workers(session, sorted(names), lease=self._lease)
        return {name for name in names if name not in living or not await self._presence.is_held(name)}

    async def _resume(self, one: WorkflowStatus) -> None:
        # Back to the queue that it came from, so that its bounds hold for it as well.
        await DBOS.resume_workflow_async(one.workflow_id, queue_name=one.queue_name)
        _log.info("worker.took_over", work=one.workflow_id, executor=one.executor_id)

    async def _end_overdue(self) -> None:
        async with self._database.shared() as session:
            overdue = await work.overdue_generations(session)
        for athlete_id, generation_id in overdue:
            async with self._database.transaction(athlete_id) as session:
                await generations.fail_overdue(session, athlete_id, failures.OVERDUE)
            _log.warning("generation.overdue", generation=generation_id)

    async def _forget(self) -> None:
        if time.monotonic() - self._forgot_at < _FORGET_EVERY_SECONDS:
            return
        async with self._database.shared() as session:
            keys = await work.forget_answered_requests(session)
            records = await work.forget_finished_work(session, self._workflows, older_than=_RECORDS_KEPT)
            await workers.forget_dead_workers(session, after=_WORKERS_KEPT)
            accounts = await work.forget_deleted_accounts(session)
        faded = await expire_faded_lessons(self._database)
        self._forgot_at = time.monotonic()
        _log.info("worker.forgot", keys=keys, records=records, accounts=accounts, lessons=faded)
