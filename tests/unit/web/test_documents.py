"""Which documents are executed: those that ask for too much are refused with TOO_COMPLEX, and cheaply."""

import contextlib
import sys
from collections.abc import Iterator
from types import FrameType

import pytest
from graphql import build_schema, get_introspection_query

from web.documents import MOST_KEPT_CHARACTERS, DocumentRefused, Documents
from web.limits import MOST_ALIASES, MOST_CHARACTERS, MOST_ROOT_FIELDS, MOST_TOKENS

MOST_CALLS = 600_000
"""Of functions, of ours and of the libraries': well under 100 ms of work, and unlike those the same on every machine."""

SCHEMA = build_schema("""
type Query {
  hello(name: String): String
  item: Item
  items(first: Int = 20, after: String): ItemConnection!
  nodes(ids: [ID!]!): [Item]!
}
type Item { id: ID!, sibling: Item, children: [Item!]!, items(first: Int = 20): ItemConnection! }
type ItemConnection { edges: [ItemEdge!]! }
type ItemEdge { cursor: String!, node: Item! }
""")


class Calls:
    """How many functions were called."""

    number = 0

    def count(self, _frame: FrameType, event: str, _argument: object) -> None:
        self.number += event in ("call", "c_call")


@contextlib.contextmanager
def counted_calls() -> Iterator[Calls]:
    calls = Calls()
    before = sys.getprofile()
    sys.setprofile(calls.count)
    try:
        yield calls
    finally:
        sys.setprofile(before)


@pytest.fixture
def documents() -> Documents:
    return Documents(SCHEMA)


def chain(length: int, type_name: str, selected: str, last: str) -> str:
    """Fragments, each of which selects this and spreads the next one twice."""
    links = (f"fragment F{i} on {type_name} {{ {selected} ...F{i + 1} ...F{i + 1} }}" for i in range(length))
    return " ".join(links) + f" fragment F{length} on {type_name} {{ {last} }}"


def levels(count: int) -> str:
    """A query of so many levels of fields."""
    return "{ item { " + "sibling { " * (count - 2) + "id " + "} " * count


def straight_chain(length: int, type_name: str, selected: str, last: str) -> str:
    """Fragments, each of which selects this and spreads the next one."""
    links = (f"fragment F{i} on {type_name} {{ {selected} ...F{i + 1} }}" for i in range(length))
    return " ".join(links) + f" fragment F{length} on {type_name} {{ {last} }}"


def aliases(count: int, name: str = "id") -> str:
    return " ".join(f"a{number}: {name}" for number in range(count))


PAGES = "{ items(first: %s) { edges { node { items(first: %s) { edges { node { id } } } } } } }"

REFUSED: dict[str, str] = {
    "a fragment bomb": "{ ...F0 } " + chain(25, "Query", "", "item { id }"),
    "a bomb with fields at each step": "{ item { ...F0 } } " + chain(25, "Item", "id sibling { id }", "id"),
    "a bomb of aliases": "{ item { ...F0 } } " + chain(7, "Item", "", "x: id"),
    "500 aliases": "{ " + aliases(500, "hello") + " }",
    "one alias too many, deep inside": "{ item { " + aliases(MOST_ALIASES + 1) + " } }",
    "one field too many at the top": "{ " + "hello " * (MOST_ROOT_FIELDS + 1) + "}",
    "fields at the top by a fragment": "{ " + "...F " * 11 + "} fragment F on Query { hello item { id } }",
    "17 levels": levels(17),
    "17 levels by a fragment": "{ item { " + "sibling { " * 8 + "...F" + " }" * 10
    + " fragment F on Item { " + "sibling { " * 7 + "id" + " }" * 8,
    "nested fields under one name": "{ item { " + ("sibling { " + "sibling { id } " * 12 + "} ") * 12 + "} }",
    "one field 1000 times": "{ item { " + "id " * 1001 + "} }",
    "too many tokens": "{ item { " + "id " * MOST_TOKENS + "} }",
    "too many characters": "{ hello } #" + "x" * MOST_CHARACTERS,
    "too many definitions": " ".join(f"query Q{number} {{ hello }}" for number in range(101)),
    "spreads that nest": "{ ...F0 } " + straight_chain(80, "Query", "", "hello"),
    "a long chain of fragments": "{ item { ...F0 } } " + straight_chain(30, "Item", "id", "id"),
    "a long chain of empty fragments": "{ item { ...F0 } } " + straight_chain(40, "Item", "", "id"),
    "pages in pages": PAGES % (100, 100),
    "pages in pages, in a fragment": "{ items(first: 100) { edges { node { ...F } } } } "
    "fragment F on Item { items(first: 100) { edges { node { id } } } }",
    "pages of a size that is no page's": PAGES % (10**30, 10**30),
    "lists in lists": "{ item { " + "children { " * 11 + "id " + "} " * 13,
    "an operation that is not asked for": "query A { hello } query B { " + aliases(51, "hello") + " }",
}  # fmt: skip


@pytest.mark.parametrize("name", REFUSED)
def test_a_document_that_asks_for_too_much_is_refused_cheaply(documents: Documents, name: str) -> None:
    with counted_calls() as calls, pytest.raises(DocumentRefused) as refused:
        documents.checked(REFUSED[name], {})

    assert refused.value.is_too_complex
    assert [error.extensions for error in refused.value.errors] == [{"code": "TOO_COMPLEX"}]
    assert calls.number < MOST_CALLS


