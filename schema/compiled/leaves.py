"""Scalars and enums: written by their own type, which is asked only where it would not give the value back."""

from collections.abc import Callable, Mapping
from enum import Enum

from graphql import (
    GRAPHQL_MAX_INT,
    GRAPHQL_MIN_INT,
    GraphQLBoolean,
    GraphQLFloat,
    GraphQLID,
    GraphQLInt,
    GraphQLLeafType,
    GraphQLString,
    Undefined,
)

from schema.compiled.completion import Complete, Completion
from schema.compiled.places import NotCompiled, Run

Write = Callable[[object], object]
IS_NULL = "{0} is None"


def leaf(kind: GraphQLLeafType, *, is_nullable: bool) -> Completion:
    """For one scalar or enum."""
    write = _writer(kind, is_nullable=is_nullable)
    members = getattr(kind, "wrapped_cls", None)  # of Strawberry's own enums
    stays = [_STAYS[kind.name]] if kind.name in _STAYS else []
    stays += [IS_NULL] if is_nullable else []
    if isinstance(members, type) and issubclass(members, Enum):
        complete = _named({member: kind.coerce_output_value(member) for member in members}, write)
    else:
        complete = _any(write)
    return Completion(complete, " or ".join(stays))


_STAYS: Mapping[str, str] = {
    GraphQLString.name: "type({0}) is str",
    GraphQLID.name: "type({0}) is str",
    GraphQLBoolean.name: "type({0}) is bool",
    GraphQLInt.name: f"type({{0}}) is int and {GRAPHQL_MIN_INT} <= {{0}} <= {GRAPHQL_MAX_INT}",
    GraphQLFloat.name: "type({0}) is float and isfinite({0})",
}


def _writer(kind: GraphQLLeafType, *, is_nullable: bool) -> Write:
    """As graphql-core does it."""
    coerce = kind.coerce_output_value

    def write(value: object) -> object:
        if value is None and is_nullable:
            return None
        if isinstance(value, Exception):
            raise value
        written = coerce(value)
        if written is None or written is Undefined:
            raise NotCompiled("a value that cannot be written")
        return written

    return write


def _any(write: Write) -> Complete:
    return lambda value, _run: write(value)


def _named(names: Mapping[object, object], write: Write) -> Complete:
    """Looks the name of a member up; Strawberry's enums search for it each time."""
    name_of = names.get

    def complete(value: object, _run: Run) -> object:
        return name_of(value) or write(value)

    return complete
