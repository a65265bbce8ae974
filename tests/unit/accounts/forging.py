"""How tokens are forged, each for the way of verifying that is to refuse it."""

import base64
import hashlib
import hmac
import json
from collections.abc import Callable
from typing import Protocol

from joserfc import jwe
from joserfc.jwk import Key, OctKey
from joserfc.jws import JWSRegistry

from tests.unit.accounts.conftest import NOW, RSA_KEY, SECRET, Mode, new_key, signed

INSTANT = int(NOW.timestamp())
STRANGER = new_key("project")
"""Somebody else's key, under the name of a good one."""
FORGER = new_key("forger")


ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"


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


def with_raw_claims(raw: bytes) -> Forge:
    """Signed by hand, so that the claims can be what no library writes."""

    def forge(mode: Mode) -> str:
        return raw_signed(mode, right_header(mode), raw)

    return forge


def with_raw_header(header: object) -> Forge:
    """Signed by hand as well; bytes are the header as they are."""
    return lambda mode: raw_signed(mode, header, claims_of(mode))


def with_header_beside(**header: object) -> Forge:
    """Signed by hand over the right header, with these members beside."""
    return lambda mode: raw_signed(mode, {**right_header(mode), **header}, claims_of(mode))


def claims_of(mode: Mode) -> bytes:
    return json.dumps(mode.claims()).encode()


def right_header(mode: Mode) -> dict[str, object]:
    return {"alg": mode.algorithm, **({"kid": mode.key.kid} if mode.key.kid else {})}


def raw_signed(mode: Mode, header: object, claims: bytes) -> str:
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
    return signed(mode.claims(), FORGER, "ES256", jwk=FORGER.as_dict(private=False))


def by_forger(**header: object) -> Forge:
    """Signed by a key of the forger's, of which the header says more than its name."""
    return lambda mode: signed(mode.claims(), FORGER, "ES256", **header)


def in_the_name_of_a_key(key_id: str, secret: bytes) -> Forge:
    """HMAC with what the verifier would read, were a key's name a path, an address or a query."""
    return lambda mode: hmac_by(mode, secret, kid=key_id)


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


def with_last_bits_changed(mode: Mode) -> str:
    """The last character of a signature has bits that stand for nothing: another text for the same bytes."""
    token = mode.signed(mode.claims())
    place = ALPHABET.index(token[-1])
    return token[:-1] + ALPHABET[place ^ 1]


def with_signature_of_another(mode: Mode) -> str:
    other = mode.signed({**mode.claims(), "sub": "somebody-else"}).rpartition(".")[2]
    return f"{mode.signed(mode.claims()).rpartition('.')[0]}.{other}"


def nested(mode: Mode) -> str:
    """A token for the claims of another."""
    return raw_signed(mode, {**right_header(mode), "cty": "JWT"}, mode.signed(mode.claims()).encode())


def encrypted_token(mode: Mode) -> str:
    """A real JWE, by a key that everybody knows."""
    key = OctKey.import_key("k" * 32)
    return jwe.encrypt_compact({"alg": "dir", "enc": "A128CBC-HS256"}, json.dumps(mode.claims()).encode(), key)


def zero_signature(mode: Mode) -> str:
    """The signature of r = s = 0, which a careless verifier of ECDSA takes for good."""
    header, claims, _sign = mode.signed(mode.claims()).split(".")
    return f"{header}.{claims}.{encoded(bytes(64))}"


def hmac_by(mode: Mode, secret: bytes, **header: object) -> str:
    part = f"{encoded({'alg': 'HS256', **header})}.{encoded(mode.claims())}"
    return f"{part}.{encoded(hmac.new(secret, part.encode(), hashlib.sha256).digest())}"
