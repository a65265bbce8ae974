"""The HTTP server: uvicorn, on a socket of our own, stopped by whoever started it."""

import asyncio
import errno
import signal
import socket
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import replace

import uvicorn
from starlette.types import ASGIApp

from web.connection import USUAL_LIMITS, BoundedHttpProtocol, ConnectionLimits, room_for
from web.subscriptions.protocol import MOST_MESSAGE_BYTES, BoundedProtocol

GRACEFUL_SECONDS = 10


class AddressTaken(Exception):
    """The address cannot be listened on; the text says why, in one line."""


def new_event_loop() -> asyncio.AbstractEventLoop:
    """The fastest loop that this machine has."""
    try:
        import uvloop
    except ImportError:
        return asyncio.new_event_loop()
    return uvloop.new_event_loop()


class Server(uvicorn.Server):
    """Tells when it answers, and leaves signals to the command that runs it."""

    def __init__(
        self,
        app: ASGIApp,
        on_started: Callable[[], None],
        *,
        on_stopping: Callable[[], None] = lambda: None,
        trusted_proxies: Sequence[str] = (),
        limits: ConnectionLimits = USUAL_LIMITS,
    ) -> None:
        """`trusted_proxies` are addresses and networks whose `X-Forwarded-For` is believed: nobody's, unless told."""
        super().__init__(
            uvicorn.Config(
                app,
                http=_bounded(limits),  # by httptools: h11 takes a request with both a length and chunks
                ws=BoundedProtocol,
                ws_max_size=MOST_MESSAGE_BYTES,
                ws_per_message_deflate=False,  # twice the memory of a connection, for messages of a kilobyte
                lifespan="off",
                log_config=None,
                access_log=False,
                server_header=False,
                proxy_headers=bool(trusted_proxies),
                forwarded_allow_ips=list(trusted_proxies),
                timeout_graceful_shutdown=GRACEFUL_SECONDS,
            )
        )
        self._on_started = on_started
        self._on_stopping = on_stopping

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets)
        self._on_started()

    @contextmanager
    def capture_signals(self) -> Iterator[None]:
        yield

    def stop(self) -> None:
        """Serve what is under way to its end; asked a second time, do not wait for it."""
        self.force_exit = self.should_exit
        self.should_exit = True
        self._on_stopping()


def _bounded(by: ConnectionLimits) -> type[asyncio.Protocol]:
    class Bounded(BoundedHttpProtocol):
        limits = replace(by, connections=room_for(by.connections))

    return Bounded


async def serve_meanwhile(app: ASGIApp, opened: socket.socket, work: Callable[[], None]) -> None:
    """Serve on this socket for as long as the work takes, which is done in a thread."""
    started = asyncio.Event()
    server = Server(app, on_started=started.set)
    serving = asyncio.create_task(server.serve(sockets=[opened]))
    await started.wait()
    try:
        await asyncio.to_thread(work)
    finally:
        server.stop()
        await serving


@contextmanager
def listening(host: str, port: int) -> Iterator[socket.socket]:
    """A socket at this address. Raises AddressTaken where somebody else is there, or it is not ours."""
    try:
        family, kind, protocol, _name, address = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
    except socket.gaierror:
        raise AddressTaken(f"HOST={host} is not an address of this machine.") from None
    with socket.socket(family, kind, protocol) as opened:
        opened.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            opened.bind(address)
            opened.listen(2048)
        except OSError as error:
            reason = {errno.EADDRINUSE: "is in use by another program", errno.EACCES: "may not be used by you"}
            said = reason.get(error.errno or 0, f"cannot be listened on ({error.strerror})")
            raise AddressTaken(f"Port {port} on {host} {said}. Set PORT to another one.") from None
        yield opened


def on_signals(stop: Callable[[], object]) -> None:
    """Have Ctrl-C and SIGTERM do this from now on, instead of what they do by themselves."""
    loop = asyncio.get_running_loop()
    for number in (signal.SIGINT, signal.SIGTERM):
        with suppress(NotImplementedError):  # Windows has Ctrl-C alone, by KeyboardInterrupt
            loop.add_signal_handler(number, stop)


def cancel_on_signals() -> None:
    """Have them cancel what runs now: nothing is served yet that would have to be brought to its end."""
    task = asyncio.current_task()
    assert task is not None, "runs on the loop"
    on_signals(task.cancel)
