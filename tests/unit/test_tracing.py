"""Which spans belong together."""

from opentelemetry import trace
from opentelemetry.trace import SpanKind

from services.tracing import job_span, traceparent
from tests.llm.conftest import Observed, ids


def test_a_jobs_span_is_a_root_with_a_link_to_the_span_that_asked_for_it() -> None:
    observed = Observed()
    with observed.tracer.start_as_current_span("request"):
        asked_by = traceparent()
    with (
        observed.tracer.start_as_current_span("whoever works"),
        job_span(observed.tracer, "generation", asked_by=asked_by),
        observed.tracer.start_as_current_span("chat"),
    ):
        pass
    request, chat, job, _ = observed.spans.get_finished_spans()
    assert [ids(link.context) for link in job.links] == [ids(request.context)]
    assert (job.parent, job.kind) == (None, SpanKind.CONSUMER)
    assert chat.parent == job.context


def test_where_nothing_is_traced_there_is_nothing_to_link_to() -> None:
    observed = Observed()
    assert traceparent() is None
    for asked_by in (None, "", "00-nonsense"):
        with job_span(observed.tracer, "generation", asked_by=asked_by):
            assert trace.get_current_span().is_recording()
    assert [span.links for span in observed.spans.get_finished_spans()] == [()] * 3
