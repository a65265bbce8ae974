"""Backups: what comes back, what is found when it does not, and what cannot be one."""

import asyncio
import uuid
from collections.abc import AsyncIterator
from pathlib import Path

import asyncpg
import pytest
from sqlalchemy import make_url

from db.backups import programs
from db.backups.failure import BackupFailed
from db.backups.manifest import read_manifest
from db.backups.taking import take_backup
from db.backups.verifying import differing, restore, verify_backup
from db.database import Database
from db.migrate import migrate
from domain.profile import Viewer
from tests.database.everything import fill
from tests.databases import of_database

FAULTS = {
    "delete from lesson_vector": "table public.lesson_vector: was 1 rows",
    "update model_use set calls = 2": "table public.model_use: was 1 rows",
    "insert into dbos.workflow_input (workflow_uuid) values ('more')": "table dbos.workflow_input: was 0 rows",
    "drop policy own on plan": "policy own on public.plan: is gone",
    "create policy leak on plan using (true)": "policy leak on public.plan: was not there",
    "alter policy own on lesson using (true)": "policy own on public.lesson: was PERMISSIVE ALL to coachbook_app using ((ath",
    "alter table answer no force row level security": "row-level security of public.answer: was forced, is on",
    "alter table generation disable row level security": "row-level security of public.generation: was forced, is off",
    "revoke insert on workout_log from coachbook_app": "rights of coachbook_app on public.workout_log: was DELETE, INSERT,",
    "grant select on athlete to public": "rights of everybody on public.athlete: was not there",
    "drop trigger deleted_stays_deleted on athlete": "trigger deleted_stays_deleted on public.athlete: is gone",
    "alter table profile drop constraint goal_length": "constraint goal_length on public.profile: is gone",
    "drop index lesson_by_state": "index public.lesson_by_state: is gone",
}
"""What is planted into a restored database, and how the line begins that tells of it."""


@pytest.fixture
async def empty_url(database_url: str) -> AsyncIterator[str]:
    """A database with nothing in it, on the same server."""
    name = f"test_{uuid.uuid4().hex}"
    await execute(database_url, f"create database {name}")
    yield of_database(database_url, name)
    await execute(database_url, f"drop database {name} with (force)")


def files_in(folder: Path) -> dict[str, int]:
    """By name, with who may do what."""
    return {path.name: path.stat().st_mode & 0o777 for path in folder.iterdir()}


async def execute(url: str, statement: str) -> None:
    connection = await asyncpg.connect(url)
    try:
        await connection.execute(statement)
    finally:
        await connection.close()


