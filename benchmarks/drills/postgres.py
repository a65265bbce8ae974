"""kill -9 of PostgreSQL under load: what was acknowledged is there, work goes on at once, and followers see the end."""

import asyncio
import json
import sys
import time

import httpx2
from websockets.asyncio.client import connect
from websockets.typing import Subprotocol

from benchmarks.drills.house import House, free_port, told, whole
from benchmarks.drills.restart import ready

KILLS = whole("KILLS", 5)
CLIENTS = whole("CLIENTS", 6)
CALM_SECONDS = 3
POOL = 10
LISTENING = 1
_SAVE = "mutation ($input: SaveProfileInput!) { saveProfile(input: $input) { __typename } }"
_CONNECTIONS = "select count(*) from pg_stat_activity where backend_type = 'client backend' and pid <> pg_backend_pid()"
_FOLLOW = "subscription ($id: ID!) { planGenerationChanges(id: $id) { status version } }"
_CANCEL = "mutation ($input: CancelGenerationInput!) { cancelGeneration(input: $input) { __typename } }"
_PROFILE: dict[str, object] = {
    "displayName": "Drill",
    "birthYear": 1990,
    "heightCm": 170,
    "weightKg": 65,
    "timeZone": "UTC",
    "experience": "NOVICE",
}


class Writer:
    """Saves a profile again and again, each time with another goal, and remembers what was acknowledged last."""

    def __init__(self, url: str, token: str) -> None:
        self._url = url
        self._headers = {"Authorization": f"Bearer {token}"}
        self.acknowledged: list[tuple[float, int]] = []
        self.refused = 0

    async def write(self, over: asyncio.Event) -> None:
        number = 0
        async with httpx2.AsyncClient(timeout=20, headers=self._headers) as client:
            while not over.is_set():
                number += 1
                given = {**_PROFILE, "goal": f"To count to {number:09}"}
                try:
                    answer = await client.post(self._url, json={"query": _SAVE, "variables": {"input": given}})
                    saved = (answer.json().get("data") or {}).get("saveProfile", {}).get("__typename")
                except (httpx2.TransportError, ValueError):
                    saved = None
                if saved == "SaveProfileSuccess":
                    self.acknowledged.append((time.monotonic(), number))
                else:
                    self.refused += 1
                await asyncio.sleep(0.02)


async def drill(house: House) -> int:
    port = free_port()
    url = f"http://127.0.0.1:{port}/graphql"
    server = house.server("server", port)
    await ready(port)
    (follower,) = await house.viewers(1)
    (followed,) = await house.ask([follower])
    writers = [Writer(url, house.token(f"writer-{number}")) for number in range(CLIENTS)]
    over = asyncio.Event()
    following = asyncio.create_task(_followed(port, house.token("drill-0"), followed.id))
    load = [asyncio.create_task(writer.write(over)) for writer in writers]
    returns = [await _killed(house) for _ in range(KILLS)]
    await asyncio.sleep(CALM_SECONDS)
    over.set()
    await asyncio.gather(*load)
    connections = int(str(await house.value(_CONNECTIONS)))
    async with httpx2.AsyncClient(timeout=20, headers={"Authorization": f"Bearer {house.token('drill-0')}"}) as client:
        await client.post(url, json={"query": _CANCEL, "variables": {"input": {"generationId": followed.id}}})
    seen = await asyncio.wait_for(following, 30)
    lost = [await _lost(house, number, writer) for number, writer in enumerate(writers)]
    waits = [_first_after(writers, at) - at for at in returns]
    figures: dict[str, object] = {
        "PostgreSQL killed": KILLS,
        "writes acknowledged": sum(len(writer.acknowledged) for writer in writers),
        "writes refused": sum(writer.refused for writer in writers),
        "acknowledged and lost": sum(lost),
        "seconds from its return to the first write": [round(wait, 2) for wait in waits],
        "connections at the end, of so many": f"{connections} of {POOL + LISTENING}",
        "the subscription saw": seen,
        "the server lives": server.poll() is None,
    }
    wrong = {
        "lost": any(lost),
        "slow to return": max(waits) > 2,
        "connections leaked": connections > POOL + LISTENING,
        "subscription lost": seen[-1] != "CANCELLED",
    }
    return told(figures, failed=[name for name, is_so in wrong.items() if is_so])


async def _killed(house: House) -> float:
    """When it was back."""
    await asyncio.sleep(CALM_SECONDS)
    house.kill_postgres()
    house.start_postgres()
    return time.monotonic()


def _first_after(writers: list[Writer], at: float) -> float:
    return min((when for writer in writers for when, _number in writer.acknowledged if when > at), default=at + 999)


async def _lost(house: House, number: int, writer: Writer) -> bool:
    """Whether what is stored is older than what was acknowledged last."""
    goals = await house.rows(
        f"select p.goal from profile p join athlete a on a.id = p.athlete_id where a.subject = 'writer-{number}'"
    )
    stored = int(goals[0]["goal"].rsplit(" ", 1)[1]) if goals else 0
    return stored < writer.acknowledged[-1][1]


async def _followed(port: int, token: str, generation_id: str) -> list[str]:
    """The states that a subscription shows, through all of it, on one connection."""
    seen = []
    async with connect(f"ws://127.0.0.1:{port}/graphql", subprotocols=[Subprotocol("graphql-transport-ws")]) as socket:
        await socket.send(json.dumps({"type": "connection_init", "payload": {"authorization": f"Bearer {token}"}}))
        await socket.recv()
        wish = {"query": _FOLLOW, "variables": {"id": generation_id}}
        await socket.send(json.dumps({"type": "subscribe", "id": "1", "payload": wish}))
        while (message := json.loads(await socket.recv()))["type"] == "next":
            seen.append(message["payload"]["data"]["planGenerationChanges"]["status"])
    return seen


if __name__ == "__main__":
    with House() as opened:
        sys.exit(asyncio.run(drill(opened)))
