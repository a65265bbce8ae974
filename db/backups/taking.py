"""Takes a backup while everything goes on: dump and manifest are of one snapshot, whatever is written meanwhile."""

import asyncio
from pathlib import Path

import asyncpg

from db.backups import programs
from db.backups.facts import facts_of, roles_of
from db.backups.failure import BackupFailed
from db.backups.manifest import Manifest, manifest_file, sha256_of, write_manifest
from db.urls import plain_url

_SEES_ALL = "select rolsuper or rolbypassrls from pg_roles where rolname = current_user"


async def take_backup(url: str, file: Path) -> Manifest:
    """Writes the backup and its manifest. Needs a direct connection, not a transaction pooler. Raises BackupFailed."""
    if taken := [path for path in (file, manifest_file(file)) if path.exists()]:
        raise BackupFailed(f"{taken[0]} is there already. Choose another name: a backup never replaces one.")
    unfinished = file.with_name(f"{file.name}.unfinished")
    try:
        manifest = await _taken(url, unfinished)
        write_manifest(manifest, manifest_file(file))
        unfinished.rename(file)
    except OSError as error:
        raise BackupFailed(f"{file} cannot be written: {error.strerror}.") from None
    finally:
        unfinished.unlink(missing_ok=True)
    return manifest


async def _taken(url: str, unfinished: Path) -> Manifest:
    connection = await connected(url)
    try:
        if not await connection.fetchval(_SEES_ALL):
            raise BackupFailed(
                "This login sees no athlete's rows: row-level security holds for it. Take backups as a superuser, or with "
                "`alter role … bypassrls`."
            )
        async with connection.transaction(isolation="repeatable_read", readonly=True):
            snapshot = await connection.fetchval("select pg_export_snapshot()")
            await programs.dump(url, unfinished, snapshot=snapshot)
            return Manifest(
                taken_at=await connection.fetchval("select now()"),
                postgres=await connection.fetchval("show server_version"),
                roles=tuple(await roles_of(connection)),
                sha256=await asyncio.to_thread(sha256_of, unfinished),
                facts=await facts_of(connection),
            )
    except asyncpg.PostgresError as error:
        raise BackupFailed(f"The database could not be read: {error}.") from None
    finally:
        await connection.close()


async def connected(url: str) -> asyncpg.Connection:
    """Raises BackupFailed, without the URL: its password is in it."""
    try:
        return await asyncpg.connect(plain_url(url))
    except (OSError, asyncpg.PostgresError) as error:
        raise BackupFailed(
            f"The database does not answer ({type(error).__name__}). Is its URL right, and is it running?"
        ) from None
