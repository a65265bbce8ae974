"""Bodies that are no GraphQL request: each is refused with a code, never with a 500, and the server is well after."""

import gzip
import json
import socket

import httpx2
import pytest

from tests.http.server import MOST_BYTES

DIGITS = b"9" * 5000
DEEP = b"[" * 5000 + b"]" * 5000

BODIES: dict[str, bytes] = {
    "nothing": b"",
    "a blank": b" ",
    "not JSON": b"{",
    "not UTF-8": b'{"query":"\xff"}',
    "Latin-1": '{"query":"{ hello(name: \\"é\\") }"}'.encode("latin-1"),
    "UTF-16": '{"query":"{ hello }"}'.encode("utf-16"),
    "a byte order mark": b"\xef\xbb\xbf" + b'{"query":"{ hello }"}',
    "null": b"null",
    "true": b"true",
    "a number": b"1",
    "a text": b'"{ hello }"',
    "a number of 5000 digits": DIGITS,
    "5000 digits among the variables": b'{"query":"{ hello }","variables":{"a":' + DIGITS + b"}}",
    "infinity": b'{"query":"{ hello }","variables":{"a":1e999}}',
    "NaN": b'{"query":"{ hello }","variables":{"a":NaN}}',
    "deep lists": DEEP,
    "deep variables": b'{"query":"{ hello }","variables":{"a":' + DEEP + b"}}",
    "deep objects": b'{"a":' * 2000 + b"1" + b"}" * 2000,
    "half a character": b'{"query":"{ hello }","variables":{"a":"\\ud800"}}',
    "half a character in the document": b'{"query":"{ hello(name: \\"\\ud800\\") }"}',
    "a half character by bytes": b'{"query":"\xed\xa0\x80"}',
    "a batch": b'[{"query":"{ hello }"}]',
    "an empty batch": b"[]",
    "an empty object": b"{}",
    "query null": b'{"query":null}',
    "query a number": b'{"query":1}',
    "query a list": b'{"query":["{ hello }"]}',
    "query an object": b'{"query":{}}',
    "query empty": b'{"query":""}',
    "query blank": b'{"query":" \\n "}',
    "variables a list": b'{"query":"{ hello }","variables":[]}',
    "variables a text": b'{"query":"{ hello }","variables":"{}"}',
    "variables false": b'{"query":"{ hello }","variables":false}',
    "operationName a number": b'{"query":"{ hello }","operationName":1}',
    "operationName an object": b'{"query":"{ hello }","operationName":{}}',
    "operationName too long": b'{"query":"{ hello }","operationName":"' + b"x" * 300 + b'"}',
    "extensions a list": b'{"query":"{ hello }","extensions":[]}',
    "extensions a text": b'{"query":"{ hello }","extensions":"x"}',
    "persistedQuery a text": b'{"query":"{ hello }","extensions":{"persistedQuery":"x"}}',
    "persistedQuery empty": b'{"query":"{ hello }","extensions":{"persistedQuery":{}}}',
    "persistedQuery of another version": b'{"extensions":{"persistedQuery":{"version":2,"sha256Hash":"'
    + b"0" * 64
    + b'"}}}',
    "sha256Hash a number": b'{"extensions":{"persistedQuery":{"version":1,"sha256Hash":1}}}',
    "sha256Hash too short": b'{"extensions":{"persistedQuery":{"version":1,"sha256Hash":"' + b"0" * 63 + b'"}}}',
    "sha256Hash too long": b'{"extensions":{"persistedQuery":{"version":1,"sha256Hash":"' + b"0" * 65 + b'"}}}',
    "sha256Hash no digits": b'{"extensions":{"persistedQuery":{"version":1,"sha256Hash":"' + b"g" * 64 + b'"}}}',
    "query a number beside a hash": b'{"query":0,"extensions":{"persistedQuery":{"version":1,"sha256Hash":"'
    + b"0" * 64
    + b'"}}}',
    "a form": b"query=%7B+hello+%7D",
}


def assert_well(client: httpx2.Client) -> None:
    assert client.post("/graphql", json={"query": "{ hello }"}).json() == {"data": {"hello": "Hello, you"}}


@pytest.mark.parametrize("name", BODIES)
def test_a_malformed_body_is_a_bad_request(client: httpx2.Client, name: str) -> None:
    response = client.post("/graphql", content=BODIES[name], headers={"Content-Type": "application/json"})

    assert response.status_code == 400
    assert [error["extensions"]["code"] for error in response.json()["errors"]] == ["BAD_REQUEST"]
    assert "data" not in response.json()
    assert_well(client)


DOCUMENTS: dict[str, str] = {
    "NUL": "\x00",
    "a half character, escaped": '{ hello(name: "\\uD800") }',
    "a number beyond all": "{ items(first: 99999999999999999999999999) { edges { edges { id } } } }",
    "an unknown directive": "{ hello @stop }",
    "a definition of types": "type Query { hello: String }",
    "two equal operations": "query A { hello } query A { hello }",
    "a circle": "{ ...A } fragment A on Query { ...B } fragment B on Query { ...A }",
    "an introspection of nothing": '{ __type(name: "\\u0000") { nam } }',
    "open lists": "{ hello(name: " + "[" * 190 + "]" * 190 + ") }",
    "a subscription": "subscription { hello }",
}


