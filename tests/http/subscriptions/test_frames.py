"""Frames that are no message of the protocol: each closes its connection with a code, and the server is well after."""

import json

import pytest

from tests.http.subscriptions.client import connected, signed_in
from tests.http.subscriptions.server import Running

QUERY = "subscription { count(to: 1) }"


def subscribe(**rest: object) -> str:
    return json.dumps({"type": "subscribe", "id": "a", "payload": {"query": QUERY}, **rest})


FRAMES: dict[str, str | bytes] = {
    "nothing": "",
    "not JSON": "{",
    "null": "null",
    "a number": "1",
    "a text": '"ping"',
    "a list": "[]",
    "an empty object": "{}",
    "no such type": '{"type":"start"}',
    "a type that is a list": '{"type":["ping"]}',
    "a type that is null": '{"type":null}',
    "a number of 5000 digits": "9" * 5000,
    "deep lists": "[" * 5000 + "]" * 5000,
    "deep payload": '{"type":"ping","payload":' + '{"a":' * 3000 + "1" + "}" * 3000 + "}",
    "half a character": '{"type":"subscribe","id":"\\ud800","payload":{"query":"x"}}',
    "binary": b'{"type":"ping"}',
    "a payload that is a list": '{"type":"ping","payload":[]}',
    "an init whose payload is a text": '{"type":"connection_init","payload":"x"}',
    "no id": json.dumps({"type": "subscribe", "payload": {"query": QUERY}}),
    "an id that is a list": subscribe(id=["a"]),
    "an id that is a number": subscribe(id=1),
    "an empty id": subscribe(id=""),
    "a long id": subscribe(id="x" * 200),
    "no payload": '{"type":"subscribe","id":"a"}',
    "a payload that is null": subscribe(payload=None),
    "a query that is a number": subscribe(payload={"query": 1}),
    "a query that is empty": subscribe(payload={"query": " "}),
    "variables that are a list": subscribe(payload={"query": QUERY, "variables": []}),
    "an operation name that is a number": subscribe(payload={"query": QUERY, "operationName": 1}),
    "extensions that are a list": subscribe(payload={"query": QUERY, "extensions": []}),
    "complete without an id": '{"type":"complete"}',
}


@pytest.mark.parametrize("frame", FRAMES.values(), ids=FRAMES.keys())
async def test_it_closes_the_connection(server: Running, frame: str | bytes) -> None:
    async with signed_in(server) as client:
        await client.connection.send(frame)
        assert await client.closing_code() == 4400
    async with signed_in(server) as client:
        await client.connection.send(subscribe())
        assert await client.hear() == {"type": "next", "id": "a", "payload": {"data": {"count": 1}}}


async def test_a_message_that_is_too_large_is_not_read(server: Running) -> None:
    async with connected(server) as client:
        await client.connection.send('{"type":"ping","payload":{"a":"' + "x" * 70_000 + '"}}')
        assert await client.closing_code() == 1009


async def test_half_a_message_of_bytes_that_are_no_text_closes_it(server: Running) -> None:
    async with connected(server) as client:
        await client.connection.send(b"\xff\xfe", text=True)
        assert await client.closing_code() == 1007


async def test_completing_what_is_not_there_is_nothing(server: Running) -> None:
    async with signed_in(server) as client:
        await client.say(type="complete", id="nowhere")
        await client.say(type="ping")
        assert await client.hear() == {"type": "pong"}
