"""The migrated database: as db/tables says, within bounds, seeded, and the same after another run."""

import asyncio
import re
from collections.abc import Sequence
from enum import Enum

from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.operations import Operations
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, text
from sqlalchemy import Enum as Words

from db.database import Database
from db.migrate import alembic_config, migrate
from db.migrations import newest_revision
from db.tables.base import Row
from domain.exercise import Catalogue
from tests.database.generation.asking import change


async def test_the_migrated_tables_are_those_of_db_tables(database: Database) -> None:
    def differences(connection: Connection) -> Sequence[object]:
        context = MigrationContext.configure(
            connection, opts={"include_name": lambda name, _kind, _parents: name != "alembic_version"}
        )
        found: Sequence[object] = compare_metadata(context, Row.metadata)
        return found

    async with database.engine.connect() as connection:
        assert await connection.run_sync(differences) == []


def _enum_columns() -> list[tuple[str, str, type[Enum]]]:
    return [
        (table.name, column.name, column.type.enum_class)
        for table in Row.metadata.sorted_tables
        for column in table.columns
        if isinstance(column.type, Words) and column.type.enum_class is not None
    ]


def test_the_newest_migration_is_the_one_whose_file_has_the_highest_number() -> None:
    assert ScriptDirectory.from_config(alembic_config()).get_heads() == [newest_revision()]


async def test_each_check_of_words_has_the_words_of_the_domain(database: Database) -> None:
    wanted = text(
        "select pg_get_constraintdef(oid) from pg_constraint where conrelid = cast(:t as regclass) and conname = :c"
    )
    async with database.engine.connect() as connection:
        for table, column, kind in _enum_columns():
            check = await connection.scalar(wanted, {"t": table, "c": kind.__name__})
            assert set(re.findall(r"'([A-Z_]+)'", check)) == {word.value for word in kind}, (table, column)


async def test_migrating_again_changes_nothing(database: Database, database_url: str) -> None:
    counted = text(
        "select (select count(*) from exercise), (select count(*) from pg_policies), (select count(*) from pg_trigger)"
    )
    async with database.engine.connect() as connection:
        before = (await connection.execute(counted)).one()

    await asyncio.gather(migrate(database_url), migrate(database_url))

    async with database.engine.connect() as connection:
        assert (await connection.execute(counted)).one() == before
    assert await database.schema_is_current()


async def test_a_database_of_another_age_is_not_current(database: Database) -> None:
    async with database.engine.begin() as connection:
        await connection.execute(text("update alembic_version set version_num = '0001'"))

    assert not await database.schema_is_current()


async def test_what_finished_work_had_left_behind_is_removed_and_nothing_of_work_that_is_there(
    database: Database,
) -> None:
    left = ScriptDirectory.from_config(alembic_config()).get_revision("0013").module
    for statement in (
        "insert into dbos.workflow_status (workflow_uuid, created_at, updated_at) values ('there', 0, 0)",
        "insert into dbos.workflow_input (workflow_uuid) values ('there'), ('gone')",
        "insert into dbos.workflow_output (workflow_uuid) values ('there'), ('gone')",
        "insert into dbos.operation_outputs values ('there', 1, 'read'), ('gone', 1, 'read')",
    ):
        await change(database, statement)

    def remove(connection: Connection) -> None:
        with Operations.context(MigrationContext.configure(connection)):
            left._remove_orphaned_records()

    async with database.engine.begin() as connection:
        await connection.run_sync(remove)

    async with database.engine.connect() as connection:
        for table in ("workflow_input", "workflow_output", "operation_outputs"):
            found = await connection.scalars(text(f"select workflow_uuid from dbos.{table}"))
            assert list(found) == ["there"], table


async def test_the_catalogue_is_seeded_and_an_exercise_that_changed_is_written_again(
    database: Database, database_url: str, catalogue: Catalogue
) -> None:
    async with database.engine.begin() as connection:
        await connection.execute(text("update exercise set facts = '{}' where id = 'exercise_plank'"))

    await migrate(database_url)

    async with database.engine.connect() as connection:
        assert await connection.scalar(text("select count(*) from exercise")) == len(catalogue)
        names = await connection.scalar(text("select facts ->> 'name' from exercise where id = 'exercise_plank'"))
        assert names == "Plank"


async def test_the_apps_role_owns_nothing_and_cannot_bypass_anything(database: Database) -> None:
    async with database.engine.connect() as connection:
        role = await connection.execute(
            text(
                "select rolsuper, rolbypassrls, rolcreaterole, rolcreatedb, rolcanlogin "
                "from pg_roles where rolname = 'coachbook_app'"
            )
        )
        owned = await connection.scalar(
            text("select count(*) from pg_class where relowner = cast('coachbook_app' as regrole)")
        )
    assert role.one() == (False, False, False, False, False)
    assert owned == 0
