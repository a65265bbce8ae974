"""A house to burn down: a PostgreSQL of its own, servers and workers as processes, athletes who want plans. All on this machine."""

import asyncio
import contextlib
import datetime
import os
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import AsyncIterator, Awaitable, Callable
from pathlib import Path
from types import TracebackType

import asyncpg
import structlog

from db.database import Database, PoolLimits
from db.embedded import EmbeddedPostgres
from db.migrate import migrate
from db.notifications import Board
from db.seed.catalogue import read_catalogue
from domain.clock import system_clock
from domain.constraints import GivenConstraints
from domain.generations import Generation
from domain.profile import ProfileDraft, Tier, Viewer
from domain.terms import Equipment, ExperienceLevel, TrainingFocus, Weekday
from services.accounts.development_key import development_key
from services.accounts.issuers import development_issuer
from services.accounts.signing import development_signer
from services.accounts.tokens import Tokens
from services.generation.generations import Generations
from services.onboarding.profiles import Profiles

CLI = Path(__file__).parents[2] / "cli.py"
DAILY = 10
"""Generations a day, as the settings have it by default."""
PROFILE = ProfileDraft(
    display_name="Drill",
    birth_year=1990,
    height_cm=170,
    weight_kg=65,
    time_zone="UTC",
    goal="I want to get stronger",
    experience=ExperienceLevel.NOVICE,
    given=GivenConstraints(
        focus=TrainingFocus.STRENGTH,
        training_days=(Weekday.MONDAY, Weekday.THURSDAY),
        session_minutes=45,
        equipment=(Equipment.DUMBBELL,),
        limitations=(),
    ),
)


class Allowances:
    """The usual ones."""

    free_generations = DAILY
    premium_generations = 2 * DAILY


class House:
    """Everything that a drill starts, and stops again however it ends."""

    def __init__(self) -> None:
        self._temporary = tempfile.TemporaryDirectory(prefix="coachbook-drill-", dir="/tmp")
        self.folder = Path(self._temporary.name)
        self.folder.chmod(0o711)
        self._data = self.folder / "data"
        self._data.mkdir(mode=0o711)
        self._sockets = self.folder / "sockets"
        self._processes: list[subprocess.Popen[str]] = []
        structlog.configure(wrapper_class=structlog.make_filtering_bound_logger(40))
        self.postgres = EmbeddedPostgres(self._data)
        self.url = ""
        self._signer = development_signer(development_key(self._data))

    def __enter__(self) -> "House":
        self.start_postgres()
        asyncio.run(migrate(self.url))
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        for process in self._processes:
            with contextlib.suppress(ProcessLookupError):
                process.send_signal(signal.SIGCONT)
                process.kill()
            process.wait()
        self.postgres.stop()
        self._temporary.cleanup()

    def start_postgres(self) -> None:
        """Under one URL, however often it dies."""
        url = self.postgres.start()
        address, _, directory = url.partition("?host=")
        self._sockets.unlink(missing_ok=True)
        self._sockets.symlink_to(directory)
        self.url = f"{address}?host={self._sockets}"

    def kill_postgres(self) -> None:
        assert self.postgres.process_id is not None
        os.kill(self.postgres.process_id, signal.SIGKILL)
        time.sleep(0.2)
        self.postgres.stop()

    def worker(self, name: str, **settings: str) -> "subprocess.Popen[str]":
        return self._started(name, "worker", **settings)

    def server(self, name: str, port: int) -> "subprocess.Popen[str]":
        return self._started(name, "serve", "--no-worker", PORT=str(port))

    def _started(self, name: str, *command: str, **settings: str) -> "subprocess.Popen[str]":
        kept = {key: os.environ[key] for key in ("PATH", "HOME", "LANG") if key in os.environ}
        own = {"DATA_DIR": str(self._data), "DATABASE_URL": self.url, "LOG_LEVEL": "INFO"}
        own["RATE_LIMIT_PER_MINUTE"] = "1000000"  # few athletes ask for all
        process = subprocess.Popen(
            [sys.executable, str(CLI), *command],
            cwd=self.folder,
            env={**kept, **own, "LOG_FILE": str(self.folder / f"{name}.log"), **settings},
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            text=True,
        )
        self._processes.append(process)
        return process

    def token(self, subject: str, *, tier: Tier = Tier.FREE) -> str:
        lifetime = datetime.timedelta(hours=2)
        return self._signer.token(subject, tier=tier, is_service=False, lifetime=lifetime, now=system_clock())

    def tokens(self) -> Tokens:
        """Who verifies them, as a server does."""
        return Tokens([development_issuer(development_key(self._data))], clock=system_clock)

    @contextlib.asynccontextmanager
    async def database(self) -> AsyncIterator[Database]:
        opened = Database(self.url, limits=PoolLimits(size=10, wait_seconds=30))
        try:
            yield opened
        finally:
            await opened.close()

    async def viewers(self, count: int, *, tier: Tier | None = None) -> list[Viewer]:
        """Athletes who are ready for a plan, of this tier or of both in turn."""
        tokens = self.tokens()
        made = []
        async with self.database() as database:
            profiles = Profiles(database, system_clock, read_catalogue())
            for number in range(count):
                opened = tier or (Tier.FREE, Tier.PREMIUM)[number % 2]
                subject = f"drill-{number}" if tier is None else f"drill-{tier}-{number}"
                viewer = await tokens.viewer(self.token(subject, tier=opened))
                await profiles.save(viewer, PROFILE)
                made.append(viewer)
        await tokens.close()
        return made

    async def ask(
        self, viewers: list[Viewer], *, weeks: int = 1, start_date: datetime.date | None = None
    ) -> list[Generation]:
        async with self.database() as database:
            generations = Generations(database, system_clock, Allowances(), board=Board())
            return [
                await generations.start(viewer, key="drill-key-1", week_count=weeks, start_date=start_date)
                for viewer in viewers
            ]

    async def rows(self, statement: str) -> list[asyncpg.Record]:
        connection = await asyncpg.connect(self.url)
        try:
            return list(await connection.fetch(statement))
        finally:
            await connection.close()

    async def value(self, statement: str) -> object:
        return (await self.rows(statement))[0][0]


async def until(condition: Callable[[], Awaitable[bool]], *, seconds: float, every: float = 0.2) -> bool:
    """Whether it came true in time."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if await condition():
            return True
        await asyncio.sleep(every)
    return False


def free_port() -> int:
    with socket.socket() as opened:
        opened.bind(("127.0.0.1", 0))
        port: int = opened.getsockname()[1]
        return port


def whole(name: str, default: int) -> int:
    """How large the drill is, by the environment."""
    return int(os.environ.get(name, default))


def told(figures: dict[str, object], *, failed: list[str]) -> int:
    """Prints what came of it. Gives the exit code."""
    for name, value in figures.items():
        print(f"{name:<44} {value}")
    print("PASSED" if not failed else f"FAILED: {', '.join(failed)}")
    return 1 if failed else 0
