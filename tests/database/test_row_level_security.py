"""What one athlete's transaction can see and change, by SQL that has forgotten every WHERE clause."""

import uuid

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError, ProgrammingError

from db.database import Database
from db.tables.base import Row
from domain.ids import athlete_id_of, new_id
from domain.profile import Viewer

_OF_NOBODY = {"exercise", "knowledge_note", "note_vector", "worker"}
OF_AN_ATHLETE = sorted(table.name for table in Row.metadata.sorted_tables if table.name not in _OF_NOBODY)
WRITTEN_ONCE = {"plan_version", "lesson_change"}
UNSEEN = {"model_use", "lesson_vector", "unreflected"}
"""What no athlete is shown, so that a change of it is none to them."""
_EVERYTHING = {
    "profile": """insert into profile (athlete_id, display_name, birth_year, gender, height_cm, weight_kg, unit_system,
        time_zone, goal, experience, given, given_at)
        values (:a, 'Ann', 1990, 'FEMALE', 170, 60, 'METRIC', 'UTC', 'To get stronger', 'NOVICE', '{}', '{}')""",
    "clearance": "insert into clearance (athlete_id, limitation) values (:a, 'KNEE')",
    "question_set": """insert into question_set (id, athlete_id, questions, message, author, estimated_minutes)
        values (:i, :a, '[1]', '', 'RULES', 3)""",
    "answer": "insert into answer (athlete_id, question_id, answer) values (:a, 'focus', '{}')",
    "idempotency": """insert into idempotency (athlete_id, operation, key, request_hash, answer)
        values (:a, 'x', '12345678', 'h', '')""",
    "plan": """insert into plan (id, athlete_id, state, version, start_date, end_date, basis_fingerprint)
        values (:i, :a, 'IN_REVIEW', 1, '2026-11-23', '2026-12-20', '')""",
    "plan_version": """insert into plan_version (plan_id, number, athlete_id, reason, changes, document)
        values (:i, 1, :a, 'GENERATED', '[]', '{}')""",
    "message": "insert into message (id, athlete_id, plan_id, author, text) values (:i, :a, :i, 'ATHLETE', 'Hi')",
    "generation": """insert into generation (id, athlete_id, idempotency_key, request_hash, kind, request,
        status, stage, progress, version)
        values (:i, :a, '12345678', 'h', 'NEW_PLAN', '{}', 'QUEUED', 'WAITING', 0, 1)""",
    "workout_log": """insert into workout_log (id, athlete_id, client_id, revision, plan_id, date, completion, sets,
        exercise_ids, endurance, credits)
        values (:i, :a, '12345678', 1, :i, '2026-11-23', 'DONE', '[]', '{}', '[]', '[]')""",
    "model_use": """insert into model_use (athlete_id, day, calls, input_tokens, output_tokens, microdollars)
        values (:a, '2026-11-23', 1, 0, 0, 0)""",
    "unreflected": "insert into unreflected (athlete_id, source, about) values (:a, 'ONBOARDING', 'dislikes')",
    "lesson": """insert into lesson (id, athlete_id, text, rule, is_hard, is_pinned, state, source, evidence, confidence,
        helpful_count, harmful_count, times_applied, tags)
        values (:i, :a, 'x', '{}', false, false, 'ACTIVE', 'ATHLETE', '', 1, 0, 0, 0, '[]')""",
    "lesson_vector": """insert into lesson_vector (lesson_id, athlete_id, model, vector)
        values (:i, :a, 'x', array_fill(0.1, array[384])::vector)""",
    "lesson_change": """insert into lesson_change (id, athlete_id, playbook_version, lesson_id, operation, reason, lesson)
        values (:i, :a, 1, :i, 'ADD', '', '{}')""",
}
"""One row of everything, in an order that foreign keys allow."""


def _uuid(viewer: Viewer) -> uuid.UUID:
    return uuid.UUID(hex=viewer.athlete_id.removeprefix("athlete_"))


async def _fill(database: Database, viewer: Viewer) -> None:
    thing = uuid.UUID(hex=new_id("x").removeprefix("x_"))
    async with database.transaction(viewer.athlete_id) as session:
        for statement in _EVERYTHING.values():
            await session.execute(text(statement), _values(statement, viewer, thing=thing))


def _values(statement: str, viewer: Viewer, *, thing: uuid.UUID | None = None) -> dict[str, uuid.UUID]:
    values = {"a": _uuid(viewer), "i": thing or uuid.uuid4()}
    return {name: value for name, value in values.items() if f":{name}" in statement}


