"""Long lists, a page at a time: connections of our own, which read the domain's pages."""

from typing import Annotated, Generic, TypeVar, cast

import strawberry

from domain import pages

T = TypeVar("T")
Struct = TypeVar("Struct")

First = Annotated[int | None, strawberry.argument(description="How many at most: 1 to 100.")]
After = Annotated[
    str | None,
    strawberry.argument(description="Go on after this `cursor` or `endCursor`. From the start, if left out."),
]


@strawberry.type(description="Where a page lies in its list.")
class PageInfo:
    has_next_page: bool = strawberry.field(description="Whether there is more after this page.")
    has_previous_page: bool = strawberry.field(description="Whether this page began after a cursor.")
    start_cursor: str | None = strawberry.field(description="The cursor of the first item. Null on an empty page.")
    end_cursor: str | None = strawberry.field(
        description="The cursor of the last item, to go on after. Null on an empty page."
    )


@strawberry.type(description="An item of a list, and its place in it.")
class Edge(Generic[T]):
    cursor: str = strawberry.field(description="Opaque; stands for this item's place.")
    node: T = strawberry.field(description="The item itself.")


@strawberry.type(description="A page of a long list. Pages stay stable while items come and go.")
class Connection(Generic[T]):
    edges: list[Edge[T]] = strawberry.field(description="The items of this page, in order: `first` at most.")

    @strawberry.field(description="Whether there is more, and where to go on.")
    @staticmethod
    def page_info(parent: strawberry.Parent[pages.Page[object]]) -> PageInfo:
        return cast("PageInfo", parent)


def page_size(first: int | None) -> int:
    """What an explicit null means: as if left out. The services refuse what is out of bounds."""
    return pages.DEFAULT_PAGE_SIZE if first is None else first
