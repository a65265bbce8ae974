"""What one athlete's transaction can see and change, by SQL that has forgotten every WHERE clause."""

import uuid

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError, ProgrammingError

from db.database import Database
from domain.ids import athlete_id_of
from domain.profile import Viewer
from tests.database.everything import EVERYTHING, KEPT, OF_AN_ATHLETE, UNSEEN, WRITTEN_ONCE, fill, uuid_of, values_of


def _owner_column(table: str) -> str:
    return "id" if table == "athlete" else "athlete_id"


def test_every_table_of_an_athlete_is_filled_here() -> None:
    assert {*EVERYTHING, "athlete"} == set(OF_AN_ATHLETE)


async def test_every_table_has_row_level_security_and_every_athletes_is_forced(database: Database) -> None:
    asked = text(
        "select relname, relrowsecurity, relforcerowsecurity from pg_class "
        "where relkind = 'r' and relnamespace = 'public'::regnamespace"
    )
    async with database.engine.connect() as connection:
        found = {name: (enabled, forced) for name, enabled, forced in (await connection.execute(asked)).all()}

    assert found == {
        **dict.fromkeys(OF_AN_ATHLETE, (True, True)),
        "exercise": (True, False),
        "knowledge_note": (True, False),
        "note_vector": (True, False),
        "worker": (True, False),
        "alembic_version": (True, False),
    }


async def test_a_strangers_rows_are_invisible(database: Database, viewer: Viewer, other_viewer: Viewer) -> None:
    await fill(database, viewer)

    for table in OF_AN_ATHLETE:
        owner = _owner_column(table)
        async with database.transaction(viewer.athlete_id) as session:
            assert await session.scalar(text(f"select count(*) from {table}")) == 1, table
        async with database.transaction(other_viewer.athlete_id) as session:
            seen = await session.scalars(text(f"select {owner} from {table}"))
            assert set(seen) <= {uuid_of(other_viewer)}, table


async def test_a_strangers_rows_are_unchangeable(database: Database, viewer: Viewer, other_viewer: Viewer) -> None:
    await fill(database, viewer)
    before = await _rows_of(database, viewer)

    for table in sorted({*OF_AN_ATHLETE} - WRITTEN_ONCE):
        owner = _owner_column(table)
        async with database.transaction(other_viewer.athlete_id) as session:
            changed = await session.execute(text(f"update {table} set {owner} = {owner} returning {owner}"))
            removed = await session.execute(text(f"delete from {table} returning {owner}"))
            assert {*changed.scalars(), *removed.scalars()} <= {uuid_of(other_viewer)}, table

    assert await _rows_of(database, viewer) == before


async def _rows_of(database: Database, viewer: Viewer) -> dict[str, list[str]]:
    """Every row, with the transaction that last wrote it: an update that changes nothing is seen too."""
    async with database.engine.connect() as connection:
        return {
            table: [
                *await connection.scalars(
                    text(f"select xmin || t::text from {table} t where {_owner_column(table)} = :a"),
                    {"a": uuid_of(viewer)},
                )
            ]
            for table in OF_AN_ATHLETE
        }


async def test_without_an_athlete_nothing_but_the_catalogue_is_seen(database: Database, viewer: Viewer) -> None:
    await fill(database, viewer)

    async with database.shared() as session:
        for table in OF_AN_ATHLETE:
            assert await session.scalar(text(f"select count(*) from {table}")) == 0, table
        assert await session.scalar(text("select count(*) > 0 from exercise"))


async def test_functions_that_see_everybodys_rows_are_for_the_apps_role_alone_and_cannot_be_led_astray(
    database: Database,
) -> None:
    asked = text(
        "select proname, has_function_privilege('public', oid, 'execute'), proconfig::text from pg_proc "
        "where prosecdef and pronamespace = 'public'::regnamespace"
    )
    async with database.engine.connect() as connection:
        found = [tuple(row) for row in await connection.execute(asked)]

    assert len(found) > 5
    assert [row for row in found if row[1:] != (False, '{"search_path=public, pg_temp"}')] == []


