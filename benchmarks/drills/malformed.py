"""Ten thousand malformed requests over real sockets: no answer is the server's fault, nothing leaks, and it is as before after."""

import asyncio
import itertools
import re
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

import httpx2

from benchmarks.drills.house import House, free_port, told, until, whole
from benchmarks.drills.restart import ready
from benchmarks.drills.subscribers import Server
from db.seed.catalogue import read_catalogue
from domain.profile import Tier
from schema import schema
from services.generation.engine import RuleEngine
from services.generation.work import GenerationWork
from tests.http.malformed.cases import Case, Cases
from tests.http.malformed.sending import faults_of

CASES = whole("CASES", 10_000)
SEED = whole("SEED", 1)
AT_ONCE = 40
MOST_MORE_MIB = 50
WARM_UP = 500
"""Cases after which memory is looked at first: what is loaded at first use is no leak."""
VIEWER = {"query": "{ viewer { id revision } }"}
PLAN = {"query": "{ viewer { planInReview { id weeks { days { id activities { id } } } } } }"}


async def drill(house: House) -> int:
    port = free_port()
    log = house.folder / "malformed.log"
    server = Server(house, port, LOG_FILE=str(log), LOG_LEVEL="INFO", RATE_LIMIT_PER_MINUTE="1000000")
    try:
        await ready(port)
        return await _measured(house, server, f"http://127.0.0.1:{port}", log)
    finally:
        server.process.kill()
        server.process.wait()


async def _measured(house: House, server: Server, address: str, log: Path) -> int:
    await _make_plans(house)
    tokens = (house.token("drill-0"), house.token("drill-1", tier=Tier.PREMIUM))
    ids = [one for token in tokens for one in await _ids(address, token)]
    faults = await faults_of(address, _cases(tokens, ids, WARM_UP, seed=SEED + 1), at_once=AT_ONCE)
    await _is_well(address, tokens[0])
    before = await _left(server)
    memory = server.kib()
    sent: Counter[str] = Counter()
    counted = (case for case in _cases(tokens, ids, CASES, seed=SEED) if sent.update([case.kind]) is None)
    faults += await faults_of(address, counted, at_once=AT_ONCE)
    is_well = await _is_well(address, tokens[0])
    more = (server.kib() - memory) / 1024

    async def is_as_before() -> bool:
        return await _left(server) <= before

    is_clean = await until(is_as_before, seconds=40)
    errors = _errors_in(log)
    figures: dict[str, object] = {
        "cases": sent.total(),
        **{f"of them {kind}": count for kind, count in sorted(sent.items())},
        "answers that are the server's fault, or leak": len(faults),
        "errors in the server's log": len(errors),
        "MiB more than after the first 500": round(more, 1),
        "tasks and connections before, after": f"{before}, {await _left(server)}",
    }
    for fault in itertools.islice([*faults, *errors], 20):
        print(f"{fault[:1000]} … {fault[-1000:]}", file=sys.stderr)
    wrong = {
        "faults": faults,
        "errors in the log": errors,
        "memory": more > MOST_MORE_MIB,
        "something left over": not is_clean,
        "not well after": not is_well,
    }
    return told(figures, failed=[name for name, is_so in wrong.items() if is_so])


async def _make_plans(house: House) -> None:
    """So that there is something to change."""
    viewers = await house.viewers(2)
    async with house.database() as database:
        work = GenerationWork(database, RuleEngine(read_catalogue()))
        for viewer, generation in zip(viewers, await house.ask(viewers), strict=True):
            await work.run(viewer.athlete_id, generation.id)


async def _ids(address: str, token: str) -> set[str]:
    """Of everything in an athlete's plan, and of the plan."""
    async with httpx2.AsyncClient(base_url=address, timeout=20, headers={"Authorization": f"Bearer {token}"}) as client:
        answer = await client.post("/graphql", json=PLAN)
    return set(re.findall(r'"id":"(\w+(?:-\d+)?)"', answer.text))


def _cases(tokens: Sequence[str], ids: Sequence[str], count: int, *, seed: int) -> Iterator[Case]:
    return itertools.islice(iter(Cases(schema.core, seed=seed, tokens=tokens, ids=ids)), count)


def _errors_in(log: Path) -> list[str]:
    return [line for line in log.read_text(encoding="utf-8").splitlines() if '"level":"error"' in line]


async def _is_well(address: str, token: str) -> bool:
    async with httpx2.AsyncClient(base_url=address, timeout=20, headers={"Authorization": f"Bearer {token}"}) as client:
        health = await client.get("/readyz")
        answer = await client.post("/graphql", json=VIEWER)
    return (health.status_code, answer.status_code) == (200, 200) and "errors" not in answer.json()


async def _left(server: Server) -> tuple[int, int]:
    return await server.tasks(), server.connections()


if __name__ == "__main__":
    with House() as opened:
        sys.exit(asyncio.run(drill(opened)))
