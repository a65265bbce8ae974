"""Spans and metrics of calls, by OpenTelemetry's conventions for generative AI. What was said is in none, unless asked for."""

import json
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import ClassVar

from opentelemetry.metrics import CallbackOptions, Meter, Observation
from opentelemetry.trace import Span, SpanKind, Status, StatusCode, Tracer

from services.llm.allowance import Usage
from services.llm.breaker import BreakerState
from services.llm.failures import ModelFailureReason, ModelUnusable
from services.llm.wire import WireResponse

_BREAKER_LEVELS = {BreakerState.CLOSED: 0, BreakerState.HALF_OPEN: 1, BreakerState.OPEN: 2}
Attributes = dict[str, str | int | float | bool]


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Which model is called, and where."""

    model: str
    host: str
    port: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Chat:
    """A question to the model, as far as it is told of: `use` and `version` are the prompt's."""

    operation: ClassVar[str] = "chat"
    place: Place
    use: str
    version: int
    temperature: float | None
    most_output_tokens: int
    instructions: str
    material: str

    def attributes(self, *, with_content: bool) -> Attributes:
        told: Attributes = {
            "gen_ai.output.type": "json",
            "gen_ai.request.max_tokens": self.most_output_tokens,
            "gen_ai.prompt.name": self.use,
            "coachbook.prompt.version": self.version,
            "openai.api.type": "responses",
        }
        if self.temperature is not None:
            told["gen_ai.request.temperature"] = self.temperature
        if with_content:
            told["gen_ai.system_instructions"] = json.dumps([{"type": "text", "content": self.instructions}])
            told["gen_ai.input.messages"] = _message("user", self.material)
        return told


@dataclass(frozen=True, slots=True, kw_only=True)
class Embedding:
    """Texts turned into vectors."""

    operation: ClassVar[str] = "embeddings"
    place: Place
    dimensions: int

    def attributes(self, *, with_content: bool) -> Attributes:
        return {"gen_ai.embeddings.dimension.count": self.dimensions}


class CallRecord:
    """Takes down how one call went."""

    def __init__(self, span: Span, *, captures_content: bool) -> None:
        self._span = span
        self._captures_content = captures_content
        self.reason: ModelFailureReason | None = None
        self.usage: Usage | None = None

    def answered(self, response: WireResponse) -> None:
        self._span.set_attribute("gen_ai.response.finish_reasons", [response.finish_reason])
        if response.model is not None:
            self._span.set_attribute("gen_ai.response.model", response.model)
        if response.id is not None:
            self._span.set_attribute("gen_ai.response.id", response.id)

    def used(self, usage: Usage) -> None:
        self.usage = usage
        self._span.set_attribute("gen_ai.usage.input_tokens", usage.input_tokens)
        self._span.set_attribute("gen_ai.usage.output_tokens", usage.output_tokens)

    def said(self, text: str) -> None:
        if self._captures_content:
            self._span.set_attribute("gen_ai.output.messages", _message("assistant", text))

    def failed(self, reason: ModelFailureReason) -> None:
        self.reason = reason
        self._span.set_attribute("error.type", reason.value)
        self._span.set_status(Status(StatusCode.ERROR, reason.value))


class Telemetry:
    """Made from a tracer and a meter; `captures_content` puts prompts and answers into spans, which is for developers."""

    def __init__(
        self,
        tracer: Tracer,
        meter: Meter,
        *,
        captures_content: bool = False,
        seconds: Callable[[], float] = time.perf_counter,
    ) -> None:
        self._tracer = tracer
        self._meter = meter
        self._captures_content = captures_content
        self._seconds = seconds
        self._tokens = meter.create_histogram("gen_ai.client.token.usage", "{token}", "Tokens of a call.")
        self._duration = meter.create_histogram("gen_ai.client.operation.duration", "s", "How long a call took.")
        self._cost = meter.create_counter("coachbook.model.cost", "{microdollar}", "What calls cost.")
        self._fallbacks = meter.create_counter("coachbook.model.fallbacks", "{fallback}", "Work left to the rules.")
        self._dropped = meter.create_counter(
            "coachbook.model.dropped", "{item}", "Parts of answers that were not kept."
        )

    def watch(self, model: str, state: Callable[[], BreakerState]) -> None:
        """Show a model's breaker: 0 closed, 1 half open, 2 open."""

        def observed(_options: CallbackOptions) -> Iterable[Observation]:
            yield Observation(_BREAKER_LEVELS[state()], {"gen_ai.request.model": model})

        self._meter.create_observable_gauge(
            "coachbook.model.breaker", [observed], "1", "0 closed, 1 half open, 2 open."
        )

    def fell_back(self, use: str, reason: ModelFailureReason) -> None:
        """The rules do what the model was asked for."""
        self._fallbacks.add(1, {"coachbook.model.use": use, "error.type": reason.value})

    def dropped(self, use: str, what: str, count: int) -> None:
        """Parts of an answer were not kept: names that nothing matches, claims that are not so."""
        if count:
            self._dropped.add(count, {"coachbook.model.use": use, "coachbook.model.part": what})

    @contextmanager
    def call(self, called: Chat | Embedding) -> Iterator[CallRecord]:
        """A span and the metrics around one call; a failure is noted as it passes."""
        shared: Attributes = {
            "gen_ai.operation.name": called.operation,
            "gen_ai.provider.name": "openai",
            "gen_ai.request.model": called.place.model,
            "server.address": called.place.host,
            "server.port": called.place.port,
        }
        began = self._seconds()
        with self._tracer.start_as_current_span(
            f"{called.operation} {called.place.model}",
            kind=SpanKind.CLIENT,
            attributes={**shared, **called.attributes(with_content=self._captures_content)},
            record_exception=False,
            set_status_on_exception=False,
        ) as span:
            record = CallRecord(span, captures_content=self._captures_content)
            try:
                yield record
            except ModelUnusable as failure:
                record.failed(failure.reason)
                raise
            except BaseException:
                # Whoever waited has gone away; the span says so and the exception goes on.
                span.set_attribute("error.type", "CANCELLED")
                raise
            finally:
                self._measure(shared, record, self._seconds() - began)

    def _measure(self, shared: Attributes, record: CallRecord, seconds: float) -> None:
        failed: Attributes = {"error.type": record.reason.value} if record.reason is not None else {}
        self._duration.record(seconds, {**shared, **failed})
        if record.usage is None:
            return
        self._tokens.record(record.usage.input_tokens, {**shared, "gen_ai.token.type": "input"})
        if record.usage.output_tokens:
            self._tokens.record(record.usage.output_tokens, {**shared, "gen_ai.token.type": "output"})
        self._cost.add(record.usage.microdollars, {"gen_ai.request.model": record.usage.model})


def _message(role: str, text: str) -> str:
    return json.dumps([{"role": role, "parts": [{"type": "text", "content": text}]}])