def _owner_column(table: str) -> str:
    return "id" if table == "athlete" else "athlete_id"


def test_every_table_of_an_athlete_is_filled_here() -> None:
    assert {*_EVERYTHING, "athlete"} == set(OF_AN_ATHLETE)


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
    await _fill(database, viewer)

    for table in OF_AN_ATHLETE:
        owner = _owner_column(table)
        async with database.transaction(viewer.athlete_id) as session:
            assert await session.scalar(text(f"select count(*) from {table}")) == 1, table
        async with database.transaction(other_viewer.athlete_id) as session:
            seen = await session.scalars(text(f"select {owner} from {table}"))
            assert set(seen) <= {_uuid(other_viewer)}, table


async def test_a_strangers_rows_are_unchangeable(database: Database, viewer: Viewer, other_viewer: Viewer) -> None:
    await _fill(database, viewer)

    for table in sorted({*OF_AN_ATHLETE} - WRITTEN_ONCE):
        owner, values = _owner_column(table), {"a": _uuid(viewer)}
        async with database.transaction(other_viewer.athlete_id) as session:
            of_viewer = f"where {owner} = :a returning {owner}"
            changed = await session.execute(text(f"update {table} set {owner} = {owner} {of_viewer}"), values)
            removed = await session.execute(text(f"delete from {table} {of_viewer}"), values)
            assert [*changed, *removed] == [], table


async def test_without_an_athlete_nothing_but_the_catalogue_is_seen(database: Database, viewer: Viewer) -> None:
    await _fill(database, viewer)

    async with database.shared() as session:
        for table in OF_AN_ATHLETE:
            assert await session.scalar(text(f"select count(*) from {table}")) == 0, table
        assert await session.scalar(text("select count(*) > 0 from exercise"))


async def test_nobody_writes_a_row_for_a_stranger(database: Database, viewer: Viewer, other_viewer: Viewer) -> None:
    for table, statement in _EVERYTHING.items():
        with pytest.raises(ProgrammingError, match=f'row-level security policy for table "{table}"'):
            async with database.transaction(other_viewer.athlete_id) as session:
                await session.execute(text(statement), _values(statement, viewer))


@pytest.mark.parametrize("table", ["plan_version", "lesson_change", "exercise", "knowledge_note"])
async def test_what_is_written_once_stays(database: Database, viewer: Viewer, table: str) -> None:
    await _fill(database, viewer)

    with pytest.raises(ProgrammingError, match="permission denied"):
        async with database.transaction(viewer.athlete_id) as session:
            await session.execute(text(f"delete from {table}"))


async def test_a_message_about_a_strangers_plan_is_refused(
    database: Database, viewer: Viewer, other_viewer: Viewer
) -> None:
    await _fill(database, viewer)
    async with database.transaction(viewer.athlete_id) as session:
        plan = await session.scalar(text("select id from plan"))

    about_it = text("insert into message (id, athlete_id, plan_id, author, text) values (:i, :a, :p, 'ATHLETE', 'Hi')")
    with pytest.raises(DBAPIError, match="message_plan_of_same_athlete"):
        async with database.transaction(other_viewer.athlete_id) as session:
            await session.execute(about_it, {"a": _uuid(other_viewer), "i": uuid.uuid4(), "p": plan})


async def test_every_change_raises_the_athletes_revision(database: Database, viewer: Viewer) -> None:
    await _fill(database, viewer)
    revision = len({*_EVERYTHING} - UNSEEN)

    async with database.transaction(viewer.athlete_id) as session:
        assert await session.scalar(text("select revision from athlete")) == revision
        for table in sorted({*_EVERYTHING} - WRITTEN_ONCE):
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
    await _fill(database, viewer)
    await _fill(database, other_viewer)

    async with database.transaction(viewer.athlete_id) as session:
        await session.execute(text("delete from athlete"))

    async with database.engine.connect() as connection:
        for table in _EVERYTHING:
            rows = (await connection.scalars(text(f"select athlete_id from {table}"))).all()
            assert rows == [_uuid(other_viewer)], table


async def test_an_athletes_id_is_the_same_in_python_and_in_the_database(database: Database) -> None:
    athlete_id = athlete_id_of(issuer="x", subject="y")
    async with database.transaction(athlete_id) as session:
        setting = await session.scalar(text("select current_setting('app.athlete_id')::uuid"))
    assert f"athlete_{setting.hex}" == athlete_id
