"""A Sentry on a real socket, which keeps the envelopes that it gets."""

import gzip
import json
import threading
from collections.abc import Iterator
from contextlib import contextmanager

from tests.listening import Quiet, listening

WAIT_SECONDS = 20
Event = dict[str, object]


class Sentry:
    """What came, as bytes and as events."""

    def __init__(self, address: str) -> None:
        self.dsn = address.replace("://", "://key@") + "/1"
        self.bodies: list[bytes] = []
        self._changed = threading.Condition()

    def take(self, body: bytes) -> None:
        with self._changed:
            self.bodies.append(body)
            self._changed.notify_all()

    def events(self, count: int) -> list[Event]:
        """So many, once they have come."""
        with self._changed:
            assert self._changed.wait_for(lambda: len(self.bodies) >= count, WAIT_SECONDS), "nothing came"
            return [json.loads(body.splitlines()[2]) for body in self.bodies]


@contextmanager
def sentry_listening() -> Iterator[Sentry]:
    class Handler(Quiet):
        def do_POST(self) -> None:  # noqa: N802 - so http.server calls it
            body = self.rfile.read(int(self.headers["content-length"]))
            sentry.take(gzip.decompress(body) if self.headers["content-encoding"] == "gzip" else body)
            self.answer(200, b"{}")

    with listening(Handler) as url:
        sentry = Sentry(url)
        yield sentry
