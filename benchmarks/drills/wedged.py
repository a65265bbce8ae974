"""A worker that freezes with its connections open: another one takes its work over, and the woken one writes nothing."""

import asyncio
import os
import signal
import sys
import time

from benchmarks.drills.house import House, told, until, whole

GENERATIONS = whole("GENERATIONS", 12)
SECONDS = whole("SECONDS", 240)
AWAKE_SECONDS = 8
_EVERYTHING = """
    select 'generation' what, g::text was from generation g union all select 'version', v::text from plan_version v
    union all select 'plan', p::text from plan p union all select 'step', o::text from dbos.operation_outputs o
    union all select 'workflow', concat(workflow_uuid, ' ', status, ' ', executor_id, ' ', output) from dbos.workflow_status
"""


async def drill(house: House) -> int:
    viewers = await house.viewers(GENERATIONS)
    first = house.worker("worker-first")
    await until(lambda: _lives(house, first.pid), seconds=60)
    asked = await house.ask(viewers, weeks=8)
    held = await _caught_at_work(house)
    os.kill(first.pid, signal.SIGSTOP)
    frozen = time.monotonic()
    house.worker("worker-second")
    has_ended = await until(lambda: _all_done(house), seconds=SECONDS)
    took = time.monotonic() - frozen
    before = await _everything(house)
    os.kill(first.pid, signal.SIGCONT)
    await asyncio.sleep(AWAKE_SECONDS)
    written = await _everything(house) - before
    succeeded = await house.value("select count(*) from generation where status = 'SUCCEEDED'")
    taken_over = await house.value("select count(*) from generation where attempt > 1")
    figures: dict[str, object] = {
        "generations": len(asked),
        "held by the worker when it froze": held,
        "seconds until all were done by the other": round(took, 1),
        "taken over": taken_over,
        "succeeded": succeeded,
        "the woken worker wrote": sorted(what for what, _was in written) or "nothing",
        "it goes on living": first.poll() is None,
    }
    wrong = {
        "not all ended": not has_ended,
        "lost": succeeded != len(asked),
        "none was held": not held,
        "written by the woken": bool(written),
        "died": first.poll() is not None,
    }
    return told(figures, failed=[name for name, is_so in wrong.items() if is_so])


async def _everything(house: House) -> set[tuple[str, str]]:
    return {(row["what"], row["was"]) for row in await house.rows(_EVERYTHING)}


async def _lives(house: House, pid: int) -> bool:
    return bool(await house.rows(f"select 1 from worker where name like '%-{pid}-%'"))


async def _caught_at_work(house: House) -> int:
    """How many generations it has in hand at a moment when there are some."""
    held = 0

    async def has_some() -> bool:
        nonlocal held
        running = (
            "select count(*) from generation where status = 'RUNNING' and stage in ('DRAFTING', 'BUILDING', 'CHECKING')"
        )
        held = int(str(await house.value(running)))
        return held > 0

    await until(has_some, seconds=60, every=0.005)
    return held


async def _all_done(house: House) -> bool:
    """Ended, and recorded as such."""
    left = """
        select (select count(*) from generation where finished_at is null)
        + (select count(*) from dbos.workflow_status where status in ('PENDING', 'ENQUEUED'))
    """
    return await house.value(left) == 0


if __name__ == "__main__":
    with House() as opened:
        sys.exit(asyncio.run(drill(opened)))
