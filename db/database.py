"""The database: the pool, and the one place where transactions are opened, committed and rolled back."""

from collections.abc import AsyncIterator
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from dataclasses import dataclass
from typing import Any, NamedTuple
from uuid import UUID

from sqlalchemy import TextClause, text
from sqlalchemy.exc import DataError, DBAPIError, IntegrityError, NotSupportedError, ProgrammingError
from sqlalchemy.exc import TimeoutError as PoolTimeoutError
from sqlalchemy.ext.asyncio import AsyncEngine, create_async_engine
from sqlalchemy.pool import QueuePool
from sqlmodel.ext.asyncio.session import AsyncSession

from db.migrations import newest_revision
from db.readings import Readings
from db.urls import asyncpg_url
from domain.ids import AthleteId

APP_ROLE = "coachbook_app"
"""Owns nothing and cannot bypass row-level security; every transaction takes it, whoever connected."""

_OPEN = text(
    "select set_config('role', :role, true), set_config('app.athlete_id', :athlete, true), "
    "set_config('statement_timeout', :timeout, true), set_config('idle_in_transaction_session_timeout', :idle, true), "
    # From PostgreSQL 17 on: who froze between two messages of one statement is not idle, and no other timeout ends that.
    "case when current_setting('server_version_num')::int >= 170000 then set_config('transaction_timeout', '60000', true) end"
)

_OPEN_TO_READ = text(f"{_OPEN}, set_config('transaction_read_only', 'on', true)")
_LONGEST_IDLE = "30000"
"""Milliseconds after which a transaction that does nothing is ended: a process that froze in it must not keep its locks."""


@dataclass(frozen=True)
class PoolLimits:
    """How many connections there are at most, and how long to wait: for one that is free, and for a statement's end."""

    size: int = 10
    wait_seconds: float = 5.0
    statement_seconds: float = 15.0


class PoolUse(NamedTuple):
    """Connections of a pool."""

    used: int
    idle: int


class Database:
    """Hands out sessions, each of which is one transaction under row-level security."""

    def __init__(self, url: str, *, limits: PoolLimits = PoolLimits(), behind_pooler: bool = False) -> None:
        """`behind_pooler`: the URL leads to a transaction pooler, such as PgBouncer, which cannot keep prepared statements."""
        self._statement_timeout = str(int(limits.statement_seconds * 1000))
        self.engine: AsyncEngine = create_async_engine(
            asyncpg_url(url),
            pool_size=limits.size,
            max_overflow=0,
            pool_timeout=limits.wait_seconds,
            hide_parameters=True,  # errors end up in logs, and what people wrote does not
            json_serializer=_as_it_is,  # the columns' own types speak JSON; the engine passes the text on
            json_deserializer=_as_it_is,
            connect_args=_without_prepared_statements() if behind_pooler else {},
        )
        self._readings = Readings(self._opened_to_read)

    @asynccontextmanager
    async def transaction(self, athlete_id: AthleteId) -> AsyncIterator[AsyncSession]:
        """One transaction that sees this athlete's rows and the catalogue. Commits at its end, rolls back on an exception."""
        async with self._opened(_uuid(athlete_id)) as session:
            yield session

    def reading(self, athlete_id: AthleteId) -> AbstractAsyncContextManager[AsyncSession]:
        """The same for who only reads, which the database makes sure of. Readers of one athlete take turns in one transaction."""
        return self._readings.turn(athlete_id)

    @asynccontextmanager
    async def snapshot(self, athlete_id: AthleteId) -> AsyncIterator[AsyncSession]:
        """A transaction to read much at length: all that it sees is of one moment, whatever is committed meanwhile."""
        engine = self.engine.execution_options(isolation_level="REPEATABLE READ")
        async with self._opened(_uuid(athlete_id), engine) as session:
            yield session

    @asynccontextmanager
    async def shared(self) -> AsyncIterator[AsyncSession]:
        """One transaction for nobody: it sees the catalogue, and nothing of any athlete."""
        async with self._opened("") as session:
            yield session

    async def ping(self) -> None:
        """Raises where the database does not answer, or does not let us be the app's role."""
        async with self.shared() as session:
            await session.execute(text("select 1"))

    async def schema_is_current(self) -> bool:
        """Whether the newest migration of this program, and no newer one, is what the database has."""
        async with self.shared() as session:
            if await session.scalar(text("select to_regclass('alembic_version')")) is None:
                return False
            present: str | None = await session.scalar(text("select version_num from alembic_version"))
            return present == newest_revision()

    def connections(self) -> PoolUse:
        """How many are in use right now, and how many wait to be used."""
        pool = self.engine.pool
        assert isinstance(pool, QueuePool), "the pool of an engine that is not told otherwise"
        return PoolUse(used=pool.checkedout(), idle=pool.checkedin())

    async def close(self) -> None:
        await self.engine.dispose()

    @asynccontextmanager
    async def _opened(self, athlete: str, engine: AsyncEngine | None = None) -> AsyncIterator[AsyncSession]:
        async with AsyncSession(engine or self.engine, expire_on_commit=False) as session:
            await self._begin(session, athlete)
            try:
                yield session
            except BaseException:
                await session.rollback()
                raise
            await session.commit()

    @asynccontextmanager
    async def _opened_to_read(self, athlete_id: AthleteId) -> AsyncIterator[AsyncSession]:
        async with AsyncSession(self.engine, expire_on_commit=False) as session:
            await self._begin(session, _uuid(athlete_id), _OPEN_TO_READ)
            yield session

    async def _begin(self, session: AsyncSession, athlete: str, opening: TextClause = _OPEN) -> None:
        """Takes role and athlete on. A connection that died in the pool costs one more try, and nothing was done on it yet."""
        values = {"role": APP_ROLE, "athlete": athlete, "timeout": self._statement_timeout, "idle": _LONGEST_IDLE}
        try:
            await session.execute(opening, values)
        except DBAPIError as error:
            if not error.connection_invalidated:
                raise
            await session.rollback()
            await session.execute(opening, values)


def is_transient(error: BaseException) -> bool:
    """Whether the same again may well succeed: the database was away, restarting, or too busy."""
    if isinstance(error, OSError | PoolTimeoutError):
        return True
    is_our_fault = isinstance(error, DataError | IntegrityError | NotSupportedError | ProgrammingError)
    return isinstance(error, DBAPIError) and not is_our_fault


def _uuid(athlete_id: AthleteId) -> str:
    return str(UUID(hex=athlete_id.removeprefix("athlete_")))


def _as_it_is(json: str) -> str:
    return json


def _without_prepared_statements() -> dict[str, Any]:  # asyncpg's own arguments, each of another type
    """Unnamed statements leave nothing behind in a backend that serves somebody else next."""
    return {
        "statement_cache_size": 0,
        "prepared_statement_cache_size": 0,
        "prepared_statement_name_func": lambda: "",
    }
