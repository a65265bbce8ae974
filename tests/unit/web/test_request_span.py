"""The span of a request."""

import pytest
from opentelemetry.trace import SpanKind, StatusCode
from starlette.responses import Response
from starlette.types import Message, Receive, Scope, Send

from tests.llm.conftest import Observed, ids
from web.request_span import RequestSpan


async def asked(observed: Observed, status: int, headers: list[tuple[bytes, bytes]]) -> None:
    async def app(scope: Scope, receive: Receive, send: Send) -> None:
        await Response("words", status)(scope, receive, send)

    async def receive() -> Message:
        return {"type": "http.request", "body": b"secret"}

    async def send(_message: Message) -> None:
        """Nobody is there."""

    scope = {"type": "http", "method": "POST", "path": "/graphql", "query_string": b"token=secret", "scheme": "http"}
    await RequestSpan(app, observed.tracer)({**scope, "headers": headers}, receive, send)


@pytest.mark.parametrize(
    ("status", "code"), [(200, StatusCode.UNSET), (404, StatusCode.UNSET), (503, StatusCode.ERROR)]
)
async def test_it_tells_what_was_asked_for_and_what_came_of_it_and_never_what_was_said(
    status: int, code: StatusCode
) -> None:
    observed = Observed()
    await asked(observed, status, [(b"authorization", b"Bearer secret")])
    (span,) = observed.spans.get_finished_spans()
    assert (span.name, span.kind, span.status.status_code) == ("POST", SpanKind.SERVER, code)
    assert (span.attributes or {})["http.response.status_code"] == status
    assert "secret" not in span.to_json()


async def test_it_belongs_to_the_trace_of_whoever_called() -> None:
    observed = Observed()
    await asked(observed, 200, [(b"traceparent", b"00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01")])
    (span,) = observed.spans.get_finished_spans()
    assert ids(span.parent) == (0x0AF7651916CD43DD8448EB211C80319C, 0xB7AD6B7169203331)
