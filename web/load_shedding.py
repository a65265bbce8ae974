"""Says at once where there is more to do than this process can: whoever is let in is served fast, and nobody waits for nothing."""

from contextlib import ExitStack

from starlette.types import ASGIApp, Receive, Scope, Send

from schema.errors import ErrorCode
from web.refusals import Refused

HELD_KEY = "coachbook.held"
"""Where the scope has what a request holds, for what goes on for long without doing much: closing it gives the place back."""
RETRY_AFTER_SECONDS = 1


class Places:
    """As many as there may be requests under way."""

    def __init__(self, most: int) -> None:
        self._most = most
        self._taken = 0

    def take(self) -> ExitStack:
        """Its end gives the place back. Raises Refused where there is none."""
        if self._taken >= self._most:
            message = "More is asked of this server than it can do now. Please try again."
            raise Refused(503, ErrorCode.UNAVAILABLE, message, retry_after_seconds=RETRY_AFTER_SECONDS)
        self._taken += 1
        held = ExitStack()
        held.callback(self._leave)
        return held

    def _leave(self) -> None:
        self._taken -= 1


class LoadShedding:
    """Lets requests through for whom there is a place."""

    def __init__(self, app: ASGIApp, places: Places) -> None:
        self._app = app
        self._places = places

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        with self._places.take() as held:
            scope[HELD_KEY] = held
            await self._app(scope, receive, send)
