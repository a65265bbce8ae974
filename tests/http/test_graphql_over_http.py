"""GraphQL over HTTP: what is answered to requests that are well formed."""

import httpx2
import pytest

GRAPHQL_RESPONSE = "application/graphql-response+json"


def ask(
    client: httpx2.Client, query: str, *, accept: str = "application/json", token: str | None = None, **more: object
) -> httpx2.Response:
    headers = {"Accept": accept} | ({"Authorization": f"Bearer {token}"} if token else {})
    return client.post("/graphql", json={"query": query, **more}, headers=headers)


def test_a_query_is_answered(client: httpx2.Client) -> None:
    response = ask(client, "query Q($name: String!) { hello(name: $name) }", variables={"name": "Ann"})

    assert response.status_code == 200
    assert response.json() == {"data": {"hello": "Hello, Ann"}}
    assert response.headers["content-type"] == "application/json; charset=utf-8"
    assert response.headers["cache-control"] == "no-store"


@pytest.mark.parametrize("path", ["/graphql", "/graphql/", "/api/v1/graphql", "/api/v1/graphql/"])
def test_every_address_of_the_endpoint_answers(client: httpx2.Client, path: str) -> None:
    assert client.post(path, json={"query": "{ hello }"}).json() == {"data": {"hello": "Hello, you"}}


def test_the_operation_that_is_named_is_executed(client: httpx2.Client) -> None:
    document = 'query A { hello } mutation B { save(text: "kept") }'

    assert ask(client, document, operationName="B").json() == {"data": {"save": "kept"}}


@pytest.mark.parametrize(
    ("accept", "expected"),
    [
        ("application/json", "application/json"),
        ("*/*", "application/json"),
        ("application/*", "application/json"),
        (GRAPHQL_RESPONSE, GRAPHQL_RESPONSE),
        (f"{GRAPHQL_RESPONSE}, application/json;q=0.9", GRAPHQL_RESPONSE),
        (f"application/json;q=0.9, {GRAPHQL_RESPONSE}", GRAPHQL_RESPONSE),
        (f"{GRAPHQL_RESPONSE};q=0.1, application/json", "application/json"),
        (
            f"{GRAPHQL_RESPONSE}, application/graphql+json, application/json, text/event-stream, multipart/mixed",
            GRAPHQL_RESPONSE,
        ),
        ("text/html, */*;q=0.1", "application/json"),
        (f"{GRAPHQL_RESPONSE};q=nonsense, application/json", "application/json"),
    ],
)
def test_the_media_type_that_is_preferred_is_answered(client: httpx2.Client, accept: str, expected: str) -> None:
    response = ask(client, "{ hello }", accept=accept)

    assert (response.status_code, response.headers["content-type"]) == (200, f"{expected}; charset=utf-8")


@pytest.mark.parametrize("accept", ["text/html", "application/json;q=0", "image/*"])
def test_a_client_that_takes_neither_media_type_is_told(client: httpx2.Client, accept: str) -> None:
    assert ask(client, "{ hello }", accept=accept).status_code == 406


@pytest.mark.parametrize(
    "query", ["{ hello", "{ helo }", "{ hello(name: 1) }", "{ item }", "fragment F on Query { hello }", "{ ...F }"]
)
@pytest.mark.parametrize(("accept", "status"), [("application/json", 200), (GRAPHQL_RESPONSE, 400)])
def test_a_document_that_cannot_be_executed_has_errors_and_no_data(
    client: httpx2.Client, query: str, accept: str, status: int
) -> None:
    response = ask(client, query, accept=accept)

    assert response.status_code == status
    assert "data" not in response.json()
    assert [error["extensions"]["code"] for error in response.json()["errors"]] == ["BAD_REQUEST"]


@pytest.mark.parametrize(("accept", "status"), [("application/json", 200), (GRAPHQL_RESPONSE, 400)])
@pytest.mark.parametrize("variables", [{}, {"name": None}, {"name": 1}, {"name": {"a": [1]}}])
def test_variables_of_another_type_are_the_clients_fault(
    client: httpx2.Client, variables: dict[str, object], accept: str, status: int
) -> None:
    response = ask(client, "query Q($name: String!) { hello(name: $name) }", accept=accept, variables=variables)

    assert response.status_code == status
    assert "data" not in response.json()
    assert response.json()["errors"][0]["extensions"]["code"] == "BAD_USER_INPUT"


