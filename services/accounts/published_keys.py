"""The keys that an issuer publishes (JWKS), kept in memory: fetched once for many waiters, and again when a key is unknown.

A fetch never happens more than once in ten seconds (but for the first key that is unknown after the first fetch, so that a
rotation soon after the start is seen at once). An outage of the issuer leaves the keys that are known.
"""

import asyncio
import time
from collections.abc import Callable
from typing import Protocol

import msgspec
import structlog
from joserfc.errors import JoseError
from joserfc.jwk import ECKey, JWKRegistry, Key, OctKey, OKPKey, RSAKey

from domain.errors import Unavailable
from services.accounts.claims import refused

KEY_FORMS = {
    "RS256": ("RSA", None),
    "PS256": ("RSA", None),
    "ES256": ("EC", "P-256"),
    "ES384": ("EC", "P-384"),
    "Ed25519": ("OKP", "Ed25519"),
}
"""The key type and curve that each algorithm needs. These algorithms and no others are taken from an issuer with JWKS."""
SECONDS_BETWEEN_FETCHES = 10.0
SECONDS_AFTER_COLD_FAILURE = 2.0
SECONDS_FRESH = 600.0
FETCH_DEADLINE_SECONDS = 5.0
MOST_KEYS = 50
FEWEST_RSA_BITS = 2048

_log = structlog.get_logger("coachbook.tokens")


class FetchFailed(Exception):
    """The issuer's keys could not be had. Its text says why, in words fit for a log."""


class KeySetDocument(msgspec.Struct, frozen=True):
    """A JWKS as it comes over the wire; each key is looked at by itself, so that a strange one does not spoil the others."""

    keys: list[dict[str, object]]


class FetchKeySet(Protocol):
    """Brings the newest key set of an issuer."""

    async def __call__(self) -> KeySetDocument:
        """Raises FetchFailed."""


class PublishedKeys:
    """The keys of one issuer."""

    def __init__(self, fetch: FetchKeySet, *, monotonic: Callable[[], float] = time.monotonic) -> None:
        self._fetch = fetch
        self._monotonic = monotonic
        self._keys: tuple[Key, ...] = ()
        self._running: asyncio.Task[None] | None = None
        self._next_fetch_at = float("-inf")
        self._stale_at = float("-inf")
        self._is_reachable = True

    async def key(self, key_id: str | None, algorithm: str) -> Key:
        """The key that a token names. Raises Unauthenticated where there is none, and Unavailable where that is not known."""
        key = self._known(key_id, algorithm)
        if key is not None:
            if self._monotonic() >= self._stale_at and self._may_fetch():
                self._refresh()
            return key
        if self._running is not None or self._may_fetch():
            await self.refreshed()
            key = self._known(key_id, algorithm)
        if key is None:
            raise refused("its key is unknown") if self._is_reachable else Unavailable("Tokens cannot be verified now.")
        return key

    async def ready(self) -> bool:
        """Whether any key is known, after a fetch where there is none and one is allowed."""
        if not self._keys and (self._running is not None or self._may_fetch()):
            await self.refreshed()
        return bool(self._keys)

    async def refreshed(self) -> None:
        """Returns once the fetch that runs, or the one that starts now, has ended."""
        # Shielded: a request that is cancelled must not take the others' fetch along.
        await asyncio.shield(self._refresh())

    async def close(self) -> None:
        if self._running is not None:
            self._running.cancel()
            await asyncio.gather(self._running, return_exceptions=True)

    def _may_fetch(self) -> bool:
        return self._monotonic() >= self._next_fetch_at

    def _refresh(self) -> asyncio.Task[None]:
        if self._running is None:
            self._running = asyncio.create_task(self._fetch_once())
        return self._running

    async def _fetch_once(self) -> None:
        was_cold = not self._keys
        try:
            document = await self._fetch()
            self._keys = _usable(document)
            self._is_reachable = True
            self._stale_at = self._monotonic() + SECONDS_FRESH
            pause = 0.0 if was_cold else SECONDS_BETWEEN_FETCHES
        except FetchFailed as failure:
            self._is_reachable = False
            pause = SECONDS_AFTER_COLD_FAILURE if was_cold else SECONDS_BETWEEN_FETCHES
            _log.warning("token_keys.unreachable", reason=str(failure))
        finally:
            self._running = None
        self._next_fetch_at = self._monotonic() + pause

    def _known(self, key_id: str | None, algorithm: str) -> Key | None:
        fitting = [key for key in self._keys if _fits(key, algorithm) and (key_id is None or key.kid == key_id)]
        return fitting[0] if len(fitting) == 1 else None  # without a name, a key is known only where it is the one


def _usable(document: KeySetDocument) -> tuple[Key, ...]:
    keys = [key for form in document.keys[:MOST_KEYS] if (key := _imported(form)) is not None]
    if not keys:
        raise FetchFailed("the key set has no key that can be used")
    return tuple(keys)


def _imported(form: dict[str, object]) -> Key | None:
    if form.get("use", "sig") != "sig":
        return None
    try:
        key = JWKRegistry.import_key({name: value for name, value in form.items() if isinstance(value, str)})
    except (
        JoseError,
        ValueError,
        TypeError,
        KeyError,
        AttributeError,
    ):  # as many ways as there are to write a key wrongly
        return None
    is_too_short = isinstance(key, RSAKey) and key.public_key.key_size < FEWEST_RSA_BITS
    return None if isinstance(key, OctKey) or is_too_short else key


def _fits(key: Key, algorithm: str) -> bool:
    key_type, curve = KEY_FORMS[algorithm]
    if key.key_type != key_type or (key.alg or algorithm) != algorithm:
        return False
    return curve is None or (isinstance(key, ECKey | OKPKey) and key.curve_name == curve)
