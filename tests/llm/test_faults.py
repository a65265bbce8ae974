"""Each fault in each use: the typed failure with as many calls as it is worth, or a result that is valid all the same."""

import asyncio

import pytest

from domain.brief import Brief
from domain.conversation import FeedbackIntent
from domain.exercise import Catalogue
from domain.lessons import LessonRuleKind
from services.llm.failures import ModelFailureReason as Reason
from services.llm.failures import ModelUnusable
from services.llm.model import LanguageModel
from services.llm.readings import ReadMessage
from tests.llm import uses
from tests.llm.conftest import HASTY_SECONDS, KEY, Observed, Purse, Time
from tests.llm.faults import GERMAN_TEXT, HOSTILE_TEXT, Fault
from tests.llm.openai_server import OpenAIServer

FAILURES: dict[Fault, tuple[Reason, int]] = {
    Fault.RATE_LIMITED: (Reason.RATE_LIMITED, 2),
    Fault.RATE_LIMITED_BRIEFLY: (Reason.RATE_LIMITED, 2),
    Fault.RATE_LIMITED_FOR_LONG: (Reason.RATE_LIMITED, 1),
    Fault.QUOTA: (Reason.QUOTA, 1),
    Fault.SERVER_ERROR: (Reason.SERVER_ERROR, 2),
    Fault.UNAVAILABLE: (Reason.SERVER_ERROR, 2),
    Fault.UNAUTHORIZED: (Reason.MISCONFIGURED, 1),
    Fault.NO_SUCH_MODEL: (Reason.MISCONFIGURED, 1),
    Fault.BAD_REQUEST: (Reason.REJECTED, 1),
    Fault.RESET: (Reason.CONNECTION, 2),
    Fault.CUT: (Reason.CONNECTION, 2),
    Fault.HTML: (Reason.MALFORMED, 2),
    Fault.BROKEN_JSON: (Reason.MALFORMED, 2),
    Fault.NOT_UTF8: (Reason.MALFORMED, 2),
    Fault.DEEP_JSON: (Reason.MALFORMED, 2),
    Fault.OTHER_JSON: (Reason.MALFORMED, 2),
    Fault.FAILED: (Reason.SERVER_ERROR, 2),
    Fault.BROKEN_ANSWER: (Reason.MALFORMED, 2),
    Fault.SCHEMA_BROKEN: (Reason.MALFORMED, 2),
    Fault.SCHEMA_FAR_OFF: (Reason.MALFORMED, 2),
    Fault.EMPTY: (Reason.MALFORMED, 2),
    Fault.EMPTY_TEXT: (Reason.MALFORMED, 2),
    Fault.REFUSAL: (Reason.REFUSED, 1),
    Fault.CONTENT_FILTER: (Reason.FILTERED, 1),
    Fault.LENGTH: (Reason.INCOMPLETE, 1),
    Fault.HUGE: (Reason.MALFORMED, 2),
}
CONTENT = (Fault.HOSTILE, Fault.WRONG_LANGUAGE, Fault.UNKNOWN_EXERCISES)
every_use = pytest.mark.parametrize("use", uses.USES.values(), ids=uses.USES.keys())


@every_use
@pytest.mark.parametrize(("fault", "expected"), FAILURES.items(), ids=[fault.value for fault in FAILURES])
async def test_a_fault_is_one_typed_failure_after_as_many_calls_as_it_is_worth(
    use: uses.Use, fault: Fault, expected: tuple[Reason, int], model: LanguageModel, purse: Purse, server: OpenAIServer
) -> None:
    server.fault = fault
    with pytest.raises(ModelUnusable) as raised:
        await use(model, purse)
    assert (raised.value.reason, len(server.requests)) == expected
    assert purse.calls == 100 - expected[1]


@every_use
@pytest.mark.parametrize("fault", [Fault.HANG, Fault.SLOW_DRIP])
async def test_a_model_that_does_not_come_to_an_end_is_left_at_the_deadline(
    use: uses.Use, fault: Fault, hasty_model: LanguageModel, purse: Purse, server: OpenAIServer
) -> None:
    server.fault = fault
    with pytest.raises(ModelUnusable) as raised:
        # The drip alone would take half a minute. How little is added to the deadline is measured, not tested: machines are busy.
        async with asyncio.timeout(HASTY_SECONDS * 8):
            await use(hasty_model, purse)
    assert (raised.value.reason, len(server.requests)) == (Reason.TIMEOUT, 1)