COSTLY: dict[str, str] = {
    "as many aliases as allowed": "{ item { " + aliases(MOST_ALIASES) + " } }",
    "repeated arguments": "{ " + ("items(" + " ".join(f"a{n}: 1" for n in range(80)) + ") { edges { cursor } } ") * 9 + "}",
    "one argument very often": "{ items(" + "a: 1 " * 900 + ") { edges { cursor } } }",
    "empty spreads": "{ " + "...F " * 900 + "} fragment F on Query { ...G } fragment G on Query { ...F }",
    "fields that do not exist": "{ item { " + " ".join(f"x{number}" for number in range(900)) + " } }",
    "repeated fields": "{ item { " + "sibling { id } " * 60 + "} }",
    "a chain of fragments": "{ item { ...F0 } } " + straight_chain(20, "Item", "id", "id"),
    "a long list": "{ nodes(ids: [" + "1 " * 2900 + "]) { id } }",
    "a long text": '{ hello(name: "' + "x" * 32_000 + '") }',
    "many variables": "query Q(" + " ".join(f"$v{number}: Int" for number in range(700)) + ") { hello }",
    "many directives": "{ hello " + "@include(if: true) " * 400 + "}",
    "open braces": "{" * 2900,
    "nothing but comments": "#\n" * 16_000 + "{ hello }",
}  # fmt: skip


@pytest.mark.parametrize("name", COSTLY)
def test_what_is_let_through_cannot_cost_much_either(documents: Documents, name: str) -> None:
    # Many of these are not valid either; what counts here is the work.
    with counted_calls() as calls, contextlib.suppress(DocumentRefused):
        documents.checked(COSTLY[name], {})
    assert calls.number < MOST_CALLS


ACCEPTED: dict[str, str] = {
    "GraphiQL's introspection": get_introspection_query(
        descriptions=True, input_value_deprecation=True, specified_by_url=True
    ),
    "16 levels": levels(16),
    "as many fields at the top as allowed": "{ " + "hello " * MOST_ROOT_FIELDS + "}",
    "a page of pages": PAGES % (20, 20),
    "a page beyond all, which is refused where it is read": "{ items(first: 100000) { edges { node { id } } } }",
    "a page of nothing": PAGES % (0, -5),
}


@pytest.mark.parametrize("name", ACCEPTED)
def test_what_an_app_may_ask_is_accepted(documents: Documents, name: str) -> None:
    document = documents.checked(ACCEPTED[name], {})

    assert documents.checked(ACCEPTED[name], {}) is document


PAGES_BY_VARIABLE = (
    "query Q($size: Int!) { items(first: $size) { edges { node { items(first: $size) { edges { node { id } } } } } } }"
)


def test_a_page_by_variable_counts_with_the_value_it_has_this_time(documents: Documents) -> None:
    documents.checked(PAGES_BY_VARIABLE, {"size": 10})

    with pytest.raises(DocumentRefused) as refused:
        documents.checked(PAGES_BY_VARIABLE, {"size": 100})
    assert refused.value.is_too_complex
    documents.checked(PAGES_BY_VARIABLE, {"size": 10})


@pytest.mark.parametrize("size", [None, "100", True, [], 2.5])
def test_a_page_of_another_type_is_left_to_those_who_read_it(documents: Documents, size: object) -> None:
    documents.checked(PAGES_BY_VARIABLE, {"size": size})


def test_ids_count_by_their_number(documents: Documents) -> None:
    document = "query Q($ids: [ID!]!) { nodes(ids: $ids) { items(first: 100) { edges { node { id } } } } }"

    documents.checked(document, {"ids": ["1"] * 5})
    with pytest.raises(DocumentRefused):
        documents.checked(document, {"ids": ["1"] * 100 * 2})


def test_a_document_that_is_not_valid_is_not_called_too_complex_and_not_kept(documents: Documents) -> None:
    for _ in range(2):
        with pytest.raises(DocumentRefused) as refused:
            documents.checked("{ helo }", {})
        assert not refused.value.is_too_complex
        assert [error.message for error in refused.value.errors] == ["Cannot query field 'helo' on type 'Query'."]


def test_the_documents_that_are_kept_are_bounded(documents: Documents) -> None:
    texts = [f"{{ hello }} #{number}" + "x" * 30_000 for number in range(20)]

    first = documents.checked(texts[0], {})
    for text in texts[1:]:
        documents.checked(text, {})

    assert documents.checked(texts[0], {}) is not first
    assert sum(len(text) for text in documents._kept) <= MOST_KEPT_CHARACTERS


def test_a_document_that_grew_makes_the_oldest_go(documents: Documents, monkeypatch: pytest.MonkeyPatch) -> None:
    oldest, grown = documents.checked("{ hello }", {}), documents.checked("{ item { id } }", {})
    monkeypatch.setattr(type(grown), "weight", MOST_KEPT_CHARACTERS - 5)
    assert documents.checked("{ item { id } }", {}) is grown
    monkeypatch.undo()
    assert documents.checked("{ item { id } }", {}) is grown
    assert documents.checked("{ hello }", {}) is not oldest
