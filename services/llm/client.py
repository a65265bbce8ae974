"""Asks the model: bounded in time, in number and in money, and with one typed failure for whatever goes wrong."""

import json
from dataclasses import dataclass
from datetime import datetime

import httpx2
import openai

from domain.clock import Clock, system_clock
from services.llm.abilities import Abilities
from services.llm.allowance import Allowance, Usage
from services.llm.answers import Answer, read_answer, schema_of
from services.llm.asks import Ask
from services.llm.attempts import Attempts, Pace
from services.llm.breaker import BreakerState
from services.llm.configuration import ModelConfiguration
from services.llm.diagnosis import until
from services.llm.embeddings import EMBEDDING_MODEL, Embedder
from services.llm.failures import ModelUnusable, Unsupported
from services.llm.material import estimated_tokens
from services.llm.pricing import microdollars
from services.llm.telemetry import CallRecord, Chat, Place, Telemetry
from services.llm.wire import WireResponse, response_of, text_of

CONNECT_SECONDS = 5.0


@dataclass(frozen=True, kw_only=True)
class ModelState:
    """How the model is doing, told without calling it."""

    model: str
    breaker: BreakerState
    last_success: datetime | None


class ModelClient:
    """One model, and beside it the one for embeddings. Belongs to one event loop; close it at the end."""

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
        self._openai = openai.AsyncOpenAI(
            api_key=configuration.api_key.get_secret_value(),
            base_url=configuration.base_url,
            max_retries=0,
            # No more than a net below our own deadline, which alone counts everything together.
            timeout=httpx2.Timeout(120, connect=CONNECT_SECONDS),
            http_client=http_client,
        )
        self._abilities = Abilities()

        def attempts(model: str) -> Attempts:
            concurrency = configuration.concurrency
            return Attempts(model, telemetry, concurrency=concurrency, clock=clock, pace=pace or Pace())

        self._attempts = attempts(configuration.model)
        self.embedder = Embedder(self._openai, attempts(EMBEDDING_MODEL), telemetry, self._place(EMBEDDING_MODEL))

    @property
    def concurrency(self) -> int:
        """Calls at once."""
        return self._configuration.concurrency

    @property
    def state(self) -> ModelState:
        attempts = self._attempts
        return ModelState(model=self._configuration.model, breaker=attempts.breaker, last_success=attempts.last_success)

    async def close(self) -> None:
        await self._openai.close()

    async def ask(self, ask: Ask[Answer], allowance: Allowance) -> Answer:
        """The model's answer, of the form that was asked for. Raises ModelUnusable, and nothing else."""

        async def call(deadline: float) -> Answer:
            return await self._exchanged(ask, allowance, deadline)

        return await self._attempts.made(call, use=ask.prompt.name, seconds=ask.seconds, allowance=allowance)

    def given_up(self, use: str, failure: ModelUnusable) -> ModelUnusable:
        """Note that the rules do the work instead; gives the failure back, to be raised."""
        return self._attempts.given_up(use, failure)

    async def _exchanged(self, ask: Ask[Answer], allowance: Allowance, deadline: float) -> Answer:
        abilities = self._abilities
        with self.telemetry.call(self._chat(ask, abilities)) as record:
            response = await self._called(ask, abilities, deadline)
            usage = self._usage(ask, response)
            record.answered(response)
            record.used(usage)
            await allowance.charge(usage)
            return _answer(ask, response, record)

    async def _called(self, ask: Ask[Answer], abilities: Abilities, deadline: float) -> WireResponse:
        async with until(deadline):
            try:
                return response_of(await self._posted(ask, abilities))
            except openai.APIStatusError as error:
                left = abilities.after(error)
                if left == abilities:
                    raise
                self._abilities = self._abilities.both(left)
                raise Unsupported from None

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

    def _place(self, model: str) -> Place:
        url = httpx2.URL(self._configuration.base_url)
        return Place(model=model, host=url.host, port=url.port or (443 if url.scheme == "https" else 80))

    def _chat(self, ask: Ask[Answer], abilities: Abilities) -> Chat:
        return Chat(
            place=self._place(self._configuration.model),
            use=ask.prompt.name,
            version=ask.prompt.version,
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
