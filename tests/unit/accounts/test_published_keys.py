"""Keys that an issuer publishes: rotation, outages, and how often it is asked."""

import asyncio
import json
import threading
from dataclasses import dataclass
from itertools import pairwise

import pytest
from joserfc.jwk import Key, OctKey, RSAKey

from domain.errors import Unauthenticated, Unavailable
from services.accounts.issuers import Issuer
from services.accounts.key_sets import KeySetAt
from services.accounts.published_keys import KEY_FORMS, PublishedKeys
from services.accounts.publishers import oidc_issuer
from services.accounts.tokens import Tokens
from tests.unit.accounts.conftest import NOW, PROJECT_KEY, RSA_KEY, KeyServer, good_claims, new_key, signed

NEXT_KEY = new_key("next")


@dataclass
class Monotonic:
    """A clock that moves when told to."""

    seconds: float = 1000.0

    def __call__(self) -> float:
        return self.seconds


@pytest.fixture
def monotonic() -> Monotonic:
    return Monotonic()


@pytest.fixture
def tokens(key_server: KeyServer, monotonic: Monotonic) -> Tokens:
    key_server.keys = [PROJECT_KEY]
    keys = PublishedKeys(KeySetAt(f"{key_server.issuer}/.well-known/jwks.json"), monotonic=monotonic)
    names = frozenset({key_server.issuer})
    issuer = Issuer(keys=keys, algorithms=frozenset(KEY_FORMS), audience="authenticated", names=names)
    return Tokens([issuer], clock=lambda: NOW)


def token_of(key_server: KeyServer, key: Key, algorithm: str = "ES256") -> str:
    return signed(good_claims(key_server.issuer), key, algorithm)


async def test_many_who_wait_fetch_once(tokens: Tokens, key_server: KeyServer) -> None:
    token = token_of(key_server, PROJECT_KEY)

    viewers = await asyncio.gather(*(tokens.viewer(token) for _ in range(50)))

    assert {viewer.subject for viewer in viewers} == {"ann"}
    assert key_server.asked == 1


async def test_a_rotation_right_after_the_start_refuses_nobody(tokens: Tokens, key_server: KeyServer) -> None:
    await tokens.viewer(token_of(key_server, PROJECT_KEY))
    key_server.keys = [PROJECT_KEY, NEXT_KEY]

    assert (await tokens.viewer(token_of(key_server, NEXT_KEY))).subject == "ann"
    assert (await tokens.viewer(token_of(key_server, PROJECT_KEY))).subject == "ann"
    assert key_server.asked == 2


async def test_through_ten_rotations_nobody_of_many_at_once_is_refused(
    tokens: Tokens, key_server: KeyServer, monotonic: Monotonic
) -> None:
    keys = [PROJECT_KEY, *(new_key(f"key-{number}") for number in range(10))]

    for before, after in pairwise(keys):
        key_server.keys = [before, after]
        asked = [token_of(key_server, before), token_of(key_server, after)] * 20
        viewers = await asyncio.gather(*(tokens.viewer(token) for token in asked))
        assert [viewer.subject for viewer in viewers] == ["ann"] * len(asked)
        monotonic.seconds += 10

    assert key_server.asked == 10


async def test_unknown_keys_are_asked_for_once_in_ten_seconds(
    tokens: Tokens, key_server: KeyServer, monotonic: Monotonic
) -> None:
    await tokens.viewer(token_of(key_server, PROJECT_KEY))
    forged = [token_of(key_server, new_key(f"forged-{number}")) for number in range(20)]

    for token in forged:
        with pytest.raises(Unauthenticated):
            await tokens.viewer(token)
    assert key_server.asked == 2

    monotonic.seconds += 10
    key_server.keys = [NEXT_KEY]
    assert (await tokens.viewer(token_of(key_server, NEXT_KEY))).subject == "ann"
    assert key_server.asked == 3


