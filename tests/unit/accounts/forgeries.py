"""Tokens that must not be accepted, by name: each is made for the way of verifying that is to refuse it."""

import base64
import hashlib
import hmac
import json
from collections.abc import Callable
from typing import Protocol

from joserfc.jwk import Key, OctKey
from joserfc.jws import JWSRegistry

from tests.unit.accounts.conftest import NOW, RSA_KEY, SECRET, Mode, new_key, signed

INSTANT = int(NOW.timestamp())
STRANGER = new_key("project")
"""Somebody else's key, under the name of a good one."""


class Forge(Protocol):
    def __call__(self, mode: Mode) -> str: ...


def encoded(value: object) -> str:
    text = value if isinstance(value, bytes) else json.dumps(value).encode()
    return base64.urlsafe_b64encode(text).rstrip(b"=").decode()


def with_claims(**changes: object) -> Forge:
    """A token that is signed well, but says these things."""
    return lambda mode: mode.signed({**mode.claims(), **changes})


def without(name: str) -> Forge:
    return lambda mode: mode.signed({key: value for key, value in mode.claims().items() if key != name})


def with_header(**header: object) -> Forge:
    """Rightly signed over this header, where the signature is a HMAC; the ES256 modes sign through the library."""
    return lambda mode: mode.signed(mode.claims(), **header)


def with_raw_claims(raw: bytes) -> Forge:
    """Signed by hand, so that the claims can be what no library writes."""

    def forge(mode: Mode) -> str:
        return raw_signed(mode, {"alg": mode.algorithm, "kid": mode.key.kid}, raw)

    return forge


def with_raw_header(header: object) -> Forge:
    return lambda mode: raw_signed(mode, header, json.dumps(mode.claims()).encode())


def raw_signed(mode: Mode, header: object, claims: bytes) -> str:
    if isinstance(header, dict):
        header = {name: value for name, value in header.items() if value is not None}
    signed_part = f"{encoded(header)}.{encoded(claims)}"
    return f"{signed_part}.{encoded(signature(mode.key, signed_part.encode()))}"


def signature(key: Key, message: bytes) -> bytes:
    if isinstance(key, OctKey):
        return hmac.new(SECRET.encode(), message, hashlib.sha256).digest()
    return JWSRegistry.algorithms["ES256"].sign(message, key)


def by(key: Callable[[Mode], Key], algorithm: str, **changes: object) -> Forge:
    return lambda mode: signed({**mode.claims(), **changes}, key(mode), algorithm)


def unsigned(algorithm: str, ending: str) -> Forge:
    return lambda mode: f"{encoded({'alg': algorithm, 'typ': 'JWT'})}.{encoded(mode.claims())}.{ending}"


def by_public_key(mode: Mode) -> str:
    """The old confusion: HMAC, with what everybody can know of an asymmetric key for the secret."""
    known = mode.key if not isinstance(mode.key, OctKey) else RSA_KEY
    pem = known.as_pem(private=False)
    part = f"{encoded({'alg': 'HS256', 'kid': known.kid})}.{encoded(mode.claims())}"
    return f"{part}.{encoded(hmac.new(pem, part.encode(), hashlib.sha256).digest())}"


def with_own_key_inside(mode: Mode) -> str:
    forger = new_key("forger")
    return signed(mode.claims(), forger, "ES256", jwk=forger.as_dict(private=False))


def tampered(mode: Mode) -> str:
    header, _claims, sign = mode.signed(mode.claims()).split(".")
    return f"{header}.{encoded({**mode.claims(), 'sub': 'somebody-else'})}.{sign}"


def promoted(mode: Mode) -> str:
    header, _claims, sign = mode.signed(mode.claims()).split(".")
    return f"{header}.{encoded({**mode.claims(), 'app_metadata': {'tier': 'premium'}})}.{sign}"


def cut(mode: Mode) -> str:
    return mode.signed(mode.claims())[:-8]


def padded(mode: Mode) -> str:
    return mode.signed(mode.claims()) + "=="


def with_newline(mode: Mode) -> str:
    return mode.signed(mode.claims()) + "\n"


def encrypted(mode: Mode) -> str:
    return mode.signed(mode.claims()) + ".AAAA.AAAA"


def zero_signature(mode: Mode) -> str:
    """The signature of r = s = 0, which a careless verifier of ECDSA takes for good."""
    header, claims, _sign = mode.signed(mode.claims()).split(".")
    return f"{header}.{claims}.{encoded(bytes(64))}"


