"""Each request has an id, the client's own where it sends one: it is in the answer, in the log and in every error."""

import re

from asgi_correlation_id import CorrelationIdMiddleware
from starlette.types import ASGIApp
from uuid_utils.compat import uuid7

REQUEST_ID = "X-Request-ID"
_FORM = re.compile(r"[A-Za-z0-9._:-]{8,64}")


class _Middleware(CorrelationIdMiddleware):
    """Without what its parent loads and does wherever Sentry's library is installed: our reports have the id from the log."""

    def __post_init__(self) -> None:
        self.sentry_extension = _to_nobody


def _to_nobody(_request_id: str) -> None:
    """Nobody else is told."""


def with_request_id(app: ASGIApp) -> ASGIApp:
    return _Middleware(app, header_name=REQUEST_ID, generator=_new, validator=_is_one)


def _new() -> str:
    return uuid7().hex


def _is_one(text: str) -> bool:
    return _FORM.fullmatch(text) is not None
