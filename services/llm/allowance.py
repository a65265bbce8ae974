"""What one athlete may still spend on the model, and what was spent: counted elsewhere, asked and told from here."""

from typing import Protocol

import msgspec


class Usage(msgspec.Struct, frozen=True, kw_only=True):
    """What one call took, estimated where the provider did not say. A millionth of a dollar is a microdollar."""

    model: str
    input_tokens: int
    output_tokens: int
    microdollars: int


class Allowance(Protocol):
    """One athlete's, for today."""

    async def take(self) -> bool:
        """Count one call, before it is made. False where calls or money are used up, or where that cannot be told."""
        ...

    async def charge(self, usage: Usage) -> None:
        """Note what a call took, however it ended."""
        ...


class Unlimited:
    """For calls that are nobody's: an operator's check."""

    async def take(self) -> bool:
        return True

    async def charge(self, usage: Usage) -> None:
        return None
