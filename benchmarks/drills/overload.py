"""Asks four times as much of a server as it can do: the rest is refused at once, and who is let in is served all the same."""

import asyncio
import itertools
import json
import statistics
import sys
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field

from benchmarks.drills.house import House, free_port, told, whole
from benchmarks.drills.restart import ready

SECONDS = whole("SECONDS", 10)
TIMES = whole("TIMES", 4)
PLACES = 40
"""Of a server with a pool of ten connections."""
IDLE_SECONDS = 3
"""After which the server might just be closing a connection."""
QUERY = "{ viewer { id revision onboarding { stage } } exercises(first: 5) { edges { node { id name } } } }"


@dataclass
class Answers:
    """How long each took, in milliseconds, by what came of it."""

    ms: dict[str, list[float]] = field(default_factory=dict)

    def add(self, what: str, began: float) -> None:
        self.ms.setdefault(what, []).append((time.perf_counter() - began) * 1000)

    def count(self, what: str) -> int:
        return len(self.ms.get(what, ()))

    def percentile(self, what: str, percent: int) -> float:
        found = self.ms.get(what, [])
        return statistics.quantiles(found, n=100)[percent - 1] if len(found) > 1 else 0.0

    def others(self, *expected: str) -> dict[str, int]:
        """What came besides, and how often."""
        return {what: len(found) for what, found in self.ms.items() if what not in expected}


class Connection:
    """One that stays open, for one request at a time: as little work as there can be, so that the load is the server's."""

    def __init__(self, port: int) -> None:
        self._port = port
        self._streams: tuple[asyncio.StreamReader, asyncio.StreamWriter] | None = None
        self._used_at = 0.0

    async def ask(self, request: bytes) -> str:
        """What came of it, in a word."""
        if time.perf_counter() > self._used_at + IDLE_SECONDS:
            self.close()
        try:
            if self._streams is None:
                self._streams = await asyncio.open_connection("127.0.0.1", self._port)
            reader, writer = self._streams
            writer.write(request)
            head = (await reader.readuntil(b"\r\n\r\n")).lower()
            length = int(head.partition(b"content-length: ")[2].partition(b"\r\n")[0])
            body = await reader.readexactly(length)
        except (OSError, asyncio.IncompleteReadError):
            self.close()
            return "cut off"
        self._used_at = time.perf_counter()
        return _word(head, body)

    def close(self) -> None:
        if self._streams is not None:
            self._streams[1].close()
            self._streams = None


def _word(head: bytes, body: bytes) -> str:
    status = head.split(b" ", 2)[1].decode()
    if status == "200":
        return "served" if b'"errors"' not in body else "failed"
    is_said = b"\r\nretry-after: " in head and b'"UNAVAILABLE"' in body
    return "refused" if status == "503" and is_said else f"status {status}"


class Load:
    """Requests of some athletes in turn, over connections that are used again."""

    def __init__(self, port: int, tokens: list[str]) -> None:
        self._port = port
        self._requests = itertools.cycle([_request(token) for token in tokens])
        self._free: list[Connection] = []

    async def one(self, answers: Answers) -> None:
        connection = self._free.pop() if self._free else Connection(self._port)
        began = time.perf_counter()
        answers.add(await connection.ask(next(self._requests)), began)
        self._free.append(connection)

    async def closed(self, clients: int, seconds: float) -> Answers:
        """Each client asks again when it has its answer."""
        answers, end = Answers(), time.perf_counter() + seconds

        async def client() -> None:
            while time.perf_counter() < end:
                await self.one(answers)

        await asyncio.gather(*(client() for _ in range(clients)))
        return answers

    async def open(self, rate: float, seconds: float) -> Answers:
        """So many a second, whatever comes of them."""
        answers, began, asked = Answers(), time.perf_counter(), 0
        async with asyncio.TaskGroup() as group:
            while (elapsed := time.perf_counter() - began) < seconds:
                for _ in range(int(elapsed * rate) - asked):
                    group.create_task(self.one(answers))
                    asked += 1
                await asyncio.sleep(0.002)
        return answers

    def close(self) -> None:
        for connection in self._free:
            connection.close()


