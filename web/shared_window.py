"""Counts what callers do in a minute, for all processes together, in Redis. Where that is away, each process counts for itself."""

import asyncio
import math
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import structlog
from limits import RateLimitItemPerMinute
from limits.aio.storage import RedisStorage
from limits.aio.strategies import SlidingWindowCounterRateLimiter
from redis.asyncio import BlockingConnectionPool
from redis.asyncio.retry import Retry
from redis.backoff import NoBackoff
from redis.exceptions import RedisError

from web.sliding_window import SlidingWindow

SOCKET_SECONDS = 0.2
TOTAL_SECONDS = 0.5
"""More than that nobody waits for being counted."""
PAUSE_SECONDS = 5.0
"""In which Redis is left alone after it failed."""
CONNECTIONS = 16

_log = structlog.get_logger("coachbook.rate_limit")


class SharedWindow:
    """Nothing fails by it: what Redis does not count is counted by `own`."""

    def __init__(self, pool: BlockingConnectionPool, own: SlidingWindow) -> None:
        # The address in the pool is the one that is used; limits wants to see one of its own forms.
        storage = RedisStorage(
            "async+redis://",
            implementation="redispy",
            key_prefix="coachbook:rate",
            connection_pool=pool,  # type: ignore[arg-type]  # passed on to redis, though the hint knows numbers and texts alone
        )
        self._limiter = SlidingWindowCounterRateLimiter(storage)
        self._item = RateLimitItemPerMinute(own.most)
        self._own = own
        self._is_lost = False
        self._again_at = 0.0

    async def take(self, caller: str) -> int:
        """Counts one more and gives 0; or counts nothing, and gives the seconds after which there is room again."""
        if self._is_lost:
            if self._own.clock() < self._again_at:
                return await self._own.take(caller)
            self._pause()  # one asks whether it is back; the others do not wait for that
        try:
            async with asyncio.timeout(TOTAL_SECONDS):
                seconds = await self._taken(caller)
        except (RedisError, OSError) as error:
            self._lost(error)
            return await self._own.take(caller)
        if self._is_lost:
            self._is_lost = False
            _log.warning("rate_limit.shared_again")
        return seconds

    async def _taken(self, caller: str) -> int:
        if await self._limiter.hit(self._item, caller):
            return 0
        stats = await self._limiter.get_window_stats(self._item, caller)
        return max(1, math.ceil(stats.reset_time - time.time()))

    def _lost(self, error: Exception) -> None:
        if not self._is_lost:
            _log.warning("rate_limit.not_shared", reason=type(error).__name__)
        self._is_lost = True
        self._pause()

    def _pause(self) -> None:
        self._again_at = self._own.clock() + PAUSE_SECONDS


@asynccontextmanager
async def shared_window(url: str, own: SlidingWindow) -> AsyncIterator[SharedWindow]:
    """Needs no Redis to begin with. Raises ValueError where that is no address of one."""
    # redis-py tries again by itself, for four seconds where nobody answers.
    pool = BlockingConnectionPool.from_url(
        url,
        max_connections=CONNECTIONS,
        timeout=SOCKET_SECONDS,
        socket_timeout=SOCKET_SECONDS,
        socket_connect_timeout=SOCKET_SECONDS,
        retry=Retry(NoBackoff(), 0),
    )
    try:
        yield SharedWindow(pool, own)
    finally:
        await pool.disconnect()
