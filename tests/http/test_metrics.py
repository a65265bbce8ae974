"""Who may fetch metrics."""

import httpx2
import pytest
from pydantic import SecretStr

from tests.http.server import State, serving, small_site

TOKEN = "a-token-of-metrics-with-more-than-32-bytes"


def test_without_a_token_set_there_is_no_such_page(client: httpx2.Client) -> None:
    assert client.get("/metrics", headers={"Authorization": "Bearer x"}).status_code == 404


@pytest.mark.parametrize("given", [None, "", "Bearer", f"Bearer {TOKEN}x", f"Bearer {TOKEN[:-1]}", TOKEN, "Bearer é"])
def test_who_does_not_have_the_token_is_told_nothing(given: str | None) -> None:
    headers = [] if given is None else [(b"Authorization", given.encode())]
    with serving(small_site(State(), metrics_token=SecretStr(TOKEN))) as url:
        refused = httpx2.get(f"{url}/metrics", headers=headers)

    assert (refused.status_code, refused.headers["www-authenticate"]) == (401, "Bearer")
    assert refused.json()["errors"][0]["extensions"]["code"] == "UNAUTHENTICATED"


def test_who_has_it_reads_them_however_often_others_tried() -> None:
    with serving(small_site(State(), metrics_token=SecretStr(TOKEN), most_a_minute=1)) as url:
        statuses = [httpx2.get(f"{url}/metrics").status_code for _ in range(2)]
        page = httpx2.get(f"{url}/metrics", headers={"Authorization": f"Bearer {TOKEN}"})

        assert statuses == [401, 429]
        assert (page.status_code, page.headers["cache-control"]) == (200, "no-store")
        assert page.headers["content-type"].startswith("text/plain")
        assert httpx2.post(f"{url}/metrics").status_code == 405
