"""How often one may ask, and how many at once: what is beyond that is said in the house's form, over a real socket."""

import httpx2
import pytest

from tests.http.server import State, serving, small_site

ORIGIN = "https://app.example.com"
HELLO = {"query": "{ hello }"}


def ask(client: httpx2.Client, token: str | None = None, body: object = None, **headers: str) -> httpx2.Response:
    if token is not None:
        headers["Authorization"] = f"Bearer {token}"
    return client.post("/graphql", json=HELLO if body is None else body, headers=headers)


def test_an_athlete_who_asks_too_often_is_told_when_to_come_back_and_another_is_served() -> None:
    with serving(small_site(State(), most_a_minute=3)) as url, httpx2.Client(base_url=url) as client:
        served = [ask(client, "good-ann").status_code for _ in range(3)]
        refused = ask(client, "good-ann", Origin=ORIGIN)

        assert served == [200, 200, 200]
        (error,) = refused.json()["errors"]
        assert (refused.status_code, refused.headers["retry-after"]) == (429, "46")
        assert error == {
            "message": "At most 3 requests a minute. Please try again in 46 s.",
            "extensions": {
                "code": "RATE_LIMITED",
                "requestId": refused.headers["x-request-id"],
                "retryAfterSeconds": 46,
            },
        }
        assert refused.headers["access-control-allow-origin"] == ORIGIN
        assert ask(client, "good-bob").status_code == 200


@pytest.mark.parametrize("body", ["not a request", {"query": "{"}, {"query": "{ hello }" * 1000}])
def test_what_cannot_be_understood_counts_too_and_is_not_looked_at_beyond_the_limit(body: object) -> None:
    with serving(small_site(State(), most_a_minute=1)) as url, httpx2.Client(base_url=url) as client:
        ask(client, "good-ann", body)
        assert ask(client, "good-ann", body).status_code == 429
        assert ask(client, "good-ann").status_code == 429


def test_an_address_without_a_token_is_counted_and_health_is_not() -> None:
    with serving(small_site(State(), most_a_minute=2)) as url, httpx2.Client(base_url=url) as client:
        assert [ask(client).status_code for _ in range(3)] == [200, 200, 429]
        assert [client.get(path).status_code for path in ("/livez", "/readyz", "/api/health/") * 2] == [200] * 6


def test_bad_tokens_count_for_the_address_and_lock_no_athlete_out() -> None:
    with serving(small_site(State(), most_a_minute=2)) as url, httpx2.Client(base_url=url) as client:
        assert [ask(client, f"bad-{number}").status_code for number in range(4)] == [401, 401, 429, 429]
        assert ask(client, "good-ann").status_code == 200
        assert ask(client).status_code == 429


def test_where_tokens_cannot_be_verified_nobody_is_counted() -> None:
    with serving(small_site(State(), most_a_minute=1)) as url, httpx2.Client(base_url=url) as client:
        assert [ask(client, "outage").status_code for _ in range(3)] == [503] * 3
        assert ask(client).status_code == 200


def test_a_request_too_many_at_once_is_refused_and_health_is_not() -> None:
    with serving(small_site(State(), most_under_way=0)) as url, httpx2.Client(base_url=url) as client:
        refused = ask(client, "good-ann", Origin=ORIGIN)

        extensions = refused.json()["errors"][0]["extensions"]
        assert (refused.status_code, refused.headers["retry-after"]) == (503, "1")
        assert (extensions["code"], extensions["retryAfterSeconds"]) == ("UNAVAILABLE", 1)
        assert refused.headers["access-control-allow-origin"] == ORIGIN
        assert [client.get(path).status_code for path in ("/livez", "/readyz", "/api/health/", "/")] == [200] * 4


def test_a_request_that_has_ended_leaves_its_place_however_it_ended() -> None:
    with serving(small_site(State(), most_under_way=1)) as url, httpx2.Client(base_url=url) as client:
        bodies = ["nonsense", HELLO, {"query": "{ broken }"}, HELLO]
        assert [ask(client, "good-ann", body).status_code for body in bodies] == [400, 200, 200, 200]
        assert ask(client, "bad").status_code == 401
        assert ask(client).status_code == 200
