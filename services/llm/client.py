"""Asks the model: bounded in time, in number and in money, and with one typed failure for whatever goes wrong."""

import asyncio
import json
import random
import time
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import datetime

import httpx2
import openai
import structlog
from pydantic import SecretStr

from domain.clock import Clock, system_clock
from services.llm.abilities import Abilities
from services.llm.allowance import Allowance, Usage
from services.llm.answers import Answer, read_answer, schema_of
from services.llm.asks import Ask
from services.llm.breaker import Breaker, BreakerState, Permit
from services.llm.budget import RetryBudget
from services.llm.diagnosis import FATAL, RETRYABLE, SOUND, failure_of
from services.llm.failures import ModelFailureReason as Reason
from services.llm.failures import ModelUnusable
from services.llm.material import estimated_tokens
from services.llm.pricing import microdollars
from services.llm.telemetry import CallRecord, Exchange, Telemetry
from services.llm.wire import WireResponse, response_of, text_of

_log = structlog.get_logger(__name__)

BASE_URL = "https://api.openai.com/v1"
CONNECT_SECONDS = 5.0
PAUSE_SECONDS = (0.1, 0.6)
"""Between two calls, by chance within these, so that not everybody comes back at once."""
LEAST_SECONDS = 0.2
"""With less time than this left, a call has no hope."""


@dataclass(frozen=True, kw_only=True)
class ModelConfiguration:
    """Which model, where, and how many calls at once."""

    api_key: SecretStr
    model: str
    temperature: float = 0.7
    base_url: str = BASE_URL
    concurrency: int = 32


@dataclass(frozen=True, kw_only=True)
class Pace:
    """Time and chance, passed in where tests care."""

    seconds: Callable[[], float] = time.monotonic
    chance: Callable[[], float] = random.random
    sleep: Callable[[float], Awaitable[None]] = asyncio.sleep


@dataclass(frozen=True, kw_only=True)
class ModelState:
    """How the model is doing, told without calling it."""

    model: str
    breaker: BreakerState
    last_success: datetime | None


class _Unsupported(ModelUnusable):
    """The model does not take a part of the request; without it, it may."""

    def __init__(self) -> None:
        super().__init__(Reason.REJECTED)


