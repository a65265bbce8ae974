"""Spans and metrics, as an exporter gets them."""

import json

import pytest
from opentelemetry.trace import SpanKind, StatusCode

from services.llm.client import ModelClient
from services.llm.configuration import Deadlines, ModelConfiguration
from services.llm.failures import ModelUnusable
from services.llm.model import LanguageModel, language_model
from services.llm.names import Names
from tests.llm import uses
from tests.llm.conftest import KEY, Observed, Purse, http_client
from tests.llm.faults import Fault
from tests.llm.openai_server import OpenAIServer

SHARED = {
    "gen_ai.operation.name": "chat",
    "gen_ai.provider.name": "openai",
    "gen_ai.request.model": "gpt-4.1-mini",
    "server.address": "127.0.0.1",
}


async def test_a_call_is_a_span_by_the_conventions(model: LanguageModel, purse: Purse, observed: Observed) -> None:
    await uses.brief(model, purse)
    (span,) = observed.spans.get_finished_spans()
    assert (span.name, span.kind) == ("chat gpt-4.1-mini", SpanKind.CLIENT)
    attributes = dict(span.attributes or {})
    assert attributes.pop("server.port") > 0  # type: ignore[operator]
    assert attributes == {
        **SHARED,
        "gen_ai.output.type": "json",
        "gen_ai.prompt.name": "brief",
        "gen_ai.request.max_tokens": 4000,
        "gen_ai.request.temperature": 0.7,
        "gen_ai.response.finish_reasons": ("completed",),
        "gen_ai.response.id": "resp_1",
        "gen_ai.response.model": "gpt-4.1-mini-2026-01-01",
        "gen_ai.usage.input_tokens": 1200,
        "gen_ai.usage.output_tokens": 300,
        "coachbook.prompt.version": 1,
        "openai.api.type": "responses",
    }


async def test_each_call_of_a_retry_has_a_span_of_its_own(
    model: LanguageModel, purse: Purse, observed: Observed, server: OpenAIServer
) -> None:
    server.faults.append(Fault.RESET)
    await uses.brief(model, purse)
    first, second = observed.spans.get_finished_spans()
    assert (first.status.status_code, (first.attributes or {})["error.type"]) == (StatusCode.ERROR, "CONNECTION")
    assert (second.status.status_code, "error.type" in (second.attributes or {})) == (StatusCode.UNSET, False)


async def test_neither_words_nor_key_are_in_a_span(
    model: LanguageModel, purse: Purse, observed: Observed, server: OpenAIServer
) -> None:
    server.faults.append(Fault.SERVER_ERROR)
    await uses.message(model, purse)
    server.fault = Fault.UNAUTHORIZED
    with pytest.raises(ModelUnusable):
        await uses.message(model, purse)
    shown = "".join(span.to_json() for span in observed.spans.get_finished_spans())
    assert len(observed.spans.get_finished_spans()) == 3
    assert not any(words in shown for words in (KEY, "burpees", "athlete_data", "Traceback"))


async def test_words_are_in_the_span_where_that_was_asked_for_and_the_key_is_not(
    configuration: ModelConfiguration,
    observed: Observed,
    purse: Purse,
    names: Names,
) -> None:
    telemetry = observed.telemetry(captures_content=True)
    client = ModelClient(configuration, telemetry, http_client=http_client())
    model = language_model(client, names, deadlines=Deadlines())
    await uses.message(model, purse)
    await client.close()
    (span,) = observed.spans.get_finished_spans()
    attributes = span.attributes or {}
    (sent,) = json.loads(str(attributes["gen_ai.input.messages"]))
    (said,) = json.loads(str(attributes["gen_ai.output.messages"]))
    assert (sent["role"], said["role"]) == ("user", "assistant")
    assert "I hate burpees" in sent["parts"][0]["content"]
    assert "SWAP_EXERCISE" in said["parts"][0]["content"]
    assert KEY not in span.to_json()


async def test_tokens_time_and_cost_are_measured(model: LanguageModel, purse: Purse, observed: Observed) -> None:
    await uses.brief(model, purse)
    await uses.lessons(model, purse)
    tokens = {
        dict(key)["gen_ai.token.type"]: value for key, value in observed.points("gen_ai.client.token.usage").items()
    }
    assert tokens == {"input": 2400, "output": 600}
    assert observed.points("coachbook.model.cost") == {frozenset({("gen_ai.request.model", "gpt-4.1-mini")}): 1920}
    (duration,) = observed.points("gen_ai.client.operation.duration")
    assert set(SHARED.items()) <= duration


async def test_what_is_left_to_the_rules_is_counted_by_reason(
    model: LanguageModel, purse: Purse, observed: Observed, server: OpenAIServer
) -> None:
    server.fault = Fault.REFUSAL
    for use in (uses.brief, uses.brief, uses.message):
        with pytest.raises(ModelUnusable):
            await use(model, purse)
    counted = {
        (dict(key)["coachbook.model.use"], dict(key)["error.type"]): value
        for key, value in observed.points("coachbook.model.fallbacks").items()
    }
    assert counted == {("brief", "REFUSED"): 2, ("message", "REFUSED"): 1}


async def test_the_breaker_shows_itself(
    model: LanguageModel, purse: Purse, observed: Observed, server: OpenAIServer
) -> None:
    key = frozenset({("gen_ai.request.model", "gpt-4.1-mini")})
    assert observed.points("coachbook.model.breaker") == {key: 0}
    server.fault = Fault.QUOTA
    with pytest.raises(ModelUnusable):
        await uses.brief(model, purse)
    assert observed.points("coachbook.model.breaker") == {key: 2}