@every_use
async def test_a_second_call_that_goes_well_is_all_that_anybody_sees(
    use: uses.Use, model: LanguageModel, purse: Purse, server: OpenAIServer, time: Time
) -> None:
    expected = await use(model, purse)
    server.forget()
    server.faults.append(Fault.SERVER_ERROR)
    assert await use(model, purse) == expected
    assert len(server.requests) == 2
    assert time.pauses == [pytest.approx(0.35)]


@every_use
async def test_a_field_too_many_does_no_harm(
    use: uses.Use, model: LanguageModel, purse: Purse, server: OpenAIServer
) -> None:
    expected = await use(model, purse)
    server.fault = Fault.SCHEMA_SLIGHTLY_BROKEN
    assert await use(model, purse) == expected


@every_use
@pytest.mark.parametrize("fault", [Fault.NO_TEMPERATURE, Fault.NO_SCHEMA])
async def test_what_a_model_does_not_take_is_left_out_from_then_on(
    use: uses.Use, fault: Fault, model: LanguageModel, purse: Purse, server: OpenAIServer
) -> None:
    expected = await use(model, purse)
    server.forget()
    server.fault = fault
    assert await use(model, purse) == expected
    assert await use(model, purse) == expected
    field = "temperature" if fault is Fault.NO_TEMPERATURE else "text"
    assert [field in request for request in server.requests] == [True, False, False]


@every_use
@pytest.mark.parametrize("fault", CONTENT)
async def test_nothing_that_is_wrong_in_an_answer_gets_through(
    use: uses.Use, fault: Fault, model: LanguageModel, purse: Purse, server: OpenAIServer, catalogue: Catalogue
) -> None:
    server.fault = fault
    outcome = await _outcome(use, model, purse)
    forbidden = (*HOSTILE_TEXT.split(". "), GERMAN_TEXT, "Zorbian", "sk-")
    assert outcome is Reason.USELESS or not any(words in repr(outcome) for words in forbidden)
    assert len(server.requests) == 1


async def _outcome(use: uses.Use, model: LanguageModel, purse: Purse) -> uses.Result | Reason:
    try:
        return await use(model, purse)
    except ModelUnusable as failure:
        return failure.reason


async def test_an_unknown_exercise_costs_a_brief_no_more_than_that_name(
    model: LanguageModel, purse: Purse, server: OpenAIServer, observed: Observed
) -> None:
    expected = await uses.brief(model, purse)
    server.fault = Fault.UNKNOWN_EXERCISES
    brief = await uses.brief(model, purse)
    assert isinstance(brief, Brief)
    assert brief.favoured_exercises == ()
    assert (brief.title, brief.summary, brief.themes) == (expected.title, expected.summary, expected.themes)
    part = frozenset({"coachbook.model.use": "brief", "coachbook.model.part": "exercise"}.items())
    assert observed.points("coachbook.model.dropped")[part] == 3


async def test_an_operation_with_an_unknown_exercise_spoils_them_all(
    model: LanguageModel, purse: Purse, server: OpenAIServer
) -> None:
    server.fault = Fault.UNKNOWN_EXERCISES
    with pytest.raises(ModelUnusable) as raised:
        await uses.message(model, purse)
    assert raised.value.reason is Reason.USELESS


async def test_a_lesson_on_an_unknown_exercise_is_a_note_in_the_words_of_the_athlete(
    model: LanguageModel, purse: Purse, server: OpenAIServer
) -> None:
    server.fault = Fault.UNKNOWN_EXERCISES
    first = (await uses.lessons(model, purse))[0]
    assert (first.rule.kind, first.text) == (LessonRuleKind.NOTE, "I dislike burpees")


async def test_a_hostile_answer_to_a_question_is_none(model: LanguageModel, purse: Purse, server: OpenAIServer) -> None:
    server.answer = {"intent": "OTHER", "operations": [], "lessons": [], "reply": HOSTILE_TEXT}
    read = await model.messages.read("Hello coach", uses.SITUATION, allowance=purse)
    assert read == ReadMessage(intent=FeedbackIntent.OTHER)


async def test_a_failure_names_neither_key_nor_prompt(model: LanguageModel, purse: Purse, server: OpenAIServer) -> None:
    server.fault = Fault.UNAUTHORIZED
    with pytest.raises(ModelUnusable) as raised:
        await uses.brief(model, purse)
    assert str(raised.value) == "MISCONFIGURED"
    assert raised.value.__suppress_context__
    assert KEY not in repr(vars(raised.value))
