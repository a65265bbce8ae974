"""The WebSocket protocol of uvicorn, with two bounds more, and calmer about clients that break it or go."""

from asyncio import TimerHandle

from uvicorn._types import ASGISendEvent
from uvicorn.protocols.utils import ClientDisconnected
from uvicorn.protocols.websockets.websockets_sansio_impl import WebSocketsSansIOProtocol
from websockets.frames import CloseCode

MOST_MESSAGE_BYTES = 65_536


class BoundedProtocol(WebSocketsSansIOProtocol):
    """Reads nothing from a client that does not read, whose pings would pile up answers without end; and gives it up in the end."""

    patience_seconds = 30.0
    """A client that takes nothing in for so long is gone."""
    _giving_up: TimerHandle | None = None

    async def send(self, message: ASGISendEvent) -> None:
        """Raises ClientDisconnected where the connection was closed by the client or for its fault: uvicorn takes that for ours."""
        await self.writable.wait()
        if self.close_sent:
            raise ClientDisconnected
        await super().send(message)

    def send_receive_event_to_app(self) -> None:
        if self.curr_msg_data_type == "text" and not self.close_sent and not _is_utf8(b"".join(self.frames)):
            # uvicorn closes with this code too, but writes an error with a traceback for each of them.
            self.frames = []
            self.conn.fail(CloseCode.INVALID_DATA)
            self.handle_parser_exception()
            return
        super().send_receive_event_to_app()

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


def _is_utf8(message: bytes) -> bool:
    try:
        message.decode()
    except UnicodeDecodeError:
        return False
    return True
