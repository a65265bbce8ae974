"""Three ways to verify tokens, with keys made once, and an issuer that publishes its keys on a real socket."""

import json
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime

import pytest
from joserfc import jwt
from joserfc.jwk import ECKey, Key, OctKey, RSAKey

from services.accounts.issuers import Issuer, development_issuer, secret_issuer
from services.accounts.publishers import supabase_issuer
from services.accounts.tokens import Tokens
from tests.listening import Quiet, listening

NOW = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
SECRET = "a-secret-for-tests-that-is-long-enough"
SUPABASE_URL = "https://project.supabase.co"
PROJECT = f"{SUPABASE_URL}/auth/v1"

Claims = dict[str, object]


@dataclass
class KeyServer:
    """What an issuer publishes now, and how often it was asked."""

    url: str = ""
    keys: list[Key] = field(default_factory=list)
    status: int = 200
    asked: int = 0
    body: bytes | None = None
    hold: threading.Event | None = None
    discovery: dict[str, str] | None = None
    paths: list[str] = field(default_factory=list)

    @property
    def issuer(self) -> str:
        return f"{self.url}/auth/v1"

    def answer(self, path: str) -> tuple[int, bytes]:
        self.paths.append(path)
        if path.endswith("openid-configuration"):
            return (404, b"") if self.discovery is None else (200, json.dumps(self.discovery).encode())
        self.asked += 1
        if self.hold is not None:
            self.hold.wait(5)
        return self.status, self.body or json.dumps(
            {"keys": [key.as_dict(private=False) for key in self.keys]}
        ).encode()


@pytest.fixture
def key_server() -> Iterator[KeyServer]:
    published = KeyServer()

    class Handler(Quiet):
        def do_GET(self) -> None:  # noqa: N802 - so http.server calls it
            self.answer(*published.answer(self.path))

    with listening(Handler) as published.url:
        yield published


def new_key(key_id: str) -> ECKey:
    return ECKey.generate_key("P-256", {"kid": key_id}, private=True)


PROJECT_KEY = new_key("project")
DEVELOPMENT_KEY = new_key("development")
RSA_KEY = RSAKey.generate_key(2048, {"kid": "rsa"}, private=True)
SECRET_KEY = OctKey.import_key(SECRET)


def good_claims(issuer: str | None) -> Claims:
    named: Claims = {"iss": issuer} if issuer is not None else {}
    return named | {"aud": "authenticated", "sub": "ann", "role": "authenticated", "exp": int(NOW.timestamp()) + 600}


def signed(claims: Claims, key: Key, algorithm: str, **header: object) -> str:
    named = {"alg": algorithm, "kid": key.kid, **header}
    stated = {name: value for name, value in named.items() if value is not None}
    return jwt.encode(stated, dict(claims), key, algorithms=[algorithm])


@dataclass(frozen=True)
class Mode:
    """One way to verify tokens: what verifies, and what a good token is there."""

    tokens: Tokens
    issuer: str | None
    key: Key
    algorithm: str

    def claims(self) -> Claims:
        return good_claims(self.issuer)

    def signed(self, claims: Claims, **header: object) -> str:
        return signed(claims, self.key, self.algorithm, **header)


MODES = ("secret", "secret of a known project", "published keys", "development")


@pytest.fixture
def mode_named(request: pytest.FixtureRequest) -> Callable[[str], Mode]:
    def made(name: str) -> Mode:
        if name == "secret":
            return Mode(_tokens(secret_issuer(SECRET, supabase_url=None)), None, SECRET_KEY, "HS256")
        if name == "secret of a known project":
            return Mode(_tokens(secret_issuer(SECRET, supabase_url=SUPABASE_URL)), PROJECT, SECRET_KEY, "HS256")
        if name == "development":
            return Mode(_tokens(development_issuer(DEVELOPMENT_KEY)), "coachbook", DEVELOPMENT_KEY, "ES256")
        key_server: KeyServer = request.getfixturevalue("key_server")  # started for these tests alone
        key_server.keys = [PROJECT_KEY]
        return Mode(_tokens(supabase_issuer(key_server.url)), key_server.issuer, PROJECT_KEY, "ES256")

    return made


@pytest.fixture(params=MODES)
def mode(request: pytest.FixtureRequest, mode_named: Callable[[str], Mode]) -> Mode:
    name: str = request.param
    return mode_named(name)


def _tokens(*issuers: Issuer) -> Tokens:
    return Tokens(issuers, clock=lambda: NOW)
