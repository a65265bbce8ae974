"""Takes athletes who deleted their account out of the service that signs them in too: durably, however long that is away."""

import asyncio
import datetime

import structlog
from sqlalchemy.exc import SQLAlchemyError

from db.database import Database, is_transient
from db.queries import deletion as queries
from db.queries.work import REMOVAL_QUEUE, REMOVAL_WORKFLOW, enqueue_removal
from domain.clock import Clock
from domain.ids import AthleteId
from services.accounts.supabase_users import NotRemoved, SupabaseUsers
from services.generation.jobs import Job, QueueLimits, Record

SHORTEST_WAIT = datetime.timedelta(seconds=5)
LONGEST_WAIT = datetime.timedelta(hours=1)
"""Between tries; in between, each wait is as long as it has taken already."""
_DATABASE_WAIT_SECONDS = 1.0

_log = structlog.get_logger(__name__)


class Removals:
    """One for each deleted account, tried until it succeeds or the account's hash is forgotten. The deletion itself stands."""

    def __init__(
        self,
        database: Database,
        users: SupabaseUsers,
        *,
        clock: Clock,
        shortest_wait: datetime.timedelta = SHORTEST_WAIT,
    ) -> None:
        self._database = database
        self._users = users
        self._clock = clock
        self._shortest_wait = shortest_wait

    def job(self) -> Job:
        """This, as a worker does it."""

        async def run(athlete_id: AthleteId, _removal_id: str, _record: Record) -> None:
            await self.run(athlete_id)

        return Job(workflow=REMOVAL_WORKFLOW, queues={REMOVAL_QUEUE: QueueLimits()}, run=run)

    async def run(self, athlete_id: AthleteId) -> None:
        """One try; where it fails, the next one is put into the queue. Done twice, it does no harm: nothing is recorded."""
        while True:
            try:
                return await self._tried(athlete_id)
            except (OSError, SQLAlchemyError) as error:
                if not is_transient(error):
                    raise
                _log.warning("account.removal_waits", error=type(error).__name__)
            await asyncio.sleep(_DATABASE_WAIT_SECONDS)

    async def _tried(self, athlete_id: AthleteId) -> None:
        async with self._database.transaction(athlete_id) as session:
            wanted = await queries.removal(session, athlete_id)
        if wanted is None:
            return
        try:
            await self._users.remove(wanted.user)
        except NotRemoved as failed:
            wait = min(max(self._clock() - wanted.deleted_at, self._shortest_wait), LONGEST_WAIT)
            async with self._database.transaction(athlete_id) as session:
                await enqueue_removal(session, athlete_id, wait=wait)
            _log.warning("account.user_not_removed", reason=str(failed), seconds=wait.total_seconds())
            return
        async with self._database.transaction(athlete_id) as session:
            await queries.set_removed(session, athlete_id)
        _log.info("account.user_removed")
