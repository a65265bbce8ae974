"""A small schema that has one of everything, and both ways to execute a query of it."""

import asyncio
import datetime
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum
from typing import Annotated, cast

import orjson
import strawberry
from graphql import parse
from strawberry.schema.config import StrawberryConfig

from schema.compiled.documents import CompiledDocument
from schema.compiled.shared import SHARED
from schema.errors import CodedSchema, present
from schema.prepared import PreparedDocument
from schema.scalars import SCALARS


@dataclass
class Context:
    """Counts what is asked, and lets whoever wants wait until all have asked."""

    asked: list[str] = field(default_factory=list)
    request_id: str = "request-1"
    everybody: asyncio.Barrier | None = None


Info = strawberry.Info[Context, None]


@strawberry.enum
class Colour(Enum):
    RED = "red"
    BLUE = strawberry.enum_value(2, name="AZURE")


@strawberry.interface
class Thing:
    id: strawberry.ID
    name: str


@strawberry.type
class Leaves:
    text: str = "text"
    whole: int = 7
    number: float = 0.5
    whole_as_number: float = 3
    flag: bool = True
    colour: Colour = Colour.BLUE
    colours: list[Colour] = field(default_factory=lambda: [Colour.RED, Colour.BLUE])
    day: datetime.date = datetime.date(2026, 11, 23)
    instant: datetime.datetime = datetime.datetime(2026, 11, 23, 9, tzinfo=datetime.UTC)
    nothing: str | None = None
    nothings: list[int | None] = field(default_factory=lambda: [1, None])
    nested: list[list[int]] = field(default_factory=lambda: [[1], []])


@strawberry.type
class Stone(Thing):
    weight: int = 1

    @strawberry.field
    def leaves(self) -> Leaves:
        return Leaves()

    @strawberry.field(metadata=SHARED)  # type: ignore[untyped-decorator]  # Strawberry's has no type with metadata
    async def owner(self, info: Info) -> str:
        if not info.context.asked:
            await asyncio.sleep(0)
            info.context.asked.append("owner")
        return f"owner of {self.name}"


@strawberry.type
class Heap:
    name: str
    stones: list[Stone]


@strawberry.type
class River(Thing):
    length: float | None = None

    @strawberry.field
    async def mouth(self, info: Info) -> Annotated["River", strawberry.lazy("tests.unit.schema.compiled.small")] | None:
        if info.context.everybody is not None:
            await info.context.everybody.wait()
        return None if self.name == "sea" else River(id=strawberry.ID("r9"), name="sea", length=9.5)


THINGS = (
    Stone(id=strawberry.ID("s1"), name="flint"),
    River(id=strawberry.ID("r1"), name="rill"),
    Stone(id=strawberry.ID("s2"), name="slate", weight=2),
    River(id=strawberry.ID("r2"), name="beck", length=1.25),
)


def stones() -> list[Stone]:
    return [thing for thing in THINGS if isinstance(thing, Stone)]


@strawberry.type
class Odd:
    """What a compiled query leaves to graphql-core."""

    @strawberry.field
    def path(self, info: Info) -> str:
        return str(info.path.key)

    @strawberry.field
    def missing(self) -> str:
        return None  # type: ignore[return-value]

    @strawberry.field
    def too_large(self) -> int:
        return 2**40

    @strawberry.field
    def not_a_number(self) -> float | None:
        return float("nan")

    @strawberry.field
    def given_exception(self) -> Leaves | None:
        return ValueError("given")  # type: ignore[return-value]

    @strawberry.field
    def not_a_list(self) -> list[str] | None:
        return 5  # type: ignore[return-value]

    @strawberry.field
    def made_as_we_go(self) -> list[str]:
        return (letter for letter in "ab")  # type: ignore[return-value]

    @strawberry.field
    def another(self) -> Stone | None:
        return cast("Stone", Leaves())

    @strawberry.field
    async def fails_late(self, info: Info) -> str | None:
        info.context.asked.append("fails late")
        await asyncio.sleep(0)
        raise ValueError("late")


@strawberry.type
class Query:
    @strawberry.field
    def leaves(self) -> Leaves:
        return Leaves()

    @strawberry.field
    def stones(self) -> list[Stone]:
        return stones()

    @strawberry.field
    def heaps(self) -> list[Heap]:
        return [Heap(name="small", stones=stones()), Heap(name="none", stones=[])]

    @strawberry.field
    async def rivers(self) -> list[River]:
        return [thing for thing in THINGS if isinstance(thing, River)]

    @strawberry.field
    def things(self) -> tuple[Thing, ...]:
        return THINGS

    @strawberry.field
    def thing(self, place: int = 0) -> Thing | None:
        return THINGS[place] if place < len(THINGS) else None

    @strawberry.field
    async def stone_or_river(self, info: Info) -> Annotated[Stone | River, strawberry.union("StoneOrRiver")]:
        info.context.asked.append("stone or river")
        return THINGS[1]

    @strawberry.field
    def selected(self, info: Info) -> str:
        return str(info.selected_fields[0].name)  # type: ignore[union-attr]  # it is a field

    @strawberry.field
    def odd(self) -> "Odd":
        return Odd()


@strawberry.type
class Mutation:
    @strawberry.mutation
    def throw(self, info: Info) -> Stone:
        info.context.asked.append("throw")
        return THINGS[0]


SMALL = CodedSchema(
    query=Query,
    mutation=Mutation,
    types=[Stone, River],
    extensions=[PreparedDocument],
    config=StrawberryConfig(scalar_map=SCALARS),
)


def compiled(text: str) -> CompiledDocument:
    return CompiledDocument(SMALL.core, text, parse(text))


async def fast(
    text: str, variables: Mapping[str, object] | None = None, *, context: Context | None = None
) -> bytes | None:
    """What the compiled query answers, as JSON; None where graphql-core has to."""
    data = await compiled(text).data(None, variables or {}, context or Context())
    return None if data is None else orjson.dumps(data)


async def slow(text: str, variables: Mapping[str, object] | None = None) -> bytes:
    """What graphql-core answers."""
    result = await SMALL.execute(text, variable_values=dict(variables or {}), context_value=Context())
    assert result.errors is None
    return orjson.dumps(result.data)


async def whole(text: str, variables: Mapping[str, object] | None = None, *, by_core: bool) -> bytes:
    """Data and errors, as they are sent."""
    given, context = dict(variables or {}), Context()
    if by_core:
        result = await SMALL.execute(text, variable_values=given, context_value=context)
    else:
        result = await SMALL.answer(compiled(text), operation_name=None, variables=given, context=context)
    return orjson.dumps({"data": result.data, "errors": [present(error, "request-1") for error in result.errors or []]})
