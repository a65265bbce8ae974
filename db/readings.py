"""Those who read of one athlete at the same time take turns in one transaction.

The fields of a request that lie side by side are read at the same time. With a transaction each, an app's first screen took nine
connections of the pool, and three round trips to the database for each statement that reads something.
"""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, AsyncExitStack, asynccontextmanager

from sqlmodel.ext.asyncio.session import AsyncSession

from domain.ids import AthleteId

Open = Callable[[AthleteId], AbstractAsyncContextManager[AsyncSession]]
"""Opens a transaction that only reads."""


class _Reading:
    """One transaction and those who read in it."""

    def __init__(self) -> None:
        self.turn = asyncio.Lock()
        self.readers = 0
        self.is_over = False
        self.session: AsyncSession | None = None
        self.opened = AsyncExitStack()
        self.whose_turn: asyncio.Task[object] | None = None


class Readings:
    """The readings that go on now: one for each athlete, which ends with its last reader."""

    def __init__(self, open_to_read: Open) -> None:
        self._open = open_to_read
        self._going_on: dict[AthleteId, _Reading] = {}

    @asynccontextmanager
    async def turn(self, athlete_id: AthleteId) -> AsyncIterator[AsyncSession]:
        """This reader's turn. Where another one fails in the transaction, or is cancelled, the rest go on in a new one."""
        while True:
            reading = self._going_on.setdefault(athlete_id, _Reading())
            assert reading.whose_turn is not asyncio.current_task(), "who reads within a reading waits for itself"
            reading.readers += 1
            try:
                async with reading.turn:
                    if reading.is_over:
                        continue
                    async with self._whole(athlete_id, reading) as session:
                        yield session
                    return
            finally:
                reading.readers -= 1
                if reading.readers == 0:
                    self._end(athlete_id, reading)
                    await reading.opened.aclose()

    @asynccontextmanager
    async def _whole(self, athlete_id: AthleteId, reading: _Reading) -> AsyncIterator[AsyncSession]:
        """A turn that leaves the transaction as it found it, or ends it."""
        reading.whose_turn = asyncio.current_task()
        try:
            if reading.session is None:
                reading.session = await reading.opened.enter_async_context(self._open(athlete_id))
            yield reading.session
            reading.session.expunge_all()  # the next reader is to see what is stored then
        except BaseException:
            self._end(athlete_id, reading)
            raise
        finally:
            reading.whose_turn = None

    def _end(self, athlete_id: AthleteId, reading: _Reading) -> None:
        """Nobody may join it any more."""
        reading.is_over = True
        if self._going_on.get(athlete_id) is reading:
            del self._going_on[athlete_id]
