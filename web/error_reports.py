"""Sends unexpected errors to Sentry, where a setting names one; else nothing of it is loaded.

What was unexpected the log knows already, and so it is taken from there. What leaves the house is where it happened, in our
source, and the request's id: no words of exceptions, which may quote what people wrote, no values, headers, bodies or addresses.
"""

import logging
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import TYPE_CHECKING, cast

if TYPE_CHECKING:
    from sentry_sdk import Client
    from sentry_sdk.types import Event, Hint

LAST_SECONDS = 2.0
"""For a Sentry that does not answer, once this process ends."""
_OF_EVENT = (
    "event_id",
    "timestamp",
    "platform",
    "level",
    "logger",
    "release",
    "environment",
    "sdk",
    "tags",
    "transaction",
)
_OF_FRAME = ("filename", "function", "module", "lineno", "in_app", "pre_context", "context_line", "post_context")


@contextmanager
def reporting(dsn: str | None, *, version: str, environment: str) -> Iterator[None]:
    """Errors that are logged meanwhile are sent. Logs must have been set up."""
    if dsn is None:
        yield
        return
    from sentry_sdk import Client

    client = Client(
        dsn=dsn,
        release=f"coachbook@{version}",
        environment=environment,
        default_integrations=False,
        auto_enabling_integrations=False,
        auto_session_tracking=False,
        send_client_reports=False,
        spotlight=False,
        include_local_variables=False,
        max_request_body_size="never",
        max_breadcrumbs=0,
        server_name="",
        before_send=only_what_is_allowed,
    )
    handler = ErrorReports(client)
    logging.getLogger().addHandler(handler)
    try:
        yield
    finally:
        logging.getLogger().removeHandler(handler)
        client.close(timeout=LAST_SECONDS)


class ErrorReports(logging.Handler):
    """Takes the errors of this program out of the log; those of libraries come to our own edges, where they are logged again."""

    def __init__(self, client: "Client") -> None:
        super().__init__(level=logging.ERROR)
        self._client = client

    def emit(self, record: logging.LogRecord) -> None:
        if not isinstance(record.msg, dict):
            return
        from sentry_sdk.utils import event_from_exception

        event: Event = {}
        hint: Hint = {}
        error = _exception(record.msg.get("exc_info"))
        if error is not None:
            event, hint = event_from_exception(error, client_options=self._client.options)
        name = str(record.msg.get("event"))
        event |= {"level": "error", "logger": record.name, "transaction": name, "tags": _tags(record.msg)}
        self._client.capture_event(event, hint)


def only_what_is_allowed(event: "Event", _hint: "Hint") -> "Event":
    """A new event of what is known to be harmless, whatever the library puts in."""
    told = cast("Event", {name: value for name, value in event.items() if name in _OF_EVENT})
    raised = (event.get("exception") or {}).get("values", [])
    if raised:
        told["exception"] = {"values": [_told_of_exception(one) for one in raised]}
    return told


def _told_of_exception(raised: Mapping[str, object]) -> dict[str, object]:
    told = {name: raised[name] for name in ("type", "module") if name in raised}
    trace = raised.get("stacktrace")
    frames = trace.get("frames", []) if isinstance(trace, dict) else []
    return told | {
        "stacktrace": {"frames": [{name: frame[name] for name in _OF_FRAME if name in frame} for frame in frames]}
    }


def _exception(given: object) -> BaseException | None:
    """structlog takes an exception itself, its triple, or True for the one that is being handled."""
    if isinstance(given, BaseException):
        return given
    if isinstance(given, tuple):
        return given[1] if isinstance(given[1], BaseException) else None
    return sys.exc_info()[1] if given is True else None


def _tags(event: Mapping[str, object]) -> dict[str, str]:
    return {name: str(event[name]) for name in ("event", "request_id", "generation", "path") if event.get(name)}
