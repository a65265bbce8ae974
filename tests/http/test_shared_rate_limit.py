"""Rate limits that several processes share in Redis, and what comes of them when it dies."""

import socket
from collections.abc import Iterator
from dataclasses import dataclass

import pytest
from structlog.testing import capture_logs

from tests.http.redis_server import PROGRAM, RedisServer, redis_serving
from web.shared_window import PAUSE_SECONDS, shared_window
from web.sliding_window import SlidingWindow

needs_redis = pytest.mark.skipif(PROGRAM is None, reason="there is no Redis here: apt-get install redis-server")


@dataclass
class Now:
    """Seconds since some moment."""

    seconds: float = 615.0

    def __call__(self) -> float:
        return self.seconds


@pytest.fixture(scope="module")
def redis() -> Iterator[RedisServer]:
    with redis_serving() as server:
        yield server


@needs_redis
async def test_two_processes_count_together(redis: RedisServer) -> None:
    own = SlidingWindow(3)
    async with shared_window(redis.url, own) as one, shared_window(redis.url, own) as other:
        assert [await window.take("ann") for window in (one, other, one)] == [0, 0, 0]
        assert 1 <= await other.take("ann") <= 60
        assert await other.take("bob") == 0


@needs_redis
async def test_when_redis_dies_the_process_counts_until_it_is_back_and_says_so_once(redis: RedisServer) -> None:
    now = Now()
    async with shared_window(redis.url, SlidingWindow(2, clock=now)) as window:
        with capture_logs() as logs:
            assert await window.take("cid") == 0
            redis.kill()
            assert [await window.take("cid") for _ in range(3)] == [0, 0, 46]
            now.seconds += PAUSE_SECONDS
            assert await window.take("cid") == 41
            redis.start()
            assert await window.take("cid") == 41, "it is left alone for a while"
            now.seconds += PAUSE_SECONDS
            assert await window.take("cid") == 0
    assert [line["event"] for line in logs] == ["rate_limit.not_shared", "rate_limit.shared_again"]
    assert logs[0]["reason"] == "ConnectionError"


async def test_a_server_that_takes_connections_and_says_nothing_is_given_up() -> None:
    with socket.create_server(("127.0.0.1", 0)) as silent, capture_logs() as logs:
        url = f"redis://:canary@127.0.0.1:{silent.getsockname()[1]}/0"
        async with shared_window(url, SlidingWindow(1, clock=Now())) as window:
            assert [await window.take("ann") for _ in range(2)] == [0, 46]
    assert [line["event"] for line in logs] == ["rate_limit.not_shared"]
    assert "canary" not in str(logs)
