"""Keys that clients make, once for each wish: the same key again is the same wish."""

from domain.faults import Faults

KEY_LENGTH = (8, 64)


def check_key(faults: Faults, key: str) -> None:
    """Notes what is wrong with an idempotency key."""
    faults.size(["idempotencyKey"], len(key), KEY_LENGTH, "characters")
