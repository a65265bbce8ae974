"""Keys that clients make, once for each wish: the same key again is the same wish."""

from domain.errors import FaultCode
from domain.faults import Faults
from domain.text import normalised

KEY_LENGTH = (8, 64)


def is_key(key: str) -> bool:
    """Whether anything can have been asked for under this key. What is none cannot be looked up either: no database takes a NUL."""
    shortest, longest = KEY_LENGTH
    return shortest <= len(key) <= longest and normalised(key) == key


def check_key(faults: Faults, key: str) -> None:
    """Notes what is wrong with an idempotency key: it is kept as it is, or not at all."""
    faults.size(["idempotencyKey"], len(key), KEY_LENGTH, "characters")
    if normalised(key) != key:
        faults.add(["idempotencyKey"], FaultCode.INVALID, "Use no control characters, and no blanks at the ends.")
