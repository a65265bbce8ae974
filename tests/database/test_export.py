"""An athlete's export: everything that is stored of them, as it is stored, and nothing of anybody else."""

import asyncio
import json
from collections import Counter
from typing import Any

import pytest
from sqlalchemy import text
from sqlmodel.ext.asyncio.session import AsyncSession

from db.database import Database
from db.queries.export import own_rows
from domain.clock import Clock
from domain.errors import Unavailable
from domain.profile import Viewer
from services.accounts.export import LEFT_OUT, SECTIONS, Exports
from tests.conftest import CountStatements, viewer_called
from tests.database.everything import OF_AN_ATHLETE, fill, uuid_of
from tests.database.generation.asking import change

OWN_WORDS = {"format", "exported_at"}
HASHES = {"athlete_id", "request_hash", "idempotency_key", "attempt", "basis_fingerprint", "secret_hash"}


@pytest.fixture
def exports(database: Database, clock: Clock) -> Exports:
    return Exports(database, clock)


async def exported(exports: Exports, viewer: Viewer) -> dict[str, Any]:
    with await exports.export(viewer.athlete_id) as file:
        written: dict[str, Any] = json.load(file)
    return written


def test_every_table_of_an_athlete_is_exported_or_left_out_for_a_reason() -> None:
    exported = {kind.__tablename__ for kind in SECTIONS.values()}
    left_out = {kind.__tablename__ for kind in LEFT_OUT}

    assert exported | left_out == set(OF_AN_ATHLETE)
    assert exported & left_out == set()
    assert all(LEFT_OUT.values())


async def test_every_row_is_there_with_every_column_but_hashes_and_counts_of_ours(
    database: Database, viewer: Viewer, other_viewer: Viewer, exports: Exports
) -> None:
    await fill(database, viewer)
    await fill(database, other_viewer)

    found = await exported(exports, viewer)

    assert (found["format"], found["exported_at"]) == (1, "2026-11-23T09:00:00Z")
    assert set(found) - OWN_WORDS == set(SECTIONS)
    async with database.engine.connect() as connection:
        for name, kind in SECTIONS.items():
            table, owner = kind.__tablename__, "id" if name == "account" else "athlete_id"
            stored = await connection.scalar(
                text(f"select to_jsonb(one) from {table} as one where {owner} = :a"), {"a": uuid_of(viewer)}
            )
            (row,) = found[name]
            left_out = HASHES | ({"id"} if name == "account" else set())
            assert set(row) == set(json.loads(stored)) - left_out, name


async def test_what_was_said_and_planned_is_there_as_it_was_saved(
    database: Database, viewer: Viewer, exports: Exports
) -> None:
    await fill(database, viewer)
    await change(database, "update message set text = 'Ünïcode \"quoted\"\n'")
    odd = '{"title": "Zoë: a plan", "weeks": [1.50, null, true]}'
    await change(database, f"update plan_version set document = $${odd}$$")

    found = await exported(exports, viewer)

    (message,), (version,), (plan,) = found["messages"], found["plan_versions"], found["plans"]
    assert message["text"] == 'Ünïcode "quoted"\n'
    assert version["document"] == json.loads(odd)
    assert version["plan_id"] == message["plan_id"] == plan["id"]
    assert (plan["state"], plan["start_date"], plan["archived_at"]) == ("IN_REVIEW", "2026-11-23", None)
    assert (found["account"][0]["subject"], found["profile"][0]["height_cm"]) == ("ann", 170.0)


async def test_nothing_of_a_stranger_is_in_it_and_nothing_by_which_rows_are_kept_apart(
    database: Database, viewer: Viewer, other_viewer: Viewer, exports: Exports
) -> None:
    await fill(database, viewer)
    await fill(database, other_viewer)

    written = json.dumps(await exported(exports, viewer))

    for hidden in (uuid_of(other_viewer), uuid_of(viewer)):
        assert hidden.hex not in written
        assert str(hidden) not in written
    assert "bob" not in written


async def test_rows_are_chosen_by_their_owner_even_where_row_level_security_holds_for_nobody(
    database: Database, viewer: Viewer, other_viewer: Viewer
) -> None:
    await fill(database, viewer)
    await fill(database, other_viewer)

    async with AsyncSession(database.engine) as session:
        for name, kind in SECTIONS.items():
            rows = [row async for row in own_rows(session, viewer.athlete_id, kind, left_out=set())]
            assert len(rows) == 1, name
            assert viewer.athlete_id in rows[0].decode(), name


async def test_who_saved_nothing_gets_a_file_with_nothing_in_it(exports: Exports) -> None:
    found = await exported(exports, viewer_called("nobody"))

    assert {name: found[name] for name in SECTIONS} == {name: [] for name in SECTIONS}


async def test_all_of_it_is_of_one_moment(
    database: Database, viewer: Viewer, exports: Exports, monkeypatch: pytest.MonkeyPatch
) -> None:
    await fill(database, viewer)

    async def disturbed(*arguments: Any, **named: Any) -> Any:
        async for row in own_rows(*arguments, **named):
            yield row
        await change(database, "delete from message")

    monkeypatch.setattr("services.accounts.export.own_rows", disturbed)

    assert len((await exported(exports, viewer))["messages"]) == 1


async def test_a_long_history_is_written_whole_and_read_a_few_rows_at_a_time(
    database: Database, viewer: Viewer, exports: Exports, count_statements: CountStatements
) -> None:
    await fill(database, viewer)
    await change(
        database,
        "insert into plan_version (plan_id, number, athlete_id, reason, changes, document) select plan_id, n, athlete_id, "
        "'EDITED', '[]', jsonb_build_object('text', repeat('x', 20000)) from plan_version, generate_series(2, 100) as n",
    )

    with count_statements() as statements:
        found = await exported(exports, viewer)

    assert [version["number"] for version in found["plan_versions"]] == list(range(1, 101))
    assert len(statements) == 1 + len(SECTIONS)


async def test_behind_a_pooler_it_is_the_same(
    database_url: str, database: Database, viewer: Viewer, clock: Clock
) -> None:
    await fill(database, viewer)
    pooled = Database(database_url, behind_pooler=True)

    assert await exported(Exports(pooled, clock), viewer) == await exported(Exports(database, clock), viewer)
    await pooled.close()


async def test_of_a_hundred_at_once_a_few_are_written_and_the_others_are_told_to_come_back(
    viewer: Viewer, exports: Exports
) -> None:
    found = await asyncio.gather(*(exported(exports, viewer) for _ in range(100)), return_exceptions=True)

    assert Counter(type(one) for one in found) == {dict: 10, Unavailable: 90}
    assert (await exported(exports, viewer))["account"] != []
