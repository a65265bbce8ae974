"""Issuers that publish their keys: Supabase's projects with signing keys, and any OpenID Connect provider."""

from services.accounts.issuers import SUPABASE_AUDIENCE, Issuer, supabase_issuer_name
from services.accounts.key_sets import KeySetAt
from services.accounts.published_keys import KEY_FORMS, PublishedKeys


def supabase_issuer(supabase_url: str) -> Issuer:
    """Supabase's projects with signing keys."""
    name = supabase_issuer_name(supabase_url)
    return _publishing_issuer(name, audience=SUPABASE_AUDIENCE, key_set=KeySetAt(f"{name}/.well-known/jwks.json"))


def oidc_issuer(name: str, *, audience: str) -> Issuer:
    """Any OpenID Connect provider: its discovery document says where its keys are."""
    base = name.rstrip("/")
    key_set = KeySetAt(
        f"{base}/.well-known/jwks.json", discovery=f"{base}/.well-known/openid-configuration", issuer=name
    )
    return _publishing_issuer(name, audience=audience, key_set=key_set)


def _publishing_issuer(name: str, *, audience: str, key_set: KeySetAt) -> Issuer:
    return Issuer(
        keys=PublishedKeys(key_set), algorithms=frozenset(KEY_FORMS), audience=audience, names=frozenset({name})
    )
