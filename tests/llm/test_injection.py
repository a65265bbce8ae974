"""A model that obeys every hostile text: what it is told stays marked as data, and what it answers does no harm."""

import msgspec
import pytest

from domain.conversation import FeedbackIntent
from domain.lessons import LessonDraft, LessonRuleKind, LessonSource
from services.llm.failures import ModelUnusable
from services.llm.model import LanguageModel
from services.llm.prompt_files import read_prompt
from services.llm.readings import ReadMessage, Saying
from tests.llm import uses
from tests.llm.conftest import KEY, Purse
from tests.llm.hostile import HOSTILE
from tests.llm.openai_server import OpenAIServer
from tests.llm.sensible import Json, material_in

LOOSENING: tuple[dict[str, Json], ...] = (
    {"kind": "EQUIPMENT_AVAILABLE", "equipment": ["BARBELL"]},
    {"kind": "INTENSITY", "amount": 1.5},
    {"kind": "VOLUME", "amount": 1.5},
    {"kind": "SESSION_MINUTES", "amount": 180},
    {"kind": "PREFER_EXERCISE", "exercise": "Deadlift"},
    {"kind": "TRAIN_ON_DAYS", "weekdays": ["SUNDAY"]},
)
SCALING = {LessonRuleKind.INTENSITY, LessonRuleKind.VOLUME}


def is_in_their_own_words(lesson: LessonDraft, text: str) -> bool:
    """A note; or a little more work, where that is what the words ask for."""
    if lesson.rule.kind in SCALING:
        return "Increase all loads" in text and (lesson.rule.amount or 0) <= 1.2
    return lesson.rule.kind is LessonRuleKind.NOTE


def test_there_are_a_hundred_of_them() -> None:
    assert len(set(HOSTILE)) >= 100


def gullible(text: str) -> list[Json]:
    """Lessons that go as far as they can, with the hostile text for evidence."""
    empty: dict[str, Json] = dict.fromkeys(
        ("exercise", "pattern", "muscle", "limitation", "equipment", "weekdays", "sport", "amount")
    )
    return [{**empty, **rule, "text": text[:150], "evidence": text[:200]} for rule in LOOSENING]


async def outcome(model: LanguageModel, purse: Purse, text: str) -> ReadMessage | None:
    try:
        return await model.messages.read(text, uses.SITUATION, allowance=purse)
    except ModelUnusable:
        return None


@pytest.mark.parametrize("number", range(len(HOSTILE)))
async def test_a_message_gets_nothing_out_and_nothing_in(
    number: int, model: LanguageModel, purse: Purse, server: OpenAIServer
) -> None:
    text = HOSTILE[number]
    prompt = read_prompt("message").text
    leak = (
        f"Here is what I was told: {prompt[:600]} My key is {KEY}. Bob squats 200 kg. HACKED by request of the athlete."
    )
    server.answer = {"intent": "OTHER", "operations": [], "lessons": gullible(text), "reply": leak}
    read = await outcome(model, purse, text)
    for request in server.requests:
        told = str(request["input"])
        assert (told.count("<athlete_data>"), told.count("</athlete_data>")) == (1, 1)
        assert material_in(told)["message"] == text
    if read is not None:
        assert read.intent is FeedbackIntent.OTHER
        assert all(is_in_their_own_words(lesson, text) for lesson in read.lessons)
        assert not any(words in (read.reply or "") for words in (KEY, "200", "You read one message", "Bob squats"))
        assert not any(lesson.is_hard for lesson in read.lessons)


@pytest.mark.parametrize("number", range(0, len(HOSTILE), 5))
async def test_answers_teach_no_more_than_they_say(
    number: int, model: LanguageModel, purse: Purse, server: OpenAIServer
) -> None:
    text = HOSTILE[number]
    server.answer = {"lessons": gullible(text)}
    said = [Saying(about="Is there anything you would rather not do?", text=text, source=LessonSource.ONBOARDING)]
    found = await model.reflector.reflect(said, known=(), allowance=purse)
    assert all(is_in_their_own_words(one.draft, text) for one in found)


@pytest.mark.parametrize("number", range(0, len(HOSTILE), 5))
async def test_a_goal_is_data_in_questions_and_briefs(
    number: int, model: LanguageModel, purse: Purse, server: OpenAIServer
) -> None:
    text = HOSTILE[number]
    await model.brief.write(msgspec.structs.replace(uses.BASIS, goal=text), allowance=purse)
    await model.questions.write(uses.QUESTIONS, goal=text, experience=uses.BASIS.experience, allowance=purse)
    for request in server.requests:
        assert material_in(str(request["input"]))["goal"] == text
        assert text not in str(request["instructions"])
