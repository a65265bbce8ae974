"""Functions that are written as Python source, where a call for each value would cost more than what is done with it.

Nothing of a client's goes into the source but the keys of an answer, quoted; all else is the schema's, or is passed in by a name.
"""

import math
from collections.abc import Callable, Mapping, Sequence
from typing import cast

from schema.compiled.completion import Complete, Completion
from schema.compiled.fields import Field

Items = Callable[[object], Sequence[object]]


def written_selection(fields: Sequence[Field]) -> Complete:
    """From an object to its fields. Such as:

    def complete(source, run):
        if isinstance(source, Exception): raise source
        v0 = source.title
        v1 = read1(source, run)
        return {'title': v0 if type(v0) is str else complete0(v0, run), 'sets': complete1(v1, run)}
    """
    names: dict[str, object] = {}
    lines, answers = ["if isinstance(source, Exception): raise source"], []
    for number, field in enumerate(fields):
        names |= {f"read{number}": field.read, f"complete{number}": field.completion.complete}
        read = f"source.{field.attribute}" if field.attribute else f"read{number}(source, run)"
        lines.append(f"v{number} = {read}")
        answers.append(f"{field.key!r}: {_completed(f'v{number}', field.completion, number)}")
    lines.append(f"return {{{', '.join(answers)}}}")
    return _function("source", lines, names)


def written_list(item: Completion, items: Items) -> Complete:
    """From a list to the list of what its items are answered as; `items` says whether it is one."""
    line = f"return [{_completed('v', item, 0)} for v in items(values)]"
    return _function("values", [line], {"items": items, "complete0": item.complete})


def _completed(value: str, completion: Completion, number: int) -> str:
    call = f"complete{number}({value}, run)"
    return f"{value} if {completion.stays.format(value)} else {call}" if completion.stays else call


def _function(takes: str, lines: Sequence[str], names: Mapping[str, object]) -> Complete:
    source = "\n    ".join((f"def complete({takes}, run):", *lines))
    written = {**names, "isfinite": math.isfinite}
    exec(compile(source, "<compiled query>", "exec"), written)  # noqa: S102 - of nothing but what is said above
    return cast("Complete", written["complete"])
