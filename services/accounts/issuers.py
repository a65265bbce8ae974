"""Who may vouch for a viewer: each issuer with its name, its algorithms, its audience and its keys."""

from dataclasses import dataclass
from typing import Protocol

from joserfc.jwk import ECKey, Key, OctKey

from services.accounts.claims import Claims, refused

OWN_ISSUER = "coachbook"
"""The name under which this program signs tokens itself: in development, and for services."""
SUPABASE_AUDIENCE = "authenticated"
SYMMETRIC_ALGORITHM = "HS256"
DEVELOPMENT_ALGORITHM = "ES256"


class Keys(Protocol):
    """Where an issuer's keys come from."""

    async def key(self, key_id: str | None, algorithm: str) -> Key:
        """The key to verify with. Raises Unauthenticated where there is none, Unavailable where that cannot be known."""

    async def ready(self) -> bool:
        """Whether tokens can be verified now."""

    async def close(self) -> None: ...


class OneKey:
    """A key that is known from the start: the shared secret, or the development key."""

    def __init__(self, key: Key, *, key_id: str | None = None) -> None:
        self._key = key
        self._key_id = key_id

    async def key(self, key_id: str | None, algorithm: str) -> Key:
        if self._key_id is not None and key_id not in (None, self._key_id):
            raise refused("its key is unknown")
        return self._key

    async def ready(self) -> bool:
        return True

    async def close(self) -> None:
        return None


@dataclass(frozen=True, kw_only=True)
class Issuer:
    """One that may vouch. `names` are the `iss` that it may sign, None for any; `service_names` those that vouch for services."""

    keys: Keys
    algorithms: frozenset[str]
    audience: str
    names: frozenset[str] | None
    service_names: frozenset[str | None] = frozenset()

    def signs(self, claims: Claims, algorithm: str) -> bool:
        """Whether a token with these claims and this algorithm can be this issuer's at all."""
        return algorithm in self.algorithms and (self.names is None or claims.iss in self.names)


def supabase_issuer_name(supabase_url: str) -> str:
    return f"{supabase_url}/auth/v1"


def secret_issuer(secret: str, *, supabase_url: str | None) -> Issuer:
    """Those who know the secret: Supabase's older projects, and our own `token` command."""
    names = frozenset({supabase_issuer_name(supabase_url), OWN_ISSUER}) if supabase_url else None
    return Issuer(
        keys=OneKey(OctKey.import_key(secret)),
        algorithms=frozenset({SYMMETRIC_ALGORITHM}),
        audience=SUPABASE_AUDIENCE,
        names=names,
        # Supabase signs with this secret too, under a name of its own, and is not to make services of its users.
        service_names=frozenset({OWN_ISSUER} if supabase_url else {OWN_ISSUER, None}),
    )


def development_issuer(key: ECKey) -> Issuer:
    """This program itself, with the key that it made at its first start."""
    own = frozenset({OWN_ISSUER})
    return Issuer(
        keys=OneKey(key, key_id=key.kid),
        algorithms=frozenset({DEVELOPMENT_ALGORITHM}),
        audience=SUPABASE_AUDIENCE,
        names=own,
        service_names=frozenset(own),
    )
