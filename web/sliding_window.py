"""Counts what callers do in a minute, in the memory of this process, which is bounded."""

import math
import time
from collections.abc import Callable

WINDOW_SECONDS = 60
MOST_CALLERS = 50_000


class SlidingWindow:
    """Two numbers for each caller: the count of this minute, and that of the minute before, of which the part counts that is not
    yet 60 seconds old. It takes two look-ups, whatever the number of callers; what is older is dropped when a minute begins."""

    def __init__(
        self, most: int, *, clock: Callable[[], float] = time.monotonic, most_callers: int = MOST_CALLERS
    ) -> None:
        self.most = most
        self.clock = clock
        self._most_callers = most_callers
        self._minute = 0
        self._now: dict[str, int] = {}
        self._before: dict[str, int] = {}

    async def take(self, caller: str) -> int:
        """Counts one more and gives 0; or counts nothing, and gives the seconds after which there is room again."""
        elapsed = self._turned()
        now, before = self._now.get(caller, 0), self._before.get(caller, 0)
        if now + before * (1 - elapsed / WINDOW_SECONDS) >= self.most:
            return _seconds_until_room(self.most - now, before, elapsed)
        if not now and len(self._now) >= self._most_callers:
            del self._now[next(iter(self._now))]  # the one that is counted for longest
        self._now[caller] = now + 1
        return 0

    def _turned(self) -> float:
        """Begins a new minute where one has begun. Gives how much of it has passed, in seconds."""
        minute, elapsed = divmod(self.clock(), WINDOW_SECONDS)
        if minute != self._minute:
            self._before = self._now if minute == self._minute + 1 else {}
            self._now = {}
            self._minute = int(minute)
        return elapsed


def _seconds_until_room(room: int, before: int, elapsed: float) -> int:
    """`room` is what this minute's own count leaves. Just then the room is not there yet, but right after."""
    when = WINDOW_SECONDS * (before - room) / before if room and before else WINDOW_SECONDS
    return math.floor(when - elapsed) + 1
