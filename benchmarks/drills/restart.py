"""Two servers restarted one after the other under load: with one retry, no request fails."""

import asyncio
import itertools
import signal
import subprocess
import sys
import time
from collections import Counter

import httpx2

from benchmarks.drills.house import House, free_port, told, until, whole

RESTARTS = whole("RESTARTS", 6)
CLIENTS = whole("CLIENTS", 8)
QUERY = {"query": "{ viewer { id revision onboarding { stage } } }"}


class Balancer:
    """Asks the servers in turn, and another one once where one does not answer."""

    def __init__(self, ports: list[int], tokens: list[str]) -> None:
        self._orders = itertools.cycle([ports, ports[::-1]])
        self._tokens = itertools.cycle(tokens)
        self.came_of_it: Counter[str] = Counter()

    async def ask(self, client: httpx2.AsyncClient) -> None:
        headers = {"Authorization": f"Bearer {next(self._tokens)}"}
        for word, port in zip(("answered", "answered by the second"), next(self._orders), strict=True):
            try:
                answer = await client.post(f"http://127.0.0.1:{port}/graphql", json=QUERY, headers=headers)
            except httpx2.TransportError:
                continue
            if answer.status_code == 200 and "errors" not in answer.json():
                self.came_of_it[word] += 1
                return
        self.came_of_it["failed"] += 1


async def drill(house: House) -> int:
    ports = [free_port(), free_port()]
    servers = [house.server(f"server-{port}", port) for port in ports]
    await asyncio.gather(*(ready(port) for port in ports))
    await house.viewers(4)
    balancer = Balancer(ports, [house.token(f"drill-{number}") for number in range(0, 4, 2)])
    over = asyncio.Event()
    load = [asyncio.create_task(_keep_asking(balancer, over)) for _ in range(CLIENTS)]
    began = time.monotonic()
    stops = [await _restarted(house, servers, ports, turn % 2) for turn in range(RESTARTS)]
    over.set()
    await asyncio.gather(*load)
    figures: dict[str, object] = {
        "restarts": RESTARTS,
        "requests": balancer.came_of_it.total(),
        "requests a second": round(balancer.came_of_it.total() / (time.monotonic() - began)),
        **balancer.came_of_it,
        "failed": balancer.came_of_it["failed"],
        "longest stop, in seconds": round(max(stops), 1),
    }
    wrong = {"requests failed": balancer.came_of_it["failed"], "nothing was asked": not balancer.came_of_it["answered"]}
    return told(figures, failed=[name for name, is_so in wrong.items() if is_so])


async def _restarted(house: House, servers: "list[subprocess.Popen[str]]", ports: list[int], which: int) -> float:
    """How long it took to stop."""
    began = time.monotonic()
    servers[which].send_signal(signal.SIGTERM)
    await asyncio.to_thread(servers[which].wait, 60)
    stopped = time.monotonic() - began
    servers[which] = house.server(f"server-{ports[which]}", ports[which])
    await ready(ports[which])
    return stopped


async def ready(port: int) -> None:
    async def is_ready() -> bool:
        try:
            async with httpx2.AsyncClient(timeout=2) as client:
                return (await client.get(f"http://127.0.0.1:{port}/readyz")).status_code == 200
        except httpx2.TransportError:
            return False

    if not await until(is_ready, seconds=90):
        raise TimeoutError("the server does not get ready")


async def _keep_asking(balancer: Balancer, over: asyncio.Event) -> None:
    async with httpx2.AsyncClient(timeout=20) as client:
        while not over.is_set():
            await balancer.ask(client)
            await asyncio.sleep(0.01)


if __name__ == "__main__":
    with House() as opened:
        sys.exit(asyncio.run(drill(opened)))
