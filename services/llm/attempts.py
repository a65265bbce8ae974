"""Tries a call to one model: within a deadline, at most twice, so many at once, and not where the model keeps failing."""

import asyncio
import random
import time
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import datetime
from typing import TypeVar

import structlog

from domain.clock import Clock
from services.llm.allowance import Allowance
from services.llm.breaker import Breaker, BreakerState, Permit
from services.llm.budget import RetryBudget
from services.llm.diagnosis import FATAL, RETRYABLE, SOUND
from services.llm.failures import ModelFailureReason as Reason
from services.llm.failures import ModelUnusable, Unsupported
from services.llm.telemetry import Telemetry

_log = structlog.get_logger(__name__)

PAUSE_SECONDS = (0.1, 0.6)
"""Between two calls, by chance within these, so that not everybody comes back at once."""
LEAST_SECONDS = 0.2
"""With less time than this left, a call has no hope."""

Result = TypeVar("Result")
Call = Callable[[float], Awaitable[Result]]
"""Makes one call, to be over at this time of the loop. Raises ModelUnusable."""


@dataclass(frozen=True, kw_only=True)
class Pace:
    """Time and chance, passed in where tests care."""

    seconds: Callable[[], float] = time.monotonic
    chance: Callable[[], float] = random.random
    sleep: Callable[[float], Awaitable[None]] = asyncio.sleep


class Attempts:
    """All that are made at one model. Belongs to one event loop."""

    def __init__(self, model: str, telemetry: Telemetry, *, concurrency: int, clock: Clock, pace: Pace) -> None:
        self.last_success: datetime | None = None
        self._telemetry = telemetry
        self._clock = clock
        self._pace = pace
        self._breaker = Breaker(pace.seconds)
        self._retries = RetryBudget(pace.seconds)
        self._slots = asyncio.Semaphore(concurrency)
        telemetry.watch(model, lambda: self._breaker.state)

    @property
    def breaker(self) -> BreakerState:
        return self._breaker.state

    async def made(self, call: Call[Result], *, use: str, seconds: float, allowance: Allowance) -> Result:
        """What the first or the second call gives. `seconds` are for both together. Raises ModelUnusable, and nothing else."""
        deadline = asyncio.get_running_loop().time() + seconds
        for is_last in (False, True):
            try:
                return await self._attempt(call, allowance, deadline)
            except Unsupported as failure:
                if is_last:
                    raise self.given_up(use, failure) from None
            except ModelUnusable as failure:
                if is_last or not await self._waited(failure, deadline):
                    raise self.given_up(use, failure) from None
        raise AssertionError("the last attempt answers or raises")

    def given_up(self, use: str, failure: ModelUnusable) -> ModelUnusable:
        """Note that the rules do the work instead; gives the failure back, to be raised."""
        self._telemetry.fell_back(use, failure.reason)
        _log.warning("model.unusable", use=use, reason=failure.reason.value)
        return failure

    async def _attempt(self, call: Call[Result], allowance: Allowance, deadline: float) -> Result:
        if not self._breaker.lets_pass:
            raise ModelUnusable(Reason.BREAKER_OPEN)
        async with self._slot(deadline):
            # Not under the timeout: cancelling a statement costs its connection, and the database has deadlines of its own.
            if not await allowance.take():
                raise ModelUnusable(Reason.BUDGET)
            permit = self._breaker.admit()
            try:
                return await self._settled(call, deadline, permit)
            finally:
                self._breaker.give_back(permit)

    @asynccontextmanager
    async def _slot(self, deadline: float) -> AsyncIterator[None]:
        try:
            async with asyncio.timeout_at(deadline):
                await self._slots.acquire()
        except TimeoutError:
            raise ModelUnusable(Reason.BUSY) from None
        try:
            if asyncio.get_running_loop().time() + LEAST_SECONDS > deadline:
                raise ModelUnusable(Reason.BUSY)
            yield
        finally:
            self._slots.release()

    async def _settled(self, call: Call[Result], deadline: float, permit: Permit) -> Result:
        """One call and what the breaker learns from it."""
        try:
            result = await call(deadline)
        except ModelUnusable as failure:
            self._learn(permit, failure.reason)
            raise
        self._breaker.settle(permit, is_good=True)
        self.last_success = self._clock()
        return result

    def _learn(self, permit: Permit, reason: Reason) -> None:
        if reason in FATAL:
            self._breaker.trip(permit)
        elif reason is not Reason.REJECTED:
            self._breaker.settle(permit, is_good=reason in SOUND)

    async def _waited(self, failure: ModelUnusable, deadline: float) -> bool:
        """Whether a second call is to be made; if so, after a pause."""
        if failure.reason not in RETRYABLE:
            return False
        shortest, longest = PAUSE_SECONDS
        pause = shortest + (longest - shortest) * self._pace.chance()
        pause += failure.wait_seconds or 0.0
        left = deadline - asyncio.get_running_loop().time()
        if pause + LEAST_SECONDS > left or not self._retries.take():
            return False
        await self._pace.sleep(pause)
        return True
