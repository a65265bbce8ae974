"""What a token says, read strictly: its header, its claims, and the rules that hold for the claims of every issuer."""

import base64
import re
from datetime import UTC, datetime
from typing import TypeVar

import msgspec

from domain.errors import Unauthenticated
from domain.profile import Tier

LEEWAY_SECONDS = 30
LONGEST_TOKEN = 8192
LONGEST_SUBJECT = 255
LATEST_EXPIRY = 253_402_300_799
"""The last second of the year 9999, beyond which there are no dates."""
SERVICE_ROLE = "coachbook_service"
_NOT_ATHLETES = frozenset({"anon", "service_role", "supabase_admin"})
_COMPACT = re.compile(r"[A-Za-z0-9_-]+\.[A-Za-z0-9_-]+\.[A-Za-z0-9_-]+")

Part = TypeVar("Part", bound=msgspec.Struct)


class Header(msgspec.Struct, frozen=True):
    """The protected header. Nothing else in it is looked at: a key that a token brings along proves nothing."""

    alg: str
    kid: str | None = None
    crit: object = msgspec.UNSET


class Claims(msgspec.Struct, frozen=True):
    """The claims that matter here. `app_metadata` and `role` are the issuer's to shape, so they are read with care."""

    sub: str
    exp: int | float
    aud: str | list[str]
    iss: str | None = None
    nbf: int | float | None = None
    iat: int | float | None = None
    role: object = None
    app_metadata: object = None

    @property
    def roles(self) -> frozenset[str]:
        named = self.role if isinstance(self.role, list) else [self.role]
        return frozenset(role for role in named if isinstance(role, str))

    @property
    def is_service(self) -> bool:
        return SERVICE_ROLE in self.roles

    @property
    def tier(self) -> Tier:
        tier = self.app_metadata.get("tier") if isinstance(self.app_metadata, dict) else None
        return Tier.PREMIUM if tier == "premium" else Tier.FREE

    @property
    def expires_at(self) -> datetime:
        return datetime.fromtimestamp(self.exp, UTC)


def refused(reason: str) -> Unauthenticated:
    """The refusal of a token, for a reason that tells a developer what to mend and a forger nothing new."""
    return Unauthenticated(f"This token is not accepted: {reason}.")


def read_token(token: str) -> tuple[Header, Claims]:
    """Header and claims as the token states them; nothing is verified yet. Raises Unauthenticated where it is no JWT."""
    if len(token) > LONGEST_TOKEN or _COMPACT.fullmatch(token) is None:
        raise refused("it is not a JWT")
    header, claims, _signature = token.split(".")
    read = _part(header, Header), _part(claims, Claims)
    if read[0].crit is not msgspec.UNSET:
        raise refused("it has critical extensions")
    return read


def check_claims(claims: Claims, *, audience: str, now: datetime) -> None:
    """What holds for every issuer: time, audience, subject, role. Raises Unauthenticated."""
    instant = now.timestamp()
    if not claims.exp > instant - LEEWAY_SECONDS:
        raise refused("it has expired")
    if claims.exp > LATEST_EXPIRY:
        raise refused("it would never expire")
    if max(claims.nbf or 0, claims.iat or 0) > instant + LEEWAY_SECONDS:
        raise refused("it is not valid yet")
    if audience not in ([claims.aud] if isinstance(claims.aud, str) else claims.aud):
        raise refused("it is meant for somebody else")
    if not _is_subject(claims.sub):
        raise refused("it names nobody")
    if claims.roles & _NOT_ATHLETES:
        raise refused("its role is not an athlete's")


def _is_subject(subject: str) -> bool:
    return 0 < len(subject) <= LONGEST_SUBJECT and subject.isprintable() and subject == subject.strip()


def _part(encoded: str, kind: type[Part]) -> Part:
    try:
        return msgspec.json.decode(base64.urlsafe_b64decode(encoded + "=" * (-len(encoded) % 4)), type=kind)
    except (ValueError, RecursionError):  # not base64, not JSON, not these types, or nested to exhaust the stack
        raise refused("it is malformed, or lacks a claim that is required") from None
