"""Sends traces and metrics to a collector by OTLP over HTTP, and has metrics ready for Prometheus: each where it is asked
for. Else nothing is loaded and nothing kept."""

import os
import threading
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from typing import TYPE_CHECKING

from opentelemetry import metrics, trace
from opentelemetry.metrics import Meter
from opentelemetry.trace import Tracer

if TYPE_CHECKING:
    from opentelemetry.sdk.metrics.export import MetricReader
    from opentelemetry.sdk.resources import Resource

ENDPOINT = "OTEL_EXPORTER_OTLP_ENDPOINT"
LAST_SECONDS = 2.0
"""For a collector that does not answer, once this process ends."""
_SCOPE = "coachbook.web"


def request_tracer(endpoint: str | None) -> Tracer | None:
    """What makes a span of each request; None where nobody would see them."""
    return trace.get_tracer(_SCOPE) if endpoint is not None else None


def meter_for(endpoint: str | None, *, has_page: bool) -> Meter | None:
    """What measures requests and the pool; None where nobody would see it."""
    return metrics.get_meter(_SCOPE) if endpoint is not None or has_page else None


@contextmanager
def exporting(endpoint: str | None, *, has_page: bool, version: str) -> Iterator[None]:
    """All standard variables of OpenTelemetry's hold: OTEL_SERVICE_NAME, OTEL_EXPORTER_OTLP_HEADERS and so on.

    `endpoint` may come from a file that the environment knows nothing of; `has_page` is whether metrics are fetched here. Once in
    a process.
    """
    if endpoint is None and not has_page:
        yield
        return
    from opentelemetry.sdk.resources import OTELResourceDetector, Resource

    own = Resource.create({"service.name": "coachbook", "service.version": version})
    resource = own.merge(OTELResourceDetector().detect())
    with ExitStack() as stack:
        if endpoint is not None:
            stack.enter_context(_traced(endpoint, resource))
        stack.enter_context(_measured(endpoint, resource, has_page=has_page))
        yield


@contextmanager
def _traced(endpoint: str, resource: "Resource") -> Iterator[None]:
    from opentelemetry.exporter.otlp.proto.http.trace_exporter import OTLPSpanExporter
    from opentelemetry.sdk.trace import TracerProvider
    from opentelemetry.sdk.trace.export import BatchSpanProcessor

    traces = TracerProvider(resource=resource, shutdown_on_exit=False)
    exporter = OTLPSpanExporter(_of_signal(endpoint, "traces"))
    traces.add_span_processor(BatchSpanProcessor(exporter))
    trace.set_tracer_provider(traces)
    try:
        yield
    finally:
        giving_up = threading.Timer(LAST_SECONDS, exporter.shutdown)
        giving_up.start()
        traces.shutdown()
        giving_up.cancel()


@contextmanager
def _measured(endpoint: str | None, resource: "Resource", *, has_page: bool) -> Iterator[None]:
    from opentelemetry.sdk.metrics import MeterProvider
    from opentelemetry.sdk.metrics.export import PeriodicExportingMetricReader

    readers: list[MetricReader] = []
    if endpoint is not None:
        from opentelemetry.exporter.otlp.proto.http.metric_exporter import OTLPMetricExporter

        readers.append(PeriodicExportingMetricReader(OTLPMetricExporter(_of_signal(endpoint, "metrics"))))
    if has_page:
        from opentelemetry.exporter.prometheus import PrometheusMetricReader

        readers.append(PrometheusMetricReader(scope_info_enabled=False))
    meters = MeterProvider(readers, resource=resource, shutdown_on_exit=False)
    metrics.set_meter_provider(meters)
    try:
        yield
    finally:
        meters.shutdown(LAST_SECONDS * 1000)


def _of_signal(endpoint: str, signal: str) -> str | None:
    """None leaves it to the variables, among which each signal may have one of its own."""
    return None if ENDPOINT in os.environ else f"{endpoint.rstrip('/')}/v1/{signal}"
