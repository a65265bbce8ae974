"""`make bench-reads`: prints and keeps what each read takes of the processor, each way, in one run."""

import asyncio
import gc
import math
import platform
import time
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import asyncpg
import msgspec
import orjson
import uvloop
from sqlalchemy.ext.asyncio import create_async_engine
from sqlmodel.ext.asyncio.session import AsyncSession

from benchmarks.drills.house import House, whole
from benchmarks.reads.asking import Client
from benchmarks.reads.athlete import reading_athlete
from benchmarks.reads.by_hand import ByHand
from benchmarks.reads.questions import leaves, questions
from benchmarks.reads.rows import Rows
from benchmarks.reads.served import PLENTY, served, services_on
from benchmarks.reads.services import plan_alone, playbook_alone
from benchmarks.reads.tables import fill
from benchmarks.reads.tutorial import tutorial
from db.seed.catalogue import read_catalogue
from db.urls import asyncpg_url, plain_url
from domain.ids import AthleteId, PlanId
from services.composition import Services
from web.rate_limit import rate_limit

ROUNDS = whole("ROUNDS", 20)
IN_A_ROW = 16
"""Requests of one way, before the next way has its turn."""
RESULTS = Path(__file__).parents[1] / "results" / "reads.json"
BY_HAND, FASTAPI, SERVICES = "document by hand", "FastAPI and SQLModel", "the services alone"
OTHERWISE = (FASTAPI, SERVICES)
"""What does not answer in GraphQL's words, or not at all."""
Ask = Callable[[], Awaitable[bytes]]


class Read(msgspec.Struct, frozen=True, kw_only=True):
    """What one question takes. Milliseconds are of this process's processor, for one request; PostgreSQL's are not in it."""

    bytes: int
    leaves: int
    milliseconds: dict[str, float]


@dataclass(frozen=True)
class Opened:
    """All that is asked, on one database."""

    compiled: Client
    by_core: Client
    fastapi: Client
    by_hand: ByHand
    rows: Rows
    services: Services

    def ways(self, athlete_id: AthleteId, plan_id: PlanId) -> dict[str, dict[str, Ask]]:
        """Of each question, who answers it. Those by hand know the question, and need not read it."""
        token = self.compiled.token
        alone: dict[str, dict[str, Ask]] = {
            "viewer": {BY_HAND: partial(self.by_hand.viewer, token), FASTAPI: partial(self.fastapi.ask, "/viewer")},
            "playbook": {
                BY_HAND: partial(self.by_hand.playbook, token),
                SERVICES: partial(playbook_alone, self.services, athlete_id),
                FASTAPI: partial(self.fastapi.ask, "/lessons"),
            },
            "plan": {
                BY_HAND: partial(self.by_hand.plan, token, plan_id),
                "rows by hand": partial(self.rows.plan, token, plan_id),
                SERVICES: partial(plan_alone, self.services, athlete_id, plan_id),
                FASTAPI: partial(self.fastapi.ask, f"/plans/{plan_id}"),
            },
        }
        graphql = {"compiled": self.compiled, "graphql-core": self.by_core}
        return {
            name: {way: partial(client.ask, "/graphql", question.body) for way, client in graphql.items()} | alone[name]
            for name, question in questions(plan_id).items()
        }


async def measure(house: House) -> None:
    async with house.database() as database, rate_limit(PLENTY, redis_url=None) as rate:
        viewer, plan = await reading_athlete(house, database)
        token, tokens, catalogue = house.token(viewer.subject), house.tokens(), read_catalogue()
        services = services_on(database, tokens)
        engine = create_async_engine(asyncpg_url(house.url))
        async with AsyncSession(engine) as session:
            await fill(session, plan, await services.playbooks.playbook(viewer.athlete_id), catalogue)
        async with asyncpg.create_pool(plain_url(house.url), min_size=1, max_size=1) as pool:
            opened = Opened(
                compiled=Client(served(services, rate, compiles=True), token),
                by_core=Client(served(services, rate, compiles=False), token),
                fastapi=Client(tutorial(engine, tokens), token),
                by_hand=ByHand(pool, tokens, catalogue),
                rows=Rows(pool, tokens),
                services=services,
            )
            reads = {name: await _measured(ways) for name, ways in opened.ways(viewer.athlete_id, plan.id).items()}
        await engine.dispose()
        await tokens.close()
    _tell(reads)


async def _measured(ways: dict[str, Ask]) -> Read:
    """The lowest of all rounds, for each way."""
    answers = {way: orjson.loads(await ask()) for way, ask in ways.items()}
    answer = answers["compiled"]
    assert all(one == answer for way, one in answers.items() if way not in OTHERWISE), "they must answer the same"
    lowest = dict.fromkeys(ways, math.inf)
    gc.collect()
    gc.freeze()
    for _ in range(ROUNDS):
        for way, ask in ways.items():
            began = time.process_time()
            for _ in range(IN_A_ROW):
                await ask()
            lowest[way] = min(lowest[way], (time.process_time() - began) * 1000 / IN_A_ROW)
    return Read(
        bytes=len(orjson.dumps(answer)),
        leaves=leaves(answer),
        milliseconds={way: round(lowest[way], 3) for way in sorted(lowest, key=lowest.__getitem__)},
    )


def _tell(reads: dict[str, Read]) -> None:
    for name, read in reads.items():
        print(f"{name}: {read.leaves} leaves, {read.bytes} bytes")
        for way, milliseconds in read.milliseconds.items():
            print(f"  {way:<24} {milliseconds:7.2f} ms of the processor a request")
    found = {"python": platform.python_version(), "machine": platform.machine(), "reads": reads}
    RESULTS.write_bytes(msgspec.json.format(msgspec.json.encode(found), indent=2) + b"\n")


if __name__ == "__main__":
    with House() as house, asyncio.Runner(loop_factory=uvloop.new_event_loop) as runner:
        runner.run(measure(house))
