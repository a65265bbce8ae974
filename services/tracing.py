"""How spans of a request and of the durable work that it asks for belong together: linked, since the work outlives the request."""

from collections.abc import Iterator
from contextlib import contextmanager

from opentelemetry import trace
from opentelemetry.context import Context
from opentelemetry.trace import Link, SpanKind, Tracer
from opentelemetry.trace.propagation.tracecontext import TraceContextTextMapPropagator

_W3C = TraceContextTextMapPropagator()
_KEY = "traceparent"


def traceparent() -> str | None:
    """The span of right now, as W3C writes it, to be kept with the work that is asked for; None where nothing is traced."""
    carrier: dict[str, str] = {}
    _W3C.inject(carrier)
    return carrier.get(_KEY)


@contextmanager
def job_span(tracer: Tracer, name: str, *, asked_by: str | None) -> Iterator[None]:
    """A root of its own, with a link to the span that asked for it. What goes wrong inside is told by those who know it."""
    asking = trace.get_current_span(_W3C.extract({_KEY: asked_by} if asked_by else {}, Context())).get_span_context()
    with tracer.start_as_current_span(
        name,
        context=Context(),
        kind=SpanKind.CONSUMER,
        links=[Link(asking)] if asking.is_valid else [],
        record_exception=False,
    ):
        yield
