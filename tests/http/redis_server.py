"""Debian's Redis on a socket of its own in a temporary folder, which tests may kill."""

import shutil
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

PROGRAM = shutil.which("redis-server")
"""None where it is not installed."""
_START_SECONDS = 30.0


class RedisServer:
    """Keeps nothing: it begins empty whenever it is started."""

    def __init__(self, folder: Path) -> None:
        self._socket = folder / "redis.sock"
        self.url = f"unix://{self._socket}"
        self._process: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        assert PROGRAM is not None
        command = [
            PROGRAM,
            "--port",
            "0",
            "--unixsocket",
            str(self._socket),
            "--save",
            "",
            "--dir",
            str(self._socket.parent),
        ]
        self._process = subprocess.Popen(command, stdout=subprocess.DEVNULL)
        end = time.monotonic() + _START_SECONDS
        while not self._socket.exists():
            assert self._process.poll() is None, "Redis ended"
            assert time.monotonic() < end, "Redis does not listen"
            time.sleep(0.01)

    def kill(self) -> None:
        if self._process is not None:
            self._process.kill()
            self._process.wait()
            self._socket.unlink(missing_ok=True)
            self._process = None


@contextmanager
def redis_serving() -> Iterator[RedisServer]:
    with tempfile.TemporaryDirectory(prefix="coachbook-redis-") as name:
        server = RedisServer(Path(name))
        server.start()
        try:
            yield server
        finally:
            server.kill()
