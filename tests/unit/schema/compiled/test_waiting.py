"""Several answers are waited for at once, without a task for those that need not wait."""

import asyncio
from collections.abc import Coroutine

import pytest

from schema.compiled.waiting import at_once, first_alone


@pytest.fixture
def begun() -> list[str]:
    """Who has begun, in order."""
    return []


async def _answer(name: str, begun: list[str], waiting_for: asyncio.Event | None = None) -> str:
    begun.append(name)
    if waiting_for is not None:
        await waiting_for.wait()
    return name


async def _fail(begun: list[str]) -> str:
    begun.append("failing")
    raise ValueError("as it must")


async def _end(name: str, ended: list[str]) -> str:
    try:
        await asyncio.sleep(60)
    finally:
        ended.append(name)
    return name


async def test_what_need_not_wait_is_answered_without_a_task(begun: list[str]) -> None:
    before = asyncio.all_tasks()

    async def tasks(name: str) -> int:
        begun.append(name)
        return len(asyncio.all_tasks() - before)

    assert await at_once([tasks("a"), tasks("b")]) == [0, 0]
    assert begun == ["a", "b"]


async def test_as_soon_as_one_waits_all_others_are_begun(begun: list[str]) -> None:
    come = asyncio.Event()
    asking = asyncio.create_task(
        at_once([_answer("a", begun), _answer("b", begun, come), _answer("c", begun, come), _answer("d", begun)])
    )
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    assert begun == ["a", "b", "c", "d"]
    come.set()
    assert await asking == ["a", "b", "c", "d"]


async def test_the_others_have_begun_before_the_first_goes_on() -> None:
    wanted: list[str] = []

    async def ask(name: str) -> list[str]:
        wanted.append(name)
        await asyncio.sleep(0)  # as `Together` gives its neighbours their turn
        return list(wanted)

    assert await at_once([ask("a"), ask("b"), ask("c")]) == [["a", "b", "c"]] * 3


async def test_a_first_one_alone_is_done_before_the_others_begin(begun: list[str]) -> None:
    come = asyncio.Event()
    asking = asyncio.create_task(first_alone([_answer("a", begun, come), _answer("b", begun), _answer("c", begun)]))
    await asyncio.sleep(0)
    assert begun == ["a"]
    come.set()
    assert await asking == ["a", "b", "c"]


@pytest.mark.parametrize("together", [at_once, first_alone])
async def test_nobody_is_asked_where_there_is_nothing(together: object) -> None:
    assert await at_once([]) == []
    assert await first_alone([]) == []


async def test_where_one_fails_the_others_are_cancelled_and_waited_for(begun: list[str]) -> None:
    ended: list[str] = []
    answering: list[Coroutine[object, object, str]] = [_end("a", ended), _end("b", ended), _fail(begun)]

    async def first() -> str:
        await asyncio.sleep(0)
        raise ValueError("the first")

    with pytest.raises(ValueError, match="the first"):
        await at_once([first(), *answering])
    assert begun == ["failing"]
    assert ended == ["a", "b"]


async def test_those_that_had_not_begun_never_do(begun: list[str]) -> None:
    with pytest.raises(ValueError, match="as it must"):
        await at_once([_fail(begun), _answer("b", begun)])
    with pytest.raises(ValueError, match="as it must"):
        await first_alone([_fail(begun), _answer("b", begun)])
    assert begun == ["failing", "failing"]


async def test_who_is_cancelled_cancels_them_all() -> None:
    ended: list[str] = []
    asking = asyncio.create_task(at_once([_end("a", ended), _end("b", ended), _end("c", ended)]))
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    asking.cancel()
    with pytest.raises(asyncio.CancelledError):
        await asking
    assert sorted(ended) == ["a", "b", "c"]


async def test_what_is_thrown_in_may_be_answered() -> None:
    async def stubborn() -> str:
        try:
            await asyncio.sleep(60)
        except asyncio.CancelledError:
            await asyncio.sleep(0)
        return "still here"

    asking = asyncio.create_task(at_once([stubborn()]))
    await asyncio.sleep(0)
    asking.cancel()
    assert await asking == ["still here"]
