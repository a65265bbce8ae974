"""A selection set as one function: from an object to the answer's fields, in the order in which they were asked for."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from operator import attrgetter

from schema.compiled.places import Run
from schema.compiled.shared import Wait
from schema.compiled.values import Completion, Waiting
from schema.compiled.waiting import Answering, at_once

Read = Callable[[object, Run], object]


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


def _attributes(fields: Sequence[Field], read: Callable[[object], tuple[object, ...]]) -> Read:
    """Nothing but attributes, which is most of what is read: all of them in one call."""
    written = [(field.key, field.completion.as_it_is, field.completion.complete) for field in fields]

    def complete(source: object, run: Run) -> object:
        return {
            key: value if type(value) is as_it_is else complete(value, run)
            for (key, as_it_is, complete), value in zip(written, read(source), strict=True)
        }

    return complete


def _resolved(fields: Sequence[Field]) -> Read:
    steps = [(field.key, field.read, field.completion.complete) for field in fields]

    def complete(source: object, run: Run) -> object:
        return {key: complete(read(source, run), run) for key, read, complete in steps}

    return complete


def _waiting(fields: Sequence[Field]) -> Waiting:
    """Those that wait are waited for at once, as graphql-core does it."""
    keys = [field.key for field in fields]
    at_hand = [(field.key, field.read, field.completion.complete) for field in fields if not field.wait]
    waited_for = [(field.key, _answering(field)) for field in fields if field.wait]

    async def complete(source: object, run: Run) -> object:
        answer: dict[str, object] = dict.fromkeys(keys)
        for key, read, complete in at_hand:
            answer[key] = complete(read(source, run), run)
        answers = await at_once([answering(source, run) for _key, answering in waited_for])
        answer.update(zip((key for key, _answering in waited_for), answers, strict=True))
        return answer

    return complete


def _answering(field: Field) -> Callable[[object, Run], Answering[object]]:
    read, completion = field.read, field.completion

    async def answer(source: object, run: Run) -> object:
        value = await read(source, run) if field.reading else read(source, run)  # type: ignore[misc]  # as it says
        return await completion.waiting(value, run) if completion.wait else completion.complete(value, run)

    return answer
