"""Automatic persisted queries, as Apollo's clients and urql send them."""

from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

import httpx2
import orjson
import pytest

from tests.http.server import State, serving, small_site

GRAPHQL_RESPONSE = "application/graphql-response+json"
UNSENT = "0" * 64


def hash_of(document: str) -> str:
    return sha256(document.encode()).hexdigest()


def ask(client: httpx2.Client, digest: str, *, accept: str = "application/json", **rest: object) -> httpx2.Response:
    body = {"extensions": {"persistedQuery": {"version": 1, "sha256Hash": digest}}, **rest}
    return client.post("/graphql", json=body, headers={"Accept": accept})


def code_of(response: httpx2.Response) -> str:
    (error,) = response.json()["errors"]
    code: str = error["extensions"]["code"]
    return code


@pytest.mark.parametrize("accept", ["application/json", GRAPHQL_RESPONSE])
def test_a_client_that_sends_an_unknown_hash_is_asked_for_the_document_in_the_words_it_knows(
    client: httpx2.Client, accept: str
) -> None:
    response = ask(client, UNSENT, accept=accept)

    assert (response.status_code, response.headers["content-type"]) == (200, f"{accept}; charset=utf-8")
    request_id = response.headers["x-request-id"]
    error = {
        "message": "PersistedQueryNotFound",
        "extensions": {"code": "PERSISTED_QUERY_NOT_FOUND", "requestId": request_id},
    }
    assert response.json() == {"errors": [error]}


def test_a_document_that_was_sent_once_is_known_by_its_hash(client: httpx2.Client) -> None:
    document = "query Known($name: String!) { hello(name: $name) }"
    first = ask(client, hash_of(document), query=document, variables={"name": "Ann"})
    second = ask(client, hash_of(document), variables={"name": "Ünal"}, operationName="Known")

    assert first.json() == {"data": {"hello": "Hello, Ann"}}
    assert second.json() == {"data": {"hello": "Hello, Ünal"}}


def test_each_operation_of_a_document_can_be_asked_for_by_its_hash(client: httpx2.Client) -> None:
    document = 'query A { hello } mutation B { save(text: "kept, so it is") }'
    ask(client, hash_of(document), query=document, operationName="A")

    assert ask(client, hash_of(document), operationName="B").json() == {"data": {"save": "kept, so it is"}}


@pytest.mark.parametrize("query", [None, ""])
def test_no_document_may_be_written_in_any_way(client: httpx2.Client, query: str | None) -> None:
    assert code_of(ask(client, UNSENT, query=query)) == "PERSISTED_QUERY_NOT_FOUND"


def test_a_hash_of_another_document_is_a_bad_request_and_nothing_is_remembered(client: httpx2.Client) -> None:
    document = "query Another { hello }"
    response = ask(client, hash_of("{ hello }"), query=document, accept=GRAPHQL_RESPONSE)

    assert (response.status_code, code_of(response)) == (400, "BAD_REQUEST")
    assert code_of(ask(client, hash_of("{ hello }"))) == "PERSISTED_QUERY_NOT_FOUND"
    assert code_of(ask(client, hash_of(document))) == "PERSISTED_QUERY_NOT_FOUND"


@pytest.mark.parametrize(
    ("document", "code"),
    [("{ helo }", "BAD_REQUEST"), ("{ hello", "BAD_REQUEST"), ("{" + " hello" * 2000 + "}", "TOO_COMPLEX")],
)
def test_what_is_not_executed_is_not_remembered(client: httpx2.Client, document: str, code: str) -> None:
    assert code_of(ask(client, hash_of(document), query=document)) == code
    assert code_of(ask(client, hash_of(document))) == "PERSISTED_QUERY_NOT_FOUND"


def test_a_document_costs_what_its_variables_say_by_its_hash_too(client: httpx2.Client) -> None:
    deep = "sibling { " * 8 + "id name" + " }" * 8
    pages = " ".join(f"a{number}: items(first: $n) {{ edges {{ edges {{ {deep} }} }} }}" for number in range(20))
    document = f"query Pages($n: Int!) {{ {pages} }}"
    few = ask(client, hash_of(document), query=document, variables={"n": 1})
    many = ask(client, hash_of(document), variables={"n": 100})

    assert "errors" not in few.json()
    assert code_of(many) == "TOO_COMPLEX"


@pytest.fixture
def trusting(tmp_path: Path) -> Iterator[httpx2.Client]:
    """A server that executes one document alone."""
    listed = tmp_path / "documents.json"
    listed.write_bytes(orjson.dumps({hash_of("{ hello }"): "{ hello }"}))
    served = small_site(State(), trusted_documents=listed)
    with serving(served) as url, httpx2.Client(base_url=url, timeout=10) as opened:
        yield opened


@pytest.mark.parametrize(("accept", "status"), [("application/json", 200), (GRAPHQL_RESPONSE, 400)])
def test_a_server_with_a_list_executes_what_is_on_it_and_nothing_else(
    trusting: httpx2.Client, accept: str, status: int
) -> None:
    headers = {"Accept": accept}
    other = trusting.post("/graphql", json={"query": "{ hello requestId }"}, headers=headers)

    assert ask(trusting, hash_of("{ hello }")).json() == {"data": {"hello": "Hello, you"}}
    assert trusting.post("/graphql", json={"query": "{ hello }"}).json() == {"data": {"hello": "Hello, you"}}
    assert (other.status_code, code_of(other)) == (status, "FORBIDDEN")
    assert code_of(ask(trusting, hash_of("{ hello requestId }"))) == "PERSISTED_QUERY_NOT_FOUND"
