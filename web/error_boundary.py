"""Where every exception ends: refusals become answers, and anything unexpected is noted and masked."""

import structlog
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from schema.errors import MASKED_MESSAGE, ErrorCode
from web.refusals import Refused

_log = structlog.get_logger("coachbook.http")


class ErrorBoundary:
    """Answers in place of what failed. It stands inside CORS, so that a browser's app may read the answer too."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        has_begun = False

        async def noticing_send(message: Message) -> None:
            nonlocal has_begun
            has_begun = True
            await send(message)

        try:
            await self._app(scope, receive, noticing_send)
            return
        except Refused as refused:
            refusal = refused
        except Exception as error:  # noqa: BLE001 the edge: whatever failed, the client gets an answer and the log the reason
            _log.error("request.failed", exc_info=error)
            refusal = Refused(500, ErrorCode.INTERNAL, MASKED_MESSAGE)
        if has_begun:
            # Half an answer cannot be taken back; an exception makes the server cut the connection.
            raise ConnectionAbortedError("the answer had begun")
        await refusal.response()(scope, receive, send)
