"""Shows that a backup restores: into an empty database, compared with its manifest, and opened as a server opens it."""

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import asyncpg
from sqlalchemy.exc import SQLAlchemyError

from db.backups import programs
from db.backups.facts import differences, facts_of
from db.backups.failure import BackupFailed
from db.backups.manifest import Manifest, read_manifest
from db.backups.taking import connected
from db.database import PoolLimits
from db.embedded import EmbeddedPostgres, EmbeddedPostgresError
from db.migrate import migrate
from db.opening import DatabaseUnusable, open_database

_IN_USE = "select count(*) from pg_tables where schemaname = any($1)"
_MISSING_ROLES = """
    select quote_ident(wanted) from unnest($1::text[]) as wanted where wanted not in (select rolname from pg_roles)
"""


async def verify_backup(file: Path, *, into: str | None = None) -> list[str]:
    """What differs once it is restored, a line each: into the empty database at `into`, which keeps it, or into a server of its
    own that is thrown away. Raises BackupFailed where it cannot be restored at all."""
    manifest = read_manifest(file)
    with _target(into) as url:
        await restore(manifest, file, url)
        found = await differing(manifest, url)
        return found or await _reasons_not_to_start(url)


async def restore(manifest: Manifest, file: Path, url: str) -> None:
    """Into a database that has nothing in it. Raises BackupFailed."""
    connection = await connected(url)
    try:
        if await connection.fetchval(_IN_USE, list(programs.SCHEMAS)):
            raise BackupFailed("The database to restore into is not empty. Make a new one: `create database …`.")
        for (role,) in await connection.fetch(_MISSING_ROLES, manifest.roles):
            await connection.execute(f"create role {role} nologin")
    except asyncpg.PostgresError as error:
        raise BackupFailed(f"The database to restore into could not be made ready: {error}.") from None
    finally:
        await connection.close()
    await programs.load(url, file)


async def differing(manifest: Manifest, url: str) -> list[str]:
    """What of the database is not as its manifest says, a line each."""
    connection = await connected(url)
    try:
        async with connection.transaction(isolation="repeatable_read", readonly=True):
            return differences(manifest.facts, await facts_of(connection))
    finally:
        await connection.close()


async def _reasons_not_to_start(url: str) -> list[str]:
    """As before every start: migrate, which changes nothing where the backup is of this version; then open, and ask something."""
    try:
        await migrate(url)
        async with open_database(url, limits=PoolLimits(size=1), behind_pooler=False) as database:
            await database.ping()
    except (DatabaseUnusable, OSError, SQLAlchemyError) as problem:
        return [f"no server can start on it: {str(problem).splitlines()[0]}"]
    return []


@contextmanager
def _target(into: str | None) -> Iterator[str]:
    if into is not None:
        yield into
        return
    with tempfile.TemporaryDirectory(prefix="coachbook-restored-") as folder:
        Path(folder).chmod(0o711)  # PostgreSQL may run as another user, who must get to its own folder in here
        try:
            with EmbeddedPostgres(Path(folder), durable=False) as postgres:
                yield postgres.url
        except EmbeddedPostgresError as problem:
            raise BackupFailed(str(problem)) from None
