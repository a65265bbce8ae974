"""`GET /api/export`: everything of an athlete as one file."""

import asyncio
from collections.abc import Callable
from contextlib import ExitStack
from typing import IO

from starlette.types import Receive, Scope, Send

from domain.errors import Refusal
from domain.profile import Viewer
from resolvers.context import Context
from resolvers.exports import export
from web.authentication import VIEWER_KEY
from web.deadline import DEADLINE_KEY
from web.load_shedding import HELD_KEY
from web.refusals import JSON, method_not_allowed, refused, request_id

DOWNLOAD_SECONDS = 120
"""For the sending, once the file is written: on a train it takes its time."""
_CHUNK = 65_536


class ExportEndpoint:
    """Writes the file, then sends it."""

    def __init__(self, context_of: Callable[[Viewer | None, str], Context]) -> None:
        self._context_of = context_of

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["method"] != "GET":
            raise method_not_allowed("GET")
        try:
            file = await export(self._context_of(scope[VIEWER_KEY], request_id()))
        except Refusal as refusal:
            raise refused(refusal) from None
        with file:
            _let_it_take_its_time(scope)
            await _send(file, send)


async def _send(file: IO[bytes], send: Send) -> None:
    length = file.seek(0, 2)
    file.seek(0)
    headers = {
        "content-type": JSON,
        "content-length": str(length),
        "content-disposition": 'attachment; filename="coachbook.json"',
        "cache-control": "no-store",
        "x-content-type-options": "nosniff",
    }
    encoded = [(name.encode(), value.encode()) for name, value in headers.items()]
    await send({"type": "http.response.start", "status": 200, "headers": encoded})
    while chunk := file.read(_CHUNK):
        await send({"type": "http.response.body", "body": chunk, "more_body": True})
    await send({"type": "http.response.body"})


def _let_it_take_its_time(scope: Scope) -> None:
    """Sending is not work: the place is for somebody else, and the deadline of requests was for the writing."""
    held = scope.get(HELD_KEY)
    if isinstance(held, ExitStack):
        held.close()
    deadline = scope.get(DEADLINE_KEY)
    if isinstance(deadline, asyncio.Timeout):
        deadline.reschedule(asyncio.get_running_loop().time() + DOWNLOAD_SECONDS)
