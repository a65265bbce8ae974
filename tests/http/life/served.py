"""The whole server in a test's own loop, over a real socket, with a clock that is put forward by hand; and the app that uses it."""

import asyncio
import datetime
import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import httpx2
from pydantic import SecretStr

from app import application
from domain.clock import Clock, system_clock
from domain.profile import Tier
from services.accounts.development_key import development_key
from services.accounts.signing import development_signer
from settings import Settings
from tests.graphql import operations
from web.server import Server, listening

Answer = dict[str, Any]  # JSON, whose shape the operation says
GENERATION_SECONDS = 60
MANY = 1_000_000
"""Requests a minute: weeks of a life pass in one."""
HOME = ZoneInfo("Europe/Amsterdam")


@dataclass
class Now:
    """A clock that stands where it is put."""

    moment: datetime.datetime

    def __call__(self) -> datetime.datetime:
        return self.moment

    def put(self, date: datetime.date, hour: int) -> None:
        """To this hour of an athlete in Amsterdam."""
        self.moment = datetime.datetime.combine(date, datetime.time(hour), HOME).astimezone(datetime.UTC)


class App:
    """The mobile app: sends its own operations, and follows what it started."""

    def __init__(self, client: httpx2.AsyncClient) -> None:
        self._client = client

    async def run(self, name: str, **variables: object) -> Answer:
        """What the operation's one field answers."""
        body = {"query": operations.document(name), "operationName": name, "variables": variables}
        response = await self._client.post("/graphql", json=body)
        answer: Answer = response.json()
        assert (response.status_code, answer.get("errors")) == (200, None)
        (found,) = answer["data"].values()
        return dict(found)

    async def made(self, started: Answer) -> Answer:
        """The plan of a generation, once it is there."""
        generation = started["generation"]
        async with asyncio.timeout(GENERATION_SECONDS):
            while not generation["finishedAt"]:
                await asyncio.sleep(0.1)  # as the app does where it cannot subscribe
                generation = await self.run("Generation", id=generation["id"])
        assert generation["status"] == "SUCCEEDED", generation["failure"]
        return await self.run("PlanFullById", id=generation["plan"]["id"])

    async def followed(self, generation_id: str) -> list[Answer]:
        """Each state of a generation, from now to its end, as server-sent events."""
        body = {"query": operations.document("FollowGeneration"), "variables": {"id": generation_id}}
        states = []
        async with self._client.stream("POST", "/graphql", json=body, headers={"accept": "text/event-stream"}) as told:
            async for line in told.aiter_lines():
                if line.startswith("data: {"):
                    states.append(json.loads(line.removeprefix("data: "))["data"]["planGenerationChanges"])
        return states


@asynccontextmanager
async def living(folder: Path, database_url: str, now: Now) -> AsyncIterator[App]:
    """The app of one athlete, signed in, and the server that it talks to."""
    async with served(folder, database_url, clock=now) as url, signed_in(folder, url, "ann", now=now()) as app:
        yield app


@asynccontextmanager
async def served(
    folder: Path, database_url: str, *, clock: Clock = system_clock, direct_url: str | None = None
) -> AsyncIterator[str]:
    """Where the server answers, which works on generations too; `direct_url` leads past a pooler."""
    direct = None if direct_url is None else SecretStr(direct_url)
    settings = Settings(
        _env_file=None,
        data_dir=folder,
        port=0,
        openai_api_key=None,
        database_direct_url=direct,
        rate_limit_per_minute=MANY,
    )
    async with served_with(settings, database_url, clock=clock) as url:
        yield url


@asynccontextmanager
async def served_with(
    settings: Settings, database_url: str, *, clock: Clock = system_clock, with_worker: bool = True
) -> AsyncIterator[str]:
    """Where the server answers."""
    started = asyncio.Event()
    with listening(settings.host, settings.port) as opened:
        async with application(settings, database_url, with_worker=with_worker, clock=clock) as site:
            server = Server(site, started.set)
            serving = asyncio.create_task(server.serve(sockets=[opened]))
            await started.wait()
            try:
                yield f"http://127.0.0.1:{opened.getsockname()[1]}"
            finally:
                server.stop()
                await serving


@asynccontextmanager
async def signed_in(folder: Path, url: str, subject: str, *, now: datetime.datetime) -> AsyncIterator[App]:
    headers = {"authorization": f"Bearer {token_of(folder, subject, now=now)}"}
    async with httpx2.AsyncClient(base_url=url, timeout=20, headers=headers) as client:
        yield App(client)


def token_of(folder: Path, subject: str, *, now: datetime.datetime) -> str:
    signer = development_signer(development_key(folder))
    return signer.token(subject, tier=Tier.FREE, lifetime=datetime.timedelta(days=90), now=now)