def _request(token: str) -> bytes:
    body = json.dumps({"query": QUERY}).encode()
    head = (
        f"POST /graphql HTTP/1.1\r\nHost: drill\r\nContent-Type: application/json\r\nAuthorization: Bearer {token}\r\n"
        f"Content-Length: {len(body)}\r\n\r\n"
    )
    return head.encode() + body


@asynccontextmanager
async def health_watched(port: int) -> AsyncIterator[Answers]:
    """How /livez answers meanwhile."""
    answers, over = Answers(), asyncio.Event()

    async def watch() -> None:
        connection = Connection(port)
        while not over.is_set():
            began = time.perf_counter()
            answers.add(await connection.ask(b"GET /livez HTTP/1.1\r\nHost: drill\r\n\r\n"), began)
            await asyncio.sleep(0.05)
        connection.close()

    watching = asyncio.create_task(watch())
    yield answers
    over.set()
    await watching


@dataclass(frozen=True)
class Course:
    """What came of the load, step by step."""

    alone: Answers
    full: Answers
    flooded: Answers
    health: Answers
    after: Answers

    def figures(self) -> dict[str, float]:
        """All but the first three are how many times the one is the other, so that they hold on any machine."""
        capacity = self.full.count("served") / SECONDS
        asked = (self.flooded.count("served") + self.flooded.count("refused")) / SECONDS
        served_ms = self.flooded.percentile("served", 50)
        return {
            "served a second, with every place taken": capacity,
            "refused in ms, median": self.flooded.percentile("refused", 50),
            "served in ms, median": served_ms,
            "asked, in times of what can be served": asked / capacity,
            "served then, in times of what can be": self.flooded.count("served") / SECONDS / capacity,
            "served (95 %), in times of a full house": self.flooded.percentile("served", 95)
            / self.full.percentile("served", 95),
            "refused (median), in times of served": self.flooded.percentile("refused", 50) / served_ms,
            "afterwards, in times of before": self.after.percentile("served", 50) / self.alone.percentile("served", 50),
        }

    def broken(self, figures: dict[str, float]) -> list[str]:
        """What was promised, and is not so."""
        wrong = {
            "too little was asked": figures["asked, in times of what can be served"] < TIMES * 0.7,
            "served too few": figures["served then, in times of what can be"] < 1 / 3,
            "served slowly": figures["served (95 %), in times of a full house"] > 4,
            "refused slowly": figures["refused (median), in times of served"] > 1 / 4,
            "slow afterwards": figures["afterwards, in times of before"] > 3,
            "answers of another kind": bool(self.flooded.others("served", "refused")),
            "health was not answered": bool(self.health.others("served")),
            "refused without need": bool(self.full.others("served") or self.after.others("served")),
        }
        return [name for name, is_so in wrong.items() if is_so]


async def drill(house: House) -> int:
    port = free_port()
    house.server("server", port)
    await ready(port)
    await house.viewers(4)
    load = Load(port, [house.token(f"drill-{number}") for number in range(4)])
    await load.closed(4, 2)  # what is done for the first time takes longer
    alone = await load.closed(1, SECONDS / 3)
    full = await load.closed(PLACES, SECONDS)
    async with health_watched(port) as health:
        flooded = await load.open(TIMES * full.count("served") / SECONDS, SECONDS)
    after = await load.closed(1, SECONDS / 3)
    load.close()
    course = Course(alone, full, flooded, health, after)
    figures = course.figures()
    shown: dict[str, object] = {name: round(value, 2) for name, value in figures.items()}
    besides = {**flooded.others("served", "refused"), **full.others("served")}
    return told(
        shown | {f"answers besides: {name}": count for name, count in besides.items()}, failed=course.broken(figures)
    )


if __name__ == "__main__":
    with House() as opened:
        sys.exit(asyncio.run(drill(opened)))
