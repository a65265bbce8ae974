"""A page of a long list, cut by keyset: stable while rows come and go."""

from typing import Generic, TypeVar

import msgspec

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
