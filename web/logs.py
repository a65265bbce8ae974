"""How events become lines: JSON for machines in production, readable in development, each with the id of its request."""

import logging
import sys
from logging.handlers import WatchedFileHandler
from pathlib import Path

import orjson
import structlog
from asgi_correlation_id import correlation_id
from structlog.typing import EventDict, Processor, WrappedLogger

_OWN = ("coachbook", "db", "resolvers", "schema", "services", "web")
"""The loggers of this program. Libraries say warnings and worse: what they tell for debugging is chatter, and may hold what people
wrote or what is secret."""


def set_up_logs(*, level: str, file: Path | None, is_json: bool) -> None:
    """Send the events of this program, and of the libraries under it, to stderr and to the file where there is one."""
    structlog.configure(
        processors=[*_shared(), structlog.stdlib.ProcessorFormatter.wrap_for_formatter],
        logger_factory=structlog.stdlib.LoggerFactory(),
        wrapper_class=structlog.make_filtering_bound_logger(logging.getLevelNamesMapping()[level]),
        cache_logger_on_first_use=True,
    )
    handlers = [_handler(logging.StreamHandler(sys.stderr), is_json=is_json)]
    if file is not None:
        file.parent.mkdir(parents=True, exist_ok=True)
        handlers.append(_handler(WatchedFileHandler(file, encoding="utf-8"), is_json=True))
    number = logging.getLevelNamesMapping()[level]
    logging.basicConfig(level=max(number, logging.WARNING), handlers=handlers, force=True)
    for name in _OWN:
        logging.getLogger(name).setLevel(number)


def _shared() -> list[Processor]:
    return [
        structlog.contextvars.merge_contextvars,
        structlog.stdlib.add_log_level,
        structlog.processors.TimeStamper(fmt="iso", utc=True),
        _with_request_id,
    ]


def _handler(handler: logging.Handler, *, is_json: bool) -> logging.Handler:
    is_terminal = isinstance(handler, logging.StreamHandler) and handler.stream.isatty()
    # Plain tracebacks: rich ones would show the values of local variables, and with them what is secret.
    readable = structlog.dev.ConsoleRenderer(
        colors=is_terminal, exception_formatter=structlog.dev.plain_traceback, pad_event_to=28
    )
    rendering: list[Processor] = (
        [structlog.processors.format_exc_info, structlog.processors.JSONRenderer(_json)] if is_json else [readable]
    )
    remove_meta = structlog.stdlib.ProcessorFormatter.remove_processors_meta
    handler.setFormatter(
        structlog.stdlib.ProcessorFormatter(foreign_pre_chain=_shared(), processors=[remove_meta, *rendering])
    )
    return handler


def _with_request_id(_logger: WrappedLogger, _method: str, event: EventDict) -> EventDict:
    request_id = correlation_id.get()
    if request_id:
        event.setdefault("request_id", request_id)
    return event


def _json(event: EventDict, **_options: object) -> str:
    return orjson.dumps(event, default=repr, option=orjson.OPT_NON_STR_KEYS).decode(errors="replace")
