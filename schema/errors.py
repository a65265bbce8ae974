"""Errors at the top of a response: each has a code of a closed list, and only what was meant for the client keeps its words."""

import re
from collections.abc import Sequence
from enum import StrEnum
from typing import NotRequired, TypedDict

import strawberry
import structlog
from graphql import GraphQLError, GraphQLSchema
from strawberry.exceptions import MissingQueryError, StrawberryInputCoercionError
from strawberry.schema.exceptions import CannotGetOperationTypeError, InvalidOperationTypeError
from strawberry.types import ExecutionContext, ExecutionResult

from domain.errors import BadUserInput, Forbidden, NotFound, Problem, Refusal, Unauthenticated, Unavailable
from schema.compiled.documents import CompiledDocument
from schema.prepared import DOCUMENT_KEY

MASKED_MESSAGE = "Something went wrong. It is our fault, and it was noted. Please try again."
LONGEST_MESSAGE = 500
_SUGGESTION = re.compile(r" Did you mean [^?]*\?")

_log = structlog.get_logger("coachbook.graphql")


class ErrorCode(StrEnum):
    """All codes that an error of this API can have."""

    UNAUTHENTICATED = "UNAUTHENTICATED"
    FORBIDDEN = "FORBIDDEN"
    BAD_REQUEST = "BAD_REQUEST"
    BAD_USER_INPUT = "BAD_USER_INPUT"
    NOT_FOUND = "NOT_FOUND"
    TOO_COMPLEX = "TOO_COMPLEX"
    RATE_LIMITED = "RATE_LIMITED"
    TIMEOUT = "TIMEOUT"
    UNAVAILABLE = "UNAVAILABLE"
    PERSISTED_QUERY_NOT_FOUND = "PERSISTED_QUERY_NOT_FOUND"
    INTERNAL = "INTERNAL"


class Extensions(TypedDict):
    """What an error says beside its message. `retryAfterSeconds` is there where waiting helps."""

    code: str
    requestId: str
    retryAfterSeconds: NotRequired[int]


class Location(TypedDict):
    """A place in the client's document, both counted from 1."""

    line: int
    column: int


class PresentedError(TypedDict):
    """An error as it goes to the client."""

    message: str
    locations: NotRequired[list[Location]]
    path: NotRequired[list[str | int]]
    extensions: Extensions


def present(error: GraphQLError, request_id: str) -> PresentedError:
    """The error as the client sees it. Nothing of an unexpected exception is in it.

    An error may bring its code, and `retryAfterSeconds`, in its extensions; one that brings none is classed here.
    """
    code = _brought_code(error) or code_of(error, is_executed=error.path is not None)
    extensions = Extensions(code=code.value, requestId=request_id)
    retry_after = (error.extensions or {}).get("retryAfterSeconds")
    if isinstance(retry_after, int):
        extensions["retryAfterSeconds"] = retry_after
    presented = PresentedError(message=_message(error, code), extensions=extensions)
    if error.locations:
        presented["locations"] = [Location(line=place.line, column=place.column) for place in error.locations]
    if error.path is not None:
        presented["path"] = list(error.path)
    return presented


def code_of(error: GraphQLError, *, is_executed: bool) -> ErrorCode:
    """The code of an error, by what caused it. `is_executed` is whether it came up after parsing and validation."""
    cause = cause_of(error)
    if isinstance(cause, Refusal):
        return _code_of_refusal(cause)
    if isinstance(cause, NotFound):
        return ErrorCode.NOT_FOUND
    if isinstance(cause, Problem | StrawberryInputCoercionError):
        return ErrorCode.BAD_USER_INPUT
    if isinstance(cause, CannotGetOperationTypeError | InvalidOperationTypeError | MissingQueryError):
        return ErrorCode.BAD_REQUEST
    if cause is not None:
        return ErrorCode.INTERNAL
    if not is_executed:
        return ErrorCode.BAD_REQUEST
    # graphql-core's own words while executing: on variables (no path) and arguments the client is at fault, else we are.
    is_clients_fault = error.path is None or error.message.startswith("Argument ")
    return ErrorCode.BAD_USER_INPUT if is_clients_fault else ErrorCode.INTERNAL


