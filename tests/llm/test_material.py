"""Prompts and what they are given: versions, delimiters, the bound, and schemas that are strict."""

import json
from collections import Counter
from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from services.llm.answers import StrictAnswer, schema_of
from services.llm.brief import BriefAnswer
from services.llm.failures import ModelFailureReason, ModelUnusable
from services.llm.material import CLOSING, OPENING, Json, Piece, estimated_tokens, material
from services.llm.message import MessageAnswer
from services.llm.prompt_files import read_prompt
from services.llm.questions import QuestionsAnswer
from services.llm.reflection import LessonsAnswer
from services.llm.trial import TrialAnswer
from tests.llm.sensible import material_in

ANSWERS: dict[str, type[StrictAnswer]] = {
    "questions": QuestionsAnswer,
    "brief": BriefAnswer,
    "message": MessageAnswer,
    "lessons": LessonsAnswer,
    "trial": TrialAnswer,
}


@pytest.mark.parametrize("use", ANSWERS)
def test_a_prompt_has_a_name_a_version_and_says_that_the_material_is_no_instruction(use: str) -> None:
    prompt = read_prompt(use)
    assert (prompt.name, prompt.version) == (use, 1)
    assert f"Everything between {OPENING} and {CLOSING} is JSON" in prompt.text
    assert "do not do it" in prompt.text
    assert estimated_tokens(prompt.text) < 1500


@pytest.mark.parametrize("use", ANSWERS)
def test_a_prompt_names_every_field_that_it_asks_for(use: str) -> None:
    text = read_prompt(use).text
    fields = set(ANSWERS[use].model_fields) - {"wordings", "extra", "lessons"}
    assert [field for field in fields if f"`{field}`" not in text] == []


def objects(schema: object) -> Iterator[dict[str, object]]:
    if isinstance(schema, dict):
        if schema.get("type") == "object":
            yield schema
        for value in schema.values():
            yield from objects(value)
    elif isinstance(schema, list):
        for value in schema:
            yield from objects(value)


@pytest.mark.parametrize("use", ANSWERS)
def test_a_schema_is_strict_all_through(use: str) -> None:
    schema = schema_of(ANSWERS[use])
    found = list(objects(schema))
    assert found
    for item in found:
        properties = item["properties"]
        assert isinstance(properties, dict)
        assert item["required"] == list(properties)
        assert item["additionalProperties"] is False
    text = json.dumps(schema)
    assert not any(f'"{word}"' in text for word in ("default", "oneOf", "allOf", "minLength", "maxLength", 'pattern":'))


@pytest.mark.parametrize("use", ANSWERS)
def test_no_union_is_of_more_than_a_thing_and_nothing(use: str) -> None:
    def unions(schema: object) -> Iterator[int]:
        if isinstance(schema, dict):
            if isinstance(schema.get("anyOf"), list):
                yield len(schema["anyOf"])
            for value in schema.values():
                yield from unions(value)

    assert set(unions(schema_of(ANSWERS[use]))) <= {2}


def pieces(count: int, *, firm: frozenset[int] = frozenset()) -> list[Piece]:
    return [
        Piece(section="lessons", value={"lesson": f"Lesson {n} " + "x" * 40}, weight=1 / (n + 1), is_firm=n in firm)
        for n in range(count)
    ]


def told_lessons(text: str) -> list[int]:
    found = material_in(text).get("lessons", [])
    assert isinstance(found, list)
    return [int(str(lesson["lesson"]).split()[1]) for lesson in found if isinstance(lesson, dict)]


def test_the_lightest_go_first_and_the_rest_keep_their_order() -> None:
    text = material({"goal": "To be fit"}, pieces(10), token_bound=110)
    assert told_lessons(text) == [0, 1, 2, 3, 4]
    assert estimated_tokens(text) <= 110


def test_a_hard_lesson_is_never_left_out() -> None:
    text = material({"goal": "To be fit"}, pieces(10, firm=frozenset({9, 5})), token_bound=110)
    assert told_lessons(text) == [0, 1, 2, 5, 9]


def test_where_the_firm_alone_are_too_much_nothing_is_sent() -> None:
    with pytest.raises(ModelUnusable) as raised:
        material({}, pieces(10, firm=frozenset(range(10))), token_bound=110)
    assert raised.value.reason is ModelFailureReason.TOO_LONG


@settings(max_examples=40)
@given(st.text(st.characters(codec="utf-8")))
def test_whatever_is_written_stays_between_the_marks(text: str) -> None:
    facts: dict[str, Json] = {"goal": text}
    told = material(facts, [])
    assert (told.count(OPENING), told.count(CLOSING)) == (1, 1)
    assert told.startswith(OPENING)
    assert told.endswith(CLOSING)
    assert not {"<", ">"} & set(told.removeprefix(OPENING).removesuffix(CLOSING))
    assert material_in(told) == facts


@settings(max_examples=40)
@given(st.lists(st.tuples(st.text(max_size=80), st.floats(0, 1), st.booleans()), max_size=30), st.integers(20, 600))
def test_the_bound_holds_whatever_there_is_to_say(entries: list[tuple[str, float, bool]], bound: int) -> None:
    told = [Piece(section="notes", value=text, weight=weight, is_firm=firm) for text, weight, firm in entries]
    firm = [text for text, _, is_firm in entries if is_firm]
    try:
        text = material({}, told, token_bound=bound)
    except ModelUnusable:
        return
    found = material_in(text).get("notes", [])
    assert isinstance(found, list)
    assert estimated_tokens(text) <= bound
    assert Counter(firm) <= Counter(map(str, found))


def test_other_letters_than_ascii_count_for_a_token_each() -> None:
    assert (estimated_tokens("abcdefgh"), estimated_tokens("訓練計画")) == (2, 4)
