"""Scalars and enums: written by their own type, which is asked only where it would not give the value back."""

import math
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
NULL: frozenset[type] = frozenset({type(None)})
NOTHING: frozenset[type] = frozenset()


def leaf(kind: GraphQLLeafType, *, is_nullable: bool) -> Completion:
    """For one scalar or enum."""
    write = _writer(kind, is_nullable=is_nullable)
    members = getattr(kind, "wrapped_cls", None)  # of Strawberry's own enums
    complete: Complete
    if kind.name == GraphQLInt.name:
        complete = _whole(write)
    elif kind.name == GraphQLFloat.name:
        complete = _number(write)
    elif isinstance(members, type) and issubclass(members, Enum):
        complete = _named({member: kind.coerce_output_value(member) for member in members}, write)
    else:
        complete = _any(write)
    return Completion(complete, _GIVEN_BACK.get(kind.name, NOTHING) | (NULL if is_nullable else NOTHING))


_GIVEN_BACK: Mapping[str, frozenset[type]] = {
    GraphQLString.name: frozenset({str}),
    GraphQLID.name: frozenset({str}),
    GraphQLBoolean.name: frozenset({bool}),
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


def _whole(write: Write) -> Complete:
    def complete(value: object, _run: Run) -> object:
        if type(value) is int and GRAPHQL_MIN_INT <= value <= GRAPHQL_MAX_INT:
            return value
        return write(value)

    return complete


def _number(write: Write) -> Complete:
    is_finite = math.isfinite

    def complete(value: object, _run: Run) -> object:
        return value if type(value) is float and is_finite(value) else write(value)

    return complete


def _named(names: Mapping[object, object], write: Write) -> Complete:
    """Looks the name of a member up; Strawberry's enums search for it each time."""
    name_of = names.get

    def complete(value: object, _run: Run) -> object:
        return name_of(value) or write(value)

    return complete
