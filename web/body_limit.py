"""Refuses bodies that are too large, by their stated length before anything is read, and by what comes where none is stated."""

from starlette.datastructures import Headers
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from schema.errors import ErrorCode
from web.refusals import Refused

READ_ON = 4
"""A body that is not larger than so many times the limit is read all the same, and thrown away: where a connection is closed with
bytes unread, whoever sends them, such as a proxy, may never see the answer."""


class BodyLimit:
    """Lets at most so many bytes of a body through."""

    def __init__(self, app: ASGIApp, *, most_bytes: int) -> None:
        self._app = app
        self._most_bytes = most_bytes

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        stated = Headers(scope=scope).get("content-length", "0")
        if not stated.isdecimal() or int(stated) > READ_ON * self._most_bytes:
            raise self._too_large()
        if int(stated) > self._most_bytes:
            await self._read_on(receive, after=await receive())
            raise self._too_large()
        seen = 0

        async def counting_receive() -> Message:
            nonlocal seen
            message = await receive()
            seen += len(message.get("body", b""))
            if seen > self._most_bytes:
                await self._read_on(receive, after=message)
                raise self._too_large()
            return message

        await self._app(scope, counting_receive, send)

    async def _read_on(self, receive: Receive, *, after: Message) -> None:
        message, left = after, READ_ON * self._most_bytes
        while message.get("more_body", False) and left > 0:
            message = await receive()
            left -= len(message.get("body", b""))

    def _too_large(self) -> Refused:
        # What may still come of the body is not read, so the connection is of no more use.
        message = f"The body is larger than {self._most_bytes} bytes."
        return Refused(413, ErrorCode.BAD_REQUEST, message, headers={"Connection": "close"})