async def test_nobody_writes_a_row_for_a_stranger(database: Database, viewer: Viewer, other_viewer: Viewer) -> None:
    for table, statement in EVERYTHING.items():
        with pytest.raises(ProgrammingError, match=f'row-level security policy for table "{table}"'):
            async with database.transaction(other_viewer.athlete_id) as session:
                await session.execute(text(statement), values_of(statement, viewer))


@pytest.mark.parametrize("table", ["plan_version", "lesson_change", "exercise", "knowledge_note"])
async def test_what_is_written_once_stays(database: Database, viewer: Viewer, table: str) -> None:
    await fill(database, viewer)

    with pytest.raises(ProgrammingError, match="permission denied"):
        async with database.transaction(viewer.athlete_id) as session:
            await session.execute(text(f"delete from {table}"))


async def test_a_message_about_a_strangers_plan_is_refused(
    database: Database, viewer: Viewer, other_viewer: Viewer
) -> None:
    await fill(database, viewer)
    async with database.transaction(viewer.athlete_id) as session:
        plan = await session.scalar(text("select id from plan"))

    about_it = text("insert into message (id, athlete_id, plan_id, author, text) values (:i, :a, :p, 'ATHLETE', 'Hi')")
    with pytest.raises(DBAPIError, match="message_plan_of_same_athlete"):
        async with database.transaction(other_viewer.athlete_id) as session:
            await session.execute(about_it, {"a": uuid_of(other_viewer), "i": uuid.uuid4(), "p": plan})


async def test_every_change_raises_the_athletes_revision(database: Database, viewer: Viewer) -> None:
    await fill(database, viewer)
    revision = len({*EVERYTHING} - UNSEEN)

    async with database.transaction(viewer.athlete_id) as session:
        assert await session.scalar(text("select revision from athlete")) == revision
        for table in sorted({*EVERYTHING} - WRITTEN_ONCE):
            await session.execute(text(f"update {table} set athlete_id = athlete_id"))
            revision += table not in UNSEEN
            assert await session.scalar(text("select revision from athlete")) == revision, table
        await session.execute(text("delete from clearance"))
        assert await session.scalar(text("select revision from athlete")) == revision + 1


async def test_a_change_that_hits_no_row_raises_nothing(database: Database, viewer: Viewer) -> None:
    async with database.transaction(viewer.athlete_id) as session:
        await session.execute(text("update plan set version = 2"))
        assert await session.scalar(text("select revision from athlete")) == 0


async def test_a_change_of_the_account_raises_its_own_revision_once(database: Database, viewer: Viewer) -> None:
    async with database.transaction(viewer.athlete_id) as session:
        await session.execute(text("update athlete set basis_fingerprint = 'new'"))
        assert await session.scalar(text("select revision from athlete")) == 1


async def test_deleting_an_account_takes_everything_with_it_and_leaves_others_alone(
    database: Database, viewer: Viewer, other_viewer: Viewer
) -> None:
    await fill(database, viewer)
    await fill(database, other_viewer)

    async with database.transaction(viewer.athlete_id) as session:
        await session.execute(text("delete from athlete"))

    async with database.engine.connect() as connection:
        for table in {*EVERYTHING} - {KEPT}:
            rows = (await connection.scalars(text(f"select athlete_id from {table}"))).all()
            assert rows == [uuid_of(other_viewer)], table


async def test_an_athletes_id_is_the_same_in_python_and_in_the_database(database: Database) -> None:
    athlete_id = athlete_id_of(issuer="x", subject="y")
    async with database.transaction(athlete_id) as session:
        setting = await session.scalar(text("select current_setting('app.athlete_id')::uuid"))
    assert f"athlete_{setting.hex}" == athlete_id
