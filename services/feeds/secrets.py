"""The secret in a feed's address. Whoever has the address may read the feed, so that it is long, random, and kept as a hash."""

import base64
import binascii
import hashlib
import hmac
import secrets
import uuid
from dataclasses import dataclass

from domain.ids import AthleteId

_OWNER_BYTES = 16
_SECRET_BYTES = 24


@dataclass(frozen=True, slots=True)
class FeedSecret:
    """Says whose feed it is, so that it is looked for under that athlete's row-level security and nowhere else."""

    athlete_id: AthleteId
    secret: bytes

    @property
    def hash(self) -> bytes:
        """Plain SHA-256: what is random through and through need not be made slow to guess."""
        return hashlib.sha256(self.secret).digest()

    def opens(self, stored_hash: bytes) -> bool:
        return hmac.compare_digest(self.hash, stored_hash)

    def token(self) -> str:
        """As it stands in the address."""
        owner = uuid.UUID(hex=self.athlete_id.removeprefix("athlete_")).bytes
        return base64.urlsafe_b64encode(owner + self.secret).rstrip(b"=").decode()


def new_feed_secret(athlete_id: AthleteId) -> FeedSecret:
    return FeedSecret(athlete_id, secrets.token_bytes(_SECRET_BYTES))


def read_feed_secret(token: str) -> FeedSecret | None:
    """None where it cannot be one."""
    try:
        content = base64.b64decode(token.encode("ascii") + b"==", altchars=b"-_", validate=True)
    except (UnicodeEncodeError, binascii.Error):
        return None
    if len(content) != _OWNER_BYTES + _SECRET_BYTES:
        return None
    owner = uuid.UUID(bytes=content[:_OWNER_BYTES])
    return FeedSecret(AthleteId(f"athlete_{owner.hex}"), content[_OWNER_BYTES:])
