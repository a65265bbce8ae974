"""Subscriptions as server-sent events: only where they are wanted first, line by line, until the end."""

import asyncio
import contextlib
import json
from collections.abc import AsyncIterator
from hashlib import sha256

import httpx2
import pytest

from tests.http.server import viewer_of
from tests.http.subscriptions.client import PATIENCE
from tests.http.subscriptions.server import Running, running
from web.subscriptions.streams import StreamLimits

EVENTS = {"Accept": "text/event-stream", "Authorization": "Bearer good-ann"}
URQLS = (
    "application/graphql-response+json, application/graphql+json, application/json, text/event-stream, multipart/mixed"
)
ENDLESS = {"query": "subscription { endless }"}
COMMENT = b":\n\n"
FIRST = b'event: next\ndata: {"data":{"endless":"first"}}\n\n'


@pytest.fixture
async def client() -> AsyncIterator[httpx2.AsyncClient]:
    async with httpx2.AsyncClient(timeout=PATIENCE, headers=EVENTS) as opened:
        yield opened


async def test_each_result_is_an_event_and_so_is_the_end(server: Running, client: httpx2.AsyncClient) -> None:
    answer = await client.post(server.http, json={"query": "subscription { count(to: 2) }"})
    assert answer.status_code == 200
    assert answer.headers["content-type"] == "text/event-stream; charset=utf-8"
    assert answer.headers["cache-control"] == "no-store"
    assert answer.content == (
        b'event: next\ndata: {"data":{"count":1}}\n\nevent: next\ndata: {"data":{"count":2}}\n\nevent: complete\ndata: \n\n'
    )


async def test_a_subscription_may_be_asked_for_by_its_hash(server: Running, client: httpx2.AsyncClient) -> None:
    document = "subscription { count(to: 1) }"
    by_hash = {"extensions": {"persistedQuery": {"version": 1, "sha256Hash": sha256(document.encode()).hexdigest()}}}
    unknown = await client.post(server.http, json=by_hash)
    first = await client.post(server.http, json={"query": document, **by_hash})
    again = await client.post(server.http, json=by_hash)

    assert (unknown.status_code, unknown.json()["errors"][0]["message"]) == (200, "PersistedQueryNotFound")
    assert first.content == again.content
    assert again.content.startswith(b'event: next\ndata: {"data":{"count":1}}')


async def test_who_names_events_last_gets_plain_answers(server: Running, client: httpx2.AsyncClient) -> None:
    answer = await client.post(server.http, json={"query": "{ hello }"}, headers={"Accept": URQLS})
    assert answer.headers["content-type"].startswith("application/graphql-response+json")
    assert answer.json() == {"data": {"hello": "Hello"}}


@pytest.mark.parametrize(
    "accept", ["text/event-stream", "text/event-stream, multipart/mixed", "application/json;q=0.5, text/event-stream"]
)
async def test_who_wants_events_first_gets_them(server: Running, client: httpx2.AsyncClient, accept: str) -> None:
    answer = await client.post(server.http, json={"query": "subscription { count(to: 1) }"}, headers={"Accept": accept})
    assert answer.headers["content-type"].startswith("text/event-stream")


async def test_a_query_is_no_stream(server: Running, client: httpx2.AsyncClient) -> None:
    refused = await client.post(server.http, json={"query": "{ hello }"})
    assert (refused.status_code, refused.json()["errors"][0]["extensions"]["code"]) == (406, "BAD_REQUEST")
    both = {"Accept": "text/event-stream, application/json"}
    assert (await client.post(server.http, json={"query": "{ hello }"}, headers=both)).json() == {
        "data": {"hello": "Hello"}
    }


async def test_a_document_that_is_refused_is_a_plain_400(server: Running, client: httpx2.AsyncClient) -> None:
    refused = await client.post(server.http, json={"query": "subscription { nothing }"})
    assert (refused.status_code, refused.json()["errors"][0]["extensions"]["code"]) == (400, "BAD_REQUEST")


