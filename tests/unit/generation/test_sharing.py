"""Reads that many want at the same moment: done once, and never older than what anybody of them knows."""

import asyncio

from services.generation.sharing import SharedReads


class Source:
    """Answers with the number of the read, as soon as it may."""

    def __init__(self) -> None:
        self.reads = 0
        self.may_answer = asyncio.Event()
        self.error: Exception | None = None

    async def read(self, key: str) -> str:
        self.reads += 1
        answer = f"{key}{self.reads}"
        await self.may_answer.wait()
        if self.error is not None:
            raise self.error
        return answer


async def test_all_who_ask_before_it_begins_share_one_read() -> None:
    source = Source()
    source.may_answer.set()
    reads = SharedReads(source.read)

    answers = await asyncio.gather(*(reads.get(key) for key in "aaba"))

    assert answers == ["a1", "a1", "b2", "a1"]


async def test_who_asks_after_it_began_gets_another() -> None:
    source = Source()
    reads = SharedReads(source.read)
    first = asyncio.create_task(reads.get("a"))
    while not source.reads:  # noqa: ASYNC110 - a read tells nobody that it began
        await asyncio.sleep(0)

    second = asyncio.create_task(reads.get("a"))
    await asyncio.sleep(0)
    source.may_answer.set()

    assert (await first, await second) == ("a1", "a2")


async def test_who_gives_up_leaves_the_read_to_the_others() -> None:
    source = Source()
    reads = SharedReads(source.read)
    first, second = asyncio.create_task(reads.get("a")), asyncio.create_task(reads.get("a"))
    await asyncio.sleep(0)

    first.cancel()
    source.may_answer.set()

    assert await second == "a1"
    assert first.cancelled()


async def test_what_it_raises_reaches_everybody_and_the_next_one_tries_again() -> None:
    source = Source()
    source.may_answer.set()
    source.error = ValueError("away")
    reads = SharedReads(source.read)

    failed = await asyncio.gather(*(reads.get("a") for _ in range(2)), return_exceptions=True)
    assert failed == [source.error, source.error]

    source.error = None
    assert await reads.get("a") == "a2"
