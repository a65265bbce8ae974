"""Plugs it together: settings -> database -> services -> routes. What it opens, it closes."""

import contextlib
import importlib.metadata
from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from dataclasses import dataclass

from opentelemetry.metrics import Meter
from starlette.types import ASGIApp

from configuration import (
    allowances,
    direct_url,
    model_limits,
    model_place,
    most_under_way,
    plain,
    token_sources,
    users,
)
from db.database import Database, PoolLimits
from db.notifications import Board, board_kept
from db.opening import open_database
from db.pool_gauge import watch_pool
from db.seed.catalogue import read_catalogue
from domain.clock import Clock, system_clock
from domain.errors import Unavailable
from domain.profile import Viewer
from domain.service import ServiceFacts
from resolvers.context import Context
from schema import schema
from services.accounts.tokens import Tokens
from services.accounts.trusted import trusted_issuers
from services.composition import Services, compose
from services.feedback.conversations import READING
from services.llm.access import ModelAccess
from services.llm.failures import ModelUnusable
from services.llm.opening import ask_once, opened_access
from services.playbook.embedders import Embedder, embedder_for
from services.warming import loading_soon
from settings import Settings
from web.error_reports import reporting
from web.explorer.page import FOLDER as EXPLORER
from web.health import model_report
from web.rate_limit import RateLimit, rate_limit
from web.site import Site, SiteLimits, site
from web.subscriptions.streams import Streams
from web.telemetry import exporting, meter_for, request_tracer

VERSION = importlib.metadata.version("coachbook")


class CannotStart(Exception):
    """Something is missing outside the settings. The text says what to do, in one line."""


@dataclass(frozen=True, kw_only=True)
class Beside:
    """What a server and a worker in one process share."""

    database: Database
    board: Board
    model: ModelAccess | None
    embedder: Embedder | None
    clock: Clock = system_clock


@asynccontextmanager
async def application(
    settings: Settings,
    database_url: str,
    *,
    with_worker: bool,
    streams: Streams | None = None,
    clock: Clock = system_clock,
) -> AsyncIterator[ASGIApp]:
    """The whole server as an ASGI application, working on generations too where that is asked for. Raises DatabaseUnusable."""
    async with opened(settings, database_url, clock=clock) as beside:
        tokens = Tokens(trusted_issuers(token_sources(settings)), clock=clock)
        try:
            services = _services(settings, beside, tokens=tokens)
            async with contextlib.AsyncExitStack() as stack:
                await stack.enter_async_context(services.deleted_accounts.kept_up_with(beside.board))
                if with_worker:
                    await stack.enter_async_context(working(settings, database_url, beside))
                stack.enter_context(loading_soon(READING))
                rate = await stack.enter_async_context(
                    rate_limit(settings.rate_limit_per_minute, redis_url=plain(settings.redis_url))
                )
                yield _site(settings, services, beside, streams or Streams(), rate=rate)
        finally:
            await tokens.close()


def opened_database(settings: Settings, url: str) -> AbstractAsyncContextManager[Database]:
    """The database, which answers and is as this program needs it. Raises DatabaseUnusable."""
    return open_database(
        url,
        limits=PoolLimits(size=settings.database_pool_size),
        behind_pooler=settings.database_direct_url is not None,
    )


@asynccontextmanager
async def working_alone(settings: Settings, database_url: str) -> AsyncIterator[None]:
    """A worker that serves nobody. Raises DatabaseUnusable."""
    async with opened(settings, database_url) as beside, working(settings, database_url, beside):
        yield


@asynccontextmanager
async def opened(settings: Settings, url: str, *, clock: Clock = system_clock) -> AsyncIterator[Beside]:
    """What there is to share, open for as long as this block. Raises DatabaseUnusable."""
    with (
        exporting(settings.otel_exporter_otlp_endpoint, has_page=settings.metrics_token is not None, version=VERSION),
        reporting(plain(settings.sentry_dsn), version=VERSION, environment=settings.environment.value),
    ):
        async with (
            opened_database(settings, url) as database,
            board_kept(direct_url(settings, url)) as board,
            opened_model(settings, database) as model,
        ):
            if (meter := _meter(settings)) is not None:
                watch_pool(database, meter)
            embedder = embedder_for(model, matches_contexts=settings.playbook_context_matching_enabled)
            yield Beside(database=database, board=board, model=model, embedder=embedder, clock=clock)


