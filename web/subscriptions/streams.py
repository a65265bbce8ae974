"""The connections that stay open: how many each athlete has, and their end when the server stops."""

import asyncio
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime

from domain.ids import AthleteId
from domain.profile import Viewer


@dataclass(frozen=True)
class StreamLimits:
    """How much of this process the streams may take."""

    streams: int = 5
    """Connections of one athlete: a phone, a tablet, a watch, and some that are not yet known to be gone."""
    subscriptions: int = 10
    """On one connection."""
    init_seconds: float = 15.0
    """For a client to say who it is."""
    quiet_seconds: float = 15.0
    """After which a comment is sent among events, so that nobody on the way takes the connection for dead."""
    send_seconds: float = 30.0
    """A client that takes no event in for so long is gone."""


class TooManyStreams(Exception):
    """This athlete has as many connections as one may have."""


class Streams:
    """One for each process."""

    def __init__(self, limits: StreamLimits = StreamLimits()) -> None:
        self.limits = limits
        self.stopping = asyncio.Event()
        """Set when the server stops: streams end so that their clients go to another one."""
        self._counts: Counter[AthleteId] = Counter()

    @contextmanager
    def another(self, viewer: Viewer) -> Iterator[None]:
        """Counts for as long as it lasts. Raises TooManyStreams."""
        athlete_id = viewer.athlete_id
        if self._counts[athlete_id] >= self.limits.streams:
            raise TooManyStreams
        self._counts[athlete_id] += 1
        try:
            yield
        finally:
            self._counts[athlete_id] -= 1
            if not self._counts[athlete_id]:
                del self._counts[athlete_id]

    def stop(self) -> None:
        self.stopping.set()


def seconds_left(viewer: Viewer) -> float:
    """Until the viewer's token expires."""
    return max(0.0, (viewer.expires_at - datetime.now(UTC)).total_seconds())
