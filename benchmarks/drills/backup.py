"""Take a backup under load and verify it; then plant faults into restored databases and spoil files: each must be found."""

import asyncio
import contextlib
import itertools
import os
import subprocess
import sys
import time
from pathlib import Path

import asyncpg
import msgspec
from sqlalchemy import make_url

from benchmarks.drills.house import CLI, PROFILE, House, told, until, whole
from db.backups.manifest import Manifest, read_manifest
from db.backups.verifying import differing, restore
from db.seed.catalogue import read_catalogue
from domain.clock import system_clock
from domain.profile import Viewer
from services.onboarding.profiles import Profiles

ATHLETES = whole("ATHLETES", 20)
_UNFINISHED = "select count(*) from generation where finished_at is null"
FAULTS = (
    "delete from public.plan_version where ctid = (select min(ctid) from public.plan_version)",
    "update public.profile set updated_at = updated_at + interval '1 microsecond'",
    'update public.plan_version set document = document || \'{"title": "Another"}\' where number = 1',
    "insert into public.worker (name) values ('nobody')",
    "delete from dbos.workflow_status where ctid = (select min(ctid) from dbos.workflow_status)",
    "drop policy own on public.plan",
    "alter policy own on public.lesson using (true)",
    "create policy leak on public.message for select to coachbook_app using (true)",
    "alter table public.answer no force row level security",
    "alter table public.athlete disable row level security",
    "revoke select on public.plan from coachbook_app",
    "grant delete on public.plan_version to coachbook_app",
    "grant execute on function public.deleted_accounts(timestamptz) to public",
    "revoke usage on schema dbos from coachbook_app",
    "drop trigger deleted_stays_deleted on public.athlete",
    "drop index public.plan_one_accepted",
    "alter table public.profile drop constraint goal_length",
    "alter table public.message alter column text drop not null",
    "alter table public.plan owner to coachbook_app",
    "create or replace function public.refuse_deleted_account() returns trigger language plpgsql as $$ begin return null; end $$",
    "update public.alembic_version set version_num = '0001'",
)
"""What may go wrong with a restored database."""


async def drill(house: House) -> int:
    backup = house.folder / "drill.dump"
    viewers = await filled(house)
    written = asyncio.create_task(_write(house, viewers))
    taking = await _seconds(house, "backup", str(backup))
    written.cancel()
    with contextlib.suppress(asyncio.CancelledError):
        await written
    verifying = await _seconds(house, "verify-backup", str(backup))
    manifest = read_manifest(backup)
    missed = await _missed(house, manifest, backup)
    spoiled = await asyncio.to_thread(_spoiled, house, backup)
    figures: dict[str, object] = {
        "athletes, each with a plan": ATHLETES,
        "tables compared; facts in all": f"{len(manifest.tables)}; {len(manifest.facts)}",
        "seconds to take it, while all wrote": round(taking, 1),
        "seconds to restore, compare and open it": round(verifying, 1),
        "faults planted, and found": f"{len(FAULTS)}, {len(FAULTS) - len(missed)}",
        "files spoiled, and refused": f"{len(spoiled)}, {sum(spoiled.values())}",
    }
    return told(figures, failed=[*missed, *(name for name, is_refused in spoiled.items() if not is_refused)])


async def filled(house: House) -> list[Viewer]:
    """Athletes for whom a worker has made a plan."""
    viewers = await house.viewers(ATHLETES)
    worker = house.worker("worker")
    await house.ask(viewers)

    async def is_done() -> bool:
        return await house.value(_UNFINISHED) == 0

    assert await until(is_done, seconds=300)
    worker.terminate()
    worker.wait()
    return viewers


async def _write(house: House, viewers: list[Viewer]) -> None:
    """Saves profiles until it is cancelled."""
    async with house.database() as database:
        profiles = Profiles(database, system_clock, read_catalogue())
        for number, viewer in enumerate(itertools.cycle(viewers)):
            await profiles.save(viewer, msgspec.structs.replace(PROFILE, goal=f"I want to count to {number:09}"))


async def _seconds(house: House, *command: str) -> float:
    started = time.monotonic()
    done = await asyncio.to_thread(_run, house, *command)
    if done.returncode != 0:
        raise SystemExit(f"FAILED: {done.stderr}")
    return time.monotonic() - started


def _run(house: House, *command: str) -> "subprocess.CompletedProcess[str]":
    environment = {"PATH": os.environ["PATH"], "DATABASE_URL": house.url, "DATA_DIR": str(house.folder / "data")}
    return subprocess.run([sys.executable, str(CLI), *command], env=environment, capture_output=True, text=True)


async def _missed(house: House, manifest: Manifest, backup: Path) -> list[str]:
    """The faults that were planted into a copy of the restored database, each into its own, and of which nothing was said."""
    await _in(house.url, "create database restored")
    await restore(manifest, backup, _database(house, "restored"))
    if found := await differing(manifest, _database(house, "restored")):
        return [f"without any fault: {line}" for line in found]
    missed = []
    for fault in FAULTS:
        await _in(house.url, "create database faulty template restored")
        await _in(_database(house, "faulty"), fault)
        if not await differing(manifest, _database(house, "faulty")):
            missed.append(fault)
        await _in(house.url, "drop database faulty")
    return missed


def _spoiled(house: House, backup: Path) -> dict[str, bool]:
    """Whether each was refused."""
    good = backup.read_bytes()
    middle = len(good) // 2
    spoils = {
        "cut off": good[:-100],
        "one bit": good[:middle] + bytes([good[middle] ^ 1]) + good[middle + 1 :],
        "empty": b"",
    }
    refused = {}
    for name, spoil in spoils.items():
        backup.write_bytes(spoil)
        done = _run(house, "verify-backup", str(backup))
        refused[name] = done.returncode == 1 and "is not the file" in done.stderr
    return refused


def _database(house: House, name: str) -> str:
    return make_url(house.url).set(database=name).render_as_string(hide_password=False)


async def _in(url: str, statement: str) -> None:
    connection = await asyncpg.connect(url)
    try:
        await connection.execute(statement)
    finally:
        await connection.close()


if __name__ == "__main__":
    with House() as opened:
        sys.exit(asyncio.run(drill(opened)))
