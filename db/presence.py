"""Which workers live: each holds a lock in the database for as long as its connection does, so that death needs no timeout.

The lock belongs to a session: the URL must lead to PostgreSQL itself, not to a transaction pooler.
"""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from sqlalchemy import NullPool, text
from sqlalchemy.exc import DBAPIError
from sqlalchemy.ext.asyncio import AsyncConnection, create_async_engine

from db.urls import asyncpg_url

_WORKERS = 7_236_002
"""Any number, as long as it stays the same and nothing else locks with it."""
_KEEPER = 7_236_003
_TAKE = text("select pg_try_advisory_lock(:kind, hashtext(:name))")


class Presence:
    """A worker's sign of life, and its view of the others', and the lock under which one of them keeps order."""

    def __init__(self, url: str) -> None:
        self._engine = create_async_engine(asyncpg_url(url), poolclass=NullPool, isolation_level="AUTOCOMMIT")
        self._connection: AsyncConnection | None = None

    async def show(self, worker: str) -> None:
        """Be alive under this name. Does nothing while that holds; takes it up again after the connection was lost."""
        if await self._is_connected():
            return
        await self.leave()
        self._connection = await self._engine.connect()
        await self._connection.execute(_TAKE, {"kind": _WORKERS, "name": worker})

    async def _is_connected(self) -> bool:
        if self._connection is None:
            return False
        try:
            await self._connection.execute(text("select 1"))
        except DBAPIError:
            return False
        return True

    async def is_held(self, worker: str) -> bool:
        """Whether that worker's connection is still there; a frozen worker's is."""
        async with self._engine.connect() as connection:
            return not await connection.scalar(_TAKE, {"kind": _WORKERS, "name": worker})  # closing it lets go again

    @asynccontextmanager
    async def sole_keeper(self) -> AsyncIterator[bool]:
        """Whether nobody else is at it now; if so, nobody else will be meanwhile."""
        async with self._engine.connect() as connection:
            yield bool(await connection.scalar(_TAKE, {"kind": _KEEPER, "name": ""}))

    async def leave(self) -> None:
        """Be gone. Does nothing where it is so."""
        if self._connection is not None:
            await self._connection.close()
            self._connection = None

    async def close(self) -> None:
        await self.leave()
        await self._engine.dispose()
