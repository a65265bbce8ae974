"""Ends requests that take too long, from the first byte of the body to the last of the answer."""

import asyncio

from starlette.types import ASGIApp, Receive, Scope, Send

from schema.errors import ErrorCode
from web.refusals import Refused

DEADLINE_KEY = "coachbook.deadline"
"""Where the scope has the deadline, for what has one of its own."""


class Deadline:
    """Gives every request so many seconds. Statements have a shorter deadline of their own, so that no connection is lost by it."""

    def __init__(self, app: ASGIApp, *, seconds: float) -> None:
        self._app = app
        self._seconds = seconds

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        try:
            async with asyncio.timeout(self._seconds) as deadline:
                scope[DEADLINE_KEY] = deadline
                await self._app(scope, receive, send)
        except TimeoutError:
            if not deadline.expired():
                raise  # somebody else's, further in
            message = f"This took longer than {self._seconds:g} seconds. Please try again."
            raise Refused(504, ErrorCode.TIMEOUT, message, retry_after_seconds=1) from None
