"""Completing a value, as GraphQL calls it: what a resolver gave becomes what is answered. Decided for each field beforehand."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import cast

from schema.compiled.places import Run
from schema.compiled.shared import Wait
from schema.compiled.waiting import Answering

Complete = Callable[[object, Run], object]
Waiting = Callable[[object, Run], Answering[object]]
"""The same where something below must be waited for."""


@dataclass(frozen=True, slots=True)
class Completion:
    """How a value is completed. Everything unusual raises: a null where none may be, a value of another kind, any exception."""

    complete: Complete
    stays: str = ""
    """A condition of Python on the value `{0}`, under which `complete` would give it back and need not be called."""
    wait: Wait = Wait.NONE
    """Where there is one, `complete` gives something to await."""

    @property
    def waiting(self) -> Waiting:
        """`complete`, of one that waits."""
        return cast("Waiting", self.complete)
