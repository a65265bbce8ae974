"""Texts as vectors, through the real client and a real socket."""

import math
from itertools import pairwise

import pytest

from domain.knowledge import DIMENSIONS
from services.llm.breaker import BreakerState
from services.llm.client import ModelClient
from services.llm.embeddings import MOST_TEXTS
from services.llm.failures import ModelFailureReason as Reason
from services.llm.failures import ModelUnusable
from services.llm.model import LanguageModel
from tests.llm import uses
from tests.llm.conftest import Observed, Purse
from tests.llm.faults import Fault
from tests.llm.openai_server import OpenAIServer


def likeness(one: tuple[float, ...], other: tuple[float, ...]) -> float:
    return sum(a * b for a, b in zip(one, other, strict=True))


async def test_each_text_has_a_vector_in_order_and_what_means_the_same_lies_close(client: ModelClient) -> None:
    same, again, other = await client.embedder.embed(["Dislikes burpees.", "Burpees dislikes", "Trains on Mondays."])
    assert {len(vector) for vector in (same, again, other)} == {DIMENSIONS}
    assert [math.hypot(*vector) for vector in (same, again, other)] == [pytest.approx(1)] * 3
    assert likeness(same, again) == pytest.approx(1)
    assert likeness(same, other) < 0.5


async def test_many_texts_go_in_as_few_calls_as_the_bound_allows(client: ModelClient, server: OpenAIServer) -> None:
    texts = [f"lesson number {number}" for number in range(MOST_TEXTS + 1)]
    vectors = await client.embedder.embed(texts)
    assert [len(request["input"]) for request in server.requests] == [MOST_TEXTS, 1]  # type: ignore[arg-type]
    assert all(one != other for one, other in pairwise(vectors))
    assert await client.embedder.embed([]) == []
    assert len(server.requests) == 2


@pytest.mark.parametrize(
    ("fault", "expected"),
    [
        (Fault.RATE_LIMITED, (Reason.RATE_LIMITED, 2)),
        (Fault.QUOTA, (Reason.QUOTA, 1)),
        (Fault.UNAVAILABLE, (Reason.SERVER_ERROR, 2)),
        (Fault.RESET, (Reason.CONNECTION, 2)),
        (Fault.CUT, (Reason.CONNECTION, 2)),
        (Fault.HTML, (Reason.MALFORMED, 2)),
        (Fault.BROKEN_JSON, (Reason.MALFORMED, 2)),
        (Fault.DEEP_JSON, (Reason.MALFORMED, 2)),
        (Fault.OTHER_JSON, (Reason.MALFORMED, 2)),
        (Fault.EMPTY, (Reason.MALFORMED, 2)),
    ],
)
async def test_a_fault_is_one_typed_failure(
    client: ModelClient, server: OpenAIServer, fault: Fault, expected: tuple[Reason, int]
) -> None:
    server.fault = fault
    with pytest.raises(ModelUnusable) as raised:
        await client.embedder.embed(["one", "two"])
    assert (raised.value.reason, len(server.requests)) == expected


async def test_a_second_call_that_goes_well_is_all_that_anybody_sees(client: ModelClient, server: OpenAIServer) -> None:
    expected = await client.embedder.embed(["one"])
    server.faults.append(Fault.SERVER_ERROR)
    assert await client.embedder.embed(["one"]) == expected


async def test_a_server_without_embeddings_does_not_close_the_way_to_the_model(
    model: LanguageModel, purse: Purse, server: OpenAIServer
) -> None:
    server.fault = Fault.NO_SUCH_MODEL
    for reason in (Reason.MISCONFIGURED, Reason.BREAKER_OPEN):
        with pytest.raises(ModelUnusable) as raised:
            await model.embeddings.embed(["one"])
        assert raised.value.reason is reason
    server.fault = None
    assert (await uses.brief(model, purse)).title == "A calm way to your goal"
    assert model.state.breaker is BreakerState.CLOSED


async def test_a_call_is_traced_and_counted(client: ModelClient, observed: Observed) -> None:
    await client.embedder.embed(["My knee hurts"])
    (span,) = observed.spans.get_finished_spans()
    attributes = dict(span.attributes or {})
    assert span.name == "embeddings text-embedding-3-small"
    assert attributes["gen_ai.operation.name"] == "embeddings"
    assert (attributes["gen_ai.usage.input_tokens"], attributes["gen_ai.embeddings.dimension.count"]) == (8, DIMENSIONS)
    assert "knee" not in span.to_json()
    assert observed.points("coachbook.model.cost") == {
        frozenset({("gen_ai.request.model", "text-embedding-3-small")}): 1
    }
