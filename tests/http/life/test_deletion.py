"""An account is deleted over a real socket: at two servers of one database, with a token of Supabase's, and there too."""

import asyncio
import datetime
import json
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import httpx2
import pytest
from pydantic import SecretStr
from websockets.asyncio.client import connect
from websockets.typing import Subprotocol

from services.accounts.signing import secret_signer
from settings import Settings
from tests.database.generation.workers import until
from tests.graphql import operations
from tests.graphql.conftest import PROFILE
from tests.http.life.served import served_with
from tests.supabase import KEY, USER, Project, project

SECRET = "a-secret-for-tests-that-is-long-enough"
NEIGHBOUR = "2f1c1f0e-5a44-4e0b-9d0b-1f4a3a5f8c11"
VIEWER = "{ viewer { id profile { displayName } } }"


@dataclass(frozen=True)
class Phone:
    """Somebody's app: what it is answered, in full."""

    client: httpx2.AsyncClient

    async def ask(self, query: str) -> httpx2.Response:
        return await self.client.post("/graphql", json={"query": query})

    async def run(self, name: str, **input: object) -> httpx2.Response:
        body = {"query": operations.document(name), "operationName": name, "variables": {"input": input}}
        return await self.client.post("/graphql", json=body)

    async def delete(self, confirmation: str) -> dict[str, Any]:
        """What the mutation answers."""
        response = await self.run("DeleteAccount", confirmation=confirmation)
        assert response.status_code == 200
        answer: dict[str, Any] = response.json()["data"]["deleteAccount"]
        return answer


@dataclass(frozen=True)
class World:
    """Ann's app at two servers, of which the first works too; her neighbour's; and where both signed in."""

    here: Phone
    there: Phone
    neighbour: Phone
    supabase: Project


@pytest.fixture
async def world(tmp_path: Path, database_url: str) -> AsyncIterator[World]:
    with project() as supabase:
        settings = Settings(
            _env_file=None,
            data_dir=tmp_path,
            port=0,
            openai_api_key=None,
            supabase_url=supabase.url,
            supabase_jwt_secret=SecretStr(SECRET),
            supabase_service_role_key=SecretStr(KEY),
        )
        async with AsyncExitStack() as stack:
            here = await stack.enter_async_context(served_with(settings, database_url))
            there = await stack.enter_async_context(served_with(settings, database_url, with_worker=False))
            ann, ann_there, neighbour = [
                Phone(await stack.enter_async_context(_client(url, supabase, subject)))
                for url, subject in ((here, USER), (there, USER), (here, NEIGHBOUR))
            ]
            for phone in (ann, neighbour):
                assert (await phone.run("SaveProfile", **PROFILE)).status_code == 200
            yield World(ann, ann_there, neighbour, supabase)


def _client(url: str, supabase: Project, subject: str) -> httpx2.AsyncClient:
    signer = secret_signer(SECRET, supabase_url=supabase.url)
    token = signer.token(subject, lifetime=datetime.timedelta(hours=1), now=datetime.datetime.now(datetime.UTC))
    return httpx2.AsyncClient(base_url=url, timeout=20, headers={"authorization": f"Bearer {token}"})


def refusal(response: httpx2.Response) -> tuple[int, str, str]:
    (error,) = response.json()["errors"]
    return response.status_code, error["extensions"]["code"], error["message"]


DELETED = (401, "UNAUTHENTICATED", "This account was deleted: its tokens open nothing any more. Sign out.")


async def test_it_is_gone_everywhere_and_asking_again_tells_when(
    world: World, capfd: pytest.CaptureFixture[str]
) -> None:
    refused = await world.here.delete("ann")
    assert refused["message"] == "Please correct: confirmation."
    assert (await world.here.ask(VIEWER)).json()["data"]["viewer"]["profile"] == {"displayName": "Ann"}

    deleted = await world.here.delete("Ann")

    assert refusal(await world.here.ask(VIEWER)) == DELETED
    assert refusal(await world.here.run("SaveProfile", **PROFILE)) == DELETED

    async def is_known_there() -> bool:
        return (await world.there.ask(VIEWER)).status_code == 401

    await until(is_known_there)
    assert refusal(await world.there.run("SaveProfile", **PROFILE)) == DELETED
    assert await world.there.delete("") == deleted
    assert (await world.there.ask("{ service { apiVersion } }")).json() == {"data": {"service": {"apiVersion": "1"}}}
    assert (await world.neighbour.ask(VIEWER)).json()["data"]["viewer"]["profile"] == {"displayName": "Ann"}

    written: list[str] = []

    async def is_removed() -> bool:
        written.extend(capfd.readouterr())
        return "account.user_removed" in "".join(written)

    await until(is_removed)
    assert world.supabase.users == set()
    assert world.supabase.asked == [("DELETE", f"/auth/v1/admin/users/{USER}", KEY, f"Bearer {KEY}")]
    assert [secret for secret in (KEY, USER, SECRET) if secret in "".join(written)] == []


async def test_a_socket_that_was_open_before_follows_nothing_any_more(world: World) -> None:
    client = world.here.client
    address = str(client.base_url.copy_with(scheme="ws")).rstrip("/") + "/graphql"
    protocol = Subprotocol("graphql-transport-ws")
    async with asyncio.timeout(60), connect(address, subprotocols=[protocol]) as socket:
        payload = {"authorization": client.headers["authorization"]}
        await socket.send(json.dumps({"type": "connection_init", "payload": payload}))
        assert json.loads(await socket.recv()) == {"type": "connection_ack"}
        await world.here.delete("Ann")
        query = 'subscription { planGenerationChanges(id: "generation_x") { id } }'
        await socket.send(json.dumps({"type": "subscribe", "id": "a", "payload": {"query": query}}))
        told = json.loads(await socket.recv())
        assert (told["type"], told["payload"][0]["extensions"]["code"]) == ("error", "UNAUTHENTICATED")
