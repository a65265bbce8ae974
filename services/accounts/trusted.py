"""Whose tokens this process accepts, and what it signs with itself, from what its settings say."""

from dataclasses import dataclass
from pathlib import Path

from pydantic import SecretStr

from services.accounts.development_key import development_key
from services.accounts.issuers import Issuer, development_issuer, secret_issuer


@dataclass(frozen=True, kw_only=True)
class TokenSources:
    """Who may vouch for a viewer. Without a `key_directory` this program makes no key of its own: production."""

    secret: SecretStr | None
    supabase_url: str | None
    oidc_issuer: str | None
    oidc_audience: str | None
    key_directory: Path | None


def trusted_issuers(sources: TokenSources) -> list[Issuer]:
    """Each issuer whose tokens are accepted. Raises DevelopmentKeyUnreadable."""
    trusted = []
    if sources.secret is not None:
        trusted.append(secret_issuer(sources.secret.get_secret_value(), supabase_url=sources.supabase_url))
    if sources.supabase_url is not None or sources.oidc_issuer is not None:
        from services.accounts.publishers import oidc_issuer, supabase_issuer  # these bring an HTTP client

        if sources.supabase_url is not None:
            trusted.append(supabase_issuer(sources.supabase_url))
        if sources.oidc_issuer is not None and sources.oidc_audience is not None:
            trusted.append(oidc_issuer(sources.oidc_issuer, audience=sources.oidc_audience))
    if sources.secret is None and sources.key_directory is not None:
        trusted.append(development_issuer(development_key(sources.key_directory)))
    return trusted
