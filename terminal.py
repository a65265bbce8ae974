"""What is around every command: it reads the settings, finds the database, runs the work, and says in a line what went wrong."""

import asyncio
import contextlib
import gc
import sys
from collections.abc import Callable, Coroutine, Iterator
from typing import NoReturn

import typer

from settings import Settings, SettingsFault, read_settings


@contextlib.contextmanager
def found_database(settings: Settings, *, is_migrating: bool = False) -> Iterator[str]:
    """The URL of the database: the one in the settings, or an embedded one that lives as long as this block."""
    with _loading():
        from configuration import database_place
    from db.opening import DatabaseUnusable, database_url
    from web.logs import set_up_logs

    set_up_logs(level=settings.log_level, file=settings.log_file, is_json=settings.is_production)
    try:
        with database_url(database_place(settings), is_migrating=is_migrating) as url:
            yield url
    except DatabaseUnusable as problem:
        fail(str(problem))


@contextlib.contextmanager
def _loading() -> Iterator[None]:
    """Loads the program without looking for garbage meanwhile, and never again in what was loaded: all of it stays."""
    gc.disable()
    yield
    gc.freeze()
    gc.enable()


def run(command: Callable[[], Coroutine[None, None, None]], *, debug: bool = False) -> None:
    """Run a command to its end, on the fastest loop there is."""
    from app import CannotStart
    from db.backups.failure import BackupFailed
    from db.opening import DatabaseUnusable
    from services.accounts.development_key import DevelopmentKeyUnreadable
    from web.server import AddressTaken, new_event_loop
    from web.trusted import TrustedDocumentsUnusable

    problems = (
        CannotStart,
        DatabaseUnusable,
        BackupFailed,
        AddressTaken,
        DevelopmentKeyUnreadable,
        TrustedDocumentsUnusable,
    )
    with asyncio.Runner(debug=debug, loop_factory=new_event_loop) as runner:
        try:
            runner.run(command())
        except problems as problem:
            fail(str(problem))
        except asyncio.CancelledError:
            """A signal came before there was anything to end."""


def usable_settings() -> Settings:
    try:
        return read_settings()
    except SettingsFault as fault:
        fail(str(fault))


def fail(text: str) -> NoReturn:
    typer.echo(text, err=True)
    sys.exit(1)
