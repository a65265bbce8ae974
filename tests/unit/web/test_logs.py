"""How events become lines."""

import json
import logging
from collections.abc import Iterator
from pathlib import Path

import pytest
import structlog
from asgi_correlation_id import correlation_id

from web.logs import set_up_logs

Stderr = pytest.CaptureFixture[str]


@pytest.fixture(autouse=True)
def as_before() -> Iterator[None]:
    """What is set up here is for these tests alone."""
    handlers, level = logging.root.handlers, logging.root.level
    logging.root.handlers = []
    yield
    for handler in logging.root.handlers:
        handler.close()
    logging.root.handlers = handlers
    logging.root.setLevel(level)
    structlog.reset_defaults()


def lines_of(capsys: Stderr) -> list[dict[str, object]]:
    return [json.loads(line) for line in capsys.readouterr().err.splitlines()]


def test_in_production_each_event_is_a_line_of_json_with_its_request_id(capsys: Stderr) -> None:
    set_up_logs(level="INFO", file=None, is_json=True)
    token = correlation_id.set("request-12345")

    structlog.get_logger("coachbook.test").info("plan.saved", plan="plan_1", ms=4)
    correlation_id.reset(token)

    (line,) = lines_of(capsys)
    assert line.pop("timestamp")
    assert line == {"event": "plan.saved", "level": "info", "plan": "plan_1", "ms": 4, "request_id": "request-12345"}


def test_an_exception_is_one_line_with_its_traceback(capsys: Stderr) -> None:
    set_up_logs(level="INFO", file=None, is_json=True)

    try:
        raise RuntimeError("broken")
    except RuntimeError as error:
        structlog.get_logger("coachbook.test").error("request.failed", exc_info=error)

    (line,) = lines_of(capsys)
    assert "RuntimeError: broken" in str(line["exception"])


def test_what_libraries_log_takes_the_same_way(capsys: Stderr) -> None:
    set_up_logs(level="INFO", file=None, is_json=True)

    logging.getLogger("some.library").warning("careful with %s", "this")

    assert [(line["event"], line["level"]) for line in lines_of(capsys)] == [("careful with this", "warning")]


def test_the_level_holds_and_libraries_chatter_less(capsys: Stderr) -> None:
    set_up_logs(level="DEBUG", file=None, is_json=True)

    structlog.get_logger("coachbook.test").debug("said")
    structlog.get_logger("services.test").debug("said there")
    logging.getLogger("uvicorn.error").info("Started server process")
    logging.getLogger("some.library").debug("Sending: all that somebody wrote")
    set_up_logs(level="WARNING", file=None, is_json=True)
    structlog.get_logger("coachbook.test").info("unsaid")

    assert [line["event"] for line in lines_of(capsys)] == ["said", "said there"]


def test_in_development_lines_are_for_people_and_tracebacks_show_no_values(capsys: Stderr) -> None:
    set_up_logs(level="DEBUG", file=None, is_json=False)
    password = "-".join(["canary", "value"])

    try:
        raise RuntimeError("broken")
    except RuntimeError as error:
        structlog.get_logger("coachbook.test").error("request.failed", exc_info=error)

    assert password
    said = capsys.readouterr().err
    assert "request.failed" in said
    assert "RuntimeError: broken" in said
    assert "canary-value" not in said


def test_a_log_file_is_json_beside_what_people_read(capsys: Stderr, tmp_path: Path) -> None:
    file = tmp_path / "logs" / "coachbook.log"
    set_up_logs(level="INFO", file=file, is_json=False)

    structlog.get_logger("coachbook.test").info("plan.saved")

    assert json.loads(file.read_text())["event"] == "plan.saved"
    assert "plan.saved" in capsys.readouterr().err
