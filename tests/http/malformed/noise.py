"""Noise: what a seeded generator of numbers makes of good bytes and good values."""

import random
from collections.abc import Callable

NASTY_BYTES = (
    b"\x00",
    b"\xff",
    b"\xed\xa0\x80",
    b"\xef\xbb\xbf",
    b"\\ud800",
    b"\\u0000",
    b"null",
    b"1e999",
    b"9" * 400,
    b"-0",
    b"[" * 300,
    b'{"a":' * 300,
    b'"',
    b"\\",
    b"{",
    b"}",
    b"...",
    b"$",
    b"@x",
    b'"""',
    b"#",
    b"\r\n",
)
NASTY_VALUES: tuple[object, ...] = (
    None,
    True,
    False,
    -1,
    0,
    2**31,
    2**63,
    -(2**63),
    0.1,
    1e308,
    -1e-308,
    "",
    " ",
    "\x00",
    "\u202e\u200b",
    "e\u0301" * 50,
    "x" * 20_000,
    "\U0010ffff",
    "null",
    "2026-02-30",
    "2026-11-23T25:61:00Z",
    "0001-01-01",
    "9999-12-31T23:59:59.999999-23:59",
    "plan_" + "0" * 32,
    "day_" + "0" * 32 + "-99999999",
    "day_" + "f" * 32 + "-20261123",
    "exercise_" + "a-" * 60,
    "lesson_\u0660" + "0" * 31,
    "' or 1=1; --",
    "${jndi:ldap://x}",
    "../../etc/passwd",
    [],
    {},
    [[[[]]]],
    {"__proto__": {"a": 1}},
    ["x"] * 500,
)


def spoilt_bytes(random: random.Random, good: bytes) -> bytes:
    """The same with some of it changed, cut, doubled or filled up."""
    for _ in range(random.randint(1, 4)):
        good = random.choice(_SPOILINGS)(random, good)
    return good


def _flip(random: random.Random, good: bytes) -> bytes:
    place = random.randrange(len(good) + 1)
    return good[:place] + bytes([random.randrange(256)]) + good[place + 1 :]


def _insert(random: random.Random, good: bytes) -> bytes:
    place = random.randrange(len(good) + 1)
    return good[:place] + random.choice(NASTY_BYTES) + good[place:]


def _cut(random: random.Random, good: bytes) -> bytes:
    start, end = sorted(random.randrange(len(good) + 1) for _ in range(2))
    return good[:start] + good[end:]


def _double(random: random.Random, good: bytes) -> bytes:
    start, end = sorted(random.randrange(len(good) + 1) for _ in range(2))
    return good[:end] + good[start:end] * random.randint(1, 5) + good[end:]


_SPOILINGS: tuple[Callable[[random.Random, bytes], bytes], ...] = (_flip, _insert, _cut, _double)
