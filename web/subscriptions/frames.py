"""The messages of graphql-transport-ws, as clients send them. Whatever is not one of them closes the connection."""

from dataclasses import dataclass

import orjson

from web.graphql_request import GraphQLRequest, request_in
from web.refusals import Refused

SUBPROTOCOL = "graphql-transport-ws"
LONGEST_ID = 128
LONGEST_REASON = 120
"""A close frame has room for 123 bytes of reason."""


class Closed(Exception):
    """The connection is to be closed with this code, for this reason."""

    def __init__(self, code: int, reason: str) -> None:
        self.code = code
        self.reason = reason[:LONGEST_REASON]
        super().__init__(reason)


@dataclass(frozen=True)
class Init:
    """The first message: who is there. `authorization` is what it says, if it says anything."""

    authorization: str | None


@dataclass(frozen=True)
class Ping:
    payload: dict[str, object] | None


@dataclass(frozen=True)
class Pong:
    """Nothing to do."""


@dataclass(frozen=True)
class Subscribe:
    id: str
    asked: GraphQLRequest


@dataclass(frozen=True)
class Complete:
    """The client wants no more of this one."""

    id: str


Frame = Init | Ping | Pong | Subscribe | Complete


def read_frame(text: str) -> Frame:
    """Raises Closed with 4400 where it is none."""
    try:
        message = orjson.loads(text)
    except orjson.JSONDecodeError:
        raise _bad("A message is JSON.") from None
    if not isinstance(message, dict):
        raise _bad("A message is a JSON object.")
    kind, payload = message.get("type"), message.get("payload")
    if kind == "subscribe":
        return Subscribe(_id(message.get("id")), _asked(payload))
    if kind == "complete":
        return Complete(_id(message.get("id")))
    if not isinstance(payload, dict | None):
        raise _bad("The payload of a message is an object.")
    match kind:
        case "connection_init":
            return Init(_authorization(payload or {}))
        case "ping":
            return Ping(payload)
        case "pong":
            return Pong()
    raise _bad("There is no such type of message.")


def written(kind: str, **rest: object) -> str:
    """A message to the client."""
    return orjson.dumps({"type": kind, **rest}).decode()


def _id(value: object) -> str:
    if not isinstance(value, str) or not 1 <= len(value) <= LONGEST_ID:
        raise _bad(f"An id is a text of 1 to {LONGEST_ID} characters.")
    return value


def _asked(payload: object) -> GraphQLRequest:
    if not isinstance(payload, dict):
        raise _bad("The payload of subscribe is an object.")
    try:
        return request_in(payload)
    except Refused as refused:
        raise _bad(str(refused)) from None


def _authorization(payload: dict[str, object]) -> str | None:
    """Apps write the name as they write the header's."""
    for name, value in payload.items():
        if name.lower() == "authorization" and value is not None:
            if not isinstance(value, str):
                raise _bad("`authorization` is a text.")
            return value
    return None


def _bad(reason: str) -> Closed:
    return Closed(4400, reason)
