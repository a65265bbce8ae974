"""The WebSocket protocol of uvicorn, with one bound more."""

from uvicorn.protocols.websockets.websockets_sansio_impl import WebSocketsSansIOProtocol

MOST_MESSAGE_BYTES = 65_536


class BoundedProtocol(WebSocketsSansIOProtocol):
    """Reads nothing from a client that does not read: answers to its pings would pile up without end."""

    def pause_writing(self) -> None:
        super().pause_writing()
        self.transport.pause_reading()

    def resume_writing(self) -> None:
        super().resume_writing()
        if not self.read_paused:
            self.transport.resume_reading()
