"""What of a document is compiled, when, and how much is kept."""

import asyncio

import pytest

from schema.compiled import compiler, documents
from tests.unit.schema.compiled.small import SMALL, Context, compiled, fast


async def test_a_mutation_is_never_run_here() -> None:
    context = Context()
    assert await compiled("mutation { throw { id } }").data(None, {}, context) is None
    assert context.asked == []


async def test_each_operation_of_a_document_is_its_own() -> None:
    document = compiled("query A { leaves { text } } query B { leaves { whole } }")
    assert await document.data("A", {}, Context()) == {"leaves": {"text": "text"}}
    assert await document.data("B", {}, Context()) == {"leaves": {"whole": 7}}
    assert await document.data(None, {}, Context()) is None
    assert await document.data("C", {}, Context()) is None


async def test_an_operation_is_compiled_once(monkeypatch: pytest.MonkeyPatch) -> None:
    document = compiled("{ leaves { text } }")
    first = await document.data(None, {}, Context())
    monkeypatch.setattr(documents, "CompiledOperation", None)
    assert await document.data(None, {}, Context()) == first


async def test_what_cannot_be_compiled_is_not_tried_again(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(compiler, "MOST_FIELDS", 1)
    document = compiled("{ leaves { text whole } }")
    assert await document.data(None, {}, Context()) is None
    monkeypatch.undo()
    assert await document.data(None, {}, Context()) is None
    assert await fast("{ leaves { text whole } }") is not None


async def test_so_many_variants_of_a_document_are_kept_and_no_more() -> None:
    names = [f"v{number}" for number in range(4)]
    variables = ", ".join(f"${name}: Boolean!" for name in names)
    fields = " ".join(f"{name}: text @include(if: ${name})" for name in names)
    document = compiled(f"query ({variables}) {{ leaves {{ {fields} }} }}")
    answers = [
        await document.data(None, {name: bool(number >> place & 1) for place, name in enumerate(names)}, Context())
        for number in range(16)
    ]
    assert answers.index(None) == documents.MOST_VARIANTS
    assert set(map(bool, answers[documents.MOST_VARIANTS :])) == {False}


async def test_siblings_wait_at_the_same_time() -> None:
    both = Context(everybody=asyncio.Barrier(2))
    assert (
        await fast("{ rivers { mouth { name } } }", context=both)
        == b'{"rivers":[{"mouth":{"name":"sea"}},{"mouth":{"name":"sea"}}]}'
    )


async def test_a_shared_answer_is_waited_for_once() -> None:
    context = Context()
    assert (
        await fast("{ stones { owner } }", context=context)
        == b'{"stones":[{"owner":"owner of flint"},{"owner":"owner of slate"}]}'
    )
    assert context.asked == ["owner"]


async def test_who_is_cancelled_is_not_asked_again() -> None:
    nobody_else = Context(everybody=asyncio.Barrier(3))
    document = compiled("{ rivers { mouth { name } } }")
    asking = asyncio.create_task(SMALL.answer(document, operation_name=None, variables={}, context=nobody_else))
    await asyncio.sleep(0.01)
    asking.cancel()
    with pytest.raises(asyncio.CancelledError):
        await asking


async def test_a_document_weighs_more_once_it_is_compiled() -> None:
    document = compiled("{ leaves { text whole } }")
    assert document.weight == len(document.text)
    await document.data(None, {}, Context())
    assert document.weight == len(document.text) + 3 * documents.WEIGHT_OF_FIELD
