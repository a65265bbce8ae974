"""Finds out who is asking, by the bearer token, before anything else is looked at."""

from collections.abc import Awaitable, Callable

from starlette.datastructures import Headers
from starlette.types import ASGIApp, Receive, Scope, Send

from domain.errors import Unauthenticated, Unavailable
from domain.profile import Viewer
from schema.errors import ErrorCode
from web.refusals import Refused, unauthenticated

VIEWER_KEY = "coachbook.viewer"
RETRY_AFTER_SECONDS = 2


class Authentication:
    """Puts the viewer into the scope, or None where no token came. A token that is not good is refused."""

    def __init__(self, app: ASGIApp, *, viewer_of: Callable[[str], Awaitable[Viewer]]) -> None:
        self._app = app
        self._viewer_of = viewer_of

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "http":
            scope[VIEWER_KEY] = await bearer_viewer(Headers(scope=scope).getlist("authorization"), self._viewer_of)
        await self._app(scope, receive, send)


async def bearer_viewer(authorizations: list[str], viewer_of: Callable[[str], Awaitable[Viewer]]) -> Viewer | None:
    """Whom the one authorization speaks for, or None where there is none. Raises Refused."""
    if not authorizations:
        return None
    scheme, _space, token = authorizations[0].partition(" ")
    if len(authorizations) > 1 or scheme.lower() != "bearer":
        raise unauthenticated("Send one header `Authorization: Bearer <token>`.")
    try:
        return await viewer_of(token.strip(" "))
    except Unauthenticated as refused:
        raise unauthenticated(str(refused)) from None
    except Unavailable as missing:
        raise Refused(503, ErrorCode.UNAVAILABLE, str(missing), retry_after_seconds=RETRY_AFTER_SECONDS) from None
