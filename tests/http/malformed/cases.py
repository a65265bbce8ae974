"""Malformed requests without end, made of a seed: bodies, documents, variables, streams, raw HTTP, and frames of WebSockets."""

import json
import random
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from graphql import GraphQLSchema, OperationDefinitionNode, OperationType, parse

from tests.graphql import operations
from tests.http.malformed.frames import frame, handshake
from tests.http.malformed.noise import NASTY_VALUES, spoilt_bytes
from tests.http.malformed.raw import raw_request
from tests.http.malformed.values import Values

PATHS = ("/graphql", "/api/v1/graphql")
FRAMES: tuple[dict[str, object], ...] = (
    {"type": "connection_init", "payload": {}},
    {"type": "ping", "payload": {"a": 1}},
    {"type": "pong"},
    {"type": "subscribe", "id": "a", "payload": {"query": 'subscription { planGenerationChanges(id: "x") { id } }'}},
    {"type": "complete", "id": "a"},
)


@dataclass(frozen=True)
class Case:
    """All that is sent on one connection."""

    kind: str
    sent: bytes
    frames: bytes = b""
    """Of a WebSocket: sent once it is open."""


class Cases:
    """An iterator of them: the same seed gives the same cases."""

    def __init__(self, schema: GraphQLSchema, *, seed: int, tokens: Sequence[str], ids: Sequence[str] = ()) -> None:
        """`ids` are of things that the tokens' athletes have."""
        self._random = random.Random(seed)
        self._schema = schema
        self._ids = ids
        self._tokens = ("", "nonsense", *(*tokens,) * 3)
        self._documents = {name: operations.document(name) for name in operations.names() if name != "DeleteAccount"}
        self._operations = {name: _operation(text) for name, text in self._documents.items()}
        self._kinds: tuple[Callable[[], Case], ...] = (
            self._body,
            self._document,
            self._variables,
            self._stream,
            self._raw,
            self._socket,
        )

    def __iter__(self) -> Iterator[Case]:
        while True:
            yield self._random.choice(self._kinds)()

    def _body(self) -> Case:
        name = self._random.choice(list(self._documents))
        good = json.dumps({"query": self._documents[name], "operationName": name, "variables": {}}).encode()
        if self._random.random() < 0.3:
            keys = ("query", "variables", "operationName", "extensions")
            good = json.dumps({key: self._random.choice(NASTY_VALUES) for key in keys}).encode()
        return Case("body", self._post(spoilt_bytes(self._random, good)))

    def _document(self) -> Case:
        text = self._random.choice(list(self._documents.values())).encode()
        spoilt = spoilt_bytes(self._random, text).decode(errors="replace")
        return Case("document", self._post(json.dumps({"query": spoilt}).encode()))

    def _variables(self) -> Case:
        return Case("variables", self._post(self._asked(OperationType.QUERY, OperationType.MUTATION)))

    def _stream(self) -> Case:
        body = self._asked(OperationType.SUBSCRIPTION)
        if self._random.random() < 0.5:
            body = spoilt_bytes(self._random, body)
        return Case("stream", self._post(body, accept="text/event-stream"))

    def _raw(self) -> Case:
        return Case("raw", raw_request(self._random, self._asked(OperationType.QUERY)))

    def _socket(self) -> Case:
        key = "dGhlIHNhbXBsZSBub25jZQ==" if self._random.random() < 0.9 else "x"
        protocol = self._random.choice(("graphql-transport-ws",) * 8 + ("graphql-ws", ""))
        head = handshake(self._random.choice(PATHS), key=key, protocol=protocol)
        frames = b"".join(self._frame(number) for number in range(self._random.randint(1, 5)))
        return Case("socket", head, frames=frames)

    def _frame(self, number: int) -> bytes:
        message = dict(self._random.choice(FRAMES))
        if number == 0 and self._random.random() < 0.7:
            message = {"type": "connection_init", "payload": {"authorization": f"Bearer {self._token()}"}}
        elif self._random.random() < 0.5:
            message[self._random.choice(["type", "id", "payload"])] = self._random.choice(NASTY_VALUES)
        content = json.dumps(message).encode()
        if number and self._random.random() < 0.4:
            content = spoilt_bytes(self._random, content)
        opcode = self._random.choice((0x81,) * 20 + (0x01, 0x80, 0x82, 0x88, 0x89, 0x8A, 0x83, 0xC1, 0xF1))
        return frame(opcode, content, is_masked=self._random.random() < 0.97)

    def _asked(self, *kinds: OperationType) -> bytes:
        """A good document with values for its variables that may be anything."""
        name = self._random.choice([name for name, one in self._operations.items() if one.operation in kinds])
        nonsense = self._random.choice((0.0, 0.02, 0.1))
        variables = Values(self._schema, self._random, nonsense=nonsense, ids=self._ids).of(self._operations[name])
        return json.dumps({"query": self._documents[name], "operationName": name, "variables": variables}).encode()

    def _post(self, body: bytes, *, accept: str = "application/json") -> bytes:
        token = self._token()
        lines = [
            f"POST {self._random.choice(PATHS)} HTTP/1.1",
            "Host: x",
            "Content-Type: application/json",
            f"Accept: {accept}",
            "Connection: close",
            f"Content-Length: {len(body)}",
            *([f"Authorization: Bearer {token}"] if token else []),
        ]
        return "\r\n".join([*lines, "", ""]).encode() + body

    def _token(self) -> str:
        return self._random.choice(self._tokens)


def _operation(document: str) -> OperationDefinitionNode:
    definition = parse(document).definitions[0]
    assert isinstance(definition, OperationDefinitionNode)
    return definition
