"""A thousand idle subscribers: what each costs, how soon a change reaches them, and what is left when they have gone."""

import asyncio
import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

from sqlalchemy import text
from websockets.asyncio.client import ClientConnection, connect
from websockets.typing import Subprotocol

from benchmarks.drills.house import House, free_port, told, until, whole
from benchmarks.drills.restart import ready
from domain.generations import Generation
from domain.profile import Tier

SUBSCRIBERS = whole("SUBSCRIBERS", 1000)
CHANGES = whole("CHANGES", 100)
IDLE_SECONDS = whole("IDLE_SECONDS", 20)
EACH = 5
"""Connections of one athlete."""
LARGEST_KIB = 64
SLOWEST_MS = 50
_OPEN = ("01", "08")
"""As Linux counts the states of a socket: established, and closed by the other side alone."""
_CHANGE = text("update generation set version = version + 1")
_FOLLOW = "subscription ($id: ID!) { planGenerationChanges(id: $id) { id version status stage progress } }"


class Server:
    """The server as a process: what it uses, and how many tasks it has."""

    def __init__(self, house: House, port: int, **settings: str) -> None:
        self._tasks_file = house.folder / "tasks"
        self._port = port
        own = {
            "DATABASE_URL": house.url,
            "DATA_DIR": str(house.folder / "data"),
            "PORT": str(port),
            "LOG_LEVEL": "WARNING",
            "RATE_LIMIT_PER_MINUTE": "1000000",
        }
        kept = {key: os.environ[key] for key in ("PATH", "HOME") if key in os.environ}
        root = Path(__file__).parents[2]
        command = [sys.executable, "-m", "benchmarks.drills.counted_server", str(self._tasks_file)]
        # What it has to say goes into its log file, where there is one.
        quiet = subprocess.DEVNULL if "LOG_FILE" in settings else None
        env = {**kept, **own, "PYTHONPATH": str(root), **settings}
        self.process = subprocess.Popen(command, cwd=root, env=env, stderr=quiet)

    def kib(self) -> int:
        lines = Path(f"/proc/{self.process.pid}/status").read_text().splitlines()
        return int(next(line for line in lines if line.startswith("VmRSS")).split()[1])

    def cpu_seconds(self) -> float:
        """What it has used of the processor so far."""
        fields = Path(f"/proc/{self.process.pid}/stat").read_text().rpartition(") ")[2].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")

    def connections(self) -> int:
        """Of clients, which it has not closed."""
        lines = Path("/proc/net/tcp").read_text().splitlines()[1:]
        sockets = [line.split() for line in lines]
        here = f":{self._port:04X}"
        return sum(state in _OPEN and local.endswith(here) for _, local, _, state, *_ in sockets)

    async def tasks(self) -> int:
        self._tasks_file.unlink(missing_ok=True)
        self.process.send_signal(signal.SIGUSR1)

        async def is_written() -> bool:
            return self._tasks_file.exists()

        await until(is_written, seconds=10, every=0.01)
        return int(self._tasks_file.read_text())


async def drill(house: House) -> int:
    port = free_port()
    server = Server(house, port)
    try:
        return await _measured(house, server, port)
    finally:
        server.process.kill()
        server.process.wait()


async def _measured(house: House, server: Server, port: int) -> int:
    await ready(port)
    asked = await house.ask(await house.viewers(SUBSCRIBERS // EACH))
    warm = [await _subscribed(house, port, number, asked[number]) for number in range(20)]
    for socket in warm:
        await socket.close()
    await asyncio.sleep(1)
    tasks, memory = await server.tasks(), server.kib()
    sockets = [await _subscribed(house, port, number // EACH, asked[number // EACH]) for number in range(SUBSCRIBERS)]
    await asyncio.sleep(2)
    began = server.cpu_seconds()
    await asyncio.sleep(IDLE_SECONDS)
    idle = (server.cpu_seconds() - began) / IDLE_SECONDS
    each = (server.kib() - memory) / SUBSCRIBERS
    tasks_during = await server.tasks()
    began = server.cpu_seconds()
    delays = await _delays(house, sockets, asked)
    busy = server.cpu_seconds() - began
    await asyncio.gather(*(socket.close() for socket in sockets))
    left_at = time.monotonic()

    async def are_gone() -> bool:
        return await server.tasks() <= tasks + 1

    is_clean = await until(are_gone, seconds=5)
    p95 = sorted(delays)[int(len(delays) * 0.95)]
    figures: dict[str, object] = {
        "subscribers": SUBSCRIBERS,
        "KiB each": round(each, 1),
        "tasks before, with all, after": f"{tasks}, {tasks_during}, {await server.tasks()}",
        "seconds until the tasks were gone": round(time.monotonic() - left_at, 1),
        "processor while all are idle": f"{idle:.1%} of a core",
        "ms of the processor for a delivery": round(busy * 1000 / len(delays), 1),
        "changes, deliveries": f"{CHANGES}, {len(delays)}",
        "ms from commit to delivery: median, p95, longest": [
            round(x) for x in (sorted(delays)[len(delays) // 2], p95, max(delays))
        ],
    }
    wrong = {"memory": each > LARGEST_KIB, "tasks left": not is_clean, "slow": p95 > SLOWEST_MS}
    return told(figures, failed=[name for name, is_so in wrong.items() if is_so])


async def _subscribed(house: House, port: int, athlete: int, asked: Generation) -> ClientConnection:
    token = house.token(f"drill-{athlete}", tier=(Tier.FREE, Tier.PREMIUM)[athlete % 2])
    socket = await connect(
        f"ws://127.0.0.1:{port}/graphql",
        subprotocols=[Subprotocol("graphql-transport-ws")],
        compression=None,
        ping_interval=None,
    )
    await socket.send(json.dumps({"type": "connection_init", "payload": {"authorization": f"Bearer {token}"}}))
    await socket.recv()
    wish = {"query": _FOLLOW, "variables": {"id": asked.id}}
    await socket.send(json.dumps({"type": "subscribe", "id": "1", "payload": wish}))
    first = json.loads(await socket.recv())
    assert first["type"] == "next", first
    return socket


async def _delays(house: House, sockets: list[ClientConnection], asked: list[Generation]) -> list[float]:
    """Milliseconds from each change's commit to each of its followers."""
    delays: list[float] = []
    async with house.database() as database:
        for turn in range(CHANGES):
            number = turn % len(asked)
            followers = sockets[number * EACH : (number + 1) * EACH]
            waiting = [asyncio.create_task(_arrival(socket)) for socket in followers]
            async with database.transaction(asked[number].athlete_id) as session:
                await (await session.connection()).execute(_CHANGE)
            committed = time.perf_counter()
            delays += [(at - committed) * 1000 for at in await asyncio.gather(*waiting)]
    return delays


async def _arrival(socket: ClientConnection) -> float:
    await socket.recv()
    return time.perf_counter()


if __name__ == "__main__":
    with House() as opened:
        sys.exit(asyncio.run(drill(opened)))
