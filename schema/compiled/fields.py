"""A field of a selection set, as it is compiled."""

from dataclasses import dataclass

from schema.compiled.completion import Completion
from schema.compiled.reading import Read
from schema.compiled.shared import Wait


@dataclass(frozen=True, slots=True)
class Field:
    """Under which key it is answered, how its value is had, and how that is completed."""

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
