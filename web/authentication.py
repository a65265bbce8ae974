"""Finds out who is asking, by the bearer token, before anything else is looked at; and counts them."""

from collections.abc import Awaitable, Callable

from starlette.datastructures import Headers
from starlette.types import ASGIApp, Receive, Scope, Send

from domain.errors import Unauthenticated, Unavailable
from domain.profile import Viewer
from schema.errors import ErrorCode
from web.rate_limit import RateLimit
from web.refusals import Refused, unauthenticated

VIEWER_KEY = "coachbook.viewer"
RETRY_AFTER_SECONDS = 2

ViewerOf = Callable[[str], Awaitable[Viewer]]
"""Whom a token speaks for. Raises Unauthenticated, or Unavailable where that cannot be found out now."""


class SignIn:
    """Knows callers by their tokens, and counts what they ask."""

    def __init__(self, viewer_of: ViewerOf, rate: RateLimit) -> None:
        self._viewer_of = viewer_of
        self.rate = rate

    async def viewer(self, scope: Scope, authorizations: list[str]) -> Viewer | None:
        """Whom the one authorization speaks for, or None where there is none. Raises Refused.

        A token that is not good counts for the address, and one that is good never: many athletes have one address in common, and
        whoever tries tokens from there must not lock them out.
        """
        try:
            viewer = await self._bearer(authorizations)
        except Refused as refused:
            if refused.code is ErrorCode.UNAUTHENTICATED:
                await self.rate.count(scope, None)
            raise
        await self.rate.count(scope, viewer)
        return viewer

    async def _bearer(self, authorizations: list[str]) -> Viewer | None:
        if not authorizations:
            return None
        scheme, _space, token = authorizations[0].partition(" ")
        if len(authorizations) > 1 or scheme.lower() != "bearer":
            raise unauthenticated("Send one header `Authorization: Bearer <token>`.")
        try:
            return await self._viewer_of(token.strip(" "))
        except Unauthenticated as refused:
            raise unauthenticated(str(refused)) from None
        except Unavailable as missing:
            raise Refused(503, ErrorCode.UNAVAILABLE, str(missing), retry_after_seconds=RETRY_AFTER_SECONDS) from None


class Authentication:
    """Puts the viewer into the scope, or None where no token came. Whoever is not let in is refused."""

    def __init__(self, app: ASGIApp, sign_in: SignIn) -> None:
        self._app = app
        self._sign_in = sign_in

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        scope[VIEWER_KEY] = await self._sign_in.viewer(scope, Headers(scope=scope).getlist("authorization"))
        await self._app(scope, receive, send)
