"""A selection set as one function: from an object to the answer's fields, in the order in which they were asked for."""

from collections.abc import Sequence
from typing import cast

from schema.compiled.completion import Completion, Waiting
from schema.compiled.fields import Field
from schema.compiled.places import Run
from schema.compiled.shared import Wait
from schema.compiled.waiting import at_once
from schema.compiled.writing import written_selection


def selection(fields: Sequence[Field]) -> Completion:
    """The fields of an object that is there."""
    wait = max((field.wait for field in fields), default=Wait.NONE)
    return Completion(_waiting(fields) if wait else written_selection(fields), wait=wait)


def _waiting(fields: Sequence[Field]) -> Waiting:
    """Those that wait are waited for at once, as graphql-core does it."""
    keys = [field.key for field in fields]
    at_hand = written_selection([field for field in fields if not field.wait])
    waited_for = {field.key: _answering(field) for field in fields if field.wait}
    (last_key, last), is_only_one = list(waited_for.items())[-1], len(waited_for) == 1

    async def complete_with_one(source: object, run: Run) -> object:
        answer: dict[str, object] = dict.fromkeys(keys)
        answer |= cast("dict[str, object]", at_hand(source, run))
        answer[last_key] = await last(source, run)
        return answer

    async def complete(source: object, run: Run) -> object:
        answer: dict[str, object] = dict.fromkeys(keys)
        answer |= cast("dict[str, object]", at_hand(source, run))
        answers = await at_once([answering(source, run) for answering in waited_for.values()])
        answer |= zip(waited_for, answers, strict=True)
        return answer

    return complete_with_one if is_only_one else complete


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