@pytest.mark.parametrize("name", DOCUMENTS)
@pytest.mark.parametrize("accept", ["application/json", "application/graphql-response+json"])
def test_a_nonsense_document_is_a_bad_request(client: httpx2.Client, name: str, accept: str) -> None:
    response = client.post("/graphql", json={"query": DOCUMENTS[name]}, headers={"Accept": accept})

    assert response.status_code == (200 if accept == "application/json" else 400)
    assert {error["extensions"]["code"] for error in response.json()["errors"]} == {"BAD_REQUEST"}
    assert "data" not in response.json()
    assert_well(client)


@pytest.mark.parametrize(
    "content_type",
    [
        "",
        "text/plain",
        "application/graphql",
        "application/x-www-form-urlencoded",
        "multipart/form-data; boundary=x",
        "application/json; charset=latin-1",
        "application/jsonp",
        "application/json, text/plain",
    ],
)
def test_another_content_type_is_415(client: httpx2.Client, content_type: str) -> None:
    response = client.post("/graphql", content=b'{"query":"{ hello }"}', headers={"Content-Type": content_type})

    assert response.status_code == 415
    assert response.json()["errors"][0]["extensions"]["code"] == "BAD_REQUEST"


@pytest.mark.parametrize(
    "content_type", ["application/json", "Application/JSON; charset=UTF-8", 'application/json;charset="utf-8"']
)
def test_json_by_any_of_its_spellings_is_taken(client: httpx2.Client, content_type: str) -> None:
    response = client.post("/graphql", content=b'{"query":"{ hello }"}', headers={"Content-Type": content_type})

    assert response.status_code == 200


@pytest.mark.parametrize("encoding", ["gzip", "br", "deflate, gzip"])
def test_a_compressed_body_is_415(client: httpx2.Client, encoding: str) -> None:
    body = gzip.compress(b'{"query":"{ hello }"}')
    headers = {"Content-Type": "application/json", "Content-Encoding": encoding}

    assert client.post("/graphql", content=body, headers=headers).status_code == 415
    assert_well(client)


def large_body(size: int) -> bytes:
    body = json.dumps({"query": "{ hello }", "extensions": {"x": ""}}).encode()
    return body.replace(b'""', b'"' + b"x" * (size - len(body)) + b'"')


def test_a_body_of_just_the_allowed_size_is_taken(client: httpx2.Client) -> None:
    body = large_body(MOST_BYTES)

    assert client.post("/graphql", content=body, headers={"Content-Type": "application/json"}).status_code == 200


def test_a_body_that_is_too_large_is_413(client: httpx2.Client) -> None:
    body = large_body(MOST_BYTES + 1)

    response = client.post("/graphql", content=body, headers={"Content-Type": "application/json"})

    assert response.status_code == 413
    assert response.json()["errors"][0]["extensions"]["code"] == "BAD_REQUEST"
    assert_well(client)


def test_a_body_that_comes_in_chunks_is_counted(client: httpx2.Client) -> None:
    body = large_body(MOST_BYTES + 1)
    chunks = (body[start : start + 1000] for start in range(0, len(body), 1000))

    response = client.post("/graphql", content=chunks, headers={"Content-Type": "application/json"})

    assert response.status_code == 413
    assert_well(client)


def test_a_body_in_chunks_that_is_small_enough_is_taken(client: httpx2.Client) -> None:
    response = client.post(
        "/graphql", content=iter([b'{"query":', b'"{ hello }"}']), headers={"Content-Type": "application/json"}
    )

    assert response.json() == {"data": {"hello": "Hello, you"}}


def exchange(address: str, request: bytes) -> bytes:
    """What comes back for these very bytes, until the server closes."""
    host, port = address.removeprefix("http://").split(":")
    with socket.create_connection((host, int(port)), timeout=5) as connection:
        connection.sendall(request)
        answer = b""
        while chunk := connection.recv(65536):
            answer += chunk
    return answer


def test_a_body_far_too_large_is_refused_before_it_is_sent(address: str) -> None:
    head = b"POST /graphql HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 9999999999\r\n\r\n"

    assert exchange(address, head).startswith(b"HTTP/1.1 413 ")


@pytest.mark.parametrize(
    "stated", [b"Transfer-Encoding: chunked\r\nContent-Length: 5", b"Content-Length: -1", b"Content-Length: x"]
)
def test_a_length_that_contradicts_itself_is_a_bad_request(address: str, stated: bytes, client: httpx2.Client) -> None:
    head = b"POST /graphql HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n" + stated + b"\r\n\r\n0\r\n\r\n"

    assert exchange(address, head).startswith(b"HTTP/1.1 400 ")
    assert_well(client)


def test_a_client_that_goes_away_in_the_middle_harms_nobody(address: str, client: httpx2.Client) -> None:
    host, port = address.removeprefix("http://").split(":")
    with socket.create_connection((host, int(port))) as connection:
        connection.sendall(
            b"POST /graphql HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 50\r\n\r\n{"
        )

    assert_well(client)
