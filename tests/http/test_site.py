"""What every request passes: ids, CORS, health, deadline, masks."""

import time
from collections.abc import Iterator

import httpx2
import pytest
from structlog.testing import capture_logs

from tests.http.server import State, serving, small_site

ORIGIN = "https://app.example.com"


def test_the_front_door_says_who_this_is(client: httpx2.Client) -> None:
    assert client.get("/").json() == {"name": "Coachbook", "version": "1.2.3"}


def test_the_health_report_names_each_part(client: httpx2.Client) -> None:
    response = client.get("/api/health/")

    report = response.json()
    assert (response.status_code, report["status"], report["version"]) == (200, "ok", "1.2.3")
    assert [(name, found["ok"]) for name, found in report["checks"].items()] == [
        ("database", True),
        ("tokenKeys", True),
    ]
    assert all(found["ms"] >= 0 for found in report["checks"].values())
    assert report["languageModel"] == {
        "isKeySet": False,
        "isUsed": False,
        "model": None,
        "breaker": None,
        "lastSuccess": None,
    }


@pytest.fixture
def ill(state: State) -> Iterator[None]:
    state.ills.add("database")
    yield
    state.ills.clear()


@pytest.mark.usefixtures("ill")
def test_what_is_ill_is_said_by_its_name_and_nothing_more(client: httpx2.Client) -> None:
    report = client.get("/api/health/")

    assert report.status_code == 503
    assert report.json()["status"] == "unavailable"
    assert {name: found["ok"] for name, found in report.json()["checks"].items()} == {
        "database": False,
        "tokenKeys": True,
    }
    assert "canary" not in report.text
    assert client.get("/readyz").status_code == 503
    assert client.get("/livez").status_code == 200


@pytest.mark.parametrize("path", ["/livez", "/readyz", "/api/health", "/"])
def test_a_healthy_server_is_alive_and_ready(client: httpx2.Client, path: str) -> None:
    assert client.get(path).status_code == 200
    assert client.head(path).status_code == 200


@pytest.mark.parametrize("path", ["/livez", "/api/health/", "/"])
def test_pages_are_only_read(client: httpx2.Client, path: str) -> None:
    response = client.post(path, json={})

    assert (response.status_code, response.headers["allow"]) == (405, "GET, HEAD")
    assert response.json()["errors"][0]["extensions"]["code"] == "BAD_REQUEST"


@pytest.mark.parametrize("path", ["/nothing", "/graphql/more", "/.env", "/graphql%00", "/%2e%2e/%2e%2e/etc/passwd"])
def test_another_address_is_not_found(client: httpx2.Client, path: str) -> None:
    response = client.get(path)

    assert response.status_code == 404
    assert response.json()["errors"][0]["extensions"] == {
        "code": "NOT_FOUND",
        "requestId": response.headers["x-request-id"],
    }


@pytest.mark.parametrize("sent", ["request-12345", "0192f0c1-0000-7000-8000-000000000000", "a" * 64])
def test_a_request_id_that_is_sent_comes_back_and_is_known_inside(client: httpx2.Client, sent: str) -> None:
    response = client.post("/graphql", json={"query": "{ requestId }"}, headers={"X-Request-ID": sent})

    assert response.headers.get_list("x-request-id") == [sent]
    assert response.json() == {"data": {"requestId": sent}}


@pytest.mark.parametrize("sent", ["", "short", "a" * 65, "with blank in it", 'quo"te-12345', "ünïcödé-1234"])
def test_a_request_id_that_is_none_is_replaced(client: httpx2.Client, sent: str) -> None:
    response = client.get("/livez", headers=[(b"X-Request-ID", sent.encode())])

    assert response.headers["x-request-id"] not in ("", sent)


def test_each_request_has_an_id_of_its_own(client: httpx2.Client) -> None:
    assert len({client.get("/livez").headers["x-request-id"] for _ in range(10)}) == 10


def test_an_app_of_an_allowed_origin_may_ask_and_read_the_request_id(client: httpx2.Client) -> None:
    preflight = client.options(
        "/graphql",
        headers={
            "Origin": ORIGIN,
            "Access-Control-Request-Method": "POST",
            "Access-Control-Request-Headers": "authorization, content-type, x-request-id",
        },
    )
    response = client.post("/graphql", json={"query": "{ hello }"}, headers={"Origin": ORIGIN})

    assert preflight.status_code == 200
    assert preflight.headers["access-control-allow-origin"] == ORIGIN
    assert response.headers["access-control-allow-origin"] == ORIGIN
    assert response.headers["access-control-expose-headers"] == "X-Request-ID, Retry-After"
    assert "access-control-allow-credentials" not in response.headers


def test_an_app_of_another_origin_may_not(client: httpx2.Client) -> None:
    evil = {"Origin": "https://evil.example.com", "Access-Control-Request-Method": "POST"}

    assert client.options("/graphql", headers=evil).status_code == 400
    assert (
        "access-control-allow-origin" not in client.post("/graphql", json={"query": "{ hello }"}, headers=evil).headers
    )


@pytest.mark.parametrize(
    ("path", "headers", "status"),
    [
        ("/nothing", {}, 404),
        ("/graphql", {"Authorization": "Bearer bad"}, 401),
        ("/graphql", {"Content-Type": "text/plain"}, 415),
    ],
)
def test_an_allowed_app_may_read_refusals_too(
    client: httpx2.Client, path: str, headers: dict[str, str], status: int
) -> None:
    response = client.post(path, content=b"{}", headers={"Origin": ORIGIN, **headers})

    assert response.status_code == status
    assert response.headers["access-control-allow-origin"] == ORIGIN


def test_a_request_that_takes_too_long_is_ended() -> None:
    with serving(small_site(State(), seconds=0.2)) as url:
        started = time.monotonic()
        response = httpx2.post(f"{url}/graphql", json={"query": "{ slow }"})

        assert time.monotonic() - started < 5
        assert (response.status_code, response.headers["retry-after"]) == (504, "1")
        extensions = response.json()["errors"][0]["extensions"]
        assert (extensions["code"], extensions["retryAfterSeconds"]) == ("TIMEOUT", 1)
        assert httpx2.post(f"{url}/graphql", json={"query": "{ hello }"}).status_code == 200


def test_the_log_has_one_line_for_each_request_and_nothing_that_was_said(client: httpx2.Client) -> None:
    with capture_logs() as logs:
        client.post(
            "/graphql?token=canary",
            json={"query": "query Canary($name: String!) { hello(name: $name) }", "variables": {"name": "canary"}},
            headers={"Authorization": "Bearer good-canary", "X-Request-ID": "request-12345"},
        )
        client.get("/livez")

    lines = [line for line in logs if line["event"] == "request.finished"]
    assert [set(line) - {"event", "log_level"} for line in lines] == [{"method", "path", "status", "ms"}] * 2
    assert [(line["method"], line["path"], line["status"]) for line in lines] == [
        ("POST", "/graphql", 200),
        ("GET", "/livez", 200),
    ]
    assert "canary" not in str(lines).lower()
