"""What an athlete has beside GraphQL, over a real socket: everything to take along, and a calendar feed."""

import datetime
from collections.abc import AsyncIterator
from pathlib import Path

import httpx2
import pytest

from domain.clock import system_clock
from domain.profile import Tier
from services.accounts.development_key import development_key
from services.accounts.signing import development_signer
from settings import Settings
from tests.graphql import operations
from tests.graphql.conftest import PROFILE
from tests.http.life.served import served_with

EXPORT = "/api/export"
CALENDAR = "/api/calendar"


@pytest.fixture
async def client(tmp_path: Path, database_url: str) -> AsyncIterator[httpx2.AsyncClient]:
    """A server, asked without a token."""
    settings = Settings(_env_file=None, data_dir=tmp_path, port=0, openai_api_key=None)
    async with (
        served_with(settings, database_url, with_worker=False) as url,
        httpx2.AsyncClient(base_url=url, timeout=20) as opened,
    ):
        yield opened


def bearer(folder: Path, subject: str, *, is_service: bool = False) -> dict[str, str]:
    signer = development_signer(development_key(folder))
    lifetime = datetime.timedelta(hours=1)
    token = signer.token(subject, tier=Tier.FREE, is_service=is_service, lifetime=lifetime, now=system_clock())
    return {"authorization": f"Bearer {token}"}


async def run(client: httpx2.AsyncClient, headers: dict[str, str], name: str, given: object) -> None:
    body = {"query": operations.document(name), "operationName": name, "variables": {"input": given}}
    assert "errors" not in (await client.post("/graphql", json=body, headers=headers)).json()


async def test_an_athlete_downloads_what_is_theirs_and_nobody_else_does(
    client: httpx2.AsyncClient, tmp_path: Path
) -> None:
    ann, bob = bearer(tmp_path, "ann"), bearer(tmp_path, "bob")
    await run(client, ann, "SaveProfile", PROFILE)

    response = await client.get(EXPORT, headers=ann)

    assert response.status_code == 200
    assert {name: response.headers[name] for name in ("content-type", "content-disposition", "cache-control")} == {
        "content-type": "application/json; charset=utf-8",
        "content-disposition": 'attachment; filename="coachbook.json"',
        "cache-control": "no-store",
    }
    assert int(response.headers["content-length"]) == len(response.content)
    assert response.json()["profile"][0]["goal"] == PROFILE["goal"]
    assert (await client.get(EXPORT, headers=bob)).json()["profile"] == []
    nobody = await client.get(EXPORT)
    assert (nobody.status_code, nobody.headers["www-authenticate"]) == (401, "Bearer")
    assert nobody.json()["errors"][0]["extensions"]["code"] == "UNAUTHENTICATED"
    service = await client.get(EXPORT, headers=bearer(tmp_path, "service", is_service=True))
    assert (service.status_code, service.json()["errors"][0]["extensions"]["code"]) == (403, "FORBIDDEN")
    assert (await client.post(EXPORT, headers=ann)).status_code == 405

    await run(client, ann, "DeleteAccount", {"confirmation": "Ann"})

    assert (await client.get(EXPORT, headers=ann)).status_code == 401


async def test_a_calendar_app_reads_the_address_that_the_athletes_app_asked_for(
    client: httpx2.AsyncClient, tmp_path: Path
) -> None:
    ann = bearer(tmp_path, "ann")

    opened = await client.post(CALENDAR, headers=ann)

    path = opened.json()["path"]
    assert (opened.status_code, list(opened.json()), opened.headers["cache-control"]) == (201, ["path"], "no-store")
    assert path.startswith("/api/calendar.ics?token=")
    feed = await client.get(path)
    assert (feed.status_code, feed.headers["content-type"]) == (200, "text/calendar; charset=utf-8")
    assert (feed.headers["cache-control"], feed.headers["referrer-policy"]) == ("private, no-cache", "no-referrer")
    assert feed.content.startswith(b"BEGIN:VCALENDAR\r\nVERSION:2.0\r\n")
    for known in (feed.headers["etag"], f'"other", W/{feed.headers["etag"]}'):
        same = await client.get(path, headers={"if-none-match": known})
        assert (same.status_code, same.content, same.headers["etag"]) == (304, b"", feed.headers["etag"])
    assert (await client.head(path)).status_code == 200
    assert (await client.post(path)).status_code == 405

    assert (await client.delete(CALENDAR, headers=ann)).status_code == 204
    closed = await client.get(path)
    assert (closed.status_code, closed.json()["errors"][0]["extensions"]["code"]) == (404, "NOT_FOUND")


@pytest.mark.parametrize("method", ["POST", "DELETE"])
async def test_an_address_is_asked_for_and_closed_by_an_athlete_alone(
    client: httpx2.AsyncClient, tmp_path: Path, method: str
) -> None:
    service = bearer(tmp_path, "service", is_service=True)

    assert (await client.request(method, CALENDAR)).status_code == 401
    assert (await client.request(method, CALENDAR, headers=service)).status_code == 403
    assert (await client.get(CALENDAR, headers=bearer(tmp_path, "ann"))).headers["allow"] == "POST, DELETE"
    for query in ("", "?token=", "?token=x", "?token=x&token=x"):
        assert (await client.get(f"{CALENDAR}.ics{query}")).status_code == 404