FORGERIES: dict[str, Forge] = {
    "nothing": lambda _mode: "",
    "a word": lambda _mode: "token",
    "two dots": lambda _mode: "..",
    "not base64": lambda _mode: "a.b.c",
    "not ASCII": lambda mode: mode.signed(mode.claims()).replace("e", "é", 1),
    "another alphabet": lambda mode: mode.signed(mode.claims()).replace(".", "+", 1),
    "far too long": with_claims(note="x" * 9000),
    "five parts": encrypted,
    "padded": padded,
    "a line break at the end": with_newline,
    "cut": cut,
    "alg none, no signature": unsigned("none", ""),
    "alg none, some signature": unsigned("none", "AAAA"),
    "alg None": unsigned("None", "AAAA"),
    "alg empty": unsigned("", "AAAA"),
    "alg unknown": unsigned("ES257", "AAAA"),
    "no alg": with_raw_header({"typ": "JWT"}),
    "alg a list": with_raw_header({"alg": ["ES256", "HS256"]}),
    "header a list": with_raw_header(["ES256"]),
    "header deep": with_raw_header({"alg": "ES256", "x": json.loads("[" * 200 + "]" * 200)}),
    "kid a number": with_raw_header({"alg": "ES256", "kid": 1}),
    "critical extension": with_raw_header({"alg": "ES256", "crit": ["b64"], "b64": False}),
    "critical nothing": with_raw_header({"alg": "HS256", "crit": []}),
    "HMAC by a public key": by_public_key,
    "HMAC by an empty secret": lambda mode: hmac_by(mode, b""),
    "HMAC by another secret": lambda mode: hmac_by(mode, b"another-secret-of-sufficient-length-x"),
    "a stranger's key under a good name": by(lambda _mode: STRANGER, "ES256"),
    "a key that the token brings": with_own_key_inside,
    "RS256 by a stranger": by(lambda _mode: RSA_KEY, "RS256"),
    "a zero signature": zero_signature,
    "claims exchanged": tampered,
    "tier raised": promoted,
    "expired": with_claims(exp=INSTANT - 31),
    "expires at zero": with_claims(exp=0),
    "expires never": with_claims(exp=10**12),
    "expires at a number that is no date": with_claims(exp=10**30),
    "expires at infinity": with_raw_claims(b'{"sub":"ann","aud":"authenticated","exp":1e999}'),
    "expires at a text": with_claims(exp="2099-01-01"),
    "expires at true": with_claims(exp=True),
    "no expiry": without("exp"),
    "expiry null": with_claims(exp=None),
    "not valid yet": with_claims(nbf=INSTANT + 31),
    "issued in the future": with_claims(iat=INSTANT + 31),
    "no audience": without("aud"),
    "another audience": with_claims(aud="anon"),
    "an empty list of audiences": with_claims(aud=[]),
    "audience inside a text": with_claims(aud="not authenticated"),
    "audience a number": with_claims(aud=1),
    "no subject": without("sub"),
    "an empty subject": with_claims(sub=""),
    "a blank subject": with_claims(sub="  "),
    "a subject with a line break": with_claims(sub="ann\nbob"),
    "a subject of NUL": with_claims(sub="\x00"),
    "a subject that is half a character": with_raw_claims(b'{"sub":"\\ud800","exp":9999999999,"aud":"authenticated"}'),
    "a subject too long": with_claims(sub="x" * 256),
    "a subject that is a number": with_claims(sub=1),
    "a subject that is a list": with_claims(sub=["ann"]),
    "role anon": with_claims(role="anon"),
    "role service_role": with_claims(role="service_role"),
    "role service_role in a list": with_claims(role=["authenticated", "service_role"]),
    "issuer a list": with_claims(iss=["coachbook"]),
    "claims a list": with_raw_claims(b"[]"),
    "claims null": with_raw_claims(b"null"),
    "claims not JSON": with_raw_claims(b"{"),
    "claims not UTF-8": with_raw_claims(b'{"sub":"\xff"}'),
    "claims deep": with_raw_claims(b'{"sub":' + b"[" * 5000),
    "claims with a number of 4000 digits": with_raw_claims(
        b'{"exp":' + b"9" * 4000 + b',"sub":"ann","aud":"authenticated"}'
    ),
}

BY_NAME: dict[str, Forge] = {
    "no issuer": without("iss"),
    "another issuer": with_claims(iss="https://evil.example.com"),
    "a name that begins like the issuer's": lambda mode: mode.signed({**mode.claims(), "iss": f"{mode.issuer}/"}),
}
"""Forgeries where the issuer's name is known."""


def hmac_by(mode: Mode, secret: bytes) -> str:
    part = f"{encoded({'alg': 'HS256'})}.{encoded(mode.claims())}"
    return f"{part}.{encoded(hmac.new(secret, part.encode(), hashlib.sha256).digest())}"
