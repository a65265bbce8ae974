"""Questions that fields side by side ask one by one, answered in one."""

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from typing import Generic, TypeVar

Key = TypeVar("Key")
Answer = TypeVar("Answer")


class Together(Generic[Key, Answer]):
    """Collects keys until all fields that run at the same time have asked, and has them answered at once.

    A lock and not a shared task: a field that is cancelled must not take its neighbours along.
    """

    def __init__(self, ask: Callable[[Sequence[Key]], Awaitable[Sequence[Answer]]]) -> None:
        self._ask = ask
        self._wanted: dict[Key, None] = {}
        self._answers: dict[Key, Answer] = {}
        self._lock = asyncio.Lock()

    async def answer(self, key: Key) -> Answer:
        self._wanted[key] = None
        await asyncio.sleep(0)  # the neighbours' turn to say what they want
        async with self._lock:
            if key not in self._answers:
                keys = [one for one in self._wanted if one not in self._answers]
                self._answers.update(zip(keys, await self._ask(keys), strict=True))
        return self._answers[key]
