"""What changed, as PostgreSQL tells it: one listening connection a process, and a board on which its readers look."""

import asyncio
import contextlib
import random
from collections.abc import Iterator
from contextlib import contextmanager

import asyncpg
import structlog

from db.urls import plain_url

_CHANNEL = "generation"
_CONNECT_SECONDS = 5.0
_PING_SECONDS = 10.0
_PING_TIMEOUT_SECONDS = 5.0
_FIRST_WAIT_SECONDS = 0.1
_LONGEST_WAIT_SECONDS = 2.0
"""Between tries to connect: shorter than readers wait by themselves, so that a database that is back is heard again soon."""

_log = structlog.get_logger(__name__)


class Watch:
    """One reader's view of one subject. Any number of changes that nobody has looked at yet count as one."""

    __slots__ = ("_changed",)

    def __init__(self) -> None:
        self._changed = asyncio.Event()

    async def changed(self, *, within: float) -> None:
        """Waits for a change since the last call, but no longer than so many seconds."""
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(within):
                await self._changed.wait()
        self._changed.clear()

    def notice(self) -> None:
        self._changed.set()


class Board:
    """Who looks at what, within this process."""

    def __init__(self) -> None:
        self._watches: dict[str, set[Watch]] = {}

    @contextmanager
    def watch(self, subject: str) -> Iterator[Watch]:
        """Begin to watch before you read: then no change falls in between."""
        watch = Watch()
        self._watches.setdefault(subject, set()).add(watch)
        try:
            yield watch
        finally:
            others = self._watches[subject]
            others.discard(watch)
            if not others:
                del self._watches[subject]

    def post(self, subject: str) -> None:
        """This one changed."""
        for watch in self._watches.get(subject, ()):
            watch.notice()

    def post_to_all(self) -> None:
        """Any of them may have changed."""
        for subject in self._watches:
            self.post(subject)


class Listener:
    """Posts to a board what PostgreSQL notifies. What it misses while it is not connected, all readers look up afterwards.

    The URL must lead to PostgreSQL itself: a transaction pooler does not pass notifications on.
    """

    def __init__(self, url: str, board: Board) -> None:
        self._url = plain_url(url)
        self._board = board
        self._task: asyncio.Task[None] | None = None

    def start(self) -> None:
        """Listens from now on, in the background; a database that is away is no reason not to start."""
        self._task = asyncio.create_task(self._listen_forever())

    async def stop(self) -> None:
        if self._task is not None:
            self._task.cancel()
            with contextlib.suppress(asyncio.CancelledError):
                await self._task

    async def _listen_forever(self) -> None:
        wait = _FIRST_WAIT_SECONDS
        while True:
            try:
                await self._listen()
                wait = _FIRST_WAIT_SECONDS
            except (OSError, asyncpg.PostgresError, asyncpg.InterfaceError) as error:  # TimeoutError is an OSError
                _log.warning("notifications.interrupted", error=type(error).__name__)
                wait = min(wait * 2, _LONGEST_WAIT_SECONDS)
            await asyncio.sleep(wait * random.uniform(0.5, 1))  # noqa: S311 - spreads processes, guards nothing

    async def _listen(self) -> None:
        """Until the connection is lost."""
        connection = await asyncpg.connect(self._url, timeout=_CONNECT_SECONDS, statement_cache_size=0)
        lost = asyncio.Event()
        connection.add_termination_listener(lambda _connection: lost.set())
        try:
            await connection.add_listener(_CHANNEL, self._on_notice)
            _log.info("notifications.listening")
            self._board.post_to_all()
            while not lost.is_set():
                with contextlib.suppress(TimeoutError):
                    async with asyncio.timeout(_PING_SECONDS):
                        await lost.wait()
                        return
                # A connection can be gone without anybody having said so.
                await connection.execute("select 1", timeout=_PING_TIMEOUT_SECONDS)
        finally:
            connection.terminate()

    def _on_notice(self, _connection: object, _pid: int, _channel: str, payload: object) -> None:
        self._board.post(str(payload))
