"""Waits for the whole body before anything is done for a request: one that drips in holds its connection, and nothing else."""

from starlette.types import ASGIApp, Message, Receive, Scope, Send


class WholeBody:
    """Passes the body on in one piece. How large it may be, and how long it may take, is bounded before."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        body = bytearray()
        message = await receive()
        while message.get("more_body", False):
            body += message["body"]
            message = await receive()
        if body and message["type"] == "http.request":
            message = {**message, "body": bytes(body + message["body"])}
        arrived: list[Message] = [message]

        async def receive_arrived() -> Message:
            return arrived.pop() if arrived else await receive()

        await self._app(scope, receive_arrived, send)
