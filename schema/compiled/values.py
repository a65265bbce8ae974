"""Values that hold others: lists, interfaces and unions, and what comes before any of them."""

from collections.abc import Callable, Mapping
from dataclasses import replace

from schema.compiled.completion import Completion
from schema.compiled.leaves import IS_NULL
from schema.compiled.places import NotCompiled, Run
from schema.compiled.shared import Wait
from schema.compiled.waiting import at_once, first_alone
from schema.compiled.writing import written_list

Check = Callable[[object, Run], None]
"""Raises where a value cannot be completed."""


def listed(item: Completion) -> Completion:
    """A list or a tuple; other iterables are for graphql-core."""
    wait_for_item = item.waiting
    answers = first_alone if item.wait is Wait.FOR_ALL else at_once

    async def complete_waiting(values: object, run: Run) -> object:
        return await answers([wait_for_item(value, run) for value in _items(values)])

    return Completion(complete_waiting if item.wait else written_list(item, _items), wait=item.wait)


def chosen(type_of: Callable[[object, Run], object], branches: Mapping[object, Completion]) -> Completion:
    """An interface or a union: completed as the object type that its value is said to have."""
    wait = max(branch.wait for branch in branches.values())

    def complete(value: object, run: Run) -> object:
        return branches[type_of(value, run)].complete(value, run)

    async def complete_waiting(value: object, run: Run) -> object:
        branch = branches[type_of(value, run)]
        return await branch.waiting(value, run) if branch.wait else branch.complete(value, run)

    return Completion(complete_waiting if wait else complete, wait=wait)


def nullable(inner: Completion) -> Completion:
    """Null, or what is completed."""
    complete_inner, wait_for_inner = inner.complete, inner.waiting

    def complete(value: object, run: Run) -> object:
        return None if value is None else complete_inner(value, run)

    async def complete_waiting(value: object, run: Run) -> object:
        return None if value is None else await wait_for_inner(value, run)

    return Completion(complete_waiting if inner.wait else complete, IS_NULL, inner.wait)


def checked(inner: Completion, check: Check) -> Completion:
    """Completed where the check does not raise."""
    complete_inner, wait_for_inner = inner.complete, inner.waiting

    def complete(value: object, run: Run) -> object:
        check(value, run)
        return complete_inner(value, run)

    async def complete_waiting(value: object, run: Run) -> object:
        check(value, run)
        return await wait_for_inner(value, run)

    return replace(inner, complete=complete_waiting if inner.wait else complete)


def must_be_there(value: object, _run: Run) -> None:
    """Neither null nor an exception that is given instead of raised."""
    if value is None:
        raise NotCompiled("null where there must be something")
    if isinstance(value, Exception):
        raise value


def _items(values: object) -> list[object] | tuple[object, ...]:
    if isinstance(values, _LISTS):
        return values
    raise NotCompiled("a list of another make")


_LISTS = (list, tuple)
