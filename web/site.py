"""All addresses of this server, and what every request passes on its way to them, outermost first."""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass, field
from pathlib import Path

from opentelemetry.metrics import Meter
from opentelemetry.trace import Tracer
from pydantic import SecretStr
from starlette.middleware.cors import CORSMiddleware
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Route, Router, WebSocketRoute, request_response
from starlette.types import ASGIApp, Receive, Scope, Send
from starlette.websockets import WebSocketClose

from schema.errors import CodedSchema
from web.access_log import AccessLog
from web.authentication import Authentication, SignIn, ViewerOf
from web.body_limit import BodyLimit
from web.deadline import Deadline
from web.endpoint import ContextOf, GraphQLEndpoint
from web.error_boundary import ErrorBoundary
from web.explorer.files import Files
from web.explorer.page import ExplorerPage
from web.health import Check, Health, ModelReport, no_model
from web.load_shedding import LoadShedding, Places
from web.metrics_page import MetricsPage
from web.personal import ContextOfAthlete, personal_routes
from web.rate_limit import RateLimit
from web.refusals import method_not_allowed, not_found
from web.request_id import REQUEST_ID, with_request_id
from web.request_metrics import RequestMetrics
from web.request_span import RequestSpan
from web.subscriptions.socket import Sockets
from web.subscriptions.streams import Streams
from web.whole_body import WholeBody

GRAPHQL_PATHS = ("/graphql", "/graphql/", "/api/v1/graphql", "/api/v1/graphql/")

Lifespan = Callable[[object], AbstractAsyncContextManager[None]]


@dataclass(frozen=True, kw_only=True)
class SiteLimits:
    """Who may call from a browser, and how much of this server one request may take."""

    allowed_origins: Sequence[str]
    most_request_bytes: int
    request_timeout_seconds: float
    most_under_way: int
    """Requests at once; those beyond are refused."""
    rate: RateLimit


@dataclass(frozen=True, kw_only=True)
class Site:
    """What the addresses serve."""

    schema: CodedSchema
    context_of: ContextOf
    viewer_of: ViewerOf
    checks: Mapping[str, Check]
    version: str
    explorer: Path | None = None
    """The folder of the explorer, where there is to be one."""
    trusted_documents: Path | None = None
    """The list of the documents that are executed, where not all are."""
    streams: Streams = field(default_factory=Streams)
    model: Callable[[], ModelReport] = no_model
    context_of_athlete: ContextOfAthlete | None = None
    """For what athletes have beside GraphQL; None where there is nothing of it."""
    tracer: Tracer | None = None
    """What each request's span is made by, where somebody looks at them."""
    meter: Meter | None = None
    """What measures requests, where somebody looks at it."""
    metrics_token: SecretStr | None = None
    """For the page of metrics; None where there is none."""


def site(served: Site, limits: SiteLimits, *, lifespan: Lifespan | None = None) -> ASGIApp:
    """The whole of it as one ASGI application. Raises TrustedDocumentsUnusable."""
    routes = _routes(served, limits)
    app: ASGIApp = Router(routes, default=_nowhere, redirect_slashes=False, lifespan=lifespan)
    app = Deadline(app, seconds=limits.request_timeout_seconds)
    app = BodyLimit(app, most_bytes=limits.most_request_bytes)
    app = ErrorBoundary(app)
    app = CORSMiddleware(
        app,
        allow_origins=limits.allowed_origins,
        allow_methods=("GET", "POST", "DELETE"),
        allow_headers=("Authorization", "Content-Type", REQUEST_ID),
        expose_headers=(REQUEST_ID, "Retry-After"),
    )
    app = AccessLog(app)
    if served.meter is not None:
        paths = [route.path for route in routes if isinstance(route, Route)]
        app = RequestMetrics(app, served.meter, paths=paths)
    if served.tracer is not None:
        app = RequestSpan(app, served.tracer)
    return with_request_id(app)


def _routes(served: Site, limits: SiteLimits) -> list[BaseRoute]:
    health = Health(served.checks, version=served.version, model=served.model)
    files = None if served.explorer is None else Files(served.explorer)
    endpoint = GraphQLEndpoint(
        served.schema,
        context_of=served.context_of,
        streams=served.streams,
        trusted_documents=served.trusted_documents,
        explorer=None if files is None else request_response(ExplorerPage(files)),
    )
    sign_in = SignIn(served.viewer_of, limits.rate)
    sockets = Sockets(endpoint.following, served.streams, sign_in)
    places = Places(limits.most_under_way)

    def at_the_door(app: ASGIApp) -> ASGIApp:
        return WholeBody(LoadShedding(Authentication(app, sign_in), places))

    graphql = at_the_door(endpoint)
    pages: dict[str, Callable[[Request], Awaitable[Response]]] = {
        "/": health.index,
        "/api/health/": health.report,
        "/api/health": health.report,
        "/livez": health.live,
        "/readyz": health.ready,
    }
    if served.metrics_token is not None:
        pages["/metrics"] = MetricsPage(served.metrics_token, limits.rate)
    return [
        *(Route(path, _ReadOnly(request_response(page))) for path, page in pages.items()),
        *(Route(asset.address, _ReadOnly(asset)) for asset in (files.assets if files else ())),
        *personal_routes(served.context_of_athlete, at_the_door),
        *(Route(path, graphql) for path in GRAPHQL_PATHS),
        *(WebSocketRoute(path, sockets) for path in GRAPHQL_PATHS),
    ]


class _ReadOnly:
    """Lets only reading through. (A route's own answer to other methods is not JSON.)"""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["method"] not in ("GET", "HEAD"):
            raise method_not_allowed("GET", "HEAD")
        await self._app(scope, receive, send)


async def _nowhere(scope: Scope, receive: Receive, send: Send) -> None:
    if scope["type"] == "websocket":
        await WebSocketClose()(scope, receive, send)
        return
    raise not_found()
