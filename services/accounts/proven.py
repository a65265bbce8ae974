"""Signatures that were verified before: an app sends the same token with every request, and verifying takes its time."""

from collections import OrderedDict
from hashlib import sha256

from joserfc.jwk import Key

MOST_TOKENS = 10_000
"""Some 3 MB: a digest and a reference for each. The one that was not asked for the longest goes first."""


class ProvenSignatures:
    """Which tokens are known to be signed with which keys. A key that its issuer withdraws, or sends anew, proves nothing."""

    def __init__(self, most: int = MOST_TOKENS) -> None:
        self._most = most
        self._keys: OrderedDict[bytes, Key] = OrderedDict()

    def has(self, token: str, key: Key) -> bool:
        """Whether this very key was found to have signed this very token."""
        digest = _digest(token)
        if self._keys.get(digest) is not key:
            return False
        self._keys.move_to_end(digest)
        return True

    def add(self, token: str, key: Key) -> None:
        self._keys[_digest(token)] = key
        while len(self._keys) > self._most:
            self._keys.popitem(last=False)


def _digest(token: str) -> bytes:
    return sha256(token.encode("utf-8", "surrogatepass")).digest()
