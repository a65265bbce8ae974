"""A page of a long list, cut by keyset: stable while rows come and go."""

import base64
import binascii
from typing import Generic, TypeVar

import msgspec

from domain.errors import BadUserInput

T = TypeVar("T")

DEFAULT_PAGE_SIZE = 20
MAXIMUM_PAGE_SIZE = 100


class Edge(msgspec.Struct, Generic[T], frozen=True):
    """An item and the opaque cursor that stands for its place."""

    cursor: str
    node: T


class Page(msgspec.Struct, Generic[T], frozen=True, kw_only=True):
    """Items in order; `has_previous_page` is whether it began after a cursor."""

    edges: tuple[Edge[T], ...]
    has_next_page: bool
    has_previous_page: bool

    @property
    def start_cursor(self) -> str | None:
        return self.edges[0].cursor if self.edges else None

    @property
    def end_cursor(self) -> str | None:
        return self.edges[-1].cursor if self.edges else None


def check_first(first: int) -> None:
    """Raises BadUserInput for a page size that is not allowed."""
    if not 1 <= first <= MAXIMUM_PAGE_SIZE:
        raise BadUserInput(f"`first` must be from 1 to {MAXIMUM_PAGE_SIZE}.")


def encode_cursor(*parts: str) -> str:
    """An opaque cursor made of these parts, none of which may hold a line break."""
    return base64.urlsafe_b64encode("\n".join(parts).encode()).decode().rstrip("=")


def decode_cursor(cursor: str, parts: int) -> tuple[str, ...]:
    """The parts inside. Raises BadUserInput for what `encode_cursor` did not make of as many."""
    try:
        padded = cursor + "=" * (-len(cursor) % 4)
        found = tuple(base64.b64decode(padded, altchars=b"-_", validate=True).decode().split("\n"))
    except (binascii.Error, ValueError):
        raise BadUserInput("`after` is not a cursor of this list.") from None
    if len(found) != parts:
        raise BadUserInput("`after` is not a cursor of this list.")
    return found
