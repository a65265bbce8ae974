"""What all tests share: a database of their own, athletes, the catalogue, a clock that stands still, and no way to a paid API."""

import datetime
import gc
import os
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import AbstractContextManager, contextmanager

import pytest
import structlog
from sqlalchemy import Connection, event

from db.database import Database, PoolLimits
from db.queries.athletes import ensure_athlete
from db.seed.catalogue import read_catalogue
from domain.clock import Clock
from domain.exercise import Catalogue
from domain.ids import athlete_id_of
from domain.profile import Tier, Viewer
from tests.databases import DatabaseServer, clone

NOW = datetime.datetime(2026, 11, 23, 9, tzinfo=datetime.UTC)
"""A Monday."""
_WITHOUT_DATABASE = ("tests/unit", "tests/architecture", "tests/llm")
_SERVER = pytest.StashKey[DatabaseServer]()


def pytest_configure(config: pytest.Config) -> None:
    os.environ.pop("OPENAI_API_KEY", None)
    os.environ["OPENAI_BASE_URL"] = "http://127.0.0.1:9/nowhere"
    _make_tracebacks_plain()
    if not hasattr(config, "workerinput"):
        config.stash[_SERVER] = DatabaseServer()


def pytest_collection_finish() -> None:
    """Thousands of tests stay until the end: the collector need not look through them again and again."""
    gc.freeze()


def _make_tracebacks_plain() -> None:
    """Drawing one with all its variables takes a second, and many tests make things fail."""
    renderer = structlog.dev.ConsoleRenderer(colors=False, exception_formatter=structlog.dev.plain_traceback)
    structlog.configure(processors=[structlog.processors.add_log_level, renderer])


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_auto_num_workers() -> int:
    """One more than there are cores: tests wait for PostgreSQL and for sockets a fifth of their time."""
    return (os.cpu_count() or 1) + 1


@pytest.hookimpl(optionalhook=True)
def pytest_configure_node(node: object) -> None:
    """Before xdist starts a worker: tell it where the template is. The server is this process's, and outlives all workers."""
    config: pytest.Config = node.config  # type: ignore[attr-defined]  # xdist has no types
    wanted = [argument.removeprefix(f"{config.rootpath}/") for argument in config.args]
    needs_database = not all(argument.startswith(_WITHOUT_DATABASE) for argument in wanted)
    url = config.stash[_SERVER].template_url() if needs_database else ""
    node.workerinput["template_url"] = url  # type: ignore[attr-defined]


def pytest_unconfigure(config: pytest.Config) -> None:
    if _SERVER in config.stash:
        config.stash[_SERVER].stop()


@pytest.fixture(scope="session")
def template_url(request: pytest.FixtureRequest) -> str:
    """A migrated database that no test connects to."""
    if hasattr(request.config, "workerinput"):
        url: str = request.config.workerinput["template_url"]
        assert url, "tests in tests/unit, tests/architecture and tests/llm have no database"
        return url
    return request.config.stash[_SERVER].template_url()


@pytest.fixture
async def database_url(template_url: str) -> AsyncIterator[str]:
    """A clone of the template, with a login that may do everything."""
    async with clone(template_url) as url:
        yield url


@pytest.fixture
async def database(database_url: str) -> AsyncIterator[Database]:
    """A database of this test's own, migrated and seeded."""
    opened = Database(database_url, limits=PoolLimits(size=10, wait_seconds=20))
    yield opened
    await opened.close()


@pytest.fixture
def clock() -> Clock:
    """Monday, 23 November 2026, 9 o'clock UTC."""
    return lambda: NOW


@pytest.fixture(scope="session")
def catalogue() -> Catalogue:
    return read_catalogue()


def viewer_called(subject: str, *, tier: Tier = Tier.FREE) -> Viewer:
    """Somebody with a token; nothing is stored of them yet."""
    issuer = "https://issuer.test"
    return Viewer(
        athlete_id=athlete_id_of(issuer=issuer, subject=subject),
        subject=subject,
        issuer=issuer,
        tier=tier,
        expires_at=NOW + datetime.timedelta(hours=1),
    )


@pytest.fixture
async def viewer(database: Database) -> Viewer:
    """An athlete with an account and nothing in it."""
    return await _with_account(database, "ann")


@pytest.fixture
async def other_viewer(database: Database) -> Viewer:
    """Somebody else."""
    return await _with_account(database, "bob")


async def _with_account(database: Database, subject: str) -> Viewer:
    somebody = viewer_called(subject)
    async with database.transaction(somebody.athlete_id) as session:
        await ensure_athlete(session, somebody)
    return somebody


CountStatements = Callable[[], AbstractContextManager[list[str]]]


@pytest.fixture
def count_statements(database: Database) -> CountStatements:
    """`with count_statements() as statements:` collects the SQL of each statement, the one that opens a transaction included."""

    @contextmanager
    def counting() -> Iterator[list[str]]:
        statements: list[str] = []

        def note(_connection: Connection, _cursor: object, statement: str, *_rest: object) -> None:
            statements.append(statement)

        engine = database.engine.sync_engine
        event.listen(engine, "before_cursor_execute", note)
        try:
            yield statements
        finally:
            event.remove(engine, "before_cursor_execute", note)

    return counting
