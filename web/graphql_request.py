"""What a client sends to be executed, read from the body of a POST; whatever is not that is refused."""

import re
from dataclasses import dataclass, field

import orjson
from starlette.datastructures import Headers

from schema.errors import ErrorCode
from web.refusals import Refused

LONGEST_OPERATION_NAME = 200
_SHA256_FORM = re.compile(r"[0-9a-f]{64}")


@dataclass(frozen=True)
class GraphQLRequest:
    """A document, the values of its variables, and which of its operations to execute."""

    query: str
    """Empty where the document is named by its hash alone."""
    variables: dict[str, object] = field(default_factory=dict)
    operation_name: str | None = None
    sha256: str | None = None
    """In hexadecimal digits, of the document, where the client wants it remembered or remembers it."""


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
    digest = _sha256(asked.get("extensions"))
    return GraphQLRequest(
        query=_query(asked.get("query"), may_be_missing=digest is not None),
        variables=_variables(asked.get("variables")),
        operation_name=_operation_name(asked.get("operationName")),
        sha256=digest,
    )


def _sha256(extensions: object) -> str | None:
    if not isinstance(extensions, dict | None):
        raise _bad("`extensions` must be an object.")
    persisted = (extensions or {}).get("persistedQuery")
    if persisted is None:
        return None
    digest = persisted.get("sha256Hash") if isinstance(persisted, dict) and persisted.get("version") == 1 else None
    if not isinstance(digest, str) or not _SHA256_FORM.fullmatch(digest):
        raise _bad("`extensions.persistedQuery` must have `version` 1 and, as `sha256Hash`, 64 digits from 0 to f.")
    return digest


def _query(query: object, *, may_be_missing: bool) -> str:
    if may_be_missing and query in (None, ""):
        return ""
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
