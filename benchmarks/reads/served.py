"""The server as it runs, asked in this process and without a socket: all its middleware, tokens and limits are passed."""

from typing import cast

from starlette.types import ASGIApp
from strawberry.types import ExecutionResult

from db.database import Database
from db.seed.catalogue import read_catalogue
from domain.clock import system_clock
from domain.profile import Viewer
from domain.service import ServiceFacts
from resolvers.context import Context
from schema import schema
from schema.compiled.documents import CompiledDocument
from schema.errors import CodedSchema
from services.accounts.tokens import Tokens
from services.composition import Allowances, Services, compose
from web.rate_limit import RateLimit
from web.site import Site, SiteLimits, site

PLENTY = 10**9


class NotCompiling:
    """The schema, which has graphql-core execute everything."""

    def __init__(self) -> None:
        self.core = schema.core

    async def answer(
        self, document: CompiledDocument, *, operation_name: str | None, variables: dict[str, object], context: object
    ) -> ExecutionResult:
        return await schema.by_core(document, operation_name=operation_name, variables=variables, context=context)


def services_on(database: Database, tokens: Tokens) -> Services:
    catalogue = read_catalogue()
    return compose(
        database=database,
        clock=system_clock,
        catalogue=catalogue,
        tokens=tokens,
        allowances=Allowances(free_generations=PLENTY, premium_generations=PLENTY, messages=PLENTY),
        info=ServiceFacts(version="0", is_premium_enabled=False, catalogue_version=catalogue.version),
    )


def served(services: Services, rate: RateLimit, *, compiles: bool) -> ASGIApp:
    """All of it but the socket."""

    def context_of(viewer: Viewer | None, request_id: str) -> Context:
        return Context(services=services, viewer=viewer, request_id=request_id)

    place = Site(
        schema=schema if compiles else cast("CodedSchema", NotCompiling()),
        context_of=context_of,
        viewer_of=services.tokens.viewer,
        checks={},
        version="0",
    )
    limits = SiteLimits(
        allowed_origins=("https://app.example.com",),
        most_request_bytes=262_144,
        request_timeout_seconds=30,
        most_under_way=100,
        rate=rate,
    )
    return site(place, limits)
