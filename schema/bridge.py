"""How schema types stand on the domain: they read its frozen structs as they are, and speak its enums."""

from collections.abc import Callable, Mapping
from enum import StrEnum
from typing import TypeVar

import strawberry
from graphql import GraphQLResolveInfo

from resolvers.context import Context

Info = strawberry.Info[Context, None]
T = TypeVar("T")


def reads(*sources: type) -> Callable[[object, GraphQLResolveInfo[Context]], bool]:
    """An `is_type_of` for a type that reads these structs. Every implementor of an interface needs it."""

    def is_type_of(value: object, _info: GraphQLResolveInfo[Context]) -> bool:
        return isinstance(value, sources)

    return is_type_of


def named(names: Mapping[type, str]) -> Callable[[object, GraphQLResolveInfo[Context], object], str | None]:
    """A `resolve_type` for an interface: the name of the type that reads this struct, by one look-up."""

    def resolve_type(value: object, _info: GraphQLResolveInfo[Context], _interface: object) -> str | None:
        return names.get(type(value))

    return resolve_type


def expose(kind: type[StrEnum], description: str, values: Mapping[str, str], *, name: str | None = None) -> None:
    """Make a domain enum part of the schema, each value with its description. Before any class that mentions it."""
    exposed = strawberry.enum(kind, name=name, description=description)
    definition = exposed.__strawberry_definition__  # type: ignore[attr-defined]  # Strawberry puts it there
    for value in definition.values:
        value.description = values[value.name]


def or_none(value: T | None) -> T | None:
    """What a client gave for a field that may be left out: left out (UNSET) and null are the same, None."""
    return None if value is strawberry.UNSET else value


def tuple_or_none(values: list[T] | None) -> tuple[T, ...] | None:
    """The same for a list, as the domain keeps it. An empty list was given, and stays empty."""
    given = or_none(values)
    return None if given is None else tuple(given)
