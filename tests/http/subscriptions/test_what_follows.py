"""What a client sends while it is being answered: one request after the other, or what is none at all."""

import asyncio
import json
import logging
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest
from structlog.testing import capture_logs

from tests.http.subscriptions.server import Running

PATIENCE = 10


def request(query: str, *, accept: str = "application/json", close: bool = False) -> bytes:
    body = json.dumps({"query": query}).encode()
    lines = [
        "POST /graphql HTTP/1.1",
        "Host: x",
        "Content-Type: application/json",
        f"Accept: {accept}",
        "Authorization: Bearer good-ann",
        f"Content-Length: {len(body)}",
        *(["Connection: close"] if close else []),
    ]
    return "\r\n".join([*lines, "", ""]).encode() + body


HELLO, LAST = request("{ hello }"), request("{ hello }", close=True)
FOLLOW = request("subscription { endless }", accept="text/event-stream")
NONSENSE = b"no request\r\n\r\n"


@asynccontextmanager
async def connection(server: Running) -> AsyncIterator[tuple[asyncio.StreamReader, asyncio.StreamWriter]]:
    reader, writer = await asyncio.open_connection("127.0.0.1", server.port)
    try:
        yield reader, writer
    finally:
        writer.transport.abort()


async def rest_of(reader: asyncio.StreamReader) -> bytes:
    """Until the server closes, in whatever way."""
    told = b""
    try:
        while piece := await asyncio.wait_for(reader.read(65536), PATIENCE):
            told += piece
    except ConnectionResetError:
        pass  # cut off
    return told


async def test_requests_that_do_not_wait_are_answered_in_their_order(server: Running) -> None:
    async with connection(server) as (reader, writer):
        writer.write(HELLO * 3 + LAST)
        told = await rest_of(reader)

    assert told.count(b"HTTP/1.1 200 OK") == told.count(b'{"data":{"hello":"Hello"}}') == 4


async def test_nonsense_behind_a_request_is_the_one_thing_that_is_answered(
    server: Running, caplog: pytest.LogCaptureFixture
) -> None:
    with capture_logs() as logs, caplog.at_level(logging.ERROR):
        async with connection(server) as (reader, writer):
            writer.write(HELLO + HELLO + NONSENSE)
            told = await rest_of(reader)

    assert told.count(b"HTTP/1.1") == told.count(b"HTTP/1.1 400 ") == 1
    assert [log for log in logs if log["log_level"] == "error"] == []
    assert caplog.records == []


async def test_nonsense_behind_a_stream_cuts_it_off_and_lands_not_in_it(
    server: Running, caplog: pytest.LogCaptureFixture
) -> None:
    with capture_logs() as logs, caplog.at_level(logging.ERROR):
        async with connection(server) as (reader, writer):
            writer.write(FOLLOW)
            told = await reader.readuntil(b'"first"')
            writer.write(NONSENSE)
            told += await rest_of(reader)

    assert told.startswith(b"HTTP/1.1 200 OK")
    assert b"400" not in told
    assert [log for log in logs if log["log_level"] == "error"] == []
    assert caplog.records == []
