"""A selection set as one function: from an object to the answer's fields, in the order in which they were asked for."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from operator import attrgetter
from typing import cast

from schema.compiled.completion import Complete, Completion, Waiting
from schema.compiled.places import Run
from schema.compiled.reading import Read
from schema.compiled.shared import Wait
from schema.compiled.waiting import at_once


@dataclass(frozen=True, slots=True)
class Field:
    """A field of a selection set: under which key it is answered, how its value is had, and how that is completed."""

    key: str
    read: Read
    completion: Completion
    attribute: str | None = None
    """What `read` reads, where it reads an attribute and nothing else."""
    reading: Wait = Wait.NONE
    """Where there is one, `read` gives something to await."""

    @property
    def wait(self) -> Wait:
        return max(self.reading, self.completion.wait)


def selection(fields: Sequence[Field]) -> Completion:
    """The fields of an object."""
    wait = max((field.wait for field in fields), default=Wait.NONE)
    if wait:
        return Completion(_waiting(fields), wait=wait)
    names = [field.attribute for field in fields if field.attribute is not None]
    if len(names) == len(fields) > 1:
        return Completion(_attributes(fields, attrgetter(*names)))
    return Completion(_resolved(fields))


def _attributes(fields: Sequence[Field], read: Callable[[object], tuple[object, ...]]) -> Complete:
    """Nothing but attributes, which is most of what is read: all of them in one call."""
    written = [(field.key, field.completion.as_they_are, field.completion.complete) for field in fields]

    def complete(source: object, run: Run) -> object:
        return {
            key: value if type(value) in as_they_are else complete(value, run)
            for (key, as_they_are, complete), value in zip(written, read(source), strict=True)
        }

    return complete


def _resolved(fields: Sequence[Field]) -> Callable[[object, Run], dict[str, object]]:
    steps = [(field.key, field.read, field.completion.as_they_are, field.completion.complete) for field in fields]

    def complete(source: object, run: Run) -> dict[str, object]:
        return {
            key: value if type(value := read(source, run)) in as_they_are else complete(value, run)
            for key, read, as_they_are, complete in steps
        }

    return complete


def _waiting(fields: Sequence[Field]) -> Waiting:
    """Those that wait are waited for at once, as graphql-core does it."""
    keys = [field.key for field in fields]
    at_hand = _resolved([field for field in fields if not field.wait])
    waited_for = {field.key: _answering(field) for field in fields if field.wait}

    async def complete(source: object, run: Run) -> object:
        answer: dict[str, object] = dict.fromkeys(keys)
        answer |= at_hand(source, run)
        answers = await at_once([answering(source, run) for answering in waited_for.values()])
        answer |= zip(waited_for, answers, strict=True)
        return answer

    return complete


def _answering(field: Field) -> Waiting:
    read, complete = cast("Waiting", field.read), field.completion.complete
    read_at_hand, complete_waiting = field.read, field.completion.waiting

    async def read_waiting(source: object, run: Run) -> object:
        return complete(await read(source, run), run)

    async def completed_waiting(source: object, run: Run) -> object:
        return await complete_waiting(read_at_hand(source, run), run)

    async def both_waiting(source: object, run: Run) -> object:
        return await complete_waiting(await read(source, run), run)

    if not field.completion.wait:
        return read_waiting
    return both_waiting if field.reading else completed_waiting
