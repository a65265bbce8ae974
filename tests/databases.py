"""PostgreSQL for the tests: one server for the whole run, one migrated template, a clone of it for each test."""

import asyncio
import os
import shutil
import tempfile
import uuid
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import asyncpg
from sqlalchemy import make_url

from db.embedded import EmbeddedPostgres
from db.migrate import migrate

TEMPLATE = "coachbook_template"
_MEMORY = Path("/dev/shm")
_ENOUGH_BYTES = 3_000_000_000
"""What PostgreSQL may come to need for its log and the databases of the tests that run at once."""
_CHEAP_FROM = 16
"""The version of PostgreSQL that lets one choose."""


class DatabaseServer:
    """Owned by the process that started pytest. `TEST_DATABASE_URL` is another server to use, as a superuser."""

    def __init__(self) -> None:
        self._embedded: EmbeddedPostgres | None = None
        self._directory: tempfile.TemporaryDirectory[str] | None = None
        self._template = ""

    def template_url(self) -> str:
        """Where the migrated template is; server and template are made at the first call."""
        if not self._template:
            admin_url = os.environ.get("TEST_DATABASE_URL") or self._start_embedded()
            self._template = f"{TEMPLATE}_{uuid.uuid4().hex[:8]}"
            self._admin_url = admin_url
            asyncio.run(_make_template(admin_url, self._template))
        return of_database(self._admin_url, self._template)

    def stop(self) -> None:
        if self._template:
            asyncio.run(_drop(self._admin_url, self._template))
        if self._embedded is not None:
            self._embedded.stop()
        if self._directory is not None:
            self._directory.cleanup()

    def _start_embedded(self) -> str:
        self._directory = tempfile.TemporaryDirectory(prefix="coachbook-tests-", dir=roomy_memory())
        Path(self._directory.name).chmod(
            0o711
        )  # PostgreSQL may run as another user, who must get to its own folder in here
        self._embedded = EmbeddedPostgres(Path(self._directory.name), durable=False)
        url = self._embedded.start()
        asyncio.run(_make_signing_in_cheap(url))
        return url


def roomy_memory() -> Path | None:
    """Where a copy of the template takes a quarter of the time; None where there is no room for it."""
    return _MEMORY if _MEMORY.is_dir() and shutil.disk_usage(_MEMORY).free >= _ENOUGH_BYTES else None


async def _make_signing_in_cheap(url: str) -> None:
    """Passwords are hashed thousands of times on both sides at each connection, against guessers who do not come here."""
    connection = await asyncpg.connect(url)
    try:
        if connection.get_server_version().major >= _CHEAP_FROM:
            await connection.execute("set scram_iterations = 1")
            await connection.execute(f"alter role current_user password '{make_url(url).password}'")
    finally:
        await connection.close()


def of_database(url: str, name: str) -> str:
    """The same server, another database."""
    return make_url(url).set(database=name).render_as_string(hide_password=False)


@asynccontextmanager
async def clone(template_url: str) -> AsyncIterator[str]:
    """A copy of the template, as a URL; dropped at the end, whoever is still connected."""
    name = f"test_{uuid.uuid4().hex}"
    admin_url = of_database(template_url, "postgres")
    template = make_url(template_url).database
    # Copying the files is many times quicker here than writing them through the log, because nothing is synced to disk.
    await _execute(admin_url, f'create database "{name}" template "{template}" strategy file_copy')
    try:
        yield of_database(template_url, name)
    finally:
        await _drop(admin_url, name)


async def _make_template(admin_url: str, name: str) -> None:
    await _execute(admin_url, f'create database "{name}"')
    await migrate(of_database(admin_url, name))


async def _drop(admin_url: str, name: str) -> None:
    await _execute(admin_url, f'drop database if exists "{name}" with (force)')


async def _execute(url: str, statement: str) -> None:
    connection = await asyncpg.connect(url)
    try:
        await connection.execute(statement)
    finally:
        await connection.close()
