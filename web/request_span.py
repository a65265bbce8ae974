"""A span for each request, within the trace of whoever called: what was asked for and what came of it, never what was said."""

from opentelemetry.trace import SpanKind, StatusCode, Tracer
from opentelemetry.trace.propagation.tracecontext import TraceContextTextMapPropagator
from starlette.datastructures import Headers
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from web.access_log import LONGEST_PATH

_W3C = TraceContextTextMapPropagator()
_FAILED = 500


class RequestSpan:
    """By OpenTelemetry's conventions for HTTP. The query string, headers and bodies stay out of it."""

    def __init__(self, app: ASGIApp, tracer: Tracer) -> None:
        self._app = app
        self._tracer = tracer

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        method, path = scope["method"], scope["path"][:LONGEST_PATH]
        with self._tracer.start_as_current_span(
            method,
            context=_W3C.extract(dict(Headers(scope=scope))),
            kind=SpanKind.SERVER,
            attributes={"http.request.method": method, "url.path": path, "url.scheme": scope["scheme"]},
            record_exception=False,
        ) as span:

            async def noticing_send(message: Message) -> None:
                if message["type"] == "http.response.start":
                    span.set_attribute("http.response.status_code", message["status"])
                    if message["status"] >= _FAILED:
                        span.set_status(StatusCode.ERROR)
                await send(message)

            await self._app(scope, receive, noticing_send)
