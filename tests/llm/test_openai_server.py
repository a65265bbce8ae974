"""The test server itself: what the real client can do with it beyond what Coachbook does."""

import asyncio
import json

import httpx2
import pytest

from tests.llm.conftest import http_client
from tests.llm.faults import Fault
from tests.llm.openai_server import OpenAIServer

ASKED = {"model": "gpt-4.1-mini", "input": '<athlete_data>\n{"weeks": 2}\n</athlete_data>'}


def events(body: str) -> list[dict[str, object]]:
    return [json.loads(line.removeprefix("data: ")) for line in body.splitlines() if line.startswith("data: ")]


async def post(server: OpenAIServer, path: str, body: object) -> httpx2.Response:
    async with http_client() as client:
        return await client.post(f"{server.address}{path}", json=body, timeout=5)


async def test_a_stream_gives_the_answer_in_pieces_and_ends_completed(server: OpenAIServer) -> None:
    whole = (await post(server, "/responses", ASKED)).json()
    found = events((await post(server, "/responses", ASKED | {"stream": True})).text)
    text = "".join(str(event["delta"]) for event in found if event["type"] == "response.output_text.delta")
    assert text == whole["output"][1]["content"][0]["text"]
    assert found[-1]["response"] == whole


async def test_a_cut_stream_ends_as_if_all_were_well_but_is_not_completed(server: OpenAIServer) -> None:
    server.fault = Fault.CUT
    response = await post(server, "/responses", ASKED | {"stream": True})
    kinds = {event["type"] for event in events(response.text)}
    assert (response.status_code, kinds) == (200, {"response.created", "response.output_text.delta"})


async def test_embeddings_are_the_same_for_the_same_text_and_of_the_size_asked_for(server: OpenAIServer) -> None:
    body = {"model": "text-embedding-3-small", "input": ["one", "two", "one"], "dimensions": 384}
    rows = (await post(server, "/embeddings", body)).json()["data"]
    vectors = [row["embedding"] for row in rows]
    assert [len(vector) for vector in vectors] == [384] * 3
    assert vectors[0] == vectors[2] != vectors[1]
    assert sum(number * number for number in vectors[0]) == pytest.approx(1)


async def test_errors_look_like_the_providers(server: OpenAIServer) -> None:
    server.fault = Fault.RATE_LIMITED_FOR_LONG
    response = await post(server, "/embeddings", {"model": "m", "input": "x"})
    assert (response.status_code, response.headers["retry-after"]) == (429, "7")
    assert response.json()["error"]["code"] == "rate_limit_exceeded"


async def test_many_at_once_are_answered_at_once(server: OpenAIServer) -> None:
    answers = await asyncio.gather(*(post(server, "/responses", ASKED) for _ in range(20)))
    assert {answer.status_code for answer in answers} == {200}
    assert len(server.requests) == 20
