"""Subscriptions over WebSocket, by the protocol graphql-transport-ws and no other."""

import asyncio
from contextlib import ExitStack, aclosing

import structlog
from starlette.datastructures import Headers
from starlette.types import Message, Receive, Scope, Send
from starlette.websockets import WebSocket, WebSocketDisconnect

from domain.profile import Viewer
from schema.errors import ErrorCode, Extensions, PresentedError
from web.authentication import SignIn
from web.refusals import request_id
from web.subscriptions.caller import Caller
from web.subscriptions.following import Following
from web.subscriptions.frames import SUBPROTOCOL, Closed, Complete, Init, Ping, Subscribe, read_frame, written
from web.subscriptions.streams import StreamLimits, Streams, seconds_left

_log = structlog.get_logger("coachbook.http")


class Sockets:
    """The WebSockets of the GraphQL endpoint."""

    def __init__(self, following: Following, streams: Streams, sign_in: SignIn) -> None:
        self._following = following
        self._streams = streams
        self._sign_in = sign_in

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        websocket = WebSocket(scope, receive, send)
        speaks = SUBPROTOCOL in scope["subprotocols"]
        await websocket.accept(SUBPROTOCOL if speaks else None)
        code, reason = 4406, f"Speak {SUBPROTOCOL}."
        try:
            if speaks:
                code, reason = await self._served(websocket)
            await websocket.close(code, reason)
        except (WebSocketDisconnect, OSError):
            """The client has gone, which is its right."""

    async def _served(self, websocket: WebSocket) -> tuple[int, str]:
        """How to close it. Raises WebSocketDisconnect and OSError where the client has gone."""
        try:
            with ExitStack() as held:
                caller = Caller(websocket.scope, self._sign_in, self._streams, held=held)
                await _Connection(websocket, self._following, caller, limits=self._streams.limits).run()
        except Closed as closed:
            return closed.code, closed.reason
        except (WebSocketDisconnect, OSError):
            raise
        except Exception as error:  # noqa: BLE001 - the edge: whatever failed, the client is told properly
            _log.error("socket.failed", exc_info=error)
        return 4500, "Something went wrong."


class _Connection:
    """One client: who it is, and what it follows."""

    def __init__(self, websocket: WebSocket, following: Following, caller: Caller, *, limits: StreamLimits) -> None:
        self._websocket = websocket
        self._following = following
        self._caller = caller
        self._limits = limits
        self._followed: dict[str, asyncio.Task[None]] = {}
        self._tasks: set[asyncio.Task[None]] = set()

    async def run(self) -> None:
        """Until something closes it, by Closed, or the client goes."""
        try:
            async with asyncio.timeout(self._limits.init_seconds) as deadline:
                while True:
                    await self._take(await self._websocket.receive(), deadline)
        except TimeoutError:
            if not deadline.expired():
                raise  # somebody else's, further in
            if self._caller.viewer is None:
                raise Closed(4408, "Nobody said who is there.") from None
            raise Closed(4401, "The token has expired.") from None
        finally:
            for task in self._tasks:
                task.cancel()
            await asyncio.gather(*self._tasks, return_exceptions=True)

    async def _take(self, message: Message, deadline: asyncio.Timeout) -> None:
        if message["type"] == "websocket.disconnect":
            raise WebSocketDisconnect(message.get("code", 1005))
        text = message.get("text")
        if text is None:
            raise Closed(4400, "A message is a text.")
        frame = read_frame(text)
        if not isinstance(frame, Init):  # which is counted once it is known for whom
            await self._caller.count()
        match frame:
            case Init() as first:
                await self._begin(first, deadline)
            case Ping() as ping:
                await self._send("pong", **({} if ping.payload is None else {"payload": ping.payload}))
            case Subscribe() as wish:
                await self._follow(wish)
            case Complete() as enough:
                task = self._followed.pop(enough.id, None)
                if task is not None:
                    task.cancel()

    async def _begin(self, first: Init, deadline: asyncio.Timeout) -> None:
        if self._caller.viewer is not None:
            raise Closed(4429, "connection_init comes once.")
        header = Headers(scope=self._websocket.scope).getlist("authorization")
        viewer = await self._caller.sign_in(header if first.authorization is None else [first.authorization])
        deadline.reschedule(asyncio.get_running_loop().time() + seconds_left(viewer))
        await self._send("connection_ack")

    async def _follow(self, wish: Subscribe) -> None:
        viewer = self._caller.viewer
        if viewer is None:
            raise Closed(4401, "Send connection_init first.")
        if wish.id in self._followed:
            raise Closed(4409, f"There is a subscription {wish.id} already.")
        if len(self._tasks) >= self._limits.subscriptions:
            refusal = _too_many(f"At most {self._limits.subscriptions} subscriptions on one connection.")
            await self._send("error", id=wish.id, payload=[refusal])
            return
        task = asyncio.create_task(self._pass_on(wish, viewer))
        self._followed[wish.id] = task
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def _pass_on(self, wish: Subscribe, viewer: Viewer) -> None:
        """Sends one result after the other; while the client takes its time, newer states replace older ones."""
        try:
            async with aclosing(self._following.payloads(wish.asked, viewer)) as payloads:
                async for payload in payloads:
                    if "data" not in payload:
                        await self._send("error", id=wish.id, payload=payload["errors"])
                        return
                    await self._send("next", id=wish.id, payload=payload)
            await self._send("complete", id=wish.id)
        except (WebSocketDisconnect, OSError):
            """The client has gone; the connection's own task notices as well."""
        except Exception as error:  # noqa: BLE001 - the edge: it ends this subscription, and not the others
            _log.error("subscription.failed", exc_info=error)
            await self._websocket.close(4500, "Something went wrong.")
        finally:
            if self._followed.get(wish.id) is asyncio.current_task():
                del self._followed[wish.id]

    async def _send(self, kind: str, **rest: object) -> None:
        await self._websocket.send_text(written(kind, **rest))


def _too_many(message: str) -> PresentedError:
    extensions = Extensions(code=ErrorCode.RATE_LIMITED.value, requestId=request_id())
    return PresentedError(message=message, extensions=extensions)
