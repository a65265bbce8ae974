"""What is remembered of verified signatures, and that it opens nothing to anybody else."""

from datetime import datetime, timedelta

import pytest

from domain.errors import Unauthenticated
from services.accounts.issuers import development_issuer
from services.accounts.proven import ProvenSignatures
from services.accounts.publishers import supabase_issuer
from services.accounts.tokens import Tokens
from tests.unit.accounts.conftest import (
    DEVELOPMENT_KEY,
    NOW,
    PROJECT_KEY,
    KeyServer,
    Mode,
    good_claims,
    new_key,
    signed,
)
from tests.unit.accounts.forgeries import FORGERIES


def test_a_signature_is_proven_for_this_token_and_this_key_alone() -> None:
    proven, key, the_same_anew = ProvenSignatures(), new_key("a"), new_key("a")
    proven.add("token", key)

    assert proven.has("token", key)
    assert not proven.has("token", the_same_anew)
    assert not proven.has("tokeN", key)


def test_the_token_that_was_not_asked_for_the_longest_is_forgotten_first() -> None:
    proven, key = ProvenSignatures(most=2), new_key("a")
    proven.add("old", key)
    proven.add("older", key)
    assert proven.has("old", key)
    proven.add("new", key)

    assert [proven.has(token, key) for token in ("old", "older", "new")] == [True, False, True]


async def test_a_good_token_opens_nothing_to_forgeries_of_it(mode: Mode) -> None:
    await mode.tokens.viewer(mode.signed(mode.claims()))

    for forged in FORGERIES.values():
        with pytest.raises(Unauthenticated):
            await mode.tokens.viewer(forged(mode))


async def test_a_proven_token_ends_when_it_expires() -> None:
    now = [NOW]

    def clock() -> datetime:
        return now[0]

    tokens = Tokens([development_issuer(DEVELOPMENT_KEY)], clock=clock)
    token = signed(good_claims("coachbook"), DEVELOPMENT_KEY, "ES256")
    assert (await tokens.viewer(token)).subject == "ann"
    now[0] += timedelta(seconds=631)

    with pytest.raises(Unauthenticated):
        await tokens.viewer(token)


async def test_a_proven_token_ends_with_its_key_whatever_that_is_called(key_server: KeyServer) -> None:
    key_server.keys = [PROJECT_KEY]
    issuer = supabase_issuer(key_server.url)
    tokens = Tokens([issuer], clock=lambda: NOW)
    token = signed(good_claims(key_server.issuer), PROJECT_KEY, "ES256")
    assert (await tokens.viewer(token)).subject == "ann"

    key_server.keys = [new_key("project")]
    await issuer.keys.refreshed()  # type: ignore[attr-defined]  # keys that are published

    with pytest.raises(Unauthenticated):
        await tokens.viewer(token)
