"""Sending an export: what it keeps of a request, and that it lets go of its file."""

import asyncio
import io
from contextlib import ExitStack
from dataclasses import dataclass, field
from typing import cast

from starlette.types import Message

from resolvers.context import Context
from web.authentication import VIEWER_KEY
from web.deadline import DEADLINE_KEY
from web.export import DOWNLOAD_SECONDS, ExportEndpoint
from web.load_shedding import HELD_KEY

WRITTEN = b"x" * 200_000


@dataclass
class Written:
    """In place of the services, and of the context that leads to them."""

    file: io.BytesIO = field(default_factory=lambda: io.BytesIO(WRITTEN))
    athlete_id: str = "athlete_1"

    @property
    def services(self) -> "Written":
        return self

    exports = services

    async def export(self, _athlete_id: str) -> io.BytesIO:
        return self.file


async def nothing() -> Message:
    raise AssertionError("nobody asks")


async def test_while_it_is_sent_it_takes_no_place_and_has_more_time_than_a_request() -> None:
    left: list[bool] = []
    sent: list[Message] = []
    held = ExitStack()
    held.callback(left.append, True)
    written = Written()

    async def send(message: Message) -> None:
        sent.append({**message, "left": bool(left)})

    started = asyncio.get_running_loop().time()
    async with asyncio.timeout(30) as deadline:
        scope = {"method": "GET", VIEWER_KEY: None, HELD_KEY: held, DEADLINE_KEY: deadline}
        await ExportEndpoint(lambda _viewer, _id: cast("Context", written))(scope, nothing, send)

    assert b"".join(message.get("body", b"") for message in sent) == WRITTEN
    assert all(message["left"] for message in sent)
    assert max(len(message.get("body", b"")) for message in sent) == 65_536
    assert (deadline.when() or 0) >= started + DOWNLOAD_SECONDS
    assert written.file.closed
