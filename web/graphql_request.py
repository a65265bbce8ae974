"""What a client sends to be executed, read from the body of a POST; whatever is not that is refused."""

from dataclasses import dataclass, field

import orjson
from starlette.datastructures import Headers

from schema.errors import ErrorCode
from web.refusals import Refused

LONGEST_OPERATION_NAME = 200


@dataclass(frozen=True)
class GraphQLRequest:
    """A document, the values of its variables, and which of its operations to execute."""

    query: str
    variables: dict[str, object] = field(default_factory=dict)
    operation_name: str | None = None


def check_content_type(headers: Headers) -> None:
    """The body is JSON, as UTF-8, and not compressed. Raises Refused with 415."""
    media_type, *parameters = (piece.strip().lower() for piece in headers.get("content-type", "").split(";"))
    charsets = [parameter[8:].strip('"') for parameter in parameters if parameter.startswith("charset=")]
    if media_type != "application/json" or any(charset not in ("utf-8", "utf8") for charset in charsets):
        raise Refused(415, ErrorCode.BAD_REQUEST, "Send JSON as UTF-8, with `Content-Type: application/json`.")
    if headers.get("content-encoding", "identity").strip().lower() != "identity":
        raise Refused(415, ErrorCode.BAD_REQUEST, "Send the body as it is: compressed bodies are not taken.")


def read_request(body: bytes) -> GraphQLRequest:
    """Raises Refused with 400 where the body is not a GraphQL request."""
    try:
        asked = orjson.loads(body)
    except orjson.JSONDecodeError:
        raise _bad("The body is not JSON as UTF-8.") from None
    if isinstance(asked, list):
        raise _bad("Send one operation a request: batches are not taken.")
    if not isinstance(asked, dict):
        raise _bad("The body must be a JSON object with the key `query`.")
    return request_in(asked)


def request_in(asked: dict[str, object]) -> GraphQLRequest:
    """Raises Refused with 400 where this object is not a GraphQL request."""
    if not isinstance(asked.get("extensions"), dict | None):
        raise _bad("`extensions` must be an object.")
    return GraphQLRequest(
        query=_query(asked.get("query")),
        variables=_variables(asked.get("variables")),
        operation_name=_operation_name(asked.get("operationName")),
    )


def _query(query: object) -> str:
    if not isinstance(query, str) or not query.strip():
        raise _bad("`query` must be a GraphQL document.")
    return query


def _variables(variables: object) -> dict[str, object]:
    if not isinstance(variables, dict | None):
        raise _bad("`variables` must be an object.")
    return variables or {}


def _operation_name(name: object) -> str | None:
    if not isinstance(name, str | None) or (name is not None and len(name) > LONGEST_OPERATION_NAME):
        raise _bad("`operationName` must be the name of an operation in the document.")
    return name or None


def _bad(message: str) -> Refused:
    return Refused(400, ErrorCode.BAD_REQUEST, message)
