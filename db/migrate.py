"""Brings a database to the newest state: role, tables, policies, DBOS's tables, catalogue. Run by a login that may."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING

import msgspec
from dbos import DBOS
from sqlalchemy import Connection, NullPool, text
from sqlalchemy.exc import DBAPIError
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine, create_async_engine

from db.database import APP_ROLE
from db.migrations import DIRECTORY, newest_revision
from db.seed.catalogue import CATALOGUE_FILE
from db.seed.notes import read_notes
from db.urls import asyncpg_url, psycopg_url

if TYPE_CHECKING:
    from alembic.config import Config

_LOCK = 7_236_001
"""Any number, as long as it stays the same."""
_LOCK_POLL_SECONDS = 0.2
_SEED_CATALOGUE = text("""
    insert into exercise (id, facts)
    select fact ->> 'id', fact from jsonb_array_elements(cast(:facts as jsonb)) as fact
    on conflict (id) do update set facts = excluded.facts where exercise.facts is distinct from excluded.facts
""")
"""Writes what is new or different. Nothing is removed: plans go on naming exercises that left the catalogue."""
_SEED_KNOWLEDGE = text("""
    with wanted as (
        select * from jsonb_to_recordset(cast(:notes as jsonb))
        as note(id text, title text, topic text, kinds jsonb, keywords text, source text, text text)
    ),
    gone as (delete from knowledge_note where id not in (select id from wanted))
    insert into knowledge_note (id, title, topic, kinds, keywords, source, text) select * from wanted
    on conflict (id) do update set title = excluded.title, topic = excluded.topic, kinds = excluded.kinds,
        keywords = excluded.keywords, source = excluded.source, text = excluded.text
    where (knowledge_note.title, knowledge_note.topic, knowledge_note.kinds, knowledge_note.keywords, knowledge_note.source,
        knowledge_note.text)
        is distinct from (excluded.title, excluded.topic, excluded.kinds, excluded.keywords, excluded.source, excluded.text)
""")
"""Writes what is new or different, and removes what is gone: nothing refers to a note."""


async def migrate(admin_url: str) -> None:
    """Does what is not done yet; several at once wait for one another. Needs a direct connection, not a transaction pooler."""
    engine = create_async_engine(asyncpg_url(admin_url), poolclass=NullPool)
    try:
        async with _alone(engine) as connection:
            await _make_app_role(connection)
            if not await _is_current(connection):
                async with engine.begin() as changes:
                    await changes.run_sync(_upgrade)
            await asyncio.to_thread(DBOS.migrate, psycopg_url(admin_url), application_role=APP_ROLE)
            async with engine.begin() as changes:
                await changes.execute(_SEED_CATALOGUE, {"facts": CATALOGUE_FILE.read_text()})
                await changes.execute(_SEED_KNOWLEDGE, {"notes": msgspec.json.encode(read_notes()).decode()})
    finally:
        await engine.dispose()


@asynccontextmanager
async def _alone(engine: AsyncEngine) -> AsyncIterator[AsyncConnection]:
    """Holds the lock of all migrations. It is asked for again and again instead of waited for: a statement that waits would
    itself hold up DBOS's `create index concurrently`."""
    async with engine.connect() as opened:
        connection = await opened.execution_options(isolation_level="AUTOCOMMIT")
        while not await connection.scalar(text(f"select pg_try_advisory_lock({_LOCK})")):  # noqa: ASYNC110 - the lock is elsewhere
            await asyncio.sleep(_LOCK_POLL_SECONDS)
        yield connection  # closing it lets go of the lock


async def _make_app_role(connection: AsyncConnection) -> None:
    """The role belongs to the whole server, so another database may have made it, or be making it now."""
    await connection.execute(
        text(f"""
        do $$
        begin
            if not exists (select from pg_roles where rolname = '{APP_ROLE}') then
                create role {APP_ROLE} nologin;
            end if;
        exception when duplicate_object or unique_violation then null;
        end $$
    """)
    )
    try:
        await connection.execute(text(f"set role {APP_ROLE}"))
    except DBAPIError:  # what membership allows differs between versions; trying does not
        await connection.execute(text(f"grant {APP_ROLE} to current_user"))
    await connection.execute(text("reset role"))


async def _is_current(connection: AsyncConnection) -> bool:
    if await connection.scalar(text("select to_regclass('alembic_version')")) is None:
        return False
    present: str | None = await connection.scalar(text("select version_num from alembic_version"))
    return present == newest_revision()


def _upgrade(connection: Connection) -> None:
    from alembic import command  # loaded only where there is something to do

    config = alembic_config()
    config.attributes["connection"] = connection
    command.upgrade(config, "head")


def alembic_config() -> "Config":
    """Made here instead of in an alembic.ini, so that the installed package has it too."""
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(DIRECTORY))
    config.set_main_option("path_separator", "os")
    return config
