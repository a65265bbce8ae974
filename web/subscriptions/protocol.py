"""The WebSocket protocol of uvicorn, with two bounds more."""

from asyncio import TimerHandle

from uvicorn.protocols.websockets.websockets_sansio_impl import WebSocketsSansIOProtocol

MOST_MESSAGE_BYTES = 65_536


class BoundedProtocol(WebSocketsSansIOProtocol):
    """Reads nothing from a client that does not read, whose pings would pile up answers without end; and gives it up in the end."""

    patience_seconds = 30.0
    """A client that takes nothing in for so long is gone."""
    _giving_up: TimerHandle | None = None

    def pause_writing(self) -> None:
        super().pause_writing()
        self.transport.pause_reading()
        # A close frame would wait behind all that the client has not read yet.
        self._giving_up = self.loop.call_later(self.patience_seconds, self.transport.abort)

    def resume_writing(self) -> None:
        super().resume_writing()
        self._keep()
        if not self.read_paused:
            self.transport.resume_reading()

    def connection_lost(self, exc: Exception | None) -> None:
        super().connection_lost(exc)
        self._keep()

    def _keep(self) -> None:
        if self._giving_up is not None:
            self._giving_up.cancel()
            self._giving_up = None
