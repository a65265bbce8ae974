"""How much is remembered of persisted queries, and what is forgotten first."""

from hashlib import sha256

import pytest
from graphql import build_schema

from web.documents import MOST_KEPT_CHARACTERS, DocumentRefused, Documents
from web.graphql_request import GraphQLRequest
from web.limits import MOST_CHARACTERS
from web.persisted import PersistedDocuments, UnknownDocument

SCHEMA = build_schema("type Query { items(first: Int = 20): [Query!]!, name: String }")
PAGES = "query ($n: Int) { items(first: $n) { items(first: $n) { items(first: $n) { name } } } }"


@pytest.fixture
def persisted() -> PersistedDocuments:
    return PersistedDocuments(Documents(SCHEMA))


def send(persisted: PersistedDocuments, document: str, **variables: object) -> GraphQLRequest:
    digest = sha256(document.encode()).hexdigest()
    return persisted.written_out(GraphQLRequest(document, variables, sha256=digest))


def recall(persisted: PersistedDocuments, document: str) -> str:
    digest = sha256(document.encode()).hexdigest()
    return persisted.written_out(GraphQLRequest("", sha256=digest)).query


def long(number: int) -> str:
    """A document of the greatest length."""
    return f"{{ name }} #{number:09}".ljust(MOST_CHARACTERS, "x")


def test_a_request_without_a_hash_is_left_as_it_is(persisted: PersistedDocuments) -> None:
    asked = GraphQLRequest("{ nothing }")
    assert persisted.written_out(asked) is asked


def test_what_was_not_asked_for_longest_is_forgotten_first(persisted: PersistedDocuments) -> None:
    room = MOST_KEPT_CHARACTERS // MOST_CHARACTERS
    for number in range(room):
        send(persisted, long(number))
    recall(persisted, long(0))
    send(persisted, long(1))
    send(persisted, long(room))

    with pytest.raises(UnknownDocument):
        recall(persisted, long(2))
    assert [recall(persisted, long(number)) for number in (0, 1, room)] == [long(0), long(1), long(room)]


def test_what_is_sent_again_takes_no_more_room(persisted: PersistedDocuments) -> None:
    send(persisted, "{ name }")
    for _ in range(MOST_KEPT_CHARACTERS // MOST_CHARACTERS + 1):
        send(persisted, long(0))

    assert recall(persisted, "{ name }") == "{ name }"


def test_a_document_that_costs_too_much_with_these_variables_is_not_remembered(persisted: PersistedDocuments) -> None:
    with pytest.raises(DocumentRefused):
        send(persisted, PAGES, n=100)
    with pytest.raises(UnknownDocument):
        recall(persisted, PAGES)

    send(persisted, PAGES, n=1)
    assert recall(persisted, PAGES) == PAGES
