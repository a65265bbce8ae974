"""Asks an ASGI application in this process, without a socket."""

from dataclasses import dataclass

from starlette.types import ASGIApp, Message, Scope


@dataclass(frozen=True)
class Client:
    """Somebody with a token, and the application that they ask."""

    app: ASGIApp
    token: str

    async def ask(self, path: str, body: bytes | None = None) -> bytes:
        """The body of the answer, which must be 200."""
        sent: list[Message] = []

        async def receive() -> Message:
            return {"type": "http.request", "body": body or b"", "more_body": False}

        async def send(message: Message) -> None:
            sent.append(message)

        await self.app(self._scope(path, body), receive, send)
        start, *rest = sent
        assert start["status"] == 200, rest
        return b"".join(message.get("body", b"") for message in rest)

    def _scope(self, path: str, body: bytes | None) -> Scope:
        headers = {"host": "127.0.0.1", "authorization": f"Bearer {self.token}", "accept": "application/json"}
        if body is not None:
            headers |= {"content-type": "application/json", "content-length": str(len(body))}
        return {
            "type": "http",
            "asgi": {"version": "3.0"},
            "http_version": "1.1",
            "method": "GET" if body is None else "POST",
            "scheme": "http",
            "path": path,
            "raw_path": path.encode(),
            "query_string": b"",
            "root_path": "",
            "headers": [(name.encode(), value.encode()) for name, value in headers.items()],
            "client": ("127.0.0.1", 1),
            "server": ("127.0.0.1", 80),
        }
