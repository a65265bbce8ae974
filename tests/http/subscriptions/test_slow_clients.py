"""Connections on which nothing comes to its end, and more of them than there is room for."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager

import httpx2
import pytest
from websockets.exceptions import InvalidStatus

from tests.http.subscriptions.client import PATIENCE, connected, signed_in
from tests.http.subscriptions.server import Running, running
from web.connection import LAST_ONES, ConnectionLimits
from web.subscriptions.streams import StreamLimits

SHORT = ConnectionLimits(headers_seconds=0.25, body_seconds=0.25, reading_seconds=0.25)
HELLO = b'{"query":"{ hello }"}'
HEAD = b"POST /graphql HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 21\r\n\r\n"


@asynccontextmanager
async def raw(server: Running) -> AsyncIterator[tuple[asyncio.StreamReader, asyncio.StreamWriter]]:
    reader, writer = await asyncio.open_connection("127.0.0.1", server.port)
    yield reader, writer
    writer.close()


async def dripped(server: Running, first: bytes, drip: bytes) -> bytes:
    """What comes back until the server closes the connection, on which something is sent all the time."""
    heard = b""
    async with asyncio.timeout(PATIENCE), raw(server) as (reader, writer):
        writer.write(first)
        try:
            while True:
                try:
                    async with asyncio.timeout(0.01):
                        part = await reader.read(65_536)
                except TimeoutError:
                    writer.write(drip)
                    continue
                if not part:
                    return heard
                heard += part
        except ConnectionError:
            return heard


@pytest.mark.parametrize(
    ("first", "drip"),
    [
        (b"", b""),
        (b"", b"\r\n"),
        (b"POST /graphql HTTP/1.1\r\nHost: x\r\nX-Slow: ", b"x"),
        (b"POST /graphql HTTP/1.1\r\n", b"X-Slow: x\r\n"),
        (HEAD, b""),
        (HEAD.replace(b"21", b"9999"), b"x"),
        (HEAD.replace(b"Content-Length: 21", b"Transfer-Encoding: chunked"), b"1\r\nx\r\n"),
    ],
)
async def test_what_never_comes_to_its_end_is_cut_off(first: bytes, drip: bytes) -> None:
    async with running(connections=SHORT) as server:
        assert await dripped(server, first, drip) == b""


@pytest.mark.parametrize(("first", "drip"), [(b"POST /gra", b"p"), (b"", b"\r\n")])
async def test_a_second_request_on_the_connection_must_come_to_its_end_too(first: bytes, drip: bytes) -> None:
    async with running(connections=SHORT) as server:
        heard = await dripped(server, HEAD + HELLO + first, drip)
    assert heard.startswith(b"HTTP/1.1 200 ")
    assert heard.count(b"HTTP/1.1") == 1


async def test_streams_and_sockets_outlast_all_that() -> None:
    headers = {"Accept": "text/event-stream", "Authorization": "Bearer good-bob"}
    limits = StreamLimits(quiet_seconds=0.05)
    async with running(limits, connections=SHORT) as server, httpx2.AsyncClient(timeout=PATIENCE) as http:
        asked = http.stream("POST", server.http, json={"query": "subscription { endless }"}, headers=headers)
        async with signed_in(server) as client, asked as stream:
            assert await dripped(server, b"", b"") == b""
            assert await dripped(server, HEAD, b"") == b""
            await client.say(type="ping")
            assert await client.hear() == {"type": "pong"}
            comments = 0
            async for part in stream.aiter_bytes():
                comments += part.count(b":\n\n")
                if comments > 5:
                    break


async def test_who_does_not_read_a_long_answer_is_cut_off() -> None:
    body = b'{"query":"subscription { large(bytes: 9000000) }"}'
    head = HEAD.replace(b"21", str(len(body)).encode())
    wanted = b"Accept: text/event-stream\r\nAuthorization: Bearer good-ann\r\n\r\n"
    async with running(connections=SHORT) as server, raw(server) as (_reader, writer):
        writer.write(head.removesuffix(b"\r\n") + wanted + body)
        await server.holds(1)
        await server.holds(0)


async def test_more_connections_than_there_is_room_for_are_told_so() -> None:
    async with running(connections=ConnectionLimits(connections=1)) as server, httpx2.AsyncClient() as second:
        async with httpx2.AsyncClient() as first:
            assert (await first.post(server.http, content=HELLO, headers=JSON)).status_code == 200
            refused = await second.post(server.http, content=HELLO, headers=JSON)
            with pytest.raises(InvalidStatus) as handshake:
                async with connected(server):
                    """There is no room."""
            assert (await first.post(server.http, content=HELLO, headers=JSON)).status_code == 200
        error = refused.json()["errors"][0]
        assert (refused.status_code, refused.headers["retry-after"], refused.headers["connection"]) == (
            503,
            "1",
            "close",
        )
        assert error["extensions"] == {
            "code": "UNAVAILABLE",
            "requestId": refused.headers["x-request-id"],
            "retryAfterSeconds": 1,
        }
        assert handshake.value.response.status_code == 503
        await server.holds(0)
        assert (await second.post(server.http, content=HELLO, headers=JSON)).status_code == 200


async def test_far_more_than_there_is_room_for_are_cut_off() -> None:
    async with running(connections=ConnectionLimits(connections=1)) as server, AsyncExitStack() as stack:
        for _ in range(1 + LAST_ONES):
            await stack.enter_async_context(raw(server))
        await server.holds(1 + LAST_ONES)
        assert await dripped(server, HEAD + HELLO, b"") == b""
        await server.holds(1 + LAST_ONES)


JSON = {"Content-Type": "application/json"}
