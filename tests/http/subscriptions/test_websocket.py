"""Subscriptions over graphql-transport-ws: who may, what comes, and how it ends."""

import asyncio
import contextlib
import hashlib
from typing import Any, cast

import pytest
from websockets.exceptions import ConnectionClosedError

from tests.http.subscriptions.client import PATIENCE, connected, signed_in
from tests.http.subscriptions.server import CANARY, Running, running
from web.subscriptions.protocol import BoundedProtocol
from web.subscriptions.streams import StreamLimits

COUNT = "subscription ($to: Int!) { count(to: $to) }"
ENDLESS = "subscription { endless }"


def next_of(id: str, **data: object) -> dict[str, object]:
    return {"type": "next", "id": id, "payload": {"data": data}}


async def test_each_result_comes_and_then_the_end(server: Running) -> None:
    async with signed_in(server) as client:
        await client.subscribe("a", COUNT, to=2)
        assert [await client.hear() for _ in range(3)] == [
            next_of("a", count=1),
            next_of("a", count=2),
            {"type": "complete", "id": "a"},
        ]


async def test_a_subscription_may_be_asked_for_by_its_hash(server: Running) -> None:
    hashed = {
        "extensions": {"persistedQuery": {"version": 1, "sha256Hash": hashlib.sha256(COUNT.encode()).hexdigest()}}
    }
    by_hash = {"variables": {"to": 1}, **hashed}
    async with signed_in(server) as client:
        await client.say(type="subscribe", id="a", payload=by_hash)
        refused = await client.hear()
        await client.say(type="subscribe", id="b", payload={"query": COUNT, **by_hash})
        assert await client.hear() == next_of("b", count=1)
        assert await client.hear() == {"type": "complete", "id": "b"}
        await client.say(type="subscribe", id="c", payload=by_hash)
        assert await client.hear() == next_of("c", count=1)

    (error,) = cast("list[dict[str, Any]]", refused["payload"])
    assert (refused["type"], error["message"]) == ("error", "PersistedQueryNotFound")
    assert error["extensions"]["code"] == "PERSISTED_QUERY_NOT_FOUND"


async def test_the_token_may_come_in_the_header(server: Running) -> None:
    async with connected(server, token="good-bob") as client:
        await client.say(type="connection_init")
        assert await client.hear() == {"type": "connection_ack"}
        await client.subscribe("a", "subscription { subject }")
        assert await client.hear() == next_of("a", subject="bob")


@pytest.mark.parametrize(
    ("authorization", "code"),
    [(None, 4401), ("Bearer bad", 4401), ("good-ann", 4401), ("", 4401), ("Bearer outage", 1013), (1, 4400)],
)
async def test_whoever_is_not_known_is_shown_out(server: Running, authorization: object, code: int) -> None:
    async with connected(server) as client:
        await client.say(type="connection_init", payload={"authorization": authorization})
        assert await client.closing_code() == code


async def test_nothing_is_followed_before_connection_init(server: Running) -> None:
    async with connected(server, token="good-ann") as client:
        await client.subscribe("a", COUNT, to=1)
        assert await client.closing_code() == 4401


async def test_connection_init_comes_once(server: Running) -> None:
    async with signed_in(server) as client:
        await client.say(type="connection_init", payload={"authorization": "Bearer good-bob"})
        assert await client.closing_code() == 4429


async def test_connection_init_must_come_in_time() -> None:
    async with running(StreamLimits(init_seconds=0.05)) as server, connected(server) as client:
        assert await client.closing_code() == 4408


async def test_a_connection_ends_with_its_token(server: Running) -> None:
    async with signed_in(server, "brief-ann") as client:
        await client.subscribe("a", ENDLESS)
        assert await client.hear() == next_of("a", endless="first")
        assert await client.closing_code() == 4401


@pytest.mark.parametrize("protocol", ["graphql-ws", None])
async def test_no_other_protocol_is_spoken(server: Running, protocol: str | None) -> None:
    async with connected(server, protocol=protocol) as client:
        assert await client.closing_code() == 4406


async def test_a_ping_is_answered_with_its_payload(server: Running) -> None:
    async with connected(server) as client:
        await client.say(type="ping")
        assert await client.hear() == {"type": "pong"}
        await client.say(type="pong")
        await client.say(type="ping", payload={"at": 1})
        assert await client.hear() == {"type": "pong", "payload": {"at": 1}}


