"""The commands, each a process of its own: what they print, when they refuse to start, and how they end."""

import asyncio
import signal
import socket
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import httpx2
import pytest
from sqlalchemy import text
from sqlalchemy.ext.asyncio import create_async_engine

from db.urls import asyncpg_url
from domain.clock import system_clock
from domain.profile import Tier
from services.accounts.development_key import development_key
from services.accounts.issuers import development_issuer
from services.accounts.tokens import Tokens
from tests.http.processes import CLI, START_SECONDS, environment, run, run_here, serving


async def test_token_prints_a_token_and_nothing_else(tmp_path: Path) -> None:
    done = run(tmp_path, "token", "ann", "--tier", "premium")

    assert (done.returncode, done.stderr) == (0, "")
    tokens = Tokens([development_issuer(development_key(tmp_path / "data"))], clock=system_clock)
    viewer = await tokens.viewer(done.stdout.removesuffix("\n"))
    assert (viewer.subject, viewer.tier, viewer.is_service) == ("ann", Tier.PREMIUM, False)


def test_production_without_anything_says_all_that_is_missing(tmp_path: Path) -> None:
    done = run(tmp_path, "serve", ENVIRONMENT="production", DEBUG="true")

    assert (done.returncode, done.stdout) == (1, "")
    for missing in ("DATABASE_URL", "verify tokens", "OPENAI_API_KEY", "CORS_ALLOWED_ORIGINS", "DEBUG"):
        assert missing in done.stderr
    assert "Traceback" not in done.stderr


def test_a_list_of_documents_that_cannot_be_used_is_said_in_a_line(tmp_path: Path, database_url: str) -> None:
    listed = tmp_path / "documents.json"
    listed.write_text('{"0": "{ nothing }"}')
    done = run(tmp_path, "serve", DATABASE_URL=database_url, TRUSTED_DOCUMENTS=str(listed), LOG_LEVEL="ERROR")

    assert (done.returncode, done.stderr) == (
        1,
        f"TRUSTED_DOCUMENTS: 0 in {listed} cannot be executed. Cannot query field 'nothing' on type 'Query'.\n",
    )


async def change(url: str, statement: str) -> None:
    engine = create_async_engine(asyncpg_url(url))
    async with engine.begin() as connection:
        await connection.execute(text(statement))
    await engine.dispose()


async def count(url: str, table: str) -> int:
    engine = create_async_engine(asyncpg_url(url))
    async with engine.connect() as connection:
        found = await connection.scalar(text(f"select count(*) from {table}"))
    await engine.dispose()
    return int(found or 0)


@pytest.mark.parametrize(
    ("statement", "running"),
    [
        ("update alembic_version set version_num = 'older'", run),
        ("delete from alembic_version", run_here),
        ("drop table alembic_version", run_here),
    ],
)
def test_a_database_that_is_not_the_newest_is_not_served(
    tmp_path: Path, database_url: str, statement: str, running: Callable[..., "subprocess.CompletedProcess[str]"]
) -> None:
    asyncio.run(change(database_url, statement))

    done = running(tmp_path, "serve", DATABASE_URL=database_url)

    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.splitlines() == ["The database's schema is not the newest. Run `coachbook migrate` first."]


def test_a_database_that_is_not_there_is_said_without_its_password(tmp_path: Path) -> None:
    done = run_here(tmp_path, "serve", DATABASE_URL="postgresql://app:canary@127.0.0.1:9/nowhere")

    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.startswith("The database cannot be used")
    assert "canary" not in done.stderr
    assert len(done.stderr.splitlines()) == 1


def test_a_port_in_use_is_said_in_one_line(tmp_path: Path, database_url: str) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        done = run_here(tmp_path, "serve", DATABASE_URL=database_url, PORT=str(port))

    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.splitlines() == [
        f"Port {port} on 127.0.0.1 is in use by another program. Set PORT to another one."
    ]


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_serve_answers_and_ends_cleanly_when_it_is_told(
    tmp_path: Path, database_url: str, number: signal.Signals
) -> None:
    token = run(tmp_path, "token", "ann").stdout.strip()
    with serving(tmp_path, DATABASE_URL=database_url) as (process, url):
        answer = httpx2.post(
            f"{url}/graphql",
            json={"query": "{ service { version } viewer { id } }"},
            headers={"Authorization": f"Bearer {token}"},
        )
        health = httpx2.get(f"{url}/api/health/").json()

        process.send_signal(number)
        assert process.wait(START_SECONDS) == 0

    assert answer.status_code == 200
    assert answer.json()["data"]["viewer"]["id"].startswith("athlete_")
    assert {name for name, found in health["checks"].items() if found["ok"]} == {"database", "migrations", "tokenKeys"}


def test_worker_works_until_it_is_told_to_end(tmp_path: Path, database_url: str) -> None:
    with subprocess.Popen(
        [sys.executable, CLI, "worker"],
        cwd=tmp_path,
        env=environment(tmp_path, DATABASE_URL=database_url),
        stderr=subprocess.PIPE,
        text=True,
    ) as process:
        assert process.stderr is not None
        assert any("worker.started" in line for line in process.stderr)
        process.terminate()
        assert "worker.stopped" in process.stderr.read()

    assert process.returncode == 0


def test_migrate_brings_a_database_to_the_newest_state(tmp_path: Path, database_url: str) -> None:
    asyncio.run(change(database_url, "delete from exercise"))

    done = run_here(tmp_path, "migrate", DATABASE_URL=database_url)

    assert (done.returncode, done.stdout) == (0, "The database is as it should be.\n")
    assert asyncio.run(count(database_url, "exercise")) > 500


def test_export_schema_writes_what_is_committed(tmp_path: Path) -> None:
    done = run_here(tmp_path, "export-schema", "exported.graphql")

    assert done.returncode == 0
    assert (tmp_path / "exported.graphql").read_text() == CLI.with_name("schema.graphql").read_text()


def test_check_settings_says_that_all_is_well(tmp_path: Path) -> None:
    assert run(tmp_path, "check-settings").stdout == "The settings are fine for development.\n"


def test_playbooks_are_rebuilt_from_what_was_recorded(tmp_path: Path) -> None:
    done = run_here(tmp_path, "rebuild-playbooks", "--check", LOG_LEVEL="WARNING")

    assert (done.returncode, done.stdout) == (0, "0 lessons, 0 of which differ from what was recorded.\n"), done.stderr


def test_a_backup_is_taken_and_verified_by_two_commands(tmp_path: Path, database_url: str) -> None:
    taken = run_here(tmp_path, "backup", "one.dump", DATABASE_URL=database_url)
    verified = run_here(tmp_path, "verify-backup", "one.dump", ENVIRONMENT="production")
    (tmp_path / "one.dump").write_bytes(b"")
    spoiled = run_here(tmp_path, "verify-backup", "one.dump")

    assert (taken.returncode, taken.stderr) == (0, "")
    assert taken.stdout.splitlines()[-1] == "Only one that restores is a backup: coachbook verify-backup one.dump"
    assert verified.returncode == 0
    assert verified.stdout.endswith("every row, right and policy is as it was, and a server can start on it.\n")
    assert (spoiled.returncode, spoiled.stdout) == (1, "")
    assert spoiled.stderr.startswith("one.dump is not the file that one.dump.json was written for")
