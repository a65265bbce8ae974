"""Where exceptions end."""

import asyncio

import pytest
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from web.error_boundary import ErrorBoundary

SCOPE: Scope = {"type": "http", "method": "GET", "path": "/", "headers": []}


async def receive() -> Message:
    return {"type": "http.request", "body": b""}


async def sent_by(app: ASGIApp) -> list[Message]:
    sent: list[Message] = []

    async def send(message: Message) -> None:
        sent.append(message)

    await ErrorBoundary(app)(SCOPE, receive, send)
    return sent


async def test_an_exception_before_the_answer_becomes_a_masked_one() -> None:
    async def broken(_scope: Scope, _receive: Receive, _send: Send) -> None:
        raise RuntimeError("canary")

    start, body = await sent_by(broken)

    assert start["status"] == 500
    assert b'"INTERNAL"' in body["body"]
    assert b"canary" not in body["body"]


async def test_an_exception_in_the_middle_of_the_answer_cuts_the_connection() -> None:
    async def broken(_scope: Scope, _receive: Receive, send: Send) -> None:
        await send({"type": "http.response.start", "status": 200, "headers": []})
        raise RuntimeError("canary")

    with pytest.raises(ConnectionAbortedError) as cut:
        await sent_by(broken)
    assert "canary" not in str(cut.value)


async def test_a_cancellation_goes_through() -> None:
    async def cancelled(_scope: Scope, _receive: Receive, _send: Send) -> None:
        raise asyncio.CancelledError

    with pytest.raises(asyncio.CancelledError):
        await sent_by(cancelled)
