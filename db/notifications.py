"""What changed, as PostgreSQL tells it: one listening connection a process, and a board on which its readers look."""

import asyncio
import contextlib
import random
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager
from uuid import UUID

import asyncpg
import structlog

from db.database import APP_ROLE
from db.urls import plain_url

_CHANNELS = ("generation", "account")
_KIND = "generation_"
DELETED_ACCOUNTS = "deleted_accounts"
"""The subject under which it is posted that there are more of them."""
_CONNECT_SECONDS = 5.0
LOOK_SECONDS = 10.0
"""After which it is asked again what changed without a notice."""
_ANSWER_SECONDS = 5.0
_NEWS = "select generations_with_news($1, $2) as id"
_FIRST_WAIT_SECONDS = 0.1
_LONGEST_WAIT_SECONDS = 2.0
"""Between tries to connect: shorter than readers wait by themselves, so that a database that is back is heard again soon."""

_log = structlog.get_logger(__name__)


class Watch:
    """One reader's view of one subject. Any number of changes that nobody has looked at yet count as one."""

    __slots__ = ("_changed", "seen")

    def __init__(self) -> None:
        self._changed = asyncio.Event()
        self.seen = 0
        """The version that its reader knows."""

    async def changed(self, *, within: float) -> bool:
        """Whether there was a change since the last call, or is one within so many seconds."""
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(within):
                await self._changed.wait()
        is_changed = self._changed.is_set()
        self._changed.clear()
        return is_changed

    def notice(self) -> None:
        self._changed.set()


class Board:
    """Who looks at what, within this process."""

    def __init__(self) -> None:
        self._watches: dict[str, set[Watch]] = {}
        self.is_kept = False
        """Whether somebody posts all changes, so that nobody needs to look for any."""

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

    def seen(self) -> dict[str, int]:
        """All that is watched, with the oldest version that any of its readers knows."""
        return {subject: min(watch.seen for watch in watches) for subject, watches in self._watches.items()}


class Listener:
    """Keeps a board: posts what PostgreSQL notifies, and from time to time what changed without a notice. What it misses
    while it is not connected, all readers look up afterwards.

    The URL must lead to PostgreSQL itself: a transaction pooler does not pass notifications on.
    """

    def __init__(self, url: str, board: Board, *, look_seconds: float = LOOK_SECONDS) -> None:
        self._url = plain_url(url)
        self._board = board
        self._look_seconds = look_seconds
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
            await connection.execute(f"set role {APP_ROLE}", timeout=_ANSWER_SECONDS)
            for channel in _CHANNELS:
                await connection.add_listener(channel, self._on_notice)
            _log.info("notifications.listening")
            self._board.post_to_all()
            self._board.is_kept = True
            while not lost.is_set():
                with contextlib.suppress(TimeoutError):
                    async with asyncio.timeout(self._look_seconds):
                        await lost.wait()
                        return
                await self._look(connection)
        finally:
            self._board.is_kept = False
            connection.terminate()

    async def _look(self, connection: asyncpg.Connection) -> None:
        """Posts which generations are not as their readers know them, or are overdue. Raises where the connection is gone
        without anybody having said so."""
        seen = {subject: version for subject, version in self._board.seen().items() if subject.startswith(_KIND)}
        watched = [UUID(hex=subject.removeprefix(_KIND)) for subject in seen]
        for row in await connection.fetch(_NEWS, watched, list(seen.values()), timeout=_ANSWER_SECONDS):
            self._board.post(f"{_KIND}{row['id'].hex}")

    def _on_notice(self, _connection: object, _pid: int, _channel: str, payload: object) -> None:
        self._board.post(str(payload))


@asynccontextmanager
async def board_kept(url: str) -> AsyncIterator[Board]:
    """A board on which changes are posted meanwhile, whoever makes them. The URL is a listener's."""
    board = Board()
    listener = Listener(url, board)
    listener.start()
    try:
        yield board
    finally:
        await listener.stop()
