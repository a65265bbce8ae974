"""Collects everything that is wrong with an input, so that it comes back all at once."""

from collections.abc import Sequence

from domain.errors import Fault, FaultCode, InvalidInput
from domain.text import normalised


class Faults:
    """The faults of one input. Check value by value, then `raise_if_any`."""

    def __init__(self) -> None:
        self._found: list[Fault] = []

    @property
    def count(self) -> int:
        return len(self._found)

    @property
    def found(self) -> tuple[Fault, ...]:
        return tuple(self._found)

    def add(self, path: Sequence[str | int], code: FaultCode, message: str) -> None:
        self._found.append(Fault(tuple(str(step) for step in path), code, message))

    def number(self, path: Sequence[str | int], value: float | None, bounds: tuple[float, float]) -> None:
        """The number lies within the bounds, both included; None is not looked at."""
        if value is None:
            return
        lowest, highest = bounds
        if not value >= lowest:  # also refuses NaN, which is not smaller than anything
            self.add(path, FaultCode.TOO_SMALL, f"Must be at least {lowest:g}.")
        elif value > highest:
            self.add(path, FaultCode.TOO_LARGE, f"Must be at most {highest:g}.")

    def text(self, path: Sequence[str | int], value: str | None, bounds: tuple[int, int]) -> None:
        """The text, as it will be stored, has as many characters as the bounds allow; None is not looked at."""
        if value is None:
            return
        self.size(path, len(normalised(value)), bounds, "characters")

    def size(self, path: Sequence[str | int], size: int, bounds: tuple[int, int], what: str) -> None:
        shortest, longest = bounds
        if size < shortest:
            self.add(path, FaultCode.TOO_SHORT, f"Must have at least {shortest} {what}.")
        elif size > longest:
            self.add(path, FaultCode.TOO_LONG, f"Must have at most {longest} {what}.")

    def raise_if_any(self) -> None:
        """Raises InvalidInput with all that was found."""
        if self._found:
            raise InvalidInput(self._found)
