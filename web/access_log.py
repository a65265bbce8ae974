"""One line in the log for each request: what was asked for, what came of it, and how long it took; never what was said."""

import time

import structlog
from starlette.types import ASGIApp, Message, Receive, Scope, Send

LONGEST_PATH = 200

_log = structlog.get_logger("coachbook.http")


class AccessLog:
    """Writes `request.finished` once the answer is sent. The query string, headers and bodies stay out of it."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        started = time.perf_counter()
        status: int | None = None

        async def noticing_send(message: Message) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = message["status"]
            await send(message)

        try:
            await self._app(scope, receive, noticing_send)
        finally:
            milliseconds = round((time.perf_counter() - started) * 1000, 1)
            path = scope["path"][:LONGEST_PATH]
            _log.info("request.finished", method=scope["method"], path=path, status=status, ms=milliseconds)
