"""The model as tests have it: the real client on a real socket, short deadlines, and a clock that stands still."""

import asyncio
import datetime
import ssl
from collections.abc import AsyncIterator, Iterator
from dataclasses import dataclass, field

import httpx2
import pytest
from opentelemetry.sdk.metrics import MeterProvider
from opentelemetry.sdk.metrics.export import InMemoryMetricReader
from opentelemetry.sdk.trace import TracerProvider
from opentelemetry.sdk.trace.export import SimpleSpanProcessor
from opentelemetry.sdk.trace.export.in_memory_span_exporter import InMemorySpanExporter
from opentelemetry.trace import SpanContext, Tracer
from pydantic import SecretStr

from domain.exercise import Catalogue
from services.llm.allowance import Usage
from services.llm.attempts import Pace
from services.llm.client import ModelClient
from services.llm.configuration import Deadlines, ModelConfiguration
from services.llm.model import LanguageModel, language_model
from services.llm.names import Names
from services.llm.telemetry import Telemetry
from services.planning.catalogue import CatalogueSearch
from tests.llm.openai_server import OpenAIServer

NOW = datetime.datetime(2026, 11, 23, 9, tzinfo=datetime.UTC)
KEY = "sk-canary-of-the-tests-0123456789"
SECONDS = 5.0
"""The deadline of every use here, long enough for a busy machine."""
HASTY_SECONDS = 0.6
"""The deadline where it is sure to pass."""
_TLS = ssl.create_default_context()
"""Made once: no call here is encrypted, and making one takes longer than a test."""


@pytest.fixture(scope="session")
def running_server() -> Iterator[OpenAIServer]:
    server = OpenAIServer()
    with server.serving():
        yield server


@pytest.fixture
def server(running_server: OpenAIServer) -> OpenAIServer:
    """A server that speaks OpenAI's HTTP, as new."""
    running_server.forget()
    return running_server


@dataclass
class Observed:
    """What telemetry was given."""

    spans: InMemorySpanExporter = field(default_factory=InMemorySpanExporter)
    metrics: InMemoryMetricReader = field(default_factory=InMemoryMetricReader)
    traces: TracerProvider = field(default_factory=TracerProvider)

    def __post_init__(self) -> None:
        self.traces.add_span_processor(SimpleSpanProcessor(self.spans))

    @property
    def tracer(self) -> Tracer:
        return self.traces.get_tracer("tests")

    def telemetry(self, *, captures_content: bool = False) -> Telemetry:
        meters = MeterProvider([self.metrics])
        return Telemetry(self.tracer, meters.get_meter("tests"), captures_content=captures_content)

    def points(self, name: str) -> dict[frozenset[tuple[str, object]], float]:
        """The values of a metric by their attributes: a sum, a gauge, or the sum of a histogram."""
        found = self.metrics.get_metrics_data()
        if found is None:
            return {}
        return {
            frozenset((point.attributes or {}).items()): getattr(point, "value", getattr(point, "sum", 0))
            for resource in found.resource_metrics
            for scope in resource.scope_metrics
            for metric in scope.metrics
            if metric.name == name
            for point in metric.data.data_points
        }


def ids(context: SpanContext | None) -> tuple[int, int]:
    """Which span this is, wherever it was told of."""
    assert context is not None
    return context.trace_id, context.span_id


@pytest.fixture
def observed() -> Observed:
    return Observed()


@dataclass
class Purse:
    """An athlete's allowance, as a fake of ten lines."""

    calls: int = 100
    charged: list[Usage] = field(default_factory=list)

    async def take(self) -> bool:
        self.calls -= 1
        return self.calls >= 0

    async def charge(self, usage: Usage) -> None:
        self.charged.append(usage)


@pytest.fixture
def purse() -> Purse:
    return Purse()


@dataclass
class Time:
    """Seconds that pass only when a test says so, and the pauses that were made."""

    now: float = 0.0
    pauses: list[float] = field(default_factory=list)

    def seconds(self) -> float:
        return self.now

    async def sleep(self, seconds: float) -> None:
        self.pauses.append(seconds)
        await asyncio.sleep(0)

    @property
    def pace(self) -> Pace:
        return Pace(seconds=self.seconds, chance=lambda: 0.5, sleep=self.sleep)


@pytest.fixture
def time() -> Time:
    return Time()


@pytest.fixture(scope="session")
def names(catalogue: Catalogue) -> Names:
    return Names(catalogue, CatalogueSearch(catalogue))


@pytest.fixture
def configuration(server: OpenAIServer) -> ModelConfiguration:
    return ModelConfiguration(api_key=SecretStr(KEY), model="gpt-4.1-mini", base_url=server.address)


def http_client() -> httpx2.AsyncClient:
    return httpx2.AsyncClient(verify=_TLS)


@pytest.fixture
async def client(configuration: ModelConfiguration, observed: Observed, time: Time) -> AsyncIterator[ModelClient]:
    opened = ModelClient(
        configuration, observed.telemetry(), clock=lambda: NOW, pace=time.pace, http_client=http_client()
    )
    yield opened
    await opened.close()


@pytest.fixture
def model(client: ModelClient, names: Names) -> LanguageModel:
    """All uses of the model."""
    return language_model(client, names, deadlines=Deadlines(usual=SECONDS, brief=SECONDS))


@pytest.fixture
def hasty_model(client: ModelClient, names: Names) -> LanguageModel:
    """The same with hardly any time."""
    return language_model(client, names, deadlines=Deadlines(usual=HASTY_SECONDS, brief=HASTY_SECONDS))
