"""How often each caller may ask: an athlete, whatever their address; and each address for those who do not say who they are."""

import ipaddress
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Protocol

from starlette.types import Scope

from domain.profile import Viewer
from schema.errors import ErrorCode
from web.refusals import Refused
from web.sliding_window import SlidingWindow

NETWORK_BITS = 64
"""Of an IPv6 address: whoever has one has all of its network."""


class Window(Protocol):
    """Counts callers."""

    async def take(self, caller: str) -> int:
        """Counts one more and gives 0; or counts nothing, and gives the seconds after which there is room again."""


class RateLimit:
    """Counts requests, and refuses those beyond the limit."""

    def __init__(self, window: Window, *, most: int) -> None:
        self._window = window
        self._most = most

    async def count(self, scope: Scope, viewer: Viewer | None) -> None:
        """Raises Refused."""
        seconds = await self._window.take(viewer.athlete_id if viewer is not None else _address(scope))
        if seconds:
            message = f"At most {self._most} requests a minute. Please try again in {seconds} s."
            raise Refused(429, ErrorCode.RATE_LIMITED, message, retry_after_seconds=seconds)


@asynccontextmanager
async def rate_limit(most: int, *, redis_url: str | None) -> AsyncIterator[RateLimit]:
    """At most so many requests a minute: of all processes together where there is a Redis, else of this one."""
    own = SlidingWindow(most)
    if redis_url is None:
        yield RateLimit(own, most=most)
        return
    from web.shared_window import shared_window  # brings half a second of libraries

    async with shared_window(redis_url, own) as shared:
        yield RateLimit(shared, most=most)


def _address(scope: Scope) -> str:
    """What a proxy says may be anything, so that no more than an address is taken from it."""
    host, _port = scope.get("client") or ("", 0)
    try:
        address = ipaddress.ip_address(host)
    except ValueError:
        return "address:unknown"
    if address.version == 4:
        return f"address:{address}"
    if address.ipv4_mapped is not None:
        return f"address:{address.ipv4_mapped}"
    return f"address:{ipaddress.ip_network((address, NETWORK_BITS), strict=False).network_address}"
