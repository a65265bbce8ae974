"""nginx as deploy/ configures it: TLS in front, sockets and event streams through it, and dawdlers cut off."""

import asyncio
import json
from collections.abc import AsyncIterator

import httpx2
import pytest
from websockets.asyncio.client import connect
from websockets.typing import Subprotocol

from tests.http.proxy import NGINX, OPENSSL, Proxy, proxying
from tests.http.subscriptions.server import running

pytestmark = pytest.mark.skipif(
    NGINX is None or OPENSSL is None, reason="there is no nginx here: apt-get install nginx"
)
ANN = {"Authorization": "Bearer good-ann"}
FIRST = b'event: next\ndata: {"data":{"endless":"first"}}\n\n'
PATIENCE = 20


@pytest.fixture
async def proxy() -> AsyncIterator[Proxy]:
    """Before a server with subscriptions. It waits for a dawdler no longer than a second."""
    async with running() as server:
        with proxying(server.port, dawdling_seconds=1) as opened:
            yield opened


@pytest.fixture
async def client(proxy: Proxy) -> AsyncIterator[httpx2.AsyncClient]:
    async with httpx2.AsyncClient(base_url=f"https://{proxy.address}", verify=proxy.trust, timeout=PATIENCE) as opened:
        yield opened


async def test_queries_refusals_and_plain_http_find_their_way(proxy: Proxy, client: httpx2.AsyncClient) -> None:
    answer = await client.post("/graphql", json={"query": "{ hello }"}, headers={"X-Request-ID": "request-12345"})
    too_long = await client.post("/graphql", content=b" " * 30_000, headers={"Content-Type": "application/json"})
    plain = await client.get(f"http://localhost:{proxy.plain_port}/graphql?a=b")
    metrics = await client.get("/metrics")

    assert (answer.status_code, answer.headers["x-request-id"]) == (200, "request-12345")
    assert answer.headers["strict-transport-security"] == "max-age=31536000"
    assert "nginx/" not in answer.headers["server"]
    assert (too_long.status_code, too_long.json()["errors"][0]["extensions"]["code"]) == (413, "BAD_REQUEST")
    assert (metrics.status_code, metrics.headers["content-type"]) == (
        404,
        "text/html",
    )  # nginx's own: it was not passed on
    assert (plain.status_code, plain.headers["location"]) == (308, "https://localhost/graphql?a=b")


async def test_events_arrive_as_they_happen(client: httpx2.AsyncClient) -> None:
    wish = {"query": "subscription { endless }"}
    headers = {**ANN, "Accept": "text/event-stream"}

    async with client.stream("POST", "/graphql", json=wish, headers=headers) as told, asyncio.timeout(PATIENCE):
        assert await anext(told.aiter_raw()) == FIRST


async def test_a_websocket_is_passed_through(proxy: Proxy) -> None:
    async with (
        asyncio.timeout(PATIENCE),
        connect(
            f"wss://{proxy.address}/graphql", ssl=proxy.trust, subprotocols=[Subprotocol("graphql-transport-ws")]
        ) as socket,
    ):
        await socket.send(json.dumps({"type": "connection_init", "payload": {"authorization": ANN["Authorization"]}}))
        assert json.loads(await socket.recv()) == {"type": "connection_ack"}
        wish = {"query": "subscription { count(to: 1) }"}
        await socket.send(json.dumps({"type": "subscribe", "id": "1", "payload": wish}))
        assert json.loads(await socket.recv())["payload"] == {"data": {"count": 1}}


@pytest.mark.parametrize(
    "begun",
    [
        b"POST /graphql HTTP/1.1\r\nHost: localhost\r\n",
        b"POST /graphql HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: 99\r\n\r\n{",
    ],
    ids=["headers", "body"],
)
async def test_who_begins_a_request_and_does_not_end_it_is_cut_off(proxy: Proxy, begun: bytes) -> None:
    reader, writer = await asyncio.open_connection("localhost", proxy.port, ssl=proxy.trust)
    writer.write(begun)

    with pytest.raises(ConnectionResetError):
        await asyncio.wait_for(reader.read(), PATIENCE)
    writer.close()


async def test_the_log_tells_of_no_query_string(proxy: Proxy, client: httpx2.AsyncClient) -> None:
    await client.get("/api/calendar.ics?token=canary", headers={"X-Request-ID": "request-12345"})

    assert '"GET /api/calendar.ics" 404' in proxy.log()
    assert "request-12345" in proxy.log()
    assert "canary" not in proxy.log()
