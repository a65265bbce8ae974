"""An athlete takes everything along, over a real socket."""

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
