"""What one request remembers."""

import asyncio

import pytest

from domain.errors import Unauthenticated, Unavailable
from resolvers.context import Context
from tests.unit.schema.fakes import VIEWER, services


def _context() -> Context:
    return Context(services=services(), viewer=VIEWER, request_id="request-1")


class Source:
    """Answers with how often it was asked, once it is let go; fails the first times, if told so."""

    def __init__(self, *, failures: int = 0) -> None:
        self.asked = 0
        self.go = asyncio.Event()
        self._failures = failures

    async def __call__(self) -> int:
        self.asked += 1
        await self.go.wait()
        if self.asked <= self._failures:
            raise Unavailable("Later.")
        return self.asked


async def test_those_who_ask_at_the_same_time_share_one_answer() -> None:
    context, source = _context(), Source()
    askers = [asyncio.create_task(context.once(("it",), source)) for _ in range(5)]
    await asyncio.sleep(0)
    source.go.set()
    assert await asyncio.gather(*askers) == [1] * 5
    assert source.asked == 1


async def test_other_keys_are_other_questions() -> None:
    context, source = _context(), Source()
    source.go.set()
    assert [await context.once(("it", "a"), source), await context.once(("it", "b"), source)] == [1, 2]


async def test_who_is_cancelled_takes_nobody_along() -> None:
    context, source = _context(), Source()
    first = asyncio.create_task(context.once(("it",), source))
    second = asyncio.create_task(context.once(("it",), source))
    await asyncio.sleep(0)
    first.cancel()
    source.go.set()
    assert await second == 2
    with pytest.raises(asyncio.CancelledError):
        await first


async def test_a_failure_is_not_kept() -> None:
    context, source = _context(), Source(failures=1)
    source.go.set()
    with pytest.raises(Unavailable):
        await context.once(("it",), source)
    assert await context.once(("it",), source) == 2


async def test_a_change_makes_all_be_read_anew() -> None:
    context, source = _context(), Source()
    source.go.set()
    await context.once(("it",), source)
    assert context.begin_change() is VIEWER
    assert await context.once(("it",), source) == 2


def test_nobody_is_signed_in_without_a_token() -> None:
    context = Context(services=services(), viewer=None, request_id="request-1")
    for read in (lambda: context.signed_in, lambda: context.athlete, lambda: context.athlete_id, context.begin_change):
        with pytest.raises(Unauthenticated):
            read()
