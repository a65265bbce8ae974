"""Answers to requests that are not served: one shape for all, GraphQL's own, with a code and the request id."""

from collections.abc import Mapping, Sequence

import orjson
from asgi_correlation_id import correlation_id
from starlette.responses import Response

from domain.errors import Forbidden, Refusal, Unauthenticated
from schema.errors import ErrorCode, Extensions, PresentedError

JSON = "application/json; charset=utf-8"
_ALWAYS = {"Cache-Control": "no-store", "X-Content-Type-Options": "nosniff"}


class Refused(Exception):
    """A request that is not served. The error boundary makes the answer of it."""

    def __init__(
        self,
        status: int,
        code: ErrorCode,
        message: str,
        *,
        headers: Mapping[str, str] | None = None,
        retry_after_seconds: int | None = None,
    ) -> None:
        self.status = status
        self.code = code
        self.headers = dict(headers or {})
        self.retry_after_seconds = retry_after_seconds
        if retry_after_seconds is not None:
            self.headers["Retry-After"] = str(retry_after_seconds)
        super().__init__(message)

    def response(self) -> Response:
        extensions = Extensions(code=self.code.value, requestId=request_id())
        if self.retry_after_seconds is not None:
            extensions["retryAfterSeconds"] = self.retry_after_seconds
        errors = [PresentedError(message=str(self), extensions=extensions)]
        return errors_response(self.status, errors, headers=self.headers)


def request_id() -> str:
    """The id of the request that is being served."""
    return correlation_id.get() or ""


def errors_response(
    status: int, errors: Sequence[PresentedError], *, headers: Mapping[str, str] | None = None, media_type: str = JSON
) -> Response:
    """An answer of errors and nothing else."""
    return json_response({"errors": errors}, status=status, headers=headers, media_type=media_type)


def json_response(
    content: object, *, status: int = 200, headers: Mapping[str, str] | None = None, media_type: str = JSON
) -> Response:
    """An answer that nobody on the way keeps or guesses the type of."""
    return Response(orjson.dumps(content), status, {**_ALWAYS, **(headers or {})}, media_type)


def unauthenticated(message: str) -> Refused:
    return Refused(401, ErrorCode.UNAUTHENTICATED, message, headers=CHALLENGE)


CHALLENGE = {"WWW-Authenticate": "Bearer"}


def refused(refusal: Refusal) -> Refused:
    """What a service refuses, as an answer over plain HTTP."""
    match refusal:
        case Unauthenticated():
            return unauthenticated(str(refusal))
        case Forbidden():
            return Refused(403, ErrorCode.FORBIDDEN, str(refusal))
        case _:
            return Refused(503, ErrorCode.UNAVAILABLE, str(refusal), retry_after_seconds=1)


def not_found() -> Refused:
    return Refused(404, ErrorCode.NOT_FOUND, "There is nothing at this address.")


def method_not_allowed(*allowed: str) -> Refused:
    names = ", ".join(allowed)
    return Refused(405, ErrorCode.BAD_REQUEST, f"This address takes {names} alone.", headers={"Allow": names})
