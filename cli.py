"""The command line: serve · worker · migrate · backup · verify-backup · rebuild-playbooks · token · demo · doctor · export-schema ·
check-settings."""

import asyncio
import sys
from datetime import timedelta
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from settings import Settings
from terminal import fail, found_database, run, usable_settings
from web.invitation import invitation, running_server

if TYPE_CHECKING:
    from services.accounts.signing import Signer

# What a command needs is imported when it runs: `token` is to answer at once, and the whole program takes a while to load.

cli = typer.Typer(
    help="Coachbook: the open backend of a training app.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)
TOKEN_DAYS = 30
DEMO_SUBJECT = "demo-athlete"


class TierName(StrEnum):
    """The tiers, as claims have them."""

    FREE = "free"
    PREMIUM = "premium"


class RoleName(StrEnum):
    """For whom a token speaks."""

    ATHLETE = "athlete"
    SERVICE = "service"


@cli.command()
def serve(
    no_worker: Annotated[bool, typer.Option("--no-worker", help="Leave generations to `coachbook worker`.")] = False,
) -> None:
    """Serve the API, and work on generations."""
    settings = usable_settings()
    with found_database(settings) as url:
        run(lambda: _serving(settings, url, with_worker=not no_worker), debug=settings.debug)


@cli.command()
def worker() -> None:
    """Work on generations, and do nothing else."""
    settings = usable_settings()
    with found_database(settings) as url:
        run(lambda: _working(settings, url), debug=settings.debug)


@cli.command()
def migrate() -> None:
    """Bring the database to the newest state: roles, tables, policies, catalogue."""
    settings = usable_settings()
    with found_database(settings, is_migrating=True):
        typer.echo("The database is as it should be.")


@cli.command()
def backup(
    to: Annotated[
        Path, typer.Argument(help="The file to write. What must come back is written beside it, to FILE.json.")
    ],
) -> None:
    """Write a backup of the whole database, while everything goes on."""
    from configuration import direct_url

    settings = usable_settings()
    with found_database(settings) as url:
        run(lambda: _backing_up(direct_url(settings, url), to), debug=settings.debug)


@cli.command()
def verify_backup(
    file: Annotated[Path, typer.Argument(help="A backup; FILE.json lies beside it.")],
    into: Annotated[str | None, typer.Option(help="The URL of an empty database that keeps what is restored.")] = None,
) -> None:
    """Restore a backup, by itself into a database that is thrown away, and say what is not as it was."""
    from web.logs import set_up_logs

    set_up_logs(level="WARNING", file=None, is_json=False)
    run(lambda: _verifying(file, into))


@cli.command()
def rebuild_playbooks(
    check: Annotated[bool, typer.Option("--check", help="Change nothing; fail where a lesson differs.")] = False,
) -> None:
    """Work all lessons out anew from what was recorded, and put right what differs."""
    settings = usable_settings()
    with found_database(settings) as url:
        run(lambda: _rebuilding(settings, url, is_check=check), debug=settings.debug)


@cli.command()
def token(
    subject: Annotated[str, typer.Argument(help="For whom it speaks: any name.")],
    tier: Annotated[TierName, typer.Option(help="What it opens.")] = TierName.FREE,
    role: Annotated[RoleName, typer.Option(help="A service reads playbooks, and nothing else.")] = RoleName.ATHLETE,
    days: Annotated[int, typer.Option(min=1, max=3650, help="How long it is good.")] = TOKEN_DAYS,
) -> None:
    """Print a token, and nothing else."""
    typer.echo(_token(usable_settings(), subject, tier=tier, is_service=role is RoleName.SERVICE, days=days))


@cli.command()
def demo() -> None:
    """Show the way of a person in the terminal, against a server over a real socket."""
    settings = usable_settings().model_copy(update={"log_level": "WARNING"})
    running = running_server(f"http://{settings.host}:{settings.port}")
    if running is not None:
        _demonstrate(settings, running)
        return
    with found_database(settings) as url:
        run(lambda: _demonstrating(settings.model_copy(update={"port": 0}), url), debug=settings.debug)


@cli.command()
def export_schema(
    to: Annotated[Path, typer.Argument(help="The file to write.")] = Path("schema.graphql"),
) -> None:
    """Write the GraphQL schema to a file."""
    from schema import export

    to.write_text(export(), encoding="utf-8")
    typer.echo(f"{to} is written.")


@cli.command()
def check_settings() -> None:
    """Say whether the settings are such that this can start."""
    settings = usable_settings()
    typer.echo(f"The settings are fine for {settings.environment.value}.")


@cli.command()
def doctor() -> None:
    """Ask the language model one small question, to see whether key, model and address are right."""
    from app import try_model

    settings = usable_settings()
    run(lambda: try_model(settings, tell=typer.echo), debug=settings.debug)


def main() -> None:
    """The console script."""
    cli()


async def _serving(settings: Settings, database_url: str, *, with_worker: bool) -> None:
    from app import application
    from web.server import Server, cancel_on_signals, listening, on_signals
    from web.subscriptions.streams import Streams

    cancel_on_signals()
    streams = Streams()
    with listening(settings.host, settings.port) as opened:
        async with application(settings, database_url, with_worker=with_worker, streams=streams) as app:
            server = Server(
                app,
                lambda: _announce(settings, opened.getsockname()[1]),
                on_stopping=streams.stop,
                trusted_proxies=settings.trusted_proxies,
            )
            on_signals(server.stop)
            await server.serve(sockets=[opened])


async def _working(settings: Settings, database_url: str) -> None:
    from app import working_alone
    from web.server import on_signals

    on_signals((over := asyncio.Event()).set)
    async with working_alone(settings, database_url):
        await over.wait()


async def _backing_up(database_url: str, to: Path) -> None:
    from db.backups.manifest import manifest_file
    from db.backups.taking import take_backup

    manifest = await take_backup(database_url, to)
    typer.echo(f"{to} is written: {len(manifest.tables)} tables, and {manifest_file(to).name} beside it.")
    typer.echo(f"Only one that restores is a backup: coachbook verify-backup {to}")


async def _verifying(file: Path, into: str | None) -> None:
    from db.backups.verifying import verify_backup

    found = await verify_backup(file, into=into)
    if found:
        fail("\n".join([f"{file} restores, but not as it was:", *found]))
    typer.echo(f"{file} restores: every row, right and policy is as it was, and a server can start on it.")


async def _rebuilding(settings: Settings, database_url: str, *, is_check: bool) -> None:
    from app import opened_database
    from services.playbook.rebuilding import rebuild_playbooks

    async with opened_database(settings, database_url) as database:
        found = await rebuild_playbooks(database, is_check=is_check)
    typer.echo(f"{found.lessons} lessons, {found.differing} of which differ from what was recorded.")
    if found.differing and is_check:
        sys.exit(1)


async def _demonstrating(settings: Settings, database_url: str) -> None:
    from app import application
    from web.server import listening, serve_meanwhile

    with listening(settings.host, settings.port) as opened:
        url = f"http://{settings.host}:{opened.getsockname()[1]}"
        async with application(settings, database_url, with_worker=True) as app:
            await serve_meanwhile(app, opened, lambda: _demonstrate(settings, url))


def _demonstrate(settings: Settings, url: str) -> None:
    from rich.console import Console

    from demo.way import DemoFailed
    from demo.way import run as show

    try:
        show(url=url, sign=lambda subject: _token(settings, subject), console=Console())
    except DemoFailed as failed:
        fail(str(failed))


def _announce(settings: Settings, port: int) -> None:
    """Says where the server is, once it answers; in development also how to ask it something."""
    host = {"0.0.0.0": "127.0.0.1", "::": "[::1]"}.get(settings.host, settings.host)  # noqa: S104 an address to ask at
    url = f"http://{host}:{port}"
    if settings.is_production:
        typer.echo(f"Coachbook answers at {url}")
        return
    typer.echo(invitation(url, _token(settings, DEMO_SUBJECT)))


def _token(
    settings: Settings,
    subject: str,
    *,
    tier: TierName | None = None,
    is_service: bool = False,
    days: int = TOKEN_DAYS,
) -> str:
    from domain.clock import system_clock
    from domain.profile import Tier

    best = TierName.PREMIUM if settings.uses_model else TierName.FREE
    opened, lifetime = Tier[(tier or best).name], timedelta(days=days)
    return _signer(settings).token(subject, tier=opened, is_service=is_service, lifetime=lifetime, now=system_clock())


def _signer(settings: Settings) -> "Signer":
    """What signs tokens here: the secret where there is one, else the development key."""
    from services.accounts.development_key import DevelopmentKeyUnreadable, development_key
    from services.accounts.signing import development_signer, secret_signer

    if settings.supabase_jwt_secret is not None:
        secret = settings.supabase_jwt_secret.get_secret_value()
        return secret_signer(secret, supabase_url=settings.supabase_url)
    if settings.is_production:
        fail("Nothing can be signed here: in production that takes SUPABASE_JWT_SECRET.")
    try:
        return development_signer(development_key(settings.data_dir))
    except DevelopmentKeyUnreadable as problem:
        fail(str(problem))


if __name__ == "__main__":
    main()
