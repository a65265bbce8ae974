"""A client of graphql-transport-ws that shows each message as it is."""

import asyncio
import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from websockets.asyncio.client import ClientConnection, connect
from websockets.exceptions import ConnectionClosed
from websockets.typing import Subprotocol

from tests.http.subscriptions.server import Running

PATIENCE = 60
Message = dict[str, object]


class Client:
    """One connection."""

    def __init__(self, connection: ClientConnection) -> None:
        self.connection = connection

    async def say(self, **message: object) -> None:
        await self.connection.send(json.dumps(message))

    async def hear(self) -> Message:
        async with asyncio.timeout(PATIENCE):
            heard: Message = json.loads(await self.connection.recv())
        return heard

    async def subscribe(self, id: str, query: str, **variables: object) -> None:
        await self.say(type="subscribe", id=id, payload={"query": query, "variables": variables})

    async def closing_code(self) -> int:
        """Of the close frame; what is said before is passed over."""
        try:
            async with asyncio.timeout(PATIENCE):
                while True:
                    await self.connection.recv()
        except ConnectionClosed as closed:
            if closed.rcvd is None:
                raise AssertionError("closed without a close frame") from closed
            return closed.rcvd.code


@asynccontextmanager
async def connected(
    server: Running,
    *,
    protocol: str | None = "graphql-transport-ws",
    token: str | None = None,
    most_unread: int | None = None,
) -> AsyncIterator[Client]:
    """A connection on which nothing was said; `token` goes into the header of the handshake. With `most_unread` messages it
    takes in no more."""
    headers = {"Authorization": f"Bearer {token}"} if token else {}
    protocols = [Subprotocol(protocol)] if protocol else None
    async with connect(
        server.websocket, subprotocols=protocols, additional_headers=headers, max_queue=most_unread
    ) as opened:
        yield Client(opened)


@asynccontextmanager
async def signed_in(
    server: Running, token: str = "good-ann", *, most_unread: int | None = None
) -> AsyncIterator[Client]:
    async with connected(server, most_unread=most_unread) as client:
        await client.say(type="connection_init", payload={"authorization": f"Bearer {token}"})
        assert await client.hear() == {"type": "connection_ack"}
        yield client
