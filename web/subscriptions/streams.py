"""The connections that stay open: how many each athlete has, and their end when the server stops."""

import asyncio
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime

from domain.ids import AthleteId
from domain.profile import Viewer

MOST_STREAMS = 5
"""Connections of one athlete to one process: a phone, a tablet, a watch, and some that are not yet known to be gone."""


class TooManyStreams(Exception):
    """This athlete has as many connections as one may have."""


class Streams:
    """One for each process."""

    def __init__(self) -> None:
        self.stopping = asyncio.Event()
        """Set when the server stops: streams end so that their clients go to another one."""
        self._counts: Counter[AthleteId] = Counter()

    @contextmanager
    def another(self, viewer: Viewer) -> Iterator[None]:
        """Counts for as long as it lasts. Raises TooManyStreams."""
        athlete_id = viewer.athlete_id
        if self._counts[athlete_id] >= MOST_STREAMS:
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
