"""A small schema with subscriptions behind the real site and the real server, in this test's own loop."""

import asyncio
import datetime
import socket
from collections.abc import AsyncGenerator, AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field

import msgspec
import strawberry

from domain.errors import NotFound, Unauthenticated, Unavailable
from domain.profile import Viewer
from schema.errors import CodedSchema
from schema.prepared import PreparedDocument
from tests.http.server import MANY, Context, still_rate, viewer_of
from web.connection import USUAL_LIMITS, ConnectionLimits
from web.server import Server
from web.site import Site, SiteLimits, site
from web.subscriptions.streams import StreamLimits, Streams

CANARY = "canary-in-a-subscription"


@strawberry.type
class Query:
    @strawberry.field
    def hello(self) -> str:
        return "Hello"


@strawberry.type
class Subscription:
    @strawberry.subscription
    async def count(self, to: int) -> AsyncGenerator[int, None]:
        for number in range(1, to + 1):
            yield number

    @strawberry.subscription
    async def endless(self) -> AsyncGenerator[str, None]:
        yield "first"
        await asyncio.Event().wait()

    @strawberry.subscription
    async def large(self, bytes: int, times: int = 1) -> AsyncGenerator[str, None]:
        for _ in range(times):
            yield "x" * bytes

    @strawberry.subscription
    async def subject(self, info: strawberry.Info[Context, None]) -> AsyncGenerator[str, None]:
        if info.context.viewer is None:
            raise Unauthenticated("Sign in first.")
        yield info.context.viewer.subject

    @strawberry.subscription
    async def missing(self) -> AsyncGenerator[str, None]:
        raise NotFound("x")
        yield ""

    @strawberry.subscription
    async def broken(self) -> AsyncGenerator[str, None]:
        yield "first"
        raise RuntimeError(CANARY)


SCHEMA = CodedSchema(query=Query, subscription=Subscription, extensions=[PreparedDocument])


async def any_viewer(token: str) -> Viewer:
    """`good-ann`; or `brief-ann`, whose token expires soon."""
    if token.startswith("brief-"):
        viewer = await viewer_of("good-" + token.removeprefix("brief-"))
        soon = datetime.datetime.now(datetime.UTC) + datetime.timedelta(seconds=1)
        return msgspec.structs.replace(viewer, expires_at=soon)
    if token == "outage":
        raise Unavailable("Not now.")
    return await viewer_of(token)


@dataclass
class Running:
    """A server that answers."""

    port: int
    streams: Streams
    server: Server
    ended: asyncio.Event = field(default_factory=asyncio.Event)

    @property
    def http(self) -> str:
        return f"http://127.0.0.1:{self.port}/graphql"

    async def holds(self, connections: int) -> None:
        """Waits until it has so many."""
        async with asyncio.timeout(60):
            while len(self.server.server_state.connections) != connections:  # noqa: ASYNC110 - uvicorn tells nobody
                await asyncio.sleep(0.005)

    @property
    def websocket(self) -> str:
        return f"ws://127.0.0.1:{self.port}/graphql"


@asynccontextmanager
async def running(
    limits: StreamLimits | None = None,
    *,
    request_seconds: float = 30,
    most_a_minute: int = MANY,
    most_under_way: int = MANY,
    trusted_proxies: tuple[str, ...] = (),
    connections: ConnectionLimits = USUAL_LIMITS,
) -> AsyncIterator[Running]:
    streams = Streams(limits or StreamLimits())
    served = Site(
        schema=SCHEMA,
        context_of=Context,
        viewer_of=any_viewer,
        checks={},
        version="1.2.3",
        streams=streams,
    )
    bounds = SiteLimits(
        allowed_origins=("*",),
        most_request_bytes=20_000,
        request_timeout_seconds=request_seconds,
        most_under_way=most_under_way,
        rate=still_rate(most_a_minute),
    )
    started = asyncio.Event()
    with socket.socket() as opened:
        opened.bind(("127.0.0.1", 0))
        opened.listen(256)
        server = Server(
            site(served, bounds),
            started.set,
            on_stopping=streams.stop,
            trusted_proxies=trusted_proxies,
            limits=connections,
        )
        serving = asyncio.create_task(server.serve(sockets=[opened]))
        await started.wait()
        yield Running(opened.getsockname()[1], streams, server)
        server.stop()
        await serving