async def test_a_key_that_was_withdrawn_is_refused_once_the_set_is_fetched_again(
    tokens: Tokens, key_server: KeyServer
) -> None:
    await tokens.viewer(token_of(key_server, PROJECT_KEY))
    key_server.keys = [NEXT_KEY]
    await tokens.viewer(token_of(key_server, NEXT_KEY))

    with pytest.raises(Unauthenticated):
        await tokens.viewer(token_of(key_server, PROJECT_KEY))


async def test_old_keys_are_looked_up_again_in_the_background(
    tokens: Tokens, key_server: KeyServer, monotonic: Monotonic
) -> None:
    await tokens.viewer(token_of(key_server, PROJECT_KEY))
    key_server.keys = [NEXT_KEY]
    monotonic.seconds += 600

    assert (await tokens.viewer(token_of(key_server, PROJECT_KEY))).subject == "ann"
    assert (await tokens.viewer(token_of(key_server, NEXT_KEY))).subject == "ann"
    assert key_server.asked == 2


@pytest.mark.parametrize("outage", ["status", "nonsense", "empty set"])
async def test_an_outage_logs_out_nobody_whose_key_is_known(
    tokens: Tokens, key_server: KeyServer, monotonic: Monotonic, outage: str
) -> None:
    await tokens.viewer(token_of(key_server, PROJECT_KEY))
    monotonic.seconds += 3600
    if outage == "status":
        key_server.status = 500
    else:
        key_server.body = b"<html>" if outage == "nonsense" else b'{"keys":[]}'

    with pytest.raises(Unavailable):
        await tokens.viewer(token_of(key_server, NEXT_KEY))
    assert (await tokens.viewer(token_of(key_server, PROJECT_KEY))).subject == "ann"


async def test_an_outage_at_the_start_is_said_and_gone_soon_after(
    tokens: Tokens, key_server: KeyServer, monotonic: Monotonic
) -> None:
    key_server.status = 503
    for _ in range(5):
        with pytest.raises(Unavailable):
            await tokens.viewer(token_of(key_server, PROJECT_KEY))
    with pytest.raises(Unavailable):
        await tokens.check_keys()
    assert key_server.asked == 1

    key_server.status = 200
    monotonic.seconds += 2
    assert (await tokens.viewer(token_of(key_server, PROJECT_KEY))).subject == "ann"
    await tokens.check_keys()


async def test_a_server_that_is_not_there_is_unavailable(monotonic: Monotonic) -> None:
    keys = PublishedKeys(KeySetAt("http://127.0.0.1:9/jwks.json"), monotonic=monotonic)

    with pytest.raises(Unavailable):
        await keys.key("project", "ES256")


async def test_one_who_gives_up_does_not_take_the_fetch_along(tokens: Tokens, key_server: KeyServer) -> None:
    key_server.hold = threading.Event()
    first = asyncio.create_task(tokens.viewer(token_of(key_server, PROJECT_KEY)))
    second = asyncio.create_task(tokens.viewer(token_of(key_server, PROJECT_KEY)))
    await asyncio.sleep(0)

    first.cancel()
    await asyncio.gather(first, return_exceptions=True)
    key_server.hold.set()

    assert (await second).subject == "ann"
    assert key_server.asked == 1


async def test_closing_ends_a_fetch_that_runs(tokens: Tokens, key_server: KeyServer) -> None:
    key_server.hold = threading.Event()
    waiting = asyncio.create_task(tokens.viewer(token_of(key_server, PROJECT_KEY)))
    await asyncio.sleep(0)
    await asyncio.sleep(0)

    await tokens.close()

    with pytest.raises(asyncio.CancelledError):
        await waiting
    key_server.hold.set()


async def test_an_rsa_key_verifies_too(tokens: Tokens, key_server: KeyServer) -> None:
    key_server.keys = [PROJECT_KEY, RSA_KEY]

    assert (await tokens.viewer(token_of(key_server, RSA_KEY, "RS256"))).subject == "ann"
    assert (await tokens.viewer(token_of(key_server, RSA_KEY, "PS256"))).subject == "ann"


