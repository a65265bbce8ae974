"""A collector of traces and metrics that speaks OTLP over HTTP on a real socket, and keeps what it gets."""

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TypeVar

from opentelemetry.proto.collector.metrics.v1.metrics_service_pb2 import ExportMetricsServiceRequest
from opentelemetry.proto.collector.trace.v1.trace_service_pb2 import ExportTraceServiceRequest
from opentelemetry.proto.trace.v1.trace_pb2 import Span

from tests.listening import Quiet, listening

WAIT_SECONDS = 20
Found = TypeVar("Found")


class Collector:
    """What came, and what to set so that more comes."""

    def __init__(self, address: str) -> None:
        self.settings = {
            "OTEL_EXPORTER_OTLP_ENDPOINT": address,
            "OTEL_BSP_SCHEDULE_DELAY": "50",
            "OTEL_METRIC_EXPORT_INTERVAL": "200",
        }
        self.bodies: list[bytes] = []
        self.service_names: set[str] = set()
        self._spans: list[Span] = []
        self._metrics: set[str] = set()
        self._changed = threading.Condition()

    def take(self, path: str, body: bytes) -> None:
        with self._changed:
            self.bodies.append(body)
            if path == "/v1/traces":
                for traces in ExportTraceServiceRequest.FromString(body).resource_spans:
                    named = (one for one in traces.resource.attributes if one.key == "service.name")
                    self.service_names.update(one.value.string_value for one in named)
                    self._spans.extend(span for scope in traces.scope_spans for span in scope.spans)
            elif path == "/v1/metrics":
                for metrics in ExportMetricsServiceRequest.FromString(body).resource_metrics:
                    self._metrics.update(one.name for scope in metrics.scope_metrics for one in scope.metrics)
            self._changed.notify_all()

    def span(self, name: str) -> Span:
        return self._found(lambda: next((span for span in self._spans if span.name == name), None))

    def span_with_id(self, span_id: bytes) -> Span:
        return self._found(lambda: next((span for span in self._spans if span.span_id == span_id), None))

    def wait_for_metric(self, name: str) -> None:
        self._found(lambda: name if name in self._metrics else None)

    def _found(self, look: Callable[[], Found | None]) -> Found:
        with self._changed:
            found = self._changed.wait_for(look, WAIT_SECONDS)
        assert found, "nothing of it came"
        return found


@contextmanager
def collecting() -> Iterator[Collector]:
    class Handler(Quiet):
        def do_POST(self) -> None:  # noqa: N802 - so http.server calls it
            collector.take(self.path, self.rfile.read(int(self.headers["content-length"])))
            self.answer(200)

    with listening(Handler) as url:
        collector = Collector(url)
        yield collector
