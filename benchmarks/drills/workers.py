"""kill -9 of a worker at random moments: no plan is lost, none comes twice, and no recorded step runs again."""

import asyncio
import json
import random
import subprocess
import sys
import time
from datetime import datetime

from benchmarks.drills.house import DAILY, House, told, until, whole

GENERATIONS = whole("GENERATIONS", 200)
KILLS = whole("KILLS", 50)
WORKERS = whole("WORKERS", 4)
SECONDS = whole("SECONDS", 1800)
SLACK_SECONDS = 0.05
"""Between a step's last line in the log and its record."""
ENDED_BETWEEN_KILLS = 0.8 * GENERATIONS / max(KILLS, 1)
"""So that a fast machine is not done before so many were killed, and a slow one gets something done in between."""


async def drill(house: House) -> int:
    viewers = await house.viewers(GENERATIONS)
    asked = await house.ask(viewers, weeks=4)
    began = time.monotonic()
    workers = [house.worker(f"worker-{number}") for number in range(WORKERS)]
    killed = await _kill_at_random(house, workers, began)
    has_ended = await until(lambda: _all_ended(house), seconds=SECONDS - (time.monotonic() - began))
    took = time.monotonic() - began
    states = dict(await house.rows("select status, count(*) from generation group by status"))
    plans = await house.value("select count(*) from plan_version")
    repeated = await _recorded_and_run_again(house)
    charged = [row[0] for row in await house.rows("select count(*) from generation group by athlete_id")]
    figures: dict[str, object] = {
        "generations": len(asked),
        "workers killed": killed,
        "seconds": round(took, 1),
        "ended as": states,
        "lost": len(asked) - states.get("SUCCEEDED", 0),
        "plans": plans,
        "taken up more than once": await house.value("select count(*) from generation where attempt > 1"),
        "most attempts": await house.value("select max(attempt) from generation"),
        "steps recorded": await house.value("select count(*) from dbos.operation_outputs"),
        "recorded steps that ran again": repeated,
        f"athletes charged once, of {DAILY} or {2 * DAILY}": charged.count(1),
    }
    wrong = {
        "not all ended": not has_ended,
        "done before so many were killed": killed < KILLS,
        "lost": states != {"SUCCEEDED": len(asked)},
        "twice": plans != len(asked),
        "run again": bool(repeated),
        "quota": charged != [1] * len(asked),
    }
    return told(figures, failed=[name for name, is_so in wrong.items() if is_so])


async def _kill_at_random(house: House, workers: list["subprocess.Popen[str]"], began: float) -> int:
    """As often as wished, or until the work is done; each killed worker is followed by a new one."""
    killed = 0
    while killed < KILLS and not await _all_ended(house) and time.monotonic() - began < SECONDS:
        (ended,) = (await house.rows("select count(*) from generation where finished_at is not null"))[0]
        if ended < killed * ENDED_BETWEEN_KILLS:
            await asyncio.sleep(0.1)
            continue
        await asyncio.sleep(random.uniform(0, 0.5))
        running = await house.rows("select executor_id from dbos.workflow_status where status = 'PENDING'")
        busy = [number for number, one in enumerate(workers) if any(f"-{one.pid}-" in row[0] for row in running)]
        if not busy:
            continue
        number = random.choice(busy)
        workers[number].kill()
        workers[number].wait()
        killed += 1
        workers[number] = house.worker(f"worker-{number}-{killed}")
    return killed


async def _all_ended(house: House) -> bool:
    return await house.value("select count(*) from generation where finished_at is null") == 0


async def _recorded_and_run_again(house: House) -> int:
    """Steps that a worker finished after they had been recorded."""
    recorded = {
        (row["workflow_uuid"], row["function_name"]): row["completed_at_epoch_ms"] / 1000
        for row in await house.rows("select * from dbos.operation_outputs")
    }
    again = 0
    for log in house.folder.glob("worker-*.log"):
        for line in log.read_text(errors="replace").splitlines():
            event = json.loads(line)
            if event.get("event") != "generation.step_finished":
                continue
            at = datetime.fromisoformat(event["timestamp"]).timestamp()
            again += at > recorded.get((event["generation"], event["step"]), at) + SLACK_SECONDS
    return again


if __name__ == "__main__":
    with House() as opened:
        sys.exit(asyncio.run(drill(opened)))