async def test_an_id_is_taken_while_its_subscription_lasts_and_free_after_it(server: Running) -> None:
    async with signed_in(server) as client:
        await client.subscribe("a", ENDLESS)
        assert await client.hear() == next_of("a", endless="first")
        await client.say(type="complete", id="a")
        await client.subscribe("a", ENDLESS)
        assert await client.hear() == next_of("a", endless="first")
        await client.subscribe("a", ENDLESS)
        assert await client.closing_code() == 4409


async def test_one_connection_follows_so_much_and_no_more(server: Running) -> None:
    async with signed_in(server) as client:
        for number in range(10):
            await client.subscribe(str(number), ENDLESS)
            assert await client.hear() == next_of(str(number), endless="first")
        await client.subscribe("more", ENDLESS)
        refused = await client.hear()
        assert (refused["type"], refused["id"]) == ("error", "more")
        assert refused["payload"][0]["extensions"]["code"] == "RATE_LIMITED"  # type: ignore[index]
        await client.say(type="complete", id="0")
        await client.subscribe("more", COUNT, to=1)
        assert (await client.hear())["id"] == "more"


async def test_one_athlete_has_so_many_connections_and_no_more(server: Running) -> None:
    async with contextlib.AsyncExitStack() as opened:
        clients = [await opened.enter_async_context(signed_in(server)) for _ in range(5)]
        async with connected(server) as sixth:
            await sixth.say(type="connection_init", payload={"authorization": "Bearer good-ann"})
            assert await sixth.closing_code() == 4429
        async with signed_in(server, "good-bob") as somebody_else:
            await somebody_else.subscribe("a", COUNT, to=1)
            assert await somebody_else.hear() == next_of("a", count=1)
        await clients[0].connection.close()
        async with signed_in(server) as another:
            await another.subscribe("a", COUNT, to=1)
            assert await another.hear() == next_of("a", count=1)


@pytest.mark.parametrize(
    ("query", "code"),
    [
        ("subscription { missing }", "NOT_FOUND"),
        ("subscription { nothing }", "BAD_REQUEST"),
        ("subscription {", "BAD_REQUEST"),
        ("{ hello }", "BAD_REQUEST"),
        ("subscription { count(to: $to) }", "BAD_REQUEST"),
        (COUNT, "BAD_USER_INPUT"),
        (f"subscription {{ {' '.join(f'a{number}: count(to: 1)' for number in range(60))} }}", "TOO_COMPLEX"),
    ],
)
async def test_what_cannot_be_followed_is_an_error_of_its_own(server: Running, query: str, code: str) -> None:
    async with signed_in(server) as client:
        await client.subscribe("a", query)
        refused = await client.hear()
        assert (refused["type"], refused["id"]) == ("error", "a")
        assert [error["extensions"]["code"] for error in refused["payload"]] == [code]  # type: ignore[attr-defined]
        await client.subscribe("a", COUNT, to=1)
        assert await client.hear() == next_of("a", count=1)


async def test_what_breaks_underway_is_masked(server: Running) -> None:
    async with signed_in(server) as client:
        await client.subscribe("a", "subscription { broken }")
        assert await client.hear() == next_of("a", broken="first")
        masked = await client.hear()
        assert masked["type"] == "error"
        assert masked["payload"][0]["extensions"]["code"] == "INTERNAL"  # type: ignore[index]
        assert CANARY not in str(masked)


async def test_all_tasks_end_with_the_connection(server: Running) -> None:
    before = asyncio.all_tasks()
    async with signed_in(server) as client:
        for number in range(5):
            await client.subscribe(str(number), ENDLESS)
            await client.hear()
    async with asyncio.timeout(PATIENCE):
        while asyncio.all_tasks() - before:  # noqa: ASYNC110 - tasks tell nobody when they end
            await asyncio.sleep(0.01)


async def test_a_client_that_reads_nothing_is_cut_off_and_little_was_kept_for_it(
    server: Running, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(BoundedProtocol, "patience_seconds", 0.1)
    connections = server.server.server_state.connections
    async with signed_in(server, most_unread=1) as client:
        await client.subscribe("a", "subscription { large(bytes: 60000, times: 2000) }")
        async with asyncio.timeout(PATIENCE):
            while connections:  # noqa: ASYNC110 - they tell nobody when they end
                await asyncio.sleep(0.01)
        received = 0
        with contextlib.suppress(ConnectionClosedError):
            while await client.connection.recv():
                received += 1
    assert client.connection.close_code == 1006  # which is said for no close frame at all
    assert 0 < received < 1000  # what the kernel holds on both sides


async def test_a_server_that_stops_says_so() -> None:
    async with running() as server, signed_in(server) as client:
        await client.subscribe("a", ENDLESS)
        await client.hear()
        server.server.stop()
        assert await client.closing_code() == 1012
