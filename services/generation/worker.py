"""The worker: takes jobs from their queues, has DBOS record their steps, and goes on with what a dead worker left."""

import asyncio
import contextlib
import logging
import os
import random
import socket
import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta

import structlog
from dbos import DBOS, DBOSConfig, StepOptions
from opentelemetry import trace
from opentelemetry.trace import Tracer
from sqlalchemy.exc import DBAPIError

from db.database import Database, is_transient
from db.presence import Presence
from db.queries.work import APPLICATION, WORK_VERSION
from db.queries.workers import beat, forget_worker
from db.urls import psycopg_url
from domain.ids import AthleteId
from services.generation.jobs import Job, Step
from services.generation.steps import Superseded
from services.generation.upkeep import LEASE, Upkeep
from services.tracing import job_span

_log = structlog.get_logger(__name__)

_SCOPE = "coachbook.work"
"""The name under which spans of jobs are found."""
_POOL_SIZE = 5
_POLL_SECONDS = 0.2
_BEAT_SECONDS = 3.0
_UPKEEP_SECONDS = 3.0
_LONGEST_IDLE_SECONDS = 10
"""A worker that freezes while DBOS has rows locked must not keep them from the others."""
_STEP_ATTEMPTS = 8
_STEP_WAIT_SECONDS = 0.5


@dataclass(frozen=True)
class WorkerLimits:
    """How long a stop may take, and after how long without a heartbeat a worker is given up."""

    stop_seconds: int = 10
    lease: timedelta = LEASE


class Worker:
    """One for each process: DBOS knows no more than one."""

    def __init__(
        self,
        url: str,
        jobs: Sequence[Job],
        database: Database,
        *,
        limits: WorkerLimits = WorkerLimits(),
        tracer: Tracer | None = None,
    ) -> None:
        """`url` leads to PostgreSQL itself; `database` may lead through a pooler. `tracer` gets a span for each job."""
        self.executor_id = f"{socket.gethostname()}-{os.getpid()}-{uuid.uuid4().hex[:8]}"
        self._url = url
        self._jobs = jobs
        self._tracer = tracer or trace.get_tracer(_SCOPE)
        self._database = database
        self._limits = limits
        self._presence = Presence(url)
        self._running: set[asyncio.Task[None]] = set()
        self._upkeep = Upkeep(database, self._presence, [job.workflow for job in jobs], lease=limits.lease)
        self._routines: tuple[asyncio.Task[None], ...] = ()
        self._is_stopping = False

    async def start(self) -> None:
        """Takes up work from now on, on the running event loop. Migrations must have been run."""
        _quiet_dbos()
        await self._presence.show(self.executor_id)
        async with self._database.shared() as session:
            await beat(session, self.executor_id)
        DBOS(config=self._config())
        for job in self._jobs:
            self._register(job)
        DBOS.launch()
        for queue, limits in (one for job in self._jobs for one in job.queues.items()):
            await DBOS.register_queue_async(
                queue,
                partition_concurrency=1,
                worker_concurrency=limits.each,
                global_concurrency=limits.overall,
                polling_interval_sec=_POLL_SECONDS,
            )
        self._routines = (asyncio.create_task(self._beat_forever()), asyncio.create_task(self._keep_up_forever()))
        _log.info("worker.started", executor=self.executor_id)

    async def stop(self) -> None:
        """Takes no more work, finishes what it can in time, and leaves the rest to whoever comes next."""
        self._is_stopping = True
        for routine in self._routines:
            routine.cancel()
        await asyncio.gather(*self._routines, return_exceptions=True)
        patience = self._limits.stop_seconds if self._running else 0
        # DBOS waits by sleeping, so it does that beside the loop on which the work goes on.
        destroyed = asyncio.create_task(
            asyncio.to_thread(DBOS.destroy, destroy_registry=True, workflow_completion_timeout_sec=patience)
        )
        if self._running:
            await asyncio.wait(tuple(self._running), timeout=max(0, patience - 1))
        left = tuple(self._running)
        for task in left:
            task.cancel()
        await destroyed
        with contextlib.suppress(OSError, DBAPIError):  # a database that is gone knows it by the lock
            async with self._database.shared() as session:
                await forget_worker(session, self.executor_id)
        await self._presence.close()
        _log.info("worker.stopped", executor=self.executor_id, left=len(left))

    def _config(self) -> DBOSConfig:
        return {
            "name": APPLICATION,
            "system_database_url": psycopg_url(self._url, idle_seconds=_LONGEST_IDLE_SECONDS),
            "sys_db_pool_size": _POOL_SIZE,
            "executor_id": self.executor_id,
            "application_version": WORK_VERSION,
            "run_migrations": False,
            "log_level": "WARNING",
        }

    def _register(self, job: Job) -> None:
        async def work(athlete_id: str, work_id: str, asked_by: str | None = None) -> None:
            with job_span(self._tracer, job.workflow, asked_by=asked_by):
                await self._do(job, AthleteId(athlete_id), work_id)

        DBOS.workflow(name=job.workflow, max_recovery_attempts=job.most_attempts)(work)

    async def _do(self, job: Job, athlete_id: AthleteId, work_id: str) -> None:
        task = asyncio.current_task()
        assert task is not None, "DBOS runs workflows on the loop"
        if self._is_stopping:
            raise _HandedBack
        self._running.add(task)
        try:
            await job.run(athlete_id, work_id, _recorded)
        except (asyncio.CancelledError, Superseded):
            raise _HandedBack from None
        finally:
            self._running.discard(task)

    async def _beat_forever(self) -> None:
        """Shows that this worker lives: by its lock, and by its heart, which a frozen process does not move."""
        while True:
            try:
                await self._presence.show(self.executor_id)
                async with self._database.shared() as session:
                    await beat(session, self.executor_id)
            except Exception as error:  # noqa: BLE001 - the worker's edge: a database that is away comes back
                _log.warning("worker.heart_missed_a_beat", error=type(error).__name__)
            await asyncio.sleep(_BEAT_SECONDS)

    async def _keep_up_forever(self) -> None:
        while True:
            try:
                await self._upkeep.do()
            except Exception as error:  # noqa: BLE001 - the worker's edge, as above
                _log.warning("worker.upkeep_failed", error=type(error).__name__)
            await asyncio.sleep(_UPKEEP_SECONDS * random.uniform(0.8, 1.2))  # noqa: S311 - spreads workers, guards nothing


class _HandedBack(BaseException):
    """Ends a workflow without an outcome, so that another worker goes on with it.

    Not an Exception, and not a cancellation either: DBOS records those as the workflow's end.
    """


async def _recorded(name: str, step: Step) -> str:
    options: StepOptions = {
        "name": name,
        "retries_allowed": True,
        "interval_seconds": _STEP_WAIT_SECONDS,
        "max_attempts": _STEP_ATTEMPTS,
        "should_retry": is_transient,
    }
    return await DBOS.run_step_async(options, step)


def _quiet_dbos() -> None:
    """DBOS logs through the program's own handlers instead of one to the console."""
    logger = logging.getLogger("dbos")
    if not logger.handlers:
        logger.addHandler(logging.NullHandler())