async def test_a_backup_restores_as_it_was_taken_whatever_is_written_meanwhile(
    database: Database,
    database_url: str,
    empty_url: str,
    viewer: Viewer,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    await fill(database, viewer)
    real = programs.dump

    async def disturbed(url: str, file: Path, *, snapshot: str) -> None:
        await execute(database_url, "delete from message")
        await real(url, file, snapshot=snapshot)
        await execute(database_url, "delete from generation")

    monkeypatch.setattr(programs, "dump", disturbed)

    manifest = await take_backup(database_url, tmp_path / "one.dump")

    assert await verify_backup(tmp_path / "one.dump", into=empty_url) == []
    for table in ("message", "generation"):
        assert manifest.facts[f"table public.{table}"].startswith("1 rows, checksum ")
    assert (manifest.facts["migration"], manifest.roles) == (await head(empty_url), ("coachbook_app", "postgres"))
    assert files_in(tmp_path) == {
        "one.dump": 0o600,
        "one.dump.json": 0o600,
    }


async def head(url: str) -> str:
    connection = await asyncpg.connect(url)
    try:
        return str(await connection.fetchval("select version_num from alembic_version"))
    finally:
        await connection.close()


async def test_whatever_did_not_come_back_is_told_and_nothing_else(
    database: Database, database_url: str, empty_url: str, viewer: Viewer, tmp_path: Path
) -> None:
    await fill(database, viewer)
    manifest = await take_backup(database_url, tmp_path / "one.dump")
    await restore(manifest, tmp_path / "one.dump", empty_url)

    for fault in FAULTS:
        await execute(empty_url, fault)

    found = await differing(manifest, empty_url)
    told = {fault: [line for line in found if line.startswith(begins)] for fault, begins in FAULTS.items()}
    assert {fault: len(lines) for fault, lines in told.items()} == dict.fromkeys(FAULTS, 1)
    assert len(found) == len(FAULTS)


async def test_a_file_that_was_changed_cut_off_or_left_alone_is_no_backup(
    database: Database, database_url: str, tmp_path: Path
) -> None:
    file = tmp_path / "one.dump"
    await take_backup(database_url, file)
    whole = file.read_bytes()

    for spoiled in (whole[:-1], b"x" + whole[1:]):
        file.write_bytes(spoiled)
        with pytest.raises(BackupFailed, match=r"is not the file that one\.dump\.json was written for"):
            await verify_backup(file)
    (tmp_path / "one.dump.json").write_text("{}")
    with pytest.raises(BackupFailed, match="is not what `coachbook backup` wrote"):
        await verify_backup(file)
    (tmp_path / "one.dump.json").unlink()
    with pytest.raises(BackupFailed, match="A backup is two files"):
        await verify_backup(file)


async def test_nothing_is_restored_over_what_is_there_and_no_backup_replaced(
    database: Database, database_url: str, tmp_path: Path
) -> None:
    await take_backup(database_url, tmp_path / "one.dump")
    manifest = read_manifest(tmp_path / "one.dump")

    with pytest.raises(BackupFailed, match="is not empty"):
        await verify_backup(tmp_path / "one.dump", into=database_url)
    with pytest.raises(BackupFailed, match="is there already"):
        await take_backup(database_url, tmp_path / "one.dump")
    assert read_manifest(tmp_path / "one.dump") == manifest


async def test_a_login_that_row_level_security_holds_for_takes_no_backup(
    database: Database, database_url: str, tmp_path: Path
) -> None:
    name = f"reader_{uuid.uuid4().hex}"
    await execute(database_url, f"create role {name} login password 'canary' in role coachbook_app")
    try:
        _user, _, rest = database_url.partition("@")
        with pytest.raises(BackupFailed, match="This login sees no athlete's rows"):
            await take_backup(f"postgresql://{name}:canary@{rest}", tmp_path / "one.dump")
    finally:
        await execute(database_url, f"drop role {name}")
    assert files_in(tmp_path) == {}


async def test_an_owner_that_is_no_superuser_takes_and_restores_one_where_the_extension_is_the_hosts(
    database_url: str, tmp_path: Path
) -> None:
    owner = f"owner_{uuid.uuid4().hex}"
    await execute(database_url, f"create role {owner} login password 'secret' bypassrls in role coachbook_app")
    there, elsewhere = [await hosted(database_url, owner) for _ in range(2)]
    await migrate(there)

    manifest = await take_backup(there, tmp_path / "one.dump")

    assert manifest.roles == ("coachbook_app", owner)
    assert await verify_backup(tmp_path / "one.dump", into=elsewhere) == []
    for url in (there, elsewhere):
        await execute(database_url, f"drop database {make_url(url).database} with (force)")
    await execute(database_url, f"drop role {owner}")


async def hosted(database_url: str, owner: str) -> str:
    """A database as a host makes it: the owner's, with an extension that is not."""
    name = f"test_{uuid.uuid4().hex}"
    await execute(database_url, f"create database {name} owner {owner}")
    await execute(of_database(database_url, name), "create extension vector")
    return (
        make_url(database_url)
        .set(database=name, username=owner, password="secret")
        .render_as_string(hide_password=False)
    )


async def test_what_goes_wrong_is_said_without_a_password(tmp_path: Path) -> None:
    with pytest.raises(BackupFailed, match="does not answer") as refused:
        await take_backup("postgresql://app:canary@127.0.0.1:9/nowhere", tmp_path / "one.dump")

    assert "canary" not in str(refused.value)


async def test_a_password_stands_in_no_argument_that_others_on_the_machine_can_see(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    started: list[tuple[tuple[str, ...], dict[str, str]]] = []

    async def noted(*command: str, env: dict[str, str], **_streams: object) -> None:
        started.append((command, env))
        raise OSError

    monkeypatch.setattr(asyncio, "create_subprocess_exec", noted)
    with pytest.raises(OSError):
        await programs.dump(
            "postgresql://app:canary@db.example.com:5433/coach?sslmode=require", tmp_path / "x", snapshot="1"
        )

    ((command, env),) = started
    assert "--dbname=postgresql://app@db.example.com:5433/coach?sslmode=require" in command
    assert "canary" not in " ".join(command)
    assert env["PGPASSWORD"] == "canary"
