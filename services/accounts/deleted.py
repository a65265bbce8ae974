"""Whose tokens open nothing any more: known in memory, so that no request has to ask the database for it."""

import asyncio
import datetime
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import structlog

from db.database import Database
from db.notifications import DELETED_ACCOUNTS, Board
from db.queries import deletion as queries
from db.queries.deletion import DeletedAccount
from domain.clock import Clock
from domain.errors import AccountDeleted
from domain.ids import AthleteId
from domain.profile import Viewer
from services.accounts.claims import LEEWAY_SECONDS

LOOK_SECONDS = 10.0
"""After which a process asks for more without having been told that there are."""
_LONGEST_TRANSACTION = datetime.timedelta(minutes=5)
"""An account is stamped when its deletion begins, and others may be seen before it."""
_BEGINNING = datetime.datetime(1970, 1, 1, tzinfo=datetime.UTC)

_log = structlog.get_logger(__name__)


class DeletedAccounts:
    """All that are kept. A process that has not heard of one yet shows it empty, and the database lets nothing be written."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._database = database
        self._clock = clock
        self._kept: dict[AthleteId, datetime.datetime] = {}
        self._newest = _BEGINNING

    def refuse(self, viewer: Viewer) -> None:
        """Raises AccountDeleted where it is the viewer's."""
        if viewer.athlete_id in self._kept:
            raise AccountDeleted

    def add(self, account: DeletedAccount) -> None:
        self._kept[account.athlete_id] = account.kept_until

    async def look(self) -> None:
        """Learn of those that are new, and forget those whose tokens have expired."""
        after = max(_BEGINNING, self._newest - _LONGEST_TRANSACTION)
        async with self._database.shared() as session:
            found = await queries.deleted_accounts(session, after=after)
        for account in found:
            self.add(account)
            self._newest = max(self._newest, account.deleted_at)
        now = self._clock() - datetime.timedelta(seconds=LEEWAY_SECONDS)
        self._kept = {athlete_id: until for athlete_id, until in self._kept.items() if until >= now}

    @asynccontextmanager
    async def kept_up_with(self, board: Board) -> AsyncIterator[None]:
        """Knows them all, those included that are deleted meanwhile, by whichever process."""
        await self.look()
        looking = asyncio.create_task(self._keep_looking(board))
        try:
            yield
        finally:
            looking.cancel()
            await asyncio.wait([looking])

    async def _keep_looking(self, board: Board) -> None:
        """Whenever the board tells of more, and from time to time; a database that is away is waited for."""
        with board.watch(DELETED_ACCOUNTS) as watch:
            while True:
                await watch.changed(within=LOOK_SECONDS)
                try:
                    await self.look()
                except Exception as error:  # noqa: BLE001 - the edge of a routine: a database that is away comes back
                    _log.warning("accounts.not_looked_at", error=type(error).__name__)
