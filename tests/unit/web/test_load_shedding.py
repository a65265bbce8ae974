"""What is refused while others are under way."""

import asyncio

import pytest
from starlette.types import Message, Receive, Scope, Send

from schema.errors import ErrorCode
from web.load_shedding import LoadShedding, Places
from web.refusals import Refused


async def nothing() -> Message:
    raise AssertionError("nobody asks")


async def nowhere(_message: Message) -> None:
    """Nobody is there."""


class Held:
    """An application whose requests end when told, and fail when told."""

    def __init__(self) -> None:
        self.ending = asyncio.Event()
        self.begun = 0

    async def __call__(self, scope: Scope, _receive: Receive, _send: Send) -> None:
        self.begun += 1
        await self.ending.wait()
        if scope["fails"]:
            raise RuntimeError


@pytest.mark.parametrize("fails", [True, False])
async def test_one_more_than_there_is_room_for_is_refused_at_once_and_there_is_room_when_others_have_ended(
    fails: bool,
) -> None:
    held = Held()
    shedding = LoadShedding(held, Places(2))

    def ask() -> "asyncio.Task[None]":
        return asyncio.create_task(shedding({"fails": fails}, nothing, nowhere))

    async with asyncio.timeout(20):
        under_way = [ask(), ask()]
        with pytest.raises(Refused) as refused:
            await ask()
        assert held.begun == 2
        held.ending.set()
        await asyncio.gather(*under_way, ask(), return_exceptions=True)

    assert held.begun == 3
    assert (refused.value.status, refused.value.code, refused.value.headers) == (
        503,
        ErrorCode.UNAVAILABLE,
        {"Retry-After": "1"},
    )
