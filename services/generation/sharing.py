"""Reads that are wanted at the same moment by many, done once."""

import asyncio
from collections.abc import Awaitable, Callable, Hashable
from typing import Generic, TypeVar

Key = TypeVar("Key", bound=Hashable)
Found = TypeVar("Found")


class SharedReads(Generic[Key, Found]):
    """One read for all who ask before it begins. Who asks later may know of a newer change, and gets a read of their own."""

    def __init__(self, read: Callable[[Key], Awaitable[Found]]) -> None:
        self._read = read
        self._to_begin: dict[Key, asyncio.Task[Found]] = {}

    async def get(self, key: Key) -> Found:
        """Raises what the read raises. Who is cancelled meanwhile leaves the read to the others."""
        reading = self._to_begin.get(key)
        if reading is None:
            reading = self._to_begin[key] = asyncio.create_task(self._begun(key))
        return await asyncio.shield(reading)

    async def _begun(self, key: Key) -> Found:
        del self._to_begin[key]
        return await self._read(key)
