"""`make bench-training`: prints what edits take, and the logs of an offline queue. Fails where an athlete waits too long."""

import asyncio
import sys

from benchmarks.drills.house import House, told, whole
from benchmarks.plans.results import percentile
from benchmarks.training.edits import Timings, timed_edits
from benchmarks.training.logs import timed_logs
from db.seed.catalogue import read_catalogue

ATHLETES = whole("ATHLETES", 60)
LOGS = whole("LOGS", 200)
SEED = 2026
SLOWEST_EDIT_MS = 100
SLOWEST_QUEUE_SECONDS = 5


async def measure(house: House) -> int:
    async with house.database() as database:
        clock, cpu = await timed_edits(database, read_catalogue(), athletes=ATHLETES, seed=SEED)
    logs = await timed_logs(house, LOGS)
    figures: dict[str, object] = {f"edit, {name}": _figures(clock[name], cpu[name]) for name in sorted(clock)}
    edits = _all(clock)
    figures["all edits"] = f"{len(edits)}: {_figures(edits, _all(cpu))}"
    figures[f"{len(logs)} logs of an offline queue"] = f"{sum(logs):.2f} s"
    failed = ["edits are slow"] if percentile(edits, 0.95) > SLOWEST_EDIT_MS else []
    failed += ["the queue is slow"] if sum(logs) > SLOWEST_QUEUE_SECONDS else []
    return told(figures, failed=failed)


def _figures(clock: list[float], cpu: list[float]) -> str:
    return f"p50 {percentile(clock, 0.5):.0f} ms, p95 {percentile(clock, 0.95):.0f} ms (CPU {percentile(cpu, 0.95):.0f} ms)"


def _all(timings: Timings) -> list[float]:
    return [one for kind in timings.values() for one in kind]


if __name__ == "__main__":
    with House() as opened:
        sys.exit(asyncio.run(measure(opened)))
