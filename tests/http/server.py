"""A small schema behind the real site, on a real socket."""

import asyncio
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

import strawberry
import uvicorn
from pydantic import SecretStr
from starlette.types import ASGIApp

from domain.errors import Forbidden, Unauthenticated, Unavailable
from domain.ids import athlete_id_of
from domain.profile import Tier, Viewer
from schema.errors import CodedSchema
from schema.prepared import PreparedDocument
from web.rate_limit import RateLimit
from web.site import Site, SiteLimits, site
from web.sliding_window import SlidingWindow

CANARY = "canary-in-an-exception"
MOST_BYTES = 20_000
MANY = 1_000_000
"""No limit, for tests of other things."""


@dataclass
class Context:
    """What the small schema's resolvers know."""

    viewer: Viewer | None
    request_id: str


@strawberry.type
class Item:
    id: strawberry.ID
    name: str

    @strawberry.field
    def sibling(self) -> "Item":
        return self


@strawberry.type
class Page:
    edges: list[Item]


@strawberry.type
class ItemConnection:
    edges: list[Page]


@strawberry.type
class Query:
    @strawberry.field
    def hello(self, name: str = "you") -> str:
        return f"Hello, {name}"

    @strawberry.field
    def item(self) -> Item:
        return Item(id=strawberry.ID("item_1"), name="one")

    @strawberry.field
    def items(self, first: int | None = 20) -> ItemConnection:
        return ItemConnection(edges=[])

    @strawberry.field
    def subject(self, info: strawberry.Info[Context, None]) -> str:
        if info.context.viewer is None:
            raise Unauthenticated("Sign in first.")
        return info.context.viewer.subject

    @strawberry.field
    def request_id(self, info: strawberry.Info[Context, None]) -> str:
        return info.context.request_id

    @strawberry.field
    def broken(self) -> str | None:
        raise RuntimeError(CANARY)

    @strawberry.field
    def broken_at_the_root(self) -> str:
        raise RuntimeError(CANARY)

    @strawberry.field
    async def slow(self) -> str:
        await asyncio.sleep(30)
        return "at last"

    @strawberry.field
    def forbidden(self) -> str | None:
        raise Forbidden("Not for you.")

    @strawberry.field
    def unavailable(self) -> str | None:
        raise Unavailable("Not now.")

    @strawberry.field
    def unwritable(self) -> strawberry.scalars.JSON:
        return strawberry.scalars.JSON({"value": object()})


@strawberry.type
class Mutation:
    @strawberry.mutation
    def save(self, text: str) -> str:
        return text


SCHEMA = CodedSchema(query=Query, mutation=Mutation, extensions=[PreparedDocument])


@dataclass
class State:
    """What the checks of health say now."""

    ills: set[str] = field(default_factory=set)

    async def check(self, name: str) -> None:
        if name in self.ills:
            raise RuntimeError(CANARY)


async def viewer_of(token: str) -> Viewer:
    if token == "outage":
        raise Unavailable("Tokens cannot be verified now.")
    if not token.startswith("good-"):
        raise Unauthenticated("This token is not accepted: it is not a JWT.")
    subject = token.removeprefix("good-")
    return Viewer(
        athlete_id=athlete_id_of(issuer="test", subject=subject),
        subject=subject,
        issuer="test",
        tier=Tier.FREE,
        expires_at=datetime(2099, 1, 1, tzinfo=UTC),
    )


def still_rate(most: int) -> RateLimit:
    """A rate limit for which it is a quarter past a minute, and stays so."""
    return RateLimit(SlidingWindow(most, clock=lambda: 615.0), most=most)


def small_site(
    state: State,
    *,
    origins: tuple[str, ...] = ("https://app.example.com",),
    seconds: float = 30,
    explorer: Path | None = None,
    trusted_documents: Path | None = None,
    most_a_minute: int = MANY,
    most_under_way: int = MANY,
    metrics_token: SecretStr | None = None,
) -> ASGIApp:
    served = Site(
        schema=SCHEMA,
        context_of=Context,
        viewer_of=viewer_of,
        checks={"database": lambda: state.check("database"), "tokenKeys": lambda: state.check("tokenKeys")},
        version="1.2.3",
        explorer=explorer,
        metrics_token=metrics_token,
        trusted_documents=trusted_documents,
    )
    limits = SiteLimits(
        allowed_origins=origins,
        most_request_bytes=MOST_BYTES,
        request_timeout_seconds=seconds,
        most_under_way=most_under_way,
        rate=still_rate(most_a_minute),
    )
    return site(served, limits)


@contextmanager
def serving(app: ASGIApp) -> Iterator[str]:
    """The app on a port of its own; gives the address."""
    config = uvicorn.Config(
        app, host="127.0.0.1", port=0, log_config=None, access_log=False, http="httptools", lifespan="off"
    )
    server = uvicorn.Server(config)
    thread = threading.Thread(target=server.run)
    thread.start()
    while not server.started:
        assert thread.is_alive()
        thread.join(0.005)
    try:
        yield f"http://127.0.0.1:{server.servers[0].sockets[0].getsockname()[1]}"
    finally:
        server.should_exit = True
        thread.join()
