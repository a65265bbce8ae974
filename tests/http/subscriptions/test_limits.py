"""How often one may speak, and that what lasts long takes nobody's place."""

import asyncio

import httpx2

from tests.http.subscriptions.client import PATIENCE, connected, signed_in
from tests.http.subscriptions.server import running

ENDLESS = {"query": "subscription { endless }"}
HELLO = {"query": "{ hello }"}


async def test_messages_of_an_athlete_are_counted_with_their_requests() -> None:
    async with running(most_a_minute=4) as server, httpx2.AsyncClient(timeout=PATIENCE) as http:
        async with signed_in(server) as client:
            await client.subscribe("a", "subscription { endless }")
            assert (await client.hear())["type"] == "next"
            await client.say(type="ping")
            assert await client.hear() == {"type": "pong"}
            headers = {"Authorization": "Bearer good-ann"}
            assert (await http.post(server.http, json=HELLO, headers=headers)).status_code == 200
            await client.say(type="complete", id="nothing")
            assert await client.closing_code() == 4429
        async with connected(server, token="good-ann") as again:
            await again.say(type="connection_init")
            assert await again.closing_code() == 4429
        async with signed_in(server, "good-bob"):
            """Somebody else's count is their own."""


async def test_whoever_tries_tokens_on_a_socket_is_counted_by_address() -> None:
    codes = []
    async with running(most_a_minute=2) as server:
        for number in range(3):
            async with connected(server, token=f"bad-{number}") as client:
                await client.say(type="connection_init")
                codes.append(await client.closing_code())
        async with signed_in(server, "good-bob"):
            """They are let in, whatever others try from there."""
    assert codes == [4401, 4401, 4429]


async def test_an_open_stream_and_a_body_that_does_not_come_take_nobodys_place() -> None:
    headers = {"Accept": "text/event-stream, application/json", "Authorization": "Bearer good-ann"}
    async with running(most_under_way=1) as server, httpx2.AsyncClient(timeout=PATIENCE, headers=headers) as http:
        _reader, writer = await asyncio.open_connection("127.0.0.1", server.port)
        writer.write(
            b"POST /graphql HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 50\r\n\r\n{"
        )
        async with http.stream("POST", server.http, json=ENDLESS) as stream:
            assert (await anext(stream.aiter_bytes())).startswith(b"event: next")
            assert (await http.post(server.http, json=HELLO)).status_code == 200
        writer.close()


async def test_the_address_is_taken_from_a_proxy_only_where_that_is_trusted() -> None:
    async def asked_by_way_of(*addresses: str, trusted: tuple[str, ...]) -> list[int]:
        async with running(most_a_minute=1, trusted_proxies=trusted) as server, httpx2.AsyncClient() as http:
            asked = [await http.post(server.http, json=HELLO, headers={"X-Forwarded-For": one}) for one in addresses]
            return [answer.status_code for answer in asked]

    told = ("203.0.113.7", "203.0.113.8", "1.2.3.4, 203.0.113.8", "nonsense", "nonsense again")
    assert await asked_by_way_of(*told, trusted=("127.0.0.0/8",)) == [200, 200, 429, 200, 429]
    assert await asked_by_way_of(*told, trusted=("10.0.0.0/8",)) == [200, 429, 429, 429, 429]
    assert await asked_by_way_of(*told, trusted=()) == [200, 429, 429, 429, 429]