def cause_of(error: GraphQLError) -> Exception | None:
    """The exception at the bottom, or None where graphql-core itself objects."""
    cause = error.original_error
    while type(cause) is GraphQLError:
        cause = cause.original_error
    return cause


def note(errors: Sequence[GraphQLError], *, is_executed: bool, request_id: str | None) -> None:
    """Class errors by where they came up, and write those to the log that nobody expected. May be done twice."""
    for error in errors:
        is_noted = _brought_code(error) is not None
        code = _brought_code(error) or code_of(error, is_executed=is_executed)
        error.extensions = {**(error.extensions or {}), "code": code.value}
        if code is ErrorCode.INTERNAL and not is_noted:
            path = ".".join(str(step) for step in error.path or ())
            _log.error("graphql.failed", request_id=request_id, path=path, exc_info=cause_of(error) or error)


class CodedSchema(strawberry.Schema):
    """A schema whose errors carry their codes; `present` makes of them what the client sees."""

    @property
    def core(self) -> GraphQLSchema:
        """The schema as graphql-core knows it, for those who validate and execute documents themselves and `note` the errors."""
        return self._schema

    async def answer(
        self, document: CompiledDocument, *, operation_name: str | None, variables: dict[str, object], context: object
    ) -> ExecutionResult:
        """Executes an operation of a document that was checked: as it is compiled, or else by graphql-core."""
        data = await document.data(operation_name, variables, context)
        if data is not None:
            return ExecutionResult(data=data, errors=None)
        return await self.by_core(document, operation_name=operation_name, variables=variables, context=context)

    async def by_core(
        self, document: CompiledDocument, *, operation_name: str | None, variables: dict[str, object], context: object
    ) -> ExecutionResult:
        """The same, by graphql-core alone."""
        return await self.execute(
            document.text,
            variable_values=variables,
            context_value=context,
            operation_name=operation_name,
            operation_extensions={DOCUMENT_KEY: document.node},
        )

    def process_errors(self, errors: Sequence[GraphQLError], execution_context: ExecutionContext | None = None) -> None:
        is_executed = execution_context is not None and (
            execution_context.result is not None or _is_valid(execution_context)
        )
        request_id = getattr(execution_context and execution_context.context, "request_id", None)
        note(errors, is_executed=is_executed, request_id=request_id)


def _is_valid(execution_context: ExecutionContext) -> bool:
    """Whether the document was parsed and validated before, so that what is wrong now came up afterwards."""
    return DOCUMENT_KEY in (execution_context.operation_extensions or {})


def _brought_code(error: GraphQLError) -> ErrorCode | None:
    code = (error.extensions or {}).get("code")
    return ErrorCode(code) if isinstance(code, str) and code in ErrorCode.__members__ else None


def _code_of_refusal(refusal: Refusal) -> ErrorCode:
    match refusal:
        case Unauthenticated():
            return ErrorCode.UNAUTHENTICATED
        case Forbidden():
            return ErrorCode.FORBIDDEN
        case BadUserInput():
            return ErrorCode.BAD_USER_INPUT
        case Unavailable():
            return ErrorCode.UNAVAILABLE
        case _:
            return ErrorCode.INTERNAL


def _message(error: GraphQLError, code: ErrorCode) -> str:
    if code is ErrorCode.INTERNAL:
        return MASKED_MESSAGE
    # Suggestions would tell the schema to those who may not introspect it; and values that are echoed may be long.
    message = _SUGGESTION.sub("", error.message)
    return message if len(message) <= LONGEST_MESSAGE else message[: LONGEST_MESSAGE - 1] + "…"