class ModelClient:
    """One model. Belongs to one event loop; close it at the end."""

    def __init__(
        self,
        configuration: ModelConfiguration,
        telemetry: Telemetry,
        *,
        clock: Clock = system_clock,
        pace: Pace | None = None,
        http_client: httpx2.AsyncClient | None = None,
    ) -> None:
        self._configuration = configuration
        self.telemetry = telemetry
        self._clock = clock
        self._pace = pace or Pace()
        self._openai = openai.AsyncOpenAI(
            api_key=configuration.api_key.get_secret_value(),
            base_url=configuration.base_url,
            max_retries=0,
            # No more than a net below our own deadline, which alone counts everything together.
            timeout=httpx2.Timeout(120, connect=CONNECT_SECONDS),
            http_client=http_client,
        )
        self._abilities = Abilities()
        self._breaker = Breaker(self._pace.seconds)
        self._retries = RetryBudget(self._pace.seconds)
        self._slots = asyncio.Semaphore(configuration.concurrency)
        self._last_success: datetime | None = None
        telemetry.watch(configuration.model, lambda: self._breaker.state)

    @property
    def state(self) -> ModelState:
        return ModelState(model=self._configuration.model, breaker=self._breaker.state, last_success=self._last_success)

    async def close(self) -> None:
        await self._openai.close()

    async def ask(self, ask: Ask[Answer], allowance: Allowance) -> Answer:
        """The model's answer, of the form that was asked for. Raises ModelUnusable, and nothing else."""
        deadline = asyncio.get_running_loop().time() + ask.seconds
        for is_last in (False, True):
            try:
                return await self._attempt(ask, allowance, deadline)
            except _Unsupported as failure:
                if is_last:
                    raise self.given_up(ask.prompt.name, failure) from None
            except ModelUnusable as failure:
                if is_last or not await self._waited(failure, deadline):
                    raise self.given_up(ask.prompt.name, failure) from None
        raise AssertionError("the last attempt answers or raises")

    def given_up(self, use: str, failure: ModelUnusable) -> ModelUnusable:
        """Note that the rules do the work instead; gives the failure back, to be raised."""
        self.telemetry.fell_back(use, failure.reason)
        _log.warning("model.unusable", use=use, reason=failure.reason.value)
        return failure

    async def _attempt(self, ask: Ask[Answer], allowance: Allowance, deadline: float) -> Answer:
        if not self._breaker.lets_pass:
            raise ModelUnusable(Reason.BREAKER_OPEN)
        async with self._slot(deadline):
            # Not under the timeout: cancelling a statement costs its connection, and the database has deadlines of its own.
            if not await allowance.take():
                raise ModelUnusable(Reason.BUDGET)
            permit = self._breaker.admit()
            try:
                return await self._exchanged(ask, allowance, deadline, permit)
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

    async def _exchanged(self, ask: Ask[Answer], allowance: Allowance, deadline: float, permit: Permit) -> Answer:
        """One call and what the breaker learns from it."""
        abilities = self._abilities
        try:
            with self.telemetry.call(self._exchange(ask, abilities)) as record:
                response = await self._called(ask, abilities, deadline)
                usage = self._usage(ask, response)
                record.answered(response, usage)
                await allowance.charge(usage)
                answer = _answer(ask, response, record)
        except ModelUnusable as failure:
            self._learn(permit, failure.reason)
            raise
        self._breaker.settle(permit, is_good=True)
        self._last_success = self._clock()
        return answer

    def _learn(self, permit: Permit, reason: Reason) -> None:
        if reason in FATAL:
            self._breaker.trip(permit)
        elif reason is not Reason.REJECTED:
            self._breaker.settle(permit, is_good=reason in SOUND)

    async def _called(self, ask: Ask[Answer], abilities: Abilities, deadline: float) -> WireResponse:
        try:
            async with asyncio.timeout_at(deadline):
                return response_of(await self._posted(ask, abilities))
        except TimeoutError:
            raise ModelUnusable(Reason.TIMEOUT) from None
        except openai.APIStatusError as error:
            left = abilities.after(error)
            if left != abilities:
                self._abilities = self._abilities.both(left)
                raise _Unsupported from None
            raise failure_of(error) from None
        except openai.APIError as error:
            raise failure_of(error) from None
        except (httpx2.HTTPError, httpx2.InvalidURL, UnicodeError):
            # What the client does not wrap: an address or a key that cannot be sent at all.
            raise ModelUnusable(Reason.MISCONFIGURED) from None

    async def _posted(self, ask: Ask[Answer], abilities: Abilities) -> bytes:
        """The body of the answer, unread: the client's own reading takes HTML for a text and half an object for a whole one."""
        raw = await self._openai.responses.with_raw_response.create(
            model=self._configuration.model,
            instructions=_instructions(ask, abilities),
            input=ask.material,
            max_output_tokens=ask.most_output_tokens,
            store=False,
            temperature=self._configuration.temperature if abilities.takes_temperature else openai.omit,
            text={
                "format": {
                    "type": "json_schema",
                    "name": ask.prompt.name,
                    "schema": schema_of(ask.answer),
                    "strict": True,
                }
            }
            if abilities.takes_schema
            else openai.omit,
        )
        return raw.content

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

    def _exchange(self, ask: Ask[Answer], abilities: Abilities) -> Exchange:
        url = httpx2.URL(self._configuration.base_url)
        return Exchange(
            use=ask.prompt.name,
            version=ask.prompt.version,
            model=self._configuration.model,
            host=url.host,
            port=url.port or (443 if url.scheme == "https" else 80),
            temperature=self._configuration.temperature if abilities.takes_temperature else None,
            most_output_tokens=ask.most_output_tokens,
            instructions=ask.prompt.text,
            material=ask.material,
        )

    def _usage(self, ask: Ask[Answer], response: WireResponse) -> Usage:
        """What was used, by the answer; where it does not say, all that can have been."""
        model = self._configuration.model
        said = response.usage
        input_tokens = said.input_tokens if said else estimated_tokens(ask.prompt.text + ask.material)
        output_tokens = said.output_tokens if said else ask.most_output_tokens
        cost = microdollars(model, input_tokens=input_tokens, output_tokens=output_tokens)
        return Usage(model=model, input_tokens=input_tokens, output_tokens=output_tokens, microdollars=cost)


def _answer(ask: Ask[Answer], response: WireResponse, record: CallRecord) -> Answer:
    text = text_of(response)
    record.said(text)
    return read_answer(text, ask.answer)


def _instructions(ask: Ask[Answer], abilities: Abilities) -> str:
    if abilities.takes_schema:
        return ask.prompt.text
    schema = json.dumps(schema_of(ask.answer))
    return f"{ask.prompt.text}\n\nAnswer with one JSON object of this schema, and with nothing else:\n{schema}"
