"""Migrations: where they lie, and which is the newest. Their files begin with their number, which is their revision."""

from functools import cache
from pathlib import Path

DIRECTORY = Path(__file__).parent
_DIGITS = 4


@cache
def newest_revision() -> str:
    """The migration that this program needs. Told by files, because Alembic takes a while to load and a server starts without."""
    return max(path.name[:_DIGITS] for path in (DIRECTORY / "versions").glob("[0-9]*.py"))
