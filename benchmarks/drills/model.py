"""Many premium generations at a model that takes its time and fails now and then: how much time they add to the model's own."""

import asyncio
import os
import statistics
import subprocess
import sys
from itertools import cycle
from pathlib import Path

from benchmarks.drills.house import House, told, until, whole
from domain.profile import Tier, Viewer
from tests.llm.faults import Fault
from tests.llm.openai_server import OpenAIServer

GENERATIONS = whole("GENERATIONS", 500)
SECONDS = whole("SECONDS", 10)
CONCURRENCY = whole("CONCURRENCY", 32)
FAILING = whole("FAILING", 20)
"""One call of so many fails."""
WEEKS = 4
FREE_EVERY_SECONDS = 6
MOST_OVERHEAD = 0.2
MOST_MEGABYTES = 400
_FAULTS = (Fault.SERVER_ERROR, Fault.REFUSAL, Fault.RESET, Fault.LENGTH)
"""Two that are worth a second call, and two that leave the plan to the rules."""


async def bench(house: House, server: OpenAIServer) -> int:
    asked = await house.ask(await house.viewers(GENERATIONS, tier=Tier.PREMIUM), weeks=WEEKS)
    free = await house.viewers(max(1, GENERATIONS * SECONDS // CONCURRENCY // FREE_EVERY_SECONDS), tier=Tier.FREE)
    worker = house.worker(
        "worker",
        OPENAI_API_KEY="none",
        OPENAI_BASE_URL=server.address,
        MODEL_CONCURRENCY=str(CONCURRENCY),
    )
    asking = asyncio.create_task(_ask_now_and_then(house, free))
    has_ended = await until(lambda: _all_ended(house), seconds=10 * len(asked) * SECONDS / CONCURRENCY + 60)
    asking.cancel()
    peak, processor = _peak_megabytes(worker), _processor_seconds(worker)
    took = float(str(await house.value(_TOOK)))
    own = len(server.requests) * SECONDS / CONCURRENCY
    states = dict(await house.rows(f"select status, count(*) from generation {_PREMIUM} group by status"))
    authors = dict(
        await house.rows(
            "select document->>'author', count(*) from plan_version v "
            f"join generation g on g.plan_id = v.plan_id {_PREMIUM} group by 1"
        )
    )
    waited = [float(row[0]) for row in await house.rows(_FREE_SECONDS)]
    figures: dict[str, object] = {
        "premium generations": len(asked),
        "calls to the model": len(server.requests),
        "seconds": round(took, 1),
        f"the model's own, {CONCURRENCY} calls at once": round(own, 1),
        "overhead": f"{took / own - 1:.1%}",
        "ended as": states,
        "written by": authors,
        "memory of the worker at most, MB": peak,
        "its processor's seconds for a generation": round(processor / (len(asked) + len(waited)), 2),
        f"seconds that it needs of all {os.cpu_count()} cores": round(processor / (os.cpu_count() or 1), 1),
        "plans without a model meanwhile": len(waited),
        "of these, seconds: median, most": f"{statistics.median(waited):.2f}, {max(waited):.2f}" if waited else "none",
    }
    wrong = {
        "not all ended": not has_ended or states != {"SUCCEEDED": len(asked)},
        "overhead": took > (1 + MOST_OVERHEAD) * own,
        "memory": peak > MOST_MEGABYTES,
    }
    return told(figures, failed=[name for name, is_so in wrong.items() if is_so])


_PREMIUM = "where request->>'tier' = 'PREMIUM'"
_TOOK = f"select extract(epoch from max(finished_at) - min(started_at)) from generation {_PREMIUM}"
_FREE_SECONDS = """
    select extract(epoch from finished_at - requested_at) from generation
    where request->>'tier' = 'FREE' and status = 'SUCCEEDED'
"""


async def _ask_now_and_then(house: House, viewers: list[Viewer]) -> None:
    """For plans by the rules alone, while the others wait for the model."""
    await until(lambda: _has_begun(house), seconds=60)
    for viewer in viewers:
        await asyncio.sleep(FREE_EVERY_SECONDS)
        await house.ask([viewer], weeks=WEEKS)


async def _has_begun(house: House) -> bool:
    return await house.value("select count(*) from generation where started_at is not null") != 0


async def _all_ended(house: House) -> bool:
    return await house.value("select count(*) from generation where finished_at is null") == 0


def _processor_seconds(process: "subprocess.Popen[str]") -> float:
    fields = Path(f"/proc/{process.pid}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def _peak_megabytes(process: "subprocess.Popen[str]") -> int:
    lines = Path(f"/proc/{process.pid}/status").read_text().splitlines()
    return int(next(line for line in lines if line.startswith("VmHWM")).split()[1]) // 1024


if __name__ == "__main__":
    model = OpenAIServer()
    model.delay_seconds = SECONDS
    failures = cycle(_FAULTS)
    model.faults.extend(None if number % FAILING else next(failures) for number in range(1, 2 * GENERATIONS))
    with model.serving(), House() as opened:
        sys.exit(asyncio.run(bench(opened, model)))
