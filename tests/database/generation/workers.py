"""A worker on a test's own database, and how a test waits for what it does."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager

from opentelemetry.trace import Tracer
from sqlalchemy import text

from db.database import Database
from domain.generations import Generation
from services.generation.jobs import Job
from services.generation.worker import Worker, WorkerLimits

WAIT_SECONDS = 90
"""Far more than it takes, for machines that do other things too."""


@asynccontextmanager
async def working(
    database: Database, database_url: str, job: Job, *, tracer: Tracer | None = None
) -> AsyncIterator[Worker]:
    worker = Worker(database_url, [job], database, limits=WorkerLimits(stop_seconds=1), tracer=tracer)
    await worker.start()
    try:
        yield worker
    finally:
        await worker.stop()


async def until(condition: Callable[[], Awaitable[bool]]) -> None:
    """Looks again and again: what goes on in another thread tells nobody when it is done."""
    async with asyncio.timeout(WAIT_SECONDS):
        while not await condition():  # noqa: ASYNC110 - see above
            await asyncio.sleep(0.02)


def done(database: Database, generation: Generation) -> Callable[[], Awaitable[bool]]:
    """Whether nothing is left to do or to record: the athlete's row shows the end a moment earlier."""
    wanted = text("select status from dbos.workflow_status where workflow_uuid = :id")

    async def is_done() -> bool:
        async with database.engine.connect() as connection:
            return bool(await connection.scalar(wanted, {"id": generation.id}) == "SUCCESS")

    return is_done
