"""Plugs it together: settings -> database -> services -> routes. What it opens, it closes."""

import asyncio
import contextlib
import importlib.metadata
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from sqlalchemy.exc import SQLAlchemyError
from starlette.types import ASGIApp

from db.database import Database, PoolLimits
from db.notifications import Board, Listener
from db.seed.catalogue import read_catalogue
from domain.clock import system_clock
from domain.errors import Unavailable
from domain.exercise import Catalogue
from domain.profile import Viewer
from domain.service import ServiceFacts
from resolvers.context import Context
from schema import schema
from services.accounts.development_key import development_key
from services.accounts.issuers import Issuer, development_issuer, secret_issuer
from services.accounts.tokens import Tokens
from services.composition import Allowances, Services, compose
from settings import Settings
from web.site import Site, SiteLimits, site
from web.subscriptions.streams import Streams

VERSION = importlib.metadata.version("coachbook")
WARM_UP_AFTER_SECONDS = 3.0
"""The solver takes seconds to load: after the first questions were answered, and before the first plan is asked for."""
DATABASE_SECONDS = 2.5
"""How long a start waits for the database's first answer."""


class CannotStart(Exception):
    """Something is missing outside the settings. The text says what to do, in one line."""


@asynccontextmanager
async def application(
    settings: Settings, database_url: str, *, with_worker: bool, streams: Streams | None = None
) -> AsyncIterator[ASGIApp]:
    """The whole server as an ASGI application, working on generations too where that is asked for. Raises CannotStart."""
    async with open_database(settings, database_url) as database, noticing(settings, database_url) as board:
        catalogue = read_catalogue()
        tokens = Tokens(issuers(settings), clock=system_clock)
        try:
            services = _services(settings, database=database, catalogue=catalogue, tokens=tokens, board=board)
            async with contextlib.AsyncExitStack() as beside:
                if with_worker:
                    await beside.enter_async_context(working(settings, database_url, database=database, board=board))
                yield _site(settings, services, database, streams or Streams())
        finally:
            await tokens.close()


@asynccontextmanager
async def open_database(settings: Settings, url: str) -> AsyncIterator[Database]:
    """The database, which answers and is as this program needs it. Raises CannotStart."""
    limits = PoolLimits(size=settings.database_pool_size)
    database = Database(url, limits=limits, behind_pooler=settings.database_direct_url is not None)
    try:
        await _check_database(database)
        yield database
    finally:
        await database.close()


@asynccontextmanager
async def working_alone(settings: Settings, database_url: str) -> AsyncIterator[None]:
    """A worker that serves nobody. Raises CannotStart."""
    async with (
        open_database(settings, database_url) as database,
        noticing(settings, database_url) as board,
        working(settings, database_url, database=database, board=board),
    ):
        yield


@asynccontextmanager
async def noticing(settings: Settings, url: str) -> AsyncIterator[Board]:
    """Where changes are posted meanwhile, whoever makes them."""
    board = Board()
    listener = Listener(_direct_url(settings, url), board)
    listener.start()
    try:
        yield board
    finally:
        await listener.stop()


@asynccontextmanager
async def working(settings: Settings, url: str, *, database: Database, board: Board) -> AsyncIterator[None]:
    """Works on generations meanwhile."""
    from services.generation.engine import RuleEngine  # these bring the solver and DBOS, which a mere API does without
    from services.generation.work import GenerationWork
    from services.generation.worker import Worker

    engine = RuleEngine(read_catalogue())
    worker = Worker(_direct_url(settings, url), GenerationWork(database, engine, board=board), database)
    await worker.start()
    warming = asyncio.get_running_loop().call_later(WARM_UP_AFTER_SECONDS, engine.warm_up)
    try:
        yield
    finally:
        warming.cancel()
        await worker.stop()


def _direct_url(settings: Settings, url: str) -> str:
    """PostgreSQL itself, where the database is otherwise reached through a pooler."""
    direct = settings.database_direct_url
    return url if direct is None else direct.get_secret_value()


def issuers(settings: Settings) -> list[Issuer]:
    """Whose tokens are accepted. In development that includes this program itself."""
    trusted = []
    if settings.supabase_jwt_secret is not None:
        secret = settings.supabase_jwt_secret.get_secret_value()
        trusted.append(secret_issuer(secret, supabase_url=settings.supabase_url))
    if settings.supabase_url is not None or settings.oidc_issuer is not None:
        from services.accounts.publishers import oidc_issuer, supabase_issuer  # these bring an HTTP client

        if settings.supabase_url is not None:
            trusted.append(supabase_issuer(settings.supabase_url))
        if settings.oidc_issuer is not None and settings.oidc_audience is not None:
            trusted.append(oidc_issuer(settings.oidc_issuer, audience=settings.oidc_audience))
    if settings.supabase_jwt_secret is None and not settings.is_production:
        trusted.append(development_issuer(development_key(settings.data_dir)))
    return trusted


def _services(
    settings: Settings, *, database: Database, catalogue: Catalogue, tokens: Tokens, board: Board
) -> Services:
    return compose(
        database=database,
        clock=system_clock,
        catalogue=catalogue,
        tokens=tokens,
        board=board,
        allowances=Allowances(
            free_generations=settings.free_generations_per_day,
            premium_generations=settings.premium_generations_per_day,
            messages=settings.messages_per_day,
        ),
        info=ServiceFacts(
            version=VERSION,
            is_premium_enabled=settings.premium_tier_enabled,
            catalogue_version=catalogue.version,
        ),
        matches_contexts=settings.playbook_context_matching_enabled,
    )


def _site(settings: Settings, services: Services, database: Database, streams: Streams) -> ASGIApp:
    def context_of(viewer: Viewer | None, request_id: str) -> Context:
        return Context(services=services, viewer=viewer, request_id=request_id)

    async def migrations() -> None:
        if not await database.schema_is_current():
            raise Unavailable("The database's schema is not the newest.")

    served = Site(
        schema=schema,
        context_of=context_of,
        viewer_of=services.tokens.viewer,
        checks={"database": database.ping, "migrations": migrations, "tokenKeys": services.tokens.check_keys},
        version=VERSION,
        has_explorer=not settings.is_production,
        streams=streams,
    )
    limits = SiteLimits(
        allowed_origins=settings.cors_allowed_origins,
        most_request_bytes=settings.max_request_bytes,
        request_timeout_seconds=settings.request_timeout_seconds,
    )
    return site(served, limits)


async def _check_database(database: Database) -> None:
    try:
        async with asyncio.timeout(DATABASE_SECONDS):
            is_current = await database.schema_is_current()
    except TimeoutError:
        raise CannotStart("The database does not answer. Is DATABASE_URL right, and is it running?") from None
    except (OSError, SQLAlchemyError) as error:
        reason = type(getattr(error, "orig", None) or error).__name__  # the text may tell the URL
        raise CannotStart(
            f"The database cannot be used ({reason}). Is it running, and did `coachbook migrate` run?"
        ) from None
    if not is_current:
        raise CannotStart("The database's schema is not the newest. Run `coachbook migrate` first.")
