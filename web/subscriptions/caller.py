"""Who speaks on one WebSocket: nobody knows until they sign in. What they send is counted, like requests."""

from contextlib import ExitStack

from starlette.types import Scope

from domain.profile import Viewer
from web.authentication import SignIn
from web.refusals import Refused
from web.subscriptions.frames import Closed
from web.subscriptions.streams import Streams, TooManyStreams

_CLOSE_CODES = {401: 4401, 429: 4429}
_TRY_AGAIN_LATER = 1013


class Caller:
    """`held` keeps their place among the streams for as long as the connection is open."""

    def __init__(self, scope: Scope, sign_in: SignIn, streams: Streams, *, held: ExitStack) -> None:
        self.viewer: Viewer | None = None
        self._scope = scope
        self._sign_in = sign_in
        self._streams = streams
        self._held = held

    async def sign_in(self, authorizations: list[str]) -> Viewer:
        """Raises Closed."""
        try:
            viewer = await self._sign_in.viewer(self._scope, authorizations)
            if viewer is None:
                raise Closed(4401, "Sign in first: send a bearer token in connection_init.")
            self._held.enter_context(self._streams.another(viewer))
        except Refused as refused:
            raise _closed(refused) from None
        except TooManyStreams:
            raise Closed(4429, "You have too many connections.") from None
        self.viewer = viewer
        return viewer

    async def count(self) -> None:
        """One message more. Raises Closed."""
        try:
            await self._sign_in.rate.count(self._scope, self.viewer)
        except Refused as refused:
            raise _closed(refused) from None


def _closed(refused: Refused) -> Closed:
    return Closed(_CLOSE_CODES.get(refused.status, _TRY_AGAIN_LATER), str(refused))
