"""What leaves the house of an unexpected error, and what does not."""

import logging
from collections.abc import Iterator
from typing import Any

import pytest
import structlog
from asgi_correlation_id import correlation_id

from tests.sentry import Sentry, sentry_listening
from web.error_reports import reporting
from web.logs import set_up_logs


@pytest.fixture(autouse=True)
def as_before() -> Iterator[None]:
    """Logs are set up for these tests alone."""
    handlers, level = logging.root.handlers, logging.root.level
    logging.root.handlers = []
    set_up_logs(level="INFO", file=None, is_json=True)
    yield
    logging.root.handlers = handlers
    logging.root.setLevel(level)
    structlog.reset_defaults()


@pytest.fixture
def sentry() -> Iterator[Sentry]:
    with sentry_listening() as listening:
        yield listening


def broken(token: str) -> None:
    words = f"my {token} of canary words"
    try:
        raise KeyError(words)
    except KeyError as error:
        raise RuntimeError(f"canary in a message: {words}") from error


def test_an_error_is_told_by_its_place_and_its_request_and_by_no_word_or_value(sentry: Sentry) -> None:
    request = correlation_id.set("request-12345")
    with reporting(sentry.dsn, version="1.2.3", environment="production"):
        try:
            broken("-".join(["canary", "token"]))  # which the source shows in pieces alone
        except RuntimeError as error:
            structlog.get_logger("coachbook.http").error(
                "request.failed", exc_info=error, body="canary", path="viewer.id"
            )
    correlation_id.reset(request)

    (event,) = sentry.events(1)
    exceptions: Any = event.pop("exception")
    assert event.pop("event_id")
    assert event.pop("timestamp")
    assert event.pop("sdk")
    assert event == {
        "level": "error",
        "platform": "python",
        "logger": "coachbook.http",
        "transaction": "request.failed",
        "release": "coachbook@1.2.3",
        "environment": "production",
        "tags": {"event": "request.failed", "request_id": "request-12345", "path": "viewer.id"},
    }
    assert [raised["type"] for raised in exceptions["values"]] == ["KeyError", "RuntimeError"]
    frame = exceptions["values"][1]["stacktrace"]["frames"][-1]
    assert (frame["function"], frame["module"]) == ("broken", __name__)
    assert "vars" not in frame
    assert "value" not in exceptions["values"][0]
    assert b"canary-token" not in sentry.bodies[0]


def test_what_is_handled_by_logging_it_as_it_happens_is_told_too_and_what_is_no_error_is_not(sentry: Sentry) -> None:
    log = structlog.get_logger("coachbook.generation")
    with reporting(sentry.dsn, version="1.2.3", environment="development"):
        log.warning("generation.overdue", generation="generation_1")
        logging.getLogger("some.library").error("canary: %s", "what a library says")
        log.error("generation.given_up", generation="generation_2", attempts=10)
        try:
            broken("x")
        except RuntimeError:
            log.exception("generation.broke", generation="generation_3")

    events = sentry.events(2)
    assert [event["tags"] for event in events] == [
        {"event": "generation.given_up", "generation": "generation_2"},
        {"event": "generation.broke", "generation": "generation_3"},
    ]
    assert ["exception" in event for event in events] == [False, True]


def test_where_nobody_listens_nothing_fails() -> None:
    with reporting("http://key@127.0.0.1:9/1", version="1.2.3", environment="production"):
        structlog.get_logger("coachbook.http").error("request.failed", exc_info=RuntimeError())
    with reporting(None, version="1.2.3", environment="production"):
        structlog.get_logger("coachbook.http").error("request.failed", exc_info=RuntimeError())
