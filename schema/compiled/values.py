"""From what a resolver gave to what is answered: graphql-core's completion of values, for one type, decided beforehand."""

import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from enum import Enum
from typing import cast

from graphql import (
    GRAPHQL_MAX_INT,
    GRAPHQL_MIN_INT,
    GraphQLBoolean,
    GraphQLEnumType,
    GraphQLFloat,
    GraphQLID,
    GraphQLInt,
    GraphQLLeafType,
    GraphQLString,
    Undefined,
)

from schema.compiled.places import NotCompiled, Run
from schema.compiled.shared import Wait
from schema.compiled.waiting import Answering, at_once, first_alone

Complete = Callable[[object, Run], object]
Waiting = Callable[[object, Run], Answering[object]]
"""The same where something below must be waited for."""


@dataclass(frozen=True, slots=True)
class Completion:
    """How a value is completed. Everything unusual raises: a null where none may be, a value of another kind, any exception."""

    complete: Complete
    as_it_is: type | None = None
    """A type whose values need no completing."""
    wait: Wait = Wait.NONE
    """Where there is one, `complete` gives something to await."""

    @property
    def waiting(self) -> Waiting:
        """To be asked of one that waits."""
        return cast("Waiting", self.complete)


def leaf(kind: GraphQLLeafType, *, is_nullable: bool) -> Completion:
    """A scalar or an enum, written by its own type, which is not asked where it would give the value back."""
    write = _QUICK.get(kind.name) or _enum_writer(kind) or kind.coerce_output_value

    def complete(value: object, _run: Run) -> object:
        if value is None and is_nullable:
            return None
        if isinstance(value, Exception):
            raise value
        written = write(value)
        if written is None or written is Undefined:
            raise NotCompiled("a value that cannot be written")
        return written

    return Completion(complete, as_it_is=_AS_IT_IS.get(kind.name))


def listed(item: Completion) -> Completion:
    """A list or a tuple; other iterables are for graphql-core."""
    complete_item, as_it_is = item.complete, item.as_it_is

    def complete(values: object, run: Run) -> object:
        return [value if type(value) is as_it_is else complete_item(value, run) for value in _items(values)]

    answers = first_alone if item.wait is Wait.FOR_ALL else at_once

    async def complete_waiting(values: object, run: Run) -> object:
        return await answers([item.waiting(value, run) for value in _items(values)])

    return replace(item, complete=complete_waiting if item.wait else complete, as_it_is=None)


def chosen(type_of: Callable[[object, Run], object], branches: Mapping[object, Completion]) -> Completion:
    """An interface or a union: completed as the object type that its value is said to have."""

    def complete(value: object, run: Run) -> object:
        return branches[type_of(value, run)].complete(value, run)

    async def complete_waiting(value: object, run: Run) -> object:
        branch = branches[type_of(value, run)]
        return await branch.waiting(value, run) if branch.wait else branch.complete(value, run)

    wait = max(branch.wait for branch in branches.values())
    return Completion(complete_waiting if wait else complete, wait=wait)


def preceded(inner: Completion, check: Callable[[object, Run], bool]) -> Completion:
    """Completed if the check says that there is something to complete, else null. The check raises where something is wrong."""
    complete_inner = inner.complete

    def complete(value: object, run: Run) -> object:
        return complete_inner(value, run) if check(value, run) else None

    async def complete_waiting(value: object, run: Run) -> object:
        return await inner.waiting(value, run) if check(value, run) else None

    return replace(inner, complete=complete_waiting if inner.wait else complete)


def may_be_null(value: object, run: Run) -> bool:
    return value is not None and must_be_there(value, run)


def must_be_there(value: object, _run: Run) -> bool:
    if value is None:
        raise NotCompiled("null where there must be something")
    if isinstance(value, Exception):
        raise value
    return True


def _items(values: object) -> list[object] | tuple[object, ...]:
    if isinstance(values, list | tuple):
        return values
    raise NotCompiled("a list of another make")


def _enum_writer(kind: GraphQLLeafType) -> Callable[[object], object] | None:
    """Looks names up that Strawberry's own enums search for each time."""
    members = getattr(kind, "wrapped_cls", None)
    if not isinstance(kind, GraphQLEnumType) or not isinstance(members, type) or not issubclass(members, Enum):
        return None
    names = {member: kind.coerce_output_value(member) for member in members}

    def write(value: object) -> object:
        return names[value] if type(value) is members else kind.coerce_output_value(value)

    return write


def _whole(value: object) -> object:
    if type(value) is int and GRAPHQL_MIN_INT <= value <= GRAPHQL_MAX_INT:
        return value
    return GraphQLInt.coerce_output_value(value)


def _number(value: object) -> object:
    if type(value) is float and math.isfinite(value):
        return value
    return GraphQLFloat.coerce_output_value(value)


_QUICK: Mapping[str, Callable[[object], object]] = {GraphQLInt.name: _whole, GraphQLFloat.name: _number}
_AS_IT_IS: Mapping[str, type] = {GraphQLString.name: str, GraphQLID.name: str, GraphQLBoolean.name: bool}
