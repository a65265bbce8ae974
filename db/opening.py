"""Opens the database for a process: where it is, that it answers, and that it is as this program needs it."""

import asyncio
import contextlib
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

from pydantic import SecretStr
from sqlalchemy.exc import SQLAlchemyError

from db.database import Database, PoolLimits

_ANSWER_SECONDS = 2.5
"""How long a start waits for the database's first answer."""


class DatabaseUnusable(Exception):
    """Its text says what to do, in one line, and tells no secret."""


@dataclass(frozen=True, kw_only=True)
class DatabasePlace:
    """Where the database is: at `url`, or embedded under `data_dir`. `direct_url` leads to the same one without a pooler."""

    url: SecretStr | None
    direct_url: SecretStr | None
    data_dir: Path


@contextlib.contextmanager
def database_url(place: DatabasePlace, *, is_migrating: bool = False) -> Iterator[str]:
    """The URL of a database that runs: the one that was named, migrated where asked; else an embedded one, which lives as long
    as this block and is migrated always. Raises DatabaseUnusable."""
    if place.url is not None:
        if is_migrating:
            _migrate((place.direct_url or place.url).get_secret_value())
        yield place.url.get_secret_value()
        return
    from db.embedded import EmbeddedPostgres, EmbeddedPostgresError

    embedded = EmbeddedPostgres(place.data_dir)
    try:
        url = embedded.start()
    except EmbeddedPostgresError as problem:
        raise DatabaseUnusable(str(problem)) from None
    try:
        _migrate(url)
        yield url
    finally:
        embedded.stop()


def _migrate(url: str) -> None:
    from db.migrate import migrate

    try:
        asyncio.run(migrate(url))
    except (OSError, SQLAlchemyError) as error:
        reason = str(getattr(error, "orig", None) or error).splitlines()[0]
        raise DatabaseUnusable(f"The database could not be migrated: {reason}") from None


@asynccontextmanager
async def open_database(url: str, *, limits: PoolLimits, behind_pooler: bool) -> AsyncIterator[Database]:
    """The database, which answers and has the newest schema. Raises DatabaseUnusable."""
    database = Database(url, limits=limits, behind_pooler=behind_pooler)
    try:
        await _check(database)
        yield database
    finally:
        await database.close()


async def _check(database: Database) -> None:
    try:
        async with asyncio.timeout(_ANSWER_SECONDS):
            is_current = await database.schema_is_current()
    except TimeoutError:
        raise DatabaseUnusable("The database does not answer. Is DATABASE_URL right, and is it running?") from None
    except (OSError, SQLAlchemyError) as error:
        reason = type(getattr(error, "orig", None) or error).__name__  # the text may tell the URL
        raise DatabaseUnusable(
            f"The database cannot be used ({reason}). Is it running, and did `coachbook migrate` run?"
        ) from None
    if not is_current:
        raise DatabaseUnusable("The database's schema is not the newest. Run `coachbook migrate` first.")
