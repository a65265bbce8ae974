"""Fetches an issuer's key set over HTTP, within a deadline and a size."""

import asyncio
from typing import TypeVar

import httpx2
import msgspec

from services.accounts.published_keys import FETCH_DEADLINE_SECONDS, FetchFailed, KeySetDocument

LARGEST_DOCUMENT_BYTES = 262_144

Document = TypeVar("Document", bound=msgspec.Struct)


class Discovery(msgspec.Struct, frozen=True):
    """What matters of an OpenID provider's discovery document."""

    issuer: str
    jwks_uri: str


class NotThere(FetchFailed):
    """The address answers that it has no such document."""


class KeySetAt:
    """The key set at an address; where there is a discovery document, at the address that this one names."""

    def __init__(self, address: str, *, discovery: str | None = None, issuer: str | None = None) -> None:
        self._address = address
        self._discovery = discovery
        self._issuer = issuer

    async def __call__(self) -> KeySetDocument:
        try:
            async with (
                asyncio.timeout(FETCH_DEADLINE_SECONDS),
                httpx2.AsyncClient(timeout=FETCH_DEADLINE_SECONDS) as client,
            ):
                return await _document(client, await self._discovered(client), KeySetDocument)
        except TimeoutError:
            raise FetchFailed("no answer in time") from None
        except (httpx2.HTTPError, httpx2.InvalidURL) as error:
            raise FetchFailed(type(error).__name__) from None

    async def _discovered(self, client: httpx2.AsyncClient) -> str:
        if self._discovery is None:
            return self._address
        try:
            discovery = await _document(client, self._discovery, Discovery)
        except NotThere:
            return self._address
        if discovery.issuer != self._issuer:
            raise FetchFailed("the discovery document names another issuer")
        if self._discovery.startswith("https:") and not discovery.jwks_uri.startswith("https:"):
            raise FetchFailed("the discovery document names keys that are not served by HTTPS")
        return discovery.jwks_uri


async def _document(client: httpx2.AsyncClient, address: str, kind: type[Document]) -> Document:
    async with client.stream("GET", address, headers={"Accept": "application/json"}) as response:
        if response.status_code == httpx2.codes.NOT_FOUND:
            raise NotThere("status 404")
        if response.status_code != httpx2.codes.OK:
            raise FetchFailed(f"status {response.status_code}")
        body = bytearray()
        async for chunk in response.aiter_bytes():
            body += chunk
            if len(body) > LARGEST_DOCUMENT_BYTES:
                raise FetchFailed("the document is too large")
    try:
        return msgspec.json.decode(body, type=kind)
    except (ValueError, RecursionError):
        raise FetchFailed("the document is not what it should be") from None
