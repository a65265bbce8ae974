"""Waiting for several answers at once, without a task for those that need not wait."""

import asyncio
from collections.abc import Callable, Coroutine, Generator, Sequence
from types import coroutine
from typing import TypeVar

T = TypeVar("T")
Answering = Coroutine[object, object, T]


async def at_once(answering: Sequence[Answering[T]]) -> list[T]:
    """What they answer, in their order. One after the other while none waits; as soon as one does, all that are left are begun.

    A task costs more than most answers. Where one fails or all are cancelled, the others are cancelled and waited for.
    """
    left = iter(answering)
    begun: list[asyncio.Task[T]] = []

    def begin_the_others() -> None:
        begun.extend(asyncio.create_task(one) for one in left)

    try:
        answers = [await _noticing(one, begin_the_others) for one in left]
        return answers + [await task for task in begun]
    except BaseException:
        for one in left:
            one.close()
        for task in begun:
            task.cancel()
        await asyncio.gather(*begun, return_exceptions=True)
        raise


async def first_alone(answering: Sequence[Answering[T]]) -> list[T]:
    """The same where all have their answers once the first one has: it goes ahead, and the others need not wait any more."""
    if not answering:
        return []
    first, *others = answering
    try:
        answer = await first
    except BaseException:
        for one in others:
            one.close()
        raise
    return [answer, *await at_once(others)]


@coroutine
def _noticing(answering: Answering[T], on_wait: Callable[[], None]) -> Generator[object, object, T]:
    """Awaits it, and calls `on_wait` just before it first waits for anything."""
    try:
        awaited = answering.send(None)
        on_wait()
        while True:
            try:
                sent = yield awaited
            except BaseException as error:  # noqa: BLE001 - what is thrown in is its to answer
                awaited = answering.throw(error)
            else:
                awaited = answering.send(sent)
    except StopIteration as done:
        answer: T = done.value
        return answer