@pytest.mark.filterwarnings("ignore::joserfc.errors.SecurityWarning")
async def test_weak_strange_and_secret_keys_are_passed_over(tokens: Tokens, key_server: KeyServer) -> None:
    weak = RSAKey.generate_key(1024, {"kid": "weak"}, private=True)
    shared = OctKey.import_key("a-secret-that-should-never-be-published", {"kid": "shared"})
    encrypting = {**PROJECT_KEY.as_dict(private=False), "kid": "encrypting", "use": "enc"}
    forms: list[object] = [
        weak.as_dict(private=False),
        shared.as_dict(),
        encrypting,
        {"kty": "EC", "kid": "half", "crv": "P-256", "x": "AAAA"},
        {"kty": "nonsense"},
        {},
        PROJECT_KEY.as_dict(private=False),
    ]
    key_server.body = json.dumps({"keys": forms}).encode()

    assert (await tokens.viewer(token_of(key_server, PROJECT_KEY))).subject == "ann"
    for key, algorithm in ((weak, "RS256"), (shared, "HS256")):
        with pytest.raises(Unauthenticated):
            await tokens.viewer(token_of(key_server, key, algorithm))


async def test_a_token_that_names_no_key_is_verified_where_just_one_fits(
    tokens: Tokens, key_server: KeyServer, monotonic: Monotonic
) -> None:
    token = signed(good_claims(key_server.issuer), PROJECT_KEY, "ES256", kid=None)
    assert (await tokens.viewer(token)).subject == "ann"

    key_server.keys = [PROJECT_KEY, NEXT_KEY]
    await tokens.viewer(token_of(key_server, NEXT_KEY))
    with pytest.raises(Unauthenticated):
        await tokens.viewer(token)


async def test_an_openid_provider_says_by_its_discovery_document_where_its_keys_are(key_server: KeyServer) -> None:
    key_server.keys = [PROJECT_KEY]
    key_server.discovery = {"issuer": f"{key_server.url}/", "jwks_uri": f"{key_server.url}/elsewhere/jwks"}
    tokens = Tokens([oidc_issuer(f"{key_server.url}/", audience="coachbook-api")], clock=lambda: NOW)
    claims = {**good_claims(f"{key_server.url}/"), "aud": "coachbook-api"}

    viewer = await tokens.viewer(signed(claims, PROJECT_KEY, "ES256"))

    assert viewer.issuer == f"{key_server.url}/"
    assert key_server.paths == ["/.well-known/openid-configuration", "/elsewhere/jwks"]


async def test_an_openid_provider_without_discovery_is_asked_at_the_usual_place(key_server: KeyServer) -> None:
    key_server.keys = [PROJECT_KEY]
    tokens = Tokens([oidc_issuer(key_server.url, audience="coachbook-api")], clock=lambda: NOW)
    claims = {**good_claims(key_server.url), "aud": "coachbook-api"}

    assert (await tokens.viewer(signed(claims, PROJECT_KEY, "ES256"))).subject == "ann"
    assert key_server.paths == ["/.well-known/openid-configuration", "/.well-known/jwks.json"]


async def test_a_discovery_document_of_somebody_else_is_not_believed(key_server: KeyServer) -> None:
    key_server.keys = [PROJECT_KEY]
    key_server.discovery = {"issuer": "https://evil.example.com", "jwks_uri": f"{key_server.url}/elsewhere/jwks"}
    tokens = Tokens([oidc_issuer(key_server.url, audience="coachbook-api")], clock=lambda: NOW)

    with pytest.raises(Unavailable):
        await tokens.viewer(signed({**good_claims(key_server.url), "aud": "coachbook-api"}, PROJECT_KEY, "ES256"))
