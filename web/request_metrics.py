"""Measures how long each request waits for its answer, by where it went and what came of it."""

import time
from collections.abc import Collection

from opentelemetry.metrics import Meter
from starlette.types import ASGIApp, Message, Receive, Scope, Send

SECONDS = (0.005, 0.01, 0.025, 0.05, 0.075, 0.1, 0.25, 0.5, 0.75, 1, 2.5, 5, 7.5, 10)
"""Bounds of the classes, as OpenTelemetry's conventions for HTTP have them."""
_METHODS = frozenset({"GET", "HEAD", "POST", "PUT", "DELETE", "OPTIONS", "PATCH"})
_OTHER = "_OTHER"


class RequestMetrics:
    """By OpenTelemetry's conventions for HTTP, but until the answer begins: a stream may go on for hours.

    Only known `paths` are told apart, so that whoever makes paths up makes no series of each.
    """

    def __init__(self, app: ASGIApp, meter: Meter, *, paths: Collection[str]) -> None:
        self._app = app
        self._paths = frozenset(paths)
        self._duration = meter.create_histogram(
            "http.server.request.duration",
            "s",
            "Until the answer to a request began.",
            explicit_bucket_boundaries_advisory=SECONDS,
        )

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        began = time.perf_counter()

        async def measuring_send(message: Message) -> None:
            if message["type"] == "http.response.start":
                method, path = scope["method"], scope["path"]
                attributes = {
                    "http.request.method": method if method in _METHODS else _OTHER,
                    "http.route": path if path in self._paths else _OTHER,
                    "http.response.status_code": message["status"],
                }
                self._duration.record(time.perf_counter() - began, attributes)
            await send(message)

        await self._app(scope, receive, measuring_send)
