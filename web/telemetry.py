"""Sends traces and metrics to a collector, by OTLP over HTTP, where one is named; else nothing is loaded and nothing kept."""

import os
import threading
from collections.abc import Iterator
from contextlib import contextmanager

from opentelemetry import metrics, trace
from opentelemetry.trace import Tracer

ENDPOINT = "OTEL_EXPORTER_OTLP_ENDPOINT"
LAST_SECONDS = 2.0
"""For a collector that does not answer, once this process ends."""


def request_tracer(endpoint: str | None) -> Tracer | None:
    """What makes a span of each request; None where nobody would see them."""
    return trace.get_tracer("coachbook.web") if endpoint is not None else None


@contextmanager
def exporting(endpoint: str | None, *, version: str) -> Iterator[None]:
    """All standard variables of OpenTelemetry's hold: OTEL_SERVICE_NAME, OTEL_EXPORTER_OTLP_HEADERS and so on.

    `endpoint` may come from a file that the environment knows nothing of. Once in a process.
    """
    if endpoint is None:
        yield
        return
    from opentelemetry.exporter.otlp.proto.http.metric_exporter import OTLPMetricExporter
    from opentelemetry.exporter.otlp.proto.http.trace_exporter import OTLPSpanExporter
    from opentelemetry.sdk.metrics import MeterProvider
    from opentelemetry.sdk.metrics.export import PeriodicExportingMetricReader
    from opentelemetry.sdk.resources import OTELResourceDetector, Resource
    from opentelemetry.sdk.trace import TracerProvider
    from opentelemetry.sdk.trace.export import BatchSpanProcessor

    def of_signal(signal: str) -> str | None:
        """None leaves it to the variables, among which each signal may have one of its own."""
        return None if ENDPOINT in os.environ else f"{endpoint.rstrip('/')}/v1/{signal}"

    own = Resource.create({"service.name": "coachbook", "service.version": version})
    resource = own.merge(OTELResourceDetector().detect())
    traces = TracerProvider(resource=resource, shutdown_on_exit=False)
    exporter = OTLPSpanExporter(of_signal("traces"))
    traces.add_span_processor(BatchSpanProcessor(exporter))
    reader = PeriodicExportingMetricReader(OTLPMetricExporter(of_signal("metrics")))
    meters = MeterProvider([reader], resource=resource, shutdown_on_exit=False)
    trace.set_tracer_provider(traces)
    metrics.set_meter_provider(meters)
    try:
        yield
    finally:
        giving_up = threading.Timer(LAST_SECONDS, exporter.shutdown)
        giving_up.start()
        traces.shutdown()
        giving_up.cancel()
        meters.shutdown(LAST_SECONDS * 1000)
