"""The worker: takes generations from the queues, has DBOS record their steps, and goes on with what a dead worker left."""

import asyncio
import contextlib
import logging
import os
import socket
import uuid

import structlog
from dbos import DBOS, DBOSConfig, StepOptions

from db.database import is_transient
from db.presence import Presence
from db.queries.work import APPLICATION, GENERATION_WORKFLOW, QUEUES, WORK_VERSION
from db.urls import psycopg_url
from domain.ids import AthleteId, GenerationId
from services.generation.work import GenerationWork, Step

_log = structlog.get_logger(__name__)

_POOL_SIZE = 5
_POLL_SECONDS = 0.2
_REAP_SECONDS = 5.0
_STOP_SECONDS = 10
_STEP_ATTEMPTS = 5
_STEP_WAIT_SECONDS = 0.5


class Worker:
    """One for each process: DBOS knows no more than one."""

    def __init__(
        self, url: str, work: GenerationWork, *, concurrency: int = 2, stop_seconds: int = _STOP_SECONDS
    ) -> None:
        """`url` leads to PostgreSQL itself; `concurrency` is how many generations of each tier this process makes at once.

        `stop_seconds` is how long `stop` lets them finish.
        """
        self.executor_id = f"{socket.gethostname()}-{os.getpid()}-{uuid.uuid4().hex[:8]}"
        self._url = url
        self._work = work
        self._concurrency = concurrency
        self._stop_seconds = stop_seconds
        self._presence = Presence(url)
        self._running: set[asyncio.Task[None]] = set()
        self._reaper: asyncio.Task[None] | None = None
        self._is_stopping = False

    async def start(self) -> None:
        """Takes up work from now on, on the running event loop. Migrations must have been run."""
        _quiet_dbos()
        await self._presence.show(self.executor_id)
        DBOS(config=self._config())
        self._register_workflow()
        DBOS.launch()
        for queue in QUEUES.values():
            await DBOS.register_queue_async(
                queue,
                partition_concurrency=1,
                worker_concurrency=self._concurrency,
                polling_interval_sec=_POLL_SECONDS,
            )
        self._reaper = asyncio.create_task(self._take_over_forever())
        _log.info("worker.started", executor=self.executor_id)

    async def stop(self) -> None:
        """Takes no more work, finishes what it can in time, and leaves the rest to whoever comes next."""
        self._is_stopping = True
        if self._reaper is not None:
            self._reaper.cancel()
            with contextlib.suppress(asyncio.CancelledError):
                await self._reaper
        patience = self._stop_seconds if self._running else 0
        # DBOS waits by sleeping, so it does that beside the loop on which the generations go on.
        destroyed = asyncio.create_task(
            asyncio.to_thread(DBOS.destroy, destroy_registry=True, workflow_completion_timeout_sec=patience)
        )
        if self._running:
            await asyncio.wait(tuple(self._running), timeout=max(0, patience - 1))
        left = tuple(self._running)
        for task in left:
            task.cancel()
        await destroyed
        await self._presence.close()
        _log.info("worker.stopped", executor=self.executor_id, left=len(left))

    def _config(self) -> DBOSConfig:
        return {
            "name": APPLICATION,
            "system_database_url": psycopg_url(self._url),
            "sys_db_pool_size": _POOL_SIZE,
            "executor_id": self.executor_id,
            "application_version": WORK_VERSION,
            "run_migrations": False,
            "log_level": "WARNING",
        }

    def _register_workflow(self) -> None:
        async def generate(athlete_id: str, generation_id: str) -> None:
            await self._generate(AthleteId(athlete_id), GenerationId(generation_id))

        # How often it may be taken up again is bounded by the generation's deadline.
        DBOS.workflow(name=GENERATION_WORKFLOW, max_recovery_attempts=None)(generate)

    async def _generate(self, athlete_id: AthleteId, generation_id: GenerationId) -> None:
        task = asyncio.current_task()
        assert task is not None, "DBOS runs workflows on the loop"
        if self._is_stopping:
            raise _HandedBack
        self._running.add(task)
        try:
            await self._work.run(athlete_id, generation_id, _recorded)
        except asyncio.CancelledError:
            raise _HandedBack from None
        finally:
            self._running.discard(task)

    async def _take_over_forever(self) -> None:
        while True:
            try:
                await self._presence.show(self.executor_id)
                await self._take_over()
            except Exception as error:  # noqa: BLE001 - the worker's edge: a database that is away comes back
                _log.warning("worker.take_over_failed", error=type(error).__name__)
            await asyncio.sleep(_REAP_SECONDS)

    async def _take_over(self) -> None:
        """Has the generations of dead workers gone on with, each after its last recorded step."""
        pending = await DBOS.list_workflows_async(
            status="PENDING", name=GENERATION_WORKFLOW, load_input=False, load_output=False
        )
        executors = {workflow.executor_id for workflow in pending if workflow.executor_id} - {self.executor_id}
        for executor in sorted(executors):
            await self._take_over_from(executor)

    async def _take_over_from(self, executor: str) -> None:
        async with self._presence.taken_over(executor) as is_dead:
            if not is_dead:
                return
            # Asked again: another worker may have been quicker until the line above.
            left = await DBOS.list_workflows_async(
                status="PENDING", name=GENERATION_WORKFLOW, executor_id=executor, load_input=False, load_output=False
            )
            for workflow in left:
                await DBOS.resume_workflow_async(workflow.workflow_id)
                _log.info("generation.taken_over", generation=workflow.workflow_id, executor=executor)


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