@pytest.mark.parametrize("name", ["C", None])
def test_an_operation_must_be_named_where_there_are_two(client: httpx2.Client, name: str | None) -> None:
    response = ask(client, "query A { hello } query B { hello }", operationName=name)

    assert response.json()["errors"][0]["extensions"]["code"] == "BAD_REQUEST"
    assert "data" not in response.json()


def test_fields_are_not_guessed_for_those_who_mistype(client: httpx2.Client) -> None:
    assert "Did you mean" not in ask(client, "{ helo }").text


@pytest.mark.parametrize("accept", ["application/json", GRAPHQL_RESPONSE])
def test_an_error_of_ours_is_masked_behind_a_code_and_the_request_id(client: httpx2.Client, accept: str) -> None:
    response = ask(client, "{ hello broken }", accept=accept)

    error = response.json()["errors"][0]
    assert response.status_code == 200
    assert response.json()["data"] == {"hello": "Hello, you", "broken": None}
    assert error["path"] == ["broken"]
    assert error["extensions"] == {"code": "INTERNAL", "requestId": response.headers["x-request-id"]}
    assert "canary" not in response.text


def test_an_error_at_the_root_leaves_data_null(client: httpx2.Client) -> None:
    response = ask(client, "{ brokenAtTheRoot }", accept=GRAPHQL_RESPONSE)

    assert (response.status_code, response.json()["data"]) == (200, None)
    assert "canary" not in response.text


def test_an_answer_that_cannot_be_written_is_masked_too(client: httpx2.Client) -> None:
    response = ask(client, "{ unwritable }")

    assert response.status_code == 500
    assert response.json()["errors"][0]["extensions"] == {
        "code": "INTERNAL",
        "requestId": response.headers["x-request-id"],
    }


@pytest.mark.parametrize(("name", "code"), [("forbidden", "FORBIDDEN"), ("unavailable", "UNAVAILABLE")])
def test_a_refusal_keeps_its_words_and_has_its_code(client: httpx2.Client, name: str, code: str) -> None:
    response = ask(client, f"{{ {name} }}")

    error = response.json()["errors"][0]
    assert (response.status_code, error["extensions"]["code"]) == (200, code)
    assert error["message"] in ("Not for you.", "Not now.")


def test_a_good_token_says_who_asks(client: httpx2.Client) -> None:
    assert ask(client, "{ subject }", token="good-ann").json() == {"data": {"subject": "ann"}}


def test_without_a_token_what_needs_one_is_401(client: httpx2.Client) -> None:
    response = ask(client, "{ hello subject }")

    assert response.status_code == 401
    assert response.headers["www-authenticate"] == "Bearer"
    assert response.json()["errors"][0]["extensions"]["code"] == "UNAUTHENTICATED"
    assert response.json()["data"] is None


def test_without_a_token_what_needs_none_is_served(client: httpx2.Client) -> None:
    assert ask(client, "{ hello }").status_code == 200


@pytest.mark.parametrize(
    "authorization",
    ["Bearer bad", "Bearer", "bearer bad", "Basic good-ann", "good-ann", "", "Token good-ann", "Bearer: good-ann"],
)
def test_a_bad_token_is_401_whatever_is_asked(client: httpx2.Client, authorization: str) -> None:
    response = client.post("/graphql", json={"query": "{ hello }"}, headers={"Authorization": authorization})

    assert response.status_code == 401
    assert response.headers["www-authenticate"] == "Bearer"
    assert response.json()["errors"][0]["extensions"] == {
        "code": "UNAUTHENTICATED",
        "requestId": response.headers["x-request-id"],
    }


def test_two_tokens_are_one_too_many(client: httpx2.Client) -> None:
    headers = [("Authorization", "Bearer good-ann"), ("Authorization", "Bearer good-bob")]

    assert client.post("/graphql", json={"query": "{ subject }"}, headers=headers).status_code == 401


def test_tokens_that_cannot_be_verified_now_are_not_called_bad(client: httpx2.Client) -> None:
    response = ask(client, "{ hello }", token="outage")

    assert (response.status_code, response.headers["retry-after"]) == (503, "2")
    extensions = response.json()["errors"][0]["extensions"]
    assert (extensions["code"], extensions["retryAfterSeconds"]) == ("UNAVAILABLE", 2)


@pytest.mark.parametrize("method", ["GET", "HEAD", "PUT", "DELETE", "PATCH", "OPTIONS"])
def test_only_posts_are_executed(client: httpx2.Client, method: str) -> None:
    response = client.request(method, "/graphql", params={"query": "mutation { save(text: 1) }"})

    assert (response.status_code, response.headers["allow"]) == (405, "POST")
