"""The whole site in this process, over a real database, and everybody who may come to its door with their tokens."""

import asyncio
import dataclasses
import datetime
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from enum import StrEnum

import httpx2
from joserfc import jwt
from joserfc.jwk import ECKey

from db.database import Database
from domain.exercise import Catalogue
from domain.profile import Viewer
from domain.service import ServiceFacts
from resolvers.context import Context
from schema import schema
from services.accounts.issuers import development_issuer
from services.accounts.signing import development_signer
from services.accounts.tokens import Tokens
from services.composition import Allowances, Services, compose
from tests.conftest import NOW
from tests.http.server import MANY, still_rate
from web.site import Site, SiteLimits, site

KEY = ECKey.generate_key("P-256", {"kid": "development"}, private=True)
OWNER, STRANGER = "ann", "bob"
_DECADES = datetime.timedelta(days=20_000)
"""Streams end by the real clock, so that tokens must outlast it."""


class Person(StrEnum):
    """Who comes to the door. All tokens but the stranger's and the service's speak of the owner."""

    NOBODY = "nobody"
    EXPIRED = "expired"
    ANON = "anon"
    SERVICE_ROLE = "service_role"
    SERVICE = "service"
    STRANGER = "stranger"
    OWNER = "owner"


def token_of(person: Person) -> str | None:
    signer, subject = development_signer(KEY), STRANGER if person is Person.STRANGER else OWNER
    if person is Person.NOBODY:
        return None
    if person is Person.EXPIRED:
        return signer.token(subject, lifetime=datetime.timedelta(hours=-1), now=NOW)
    if person in (Person.ANON, Person.SERVICE_ROLE):
        claims = {
            "iss": "coachbook",
            "aud": "authenticated",
            "sub": subject,
            "role": person.value,
            "exp": 9_999_999_999,
        }
        return jwt.encode({"alg": "ES256", "kid": KEY.kid}, claims, KEY, algorithms=["ES256"])
    return signer.token(subject, is_service=person is Person.SERVICE, lifetime=_DECADES, now=NOW)


@dataclasses.dataclass(frozen=True)
class Door:
    """Where requests come in, and what stands behind it."""

    database: Database
    services: Services
    client: httpx2.AsyncClient

    async def ask(self, query: str, *, by: Person, **variables: object) -> httpx2.Response:
        token = token_of(by)
        headers = {"Accept": "application/json"} | ({"Authorization": f"Bearer {token}"} if token else {})
        if query.startswith("subscription"):
            headers["Accept"] = "text/event-stream"
        asked = {"query": query, "variables": variables}
        # In a task of its own, as a server has it: a fixture that asks would leave the request's id to the tests after it.
        return await asyncio.create_task(self.client.post("/graphql", json=asked, headers=headers))

    async def viewer(self, person: Person) -> Viewer:
        return await self.services.tokens.viewer(token_of(person) or "")


@asynccontextmanager
async def opened_door(database: Database, catalogue: Catalogue) -> AsyncIterator[Door]:
    services = compose(
        database=database,
        clock=lambda: NOW,
        catalogue=catalogue,
        tokens=Tokens([development_issuer(KEY)], clock=lambda: NOW),
        allowances=Allowances(free_generations=1000, premium_generations=1000, messages=1000),
        info=ServiceFacts(version="1.2.3", is_premium_enabled=False, catalogue_version=catalogue.version),
    )
    served = Site(
        schema=schema,
        context_of=_context_of(services),
        context_of_athlete=_context_of(services),
        viewer_of=services.tokens.viewer,
        checks={},
        version="1.2.3",
    )
    limits = SiteLimits(
        allowed_origins=(),
        most_request_bytes=262_144,
        request_timeout_seconds=30,
        most_under_way=MANY,
        rate=still_rate(MANY),
    )
    transport = httpx2.ASGITransport(site(served, limits))
    async with httpx2.AsyncClient(transport=transport, base_url="http://door") as client:
        yield Door(database, services, client)


def _context_of(services: Services) -> Callable[[Viewer | None, str], Context]:
    return lambda viewer, request_id: Context(services=services, viewer=viewer, request_id=request_id)
