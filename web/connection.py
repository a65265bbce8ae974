"""The HTTP protocol of uvicorn with bounds: on what takes its time to arrive, on who does not read, and on open connections."""

from asyncio import BaseTransport, Transport
from asyncio.events import TimerHandle
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from typing import NoReturn, cast

from starlette.types import Receive, Scope, Send
from uvicorn.protocols.http.httptools_impl import HttpToolsProtocol, RequestResponseCycle

from schema.errors import ErrorCode
from web.access_log import AccessLog
from web.error_boundary import ErrorBoundary
from web.refusals import Refused
from web.request_id import with_request_id

MOST_CONNECTIONS = 10_000
OWN_FILES = 100
"""What this process has open besides."""
LAST_ONES = 50
"""Connections beyond the bound that are told so; those beyond that are cut."""


def room_for(connections: int) -> int:
    """So many, or what the system lets this process have open, which is asked for more where it gives more."""
    try:
        import resource
    except ImportError:
        return connections  # Windows has no such limit
    needed = connections + OWN_FILES + LAST_ONES
    files, most = resource.getrlimit(resource.RLIMIT_NOFILE)
    if 0 <= files < needed:
        with suppress(OSError, ValueError):
            resource.setrlimit(resource.RLIMIT_NOFILE, (min(needed, most) if most >= 0 else needed, most))
        files, _most = resource.getrlimit(resource.RLIMIT_NOFILE)
    return connections if files < 0 else max(1, min(connections, files - OWN_FILES - LAST_ONES))


@dataclass(frozen=True, kw_only=True)
class ConnectionLimits:
    """How long a client may take, and how many there may be."""

    headers_seconds: float = 10.0
    """From when it may send a request until its headers are there."""
    body_seconds: float = 30.0
    reading_seconds: float = 30.0
    """In which it must take in something of a long answer."""
    connections: int = MOST_CONNECTIONS


USUAL_LIMITS = ConnectionLimits()


async def _refuse(_scope: Scope, _receive: Receive, _send: Send) -> NoReturn:
    message = "This server has more connections than it can hold. Please try again."
    raise Refused(503, ErrorCode.UNAVAILABLE, message, headers={"Connection": "close"}, retry_after_seconds=1)


_crowded = with_request_id(AccessLog(ErrorBoundary(_refuse)))


class BoundedHttpProtocol(HttpToolsProtocol):
    """Closes connections on which nothing comes to its end, which uvicorn keeps for ever."""

    limits = USUAL_LIMITS
    _arriving: TimerHandle | None = None
    _leaving: TimerHandle | None = None
    _is_beyond = False
    _under_way: Sequence[RequestResponseCycle] = ()
    """Requests that are not answered yet: a client may send one after the other without waiting."""

    def connection_made(self, transport: BaseTransport) -> None:
        super().connection_made(cast(Transport, transport))
        self._is_beyond = len(self.connections) > self.limits.connections
        if len(self.connections) > self.limits.connections + LAST_ONES:
            self.transport.abort()
            return
        if self._is_beyond:
            self.app = _crowded
        self._expect(self.limits.headers_seconds)

    def data_received(self, data: bytes) -> None:
        super().data_received(data)
        is_at_work = self.cycle is not None and not self.cycle.response_complete
        is_upgraded = self.transport.get_protocol() is not self
        if not (is_at_work or is_upgraded or self._arriving or self.timeout_keep_alive_task):
            self._expect(self.limits.headers_seconds)  # the beginning of a request, or empty lines without end

    def on_headers_complete(self) -> None:
        super().on_headers_complete()
        asked = (*self._under_way, self.cycle)  # none where it is to become a WebSocket
        self._under_way = [one for one in asked if one is not None and not one.response_complete]
        self._expect(self.limits.body_seconds)

    def on_message_complete(self) -> None:
        super().on_message_complete()
        self._arrived()

    def handle_websocket_upgrade(self) -> None:
        self._arrived()
        super().handle_websocket_upgrade()

    def pause_writing(self) -> None:
        super().pause_writing()
        self._leaving = self.loop.call_later(self.limits.reading_seconds, self.transport.abort)

    def resume_writing(self) -> None:
        super().resume_writing()
        self._left()

    def connection_lost(self, exc: Exception | None) -> None:
        super().connection_lost(exc)
        self._give_up()
        self._arrived()
        self._left()

    def send_400_response(self, msg: str) -> None:
        """What comes is no HTTP. Where an answer has begun, this one would land in its middle: then the connection is cut."""
        has_begun = any(one.response_started and not one.response_complete for one in self._under_way)
        self._give_up()
        if has_begun:
            self.transport.abort()
        else:
            super().send_400_response(msg)

    def timeout_keep_alive_handler(self) -> None:
        super().timeout_keep_alive_handler()
        if self.transport.get_write_buffer_size():
            self.transport.abort()  # it would be closed when all is read, which may be never

    def _should_upgrade(self) -> bool:
        return not self._is_beyond and super()._should_upgrade()

    def _give_up(self) -> None:
        """What is still being answered is said to nobody: uvicorn tells that to the last of several requests alone."""
        for one in self._under_way:
            one.disconnected = True
            one.message_event.set()

    def _expect(self, seconds: float) -> None:
        self._arrived()
        self._arriving = self.loop.call_later(seconds, self._late, seconds)

    def _arrived(self) -> None:
        if self._arriving is not None:
            self._arriving.cancel()
            self._arriving = None

    def _late(self, seconds: float) -> None:
        if self.flow.read_paused:
            self._expect(seconds)  # it is we who do not read
        else:
            self.transport.abort()

    def _left(self) -> None:
        if self._leaving is not None:
            self._leaving.cancel()
            self._leaving = None