@pytest.mark.parametrize("authorization", ["Bearer bad", None])
async def test_without_a_good_token_it_is_a_401(server: Running, authorization: str | None) -> None:
    headers = {"Accept": "text/event-stream"} | ({"Authorization": authorization} if authorization else {})
    async with httpx2.AsyncClient(timeout=PATIENCE) as client:
        refused = await client.post(server.http, json=ENDLESS, headers=headers)
    assert (refused.status_code, refused.json()["errors"][0]["extensions"]["code"]) == (401, "UNAUTHENTICATED")


async def test_an_error_is_an_event_too(server: Running, client: httpx2.AsyncClient) -> None:
    answer = await client.post(server.http, json={"query": "subscription { missing }"})
    assert answer.content.startswith(b'event: next\ndata: {"errors":[{"message":')
    assert b'"code":"NOT_FOUND"' in answer.content
    assert answer.content.endswith(b"event: complete\ndata: \n\n")


async def test_it_outlasts_the_deadline_of_requests_and_ends_with_its_token() -> None:
    async with running(request_seconds=0.5) as server, httpx2.AsyncClient(timeout=PATIENCE) as client:
        headers = EVENTS | {"Authorization": "Bearer brief-ann"}
        answer = await client.post(server.http, json=ENDLESS, headers=headers)
    assert answer.content.startswith(FIRST)
    assert b'"code":"UNAUTHENTICATED"' in answer.content
    assert answer.content.endswith(b"event: complete\ndata: \n\n")


async def test_silence_is_filled_with_comments(client: httpx2.AsyncClient) -> None:
    async with (
        running(StreamLimits(quiet_seconds=0.02)) as server,
        client.stream("POST", server.http, json=ENDLESS) as answer,
    ):
        said = b""
        async for chunk in answer.aiter_raw():
            said += chunk
            if said.count(COMMENT) > 2:
                break
    assert said.replace(COMMENT, b"") == FIRST


async def test_an_athlete_has_so_many_streams_and_no_more(server: Running, client: httpx2.AsyncClient) -> None:
    ann = await viewer_of("good-ann")
    with contextlib.ExitStack() as opened:
        for _ in range(5):
            opened.enter_context(server.streams.another(ann))
        refused = await client.post(server.http, json=ENDLESS)
    assert (refused.status_code, refused.headers["retry-after"]) == (429, "30")
    assert refused.json()["errors"][0]["extensions"]["code"] == "RATE_LIMITED"


async def test_who_reads_nothing_is_given_up_and_little_was_kept_for_it() -> None:
    body = json.dumps({"query": "subscription { large(bytes: 60000, times: 2000) }"})
    head = "".join(f"{name}: {value}\r\n" for name, value in EVENTS.items())
    asked = f"POST /graphql HTTP/1.1\r\nHost: a\r\n{head}Content-Type: application/json\r\nContent-Length: {len(body)}\r\n\r\n"
    async with running(StreamLimits(send_seconds=0.1)) as server:
        reader, writer = await asyncio.open_connection("127.0.0.1", server.port)
        writer.write((asked + body).encode())
        await reader.readuntil(b"event: next")
        async with asyncio.timeout(PATIENCE):
            while server.server.server_state.tasks:  # noqa: ASYNC110 - they tell nobody when they end
                await asyncio.sleep(0.01)
        received = await reader.read()
        writer.close()
    assert len(received) < 60_000_000  # what the kernel holds on both sides
    assert b"complete" not in received


async def test_a_stopping_server_ends_it_without_saying_that_it_is_complete(client: httpx2.AsyncClient) -> None:
    async with running() as server, client.stream("POST", server.http, json=ENDLESS) as answer:
        chunks = answer.aiter_raw()
        assert await anext(chunks) == FIRST
        server.server.stop()
        assert [chunk async for chunk in chunks] == []


async def test_all_tasks_end_when_the_client_goes(server: Running, client: httpx2.AsyncClient) -> None:
    await client.post(server.http, json={"query": "{ hello }"}, headers={"Accept": "application/json"})
    async with client.stream("POST", server.http, json=ENDLESS) as answer:
        await anext(answer.aiter_raw())
        during = len(asyncio.all_tasks())
    async with asyncio.timeout(PATIENCE):
        while len(asyncio.all_tasks()) > during - 4:  # noqa: ASYNC110 - tasks tell nobody when they end
            await asyncio.sleep(0.01)
