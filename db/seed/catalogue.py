"""Reads the committed catalogue of exercises, for the migration that seeds it and for what runs without a database."""

import hashlib

import msgspec

from db.seed.sources import HERE
from domain.exercise import Catalogue, Exercise

CATALOGUE_FILE = HERE / "exercises.json"
VERSION_LENGTH = 12
"""Hexadecimal digits: enough that two catalogues never share a version by chance."""


def read_catalogue() -> Catalogue:
    """All exercises, with a version that changes when any of them does."""
    content = CATALOGUE_FILE.read_bytes()
    return Catalogue(_exercises(content), version=hashlib.sha256(content).hexdigest()[:VERSION_LENGTH])


def seed_rows() -> list[dict[str, object]]:
    """The same exercises as plain values, one dict for each row of the table."""
    return [msgspec.to_builtins(exercise) for exercise in _exercises(CATALOGUE_FILE.read_bytes())]


def _exercises(content: bytes) -> list[Exercise]:
    return msgspec.json.decode(content, type=list[Exercise])
