"""The key pair that signs tokens in development: made at the first start, readable by its owner alone."""

import os
import secrets
from pathlib import Path

import orjson
from joserfc.errors import JoseError
from joserfc.jwk import ECKey

FILE_NAME = "development-key.json"


class DevelopmentKeyUnreadable(Exception):
    """There is a file, but no key in it."""


def development_key(directory: Path) -> ECKey:
    """The key kept in this directory, made where there is none. Of two processes that make one at once, both get the same.

    Raises DevelopmentKeyUnreadable.
    """
    file = directory / FILE_NAME
    if not file.exists():
        directory.mkdir(parents=True, exist_ok=True)
        _make(file)
    try:
        key = ECKey.import_key(orjson.loads(file.read_bytes()))
        key.private_key  # noqa: B018 raises where the private half is missing
    except (JoseError, ValueError, TypeError, KeyError, AttributeError):
        raise DevelopmentKeyUnreadable(f"{file} holds no key. Delete it, and a new one is made.") from None
    return key


def _make(file: Path) -> None:
    key = ECKey.generate_key("P-256", private=True)
    key.ensure_kid()
    draft = file.with_name(f".{file.name}.{secrets.token_hex(8)}")
    descriptor = os.open(draft, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600)
    try:
        with os.fdopen(descriptor, "wb") as opened:
            opened.write(orjson.dumps(key.as_dict(private=True)))
        # A link appears whole or not at all, and never replaces what another process was quicker to make.
        os.link(draft, file)
    except FileExistsError:
        return
    finally:
        draft.unlink()
