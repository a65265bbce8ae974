"""Subscriptions as server-sent events, in the answer to the POST that asked: `next` for each result, and `complete`."""

import asyncio
from contextlib import ExitStack, aclosing

import orjson
from starlette.types import Receive, Scope, Send

from domain.profile import Viewer
from schema.errors import ErrorCode, Extensions, PresentedError
from web.deadline import DEADLINE_KEY
from web.graphql_request import GraphQLRequest
from web.load_shedding import HELD_KEY
from web.refusals import Refused, request_id
from web.subscriptions.following import Following
from web.subscriptions.streams import Streams, TooManyStreams, seconds_left

HEADERS = [
    (b"content-type", b"text/event-stream; charset=utf-8"),
    (b"cache-control", b"no-store"),
    (b"x-content-type-options", b"nosniff"),
    (b"x-accel-buffering", b"no"),  # nginx would keep events back
]
RETRY_AFTER_SECONDS = 30
_COMMENT = b":\n\n"
_COMPLETE = b"event: complete\ndata: \n\n"


class EventStream:
    """The answer to one subscription. Lines end with LF."""

    def __init__(self, following: Following, streams: Streams, *, asked: GraphQLRequest, viewer: Viewer) -> None:
        self._following = following
        self._streams = streams
        self._asked = asked
        self._viewer = viewer

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        try:
            with self._streams.another(self._viewer):
                _settle(scope)
                await send({"type": "http.response.start", "status": 200, "headers": HEADERS})
                await self._stream(receive, send)
        except TooManyStreams:
            message = "You have too many connections."
            raise Refused(429, ErrorCode.RATE_LIMITED, message, retry_after_seconds=RETRY_AFTER_SECONDS) from None

    async def _stream(self, receive: Receive, send: Send) -> None:
        sending = asyncio.create_task(self._send_all(send))
        ends = [
            sending,
            asyncio.create_task(_until_gone(receive)),
            asyncio.create_task(self._streams.stopping.wait()),
            asyncio.create_task(asyncio.sleep(seconds_left(self._viewer))),
        ]
        try:
            while not (
                await asyncio.wait(
                    ends, timeout=self._streams.limits.quiet_seconds, return_when=asyncio.FIRST_COMPLETED
                )
            )[0]:
                await self._send(send, _COMMENT)
            is_gone, has_expired = ends[1].done(), ends[3].done() and not sending.done()
        finally:
            for task in ends:
                task.cancel()
            await asyncio.gather(*ends, return_exceptions=True)
        if is_gone or _is_too_slow(sending):
            return
        if sending.done() and not sending.cancelled():
            sending.result()
        await self._send(send, _expired() + _COMPLETE if has_expired else b"", is_last=True)

    async def _send(self, send: Send, body: bytes, *, is_last: bool = False) -> None:
        async with asyncio.timeout(self._streams.limits.send_seconds):
            await send({"type": "http.response.body", "body": body, "more_body": not is_last})

    async def _send_all(self, send: Send) -> None:
        """While the client takes its time, newer states replace older ones."""
        async with aclosing(self._following.payloads(self._asked, self._viewer)) as payloads:
            async for payload in payloads:
                await self._send(send, _event(payload))
        await self._send(send, _COMPLETE)


def _settle(scope: Scope) -> None:
    """A stream lasts until it ends by itself or its token does, and takes nobody's place meanwhile."""
    deadline, held = scope.get(DEADLINE_KEY), scope.get(HELD_KEY)
    if isinstance(deadline, asyncio.Timeout):
        deadline.reschedule(None)
    if isinstance(held, ExitStack):
        held.close()


def _event(payload: object) -> bytes:
    return b"event: next\ndata: " + orjson.dumps(payload) + b"\n\n"


def _expired() -> bytes:
    extensions = Extensions(code=ErrorCode.UNAUTHENTICATED.value, requestId=request_id())
    return _event({"errors": [PresentedError(message="The token has expired.", extensions=extensions)]})


def _is_too_slow(sending: "asyncio.Task[None]") -> bool:
    """Whether the client took nothing in for so long that it must be gone."""
    return sending.done() and not sending.cancelled() and isinstance(sending.exception(), TimeoutError)


async def _until_gone(receive: Receive) -> None:
    while (await receive())["type"] != "http.disconnect":
        """The rest of a body that was read already."""
