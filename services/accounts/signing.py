"""Signs tokens: for the `token` command, for the demo athlete, and for tests."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from joserfc import jwt
from joserfc.jwk import ECKey, Key, OctKey

from domain.profile import Tier
from services.accounts.claims import SERVICE_ROLE
from services.accounts.issuers import (
    DEVELOPMENT_ALGORITHM,
    OWN_ISSUER,
    SUPABASE_AUDIENCE,
    SYMMETRIC_ALGORITHM,
    supabase_issuer_name,
)

ATHLETE_ROLE = "authenticated"


@dataclass(frozen=True, kw_only=True)
class Signer:
    """A key, and the issuer in whose name it signs for athletes."""

    key: Key
    algorithm: str
    athletes_issuer: str = OWN_ISSUER

    def token(
        self, subject: str, *, tier: Tier = Tier.FREE, is_service: bool = False, lifetime: timedelta, now: datetime
    ) -> str:
        """A token that speaks for this athlete, or for a service, which reads playbooks and nothing else."""
        claims = {
            "iss": OWN_ISSUER if is_service else self.athletes_issuer,
            "aud": SUPABASE_AUDIENCE,
            "sub": subject,
            "role": SERVICE_ROLE if is_service else ATHLETE_ROLE,
            "app_metadata": {"tier": tier.value.lower()},
            "iat": int(now.timestamp()),
            "exp": int((now + lifetime).timestamp()),
        }
        header = {"alg": self.algorithm} | ({"kid": self.key.kid} if self.key.kid else {})
        return jwt.encode(header, claims, self.key, algorithms=[self.algorithm])


def secret_signer(secret: str, *, supabase_url: str | None) -> Signer:
    """Signs with the secret, for athletes in the name of the Supabase project where one is known."""
    issuer = supabase_issuer_name(supabase_url) if supabase_url else OWN_ISSUER
    return Signer(key=OctKey.import_key(secret), algorithm=SYMMETRIC_ALGORITHM, athletes_issuer=issuer)


def development_signer(key: ECKey) -> Signer:
    return Signer(key=key, algorithm=DEVELOPMENT_ALGORITHM)