@asynccontextmanager
async def opened_model(settings: Settings, database: Database) -> AsyncIterator[ModelAccess | None]:
    """The language model with what everybody may use of it; None where there is no key, or no premium tier."""
    place = model_place(settings)
    if place is None or not settings.uses_model:
        yield None
        return
    async with opened_access(place, database, model_limits(settings)) as access:
        yield access


async def try_model(settings: Settings, *, tell: Callable[[str], None]) -> None:
    """Ask the model once, whatever the tier, and tell how it went. Raises CannotStart, whose text says what is wrong."""
    place = model_place(settings)
    if place is None:
        raise CannotStart(
            "There is no OPENAI_API_KEY, so that no language model is asked. Plans are made by the rules."
        )
    asked = f"{settings.openai_model} at {settings.openai_base_url}"
    try:
        await ask_once(place)
    except ModelUnusable as failure:
        raise CannotStart(f"The language model {asked} cannot be used: {failure.reason}.") from None
    tell(f"The language model {asked} answers.")


def working(settings: Settings, url: str, beside: Beside) -> AbstractAsyncContextManager[None]:
    """Works on generations meanwhile."""
    from services.generation.working import Workplace  # brings the solver and DBOS, which a mere API does without
    from services.generation.working import working as working_at

    place = Workplace(
        url=direct_url(settings, url),
        database=beside.database,
        board=beside.board,
        catalogue=read_catalogue(),
        model=beside.model,
        embedder=beside.embedder,
        falls_back=settings.fallback_to_free,
        clock=beside.clock,
        users=users(settings),
    )
    return working_at(place)


def _services(settings: Settings, beside: Beside, *, tokens: Tokens) -> Services:
    catalogue = read_catalogue()
    return compose(
        database=beside.database,
        clock=beside.clock,
        catalogue=catalogue,
        tokens=tokens,
        board=beside.board,
        model=beside.model,
        embedder=beside.embedder,
        allowances=allowances(settings),
        info=ServiceFacts(
            version=VERSION,
            is_premium_enabled=beside.model is not None,
            catalogue_version=catalogue.version,
        ),
        matches_contexts=settings.playbook_context_matching_enabled,
        users=users(settings),
    )


def _site(settings: Settings, services: Services, beside: Beside, streams: Streams, *, rate: RateLimit) -> ASGIApp:
    database = beside.database

    def context_of(viewer: Viewer | None, request_id: str) -> Context:
        return Context(services=services, viewer=viewer, request_id=request_id)

    async def migrations() -> None:
        if not await database.schema_is_current():
            raise Unavailable("The database's schema is not the newest.")

    served = Site(
        schema=schema,
        context_of=context_of,
        context_of_athlete=context_of,
        viewer_of=services.tokens.viewer,
        checks={"database": database.ping, "migrations": migrations, "tokenKeys": services.tokens.check_keys},
        version=VERSION,
        explorer=None if settings.is_production else EXPLORER,
        trusted_documents=settings.trusted_documents,
        model=lambda: model_report(beside.model, is_key_set=settings.openai_api_key is not None),
        streams=streams,
        tracer=request_tracer(settings.otel_exporter_otlp_endpoint),
        meter=_meter(settings),
        metrics_token=settings.metrics_token,
    )
    limits = SiteLimits(
        allowed_origins=settings.cors_allowed_origins,
        most_request_bytes=settings.max_request_bytes,
        request_timeout_seconds=settings.request_timeout_seconds,
        most_under_way=most_under_way(settings),
        rate=rate,
    )
    return site(served, limits)


def _meter(settings: Settings) -> Meter | None:
    return meter_for(settings.otel_exporter_otlp_endpoint, has_page=settings.metrics_token is not None)
