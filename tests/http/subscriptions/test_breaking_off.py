"""Clients that break the protocol, or go in the middle: they get a close frame, and the log no error."""

import asyncio
import logging

import pytest
from structlog.testing import capture_logs

from tests.http.malformed.frames import CLOSE, TEXT, frame, handshake
from tests.http.subscriptions.server import Running

INIT = b'{"type":"connection_init","payload":{"authorization":"Bearer good-ann"}}'
FOLLOW = b'{"type":"subscribe","id":"a","payload":{"query":"subscription { endless }"}}'
GOING = frame(CLOSE, (1001).to_bytes(2, "big"))
BREAKING_OFF = {
    "text that is not UTF-8": (frame(TEXT, b'{"type":"ping\xff"}'), 1007),
    "text that is not UTF-8, after the greeting": (frame(TEXT, INIT) + frame(TEXT, b"\xed\xa0\x80"), 1007),
    "text that is not UTF-8, in two frames": (frame(0x01, b'{"a":"\xc3') + frame(0x80, b'("}'), 1007),
    "text that is cut inside a letter": (frame(TEXT, b'{"type":"\xe2\x82'), 1007),
    "no mask": (frame(TEXT, INIT, is_masked=False), 1002),
    "a reserved bit": (frame(0xC1, INIT), 1002),
    "a kind of frame that there is not": (frame(0x83, INIT), 1002),
    "a greeting, and gone": (frame(TEXT, INIT) + GOING, 1001),
    "a subscription, and gone": (frame(TEXT, INIT) + frame(TEXT, FOLLOW) + GOING, 1001),
}


@pytest.mark.parametrize(("sent", "code"), BREAKING_OFF.values(), ids=BREAKING_OFF)
async def test_it_is_closed_and_nobody_is_woken(
    server: Running, caplog: pytest.LogCaptureFixture, sent: bytes, code: int
) -> None:
    with capture_logs() as logs, caplog.at_level(logging.WARNING):
        reader, writer = await asyncio.open_connection("127.0.0.1", server.port)
        writer.write(handshake())
        await reader.readuntil(b"\r\n\r\n")
        writer.write(sent)
        heard = await asyncio.wait_for(reader.read(), 10)
        writer.close()
        await writer.wait_closed()

    assert frame(CLOSE, code.to_bytes(2, "big"), is_masked=False)[2:] in heard
    assert [record.message for record in caplog.records] == []
    assert [log for log in logs if log["log_level"] != "info"] == []
