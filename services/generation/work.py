"""A generation's way from request to saved plan, step by step; who records the steps is not its business."""

import asyncio
import functools
import time
from collections.abc import Awaitable, Callable, Mapping
from typing import TypeVar

import msgspec
import structlog
from msgspec.json import Decoder
from opentelemetry import metrics
from sqlalchemy.exc import SQLAlchemyError

from db.database import Database, is_transient
from db.notifications import Board
from db.queries import generations as queries
from db.queries.generations import Claim
from db.queries.work import GENERATION_WORKFLOW, QUEUES
from domain.clock import Clock, system_clock
from domain.ids import AthleteId, GenerationId
from domain.profile import Tier
from services.generation import failures
from services.generation.briefs import brief_by_rules
from services.generation.engine import Engine
from services.generation.jobs import Job, QueueLimits, Record, unrecorded
from services.generation.outcomes import BasisRead, BriefWritten, Built, Failed, Outrun, Over, Saved
from services.generation.steps import BriefWriter, GenerationSteps, turns_of_a_process

_log = structlog.get_logger(__name__)

MOST_ATTEMPTS = 10
"""One that takes down every worker that touches it is given up in the end."""
_CLAIM_WAIT_SECONDS = 1.0
"""Between tries while the database is away; somebody else ends the generation at its deadline."""

T = TypeVar("T")
_READ: Decoder[BasisRead | Failed | Over] = Decoder(BasisRead | Failed | Over)
_BRIEF: Decoder[BriefWritten | Failed | Over] = Decoder(BriefWritten | Failed | Over)
_BUILT: Decoder[Built | Failed | Over] = Decoder(Built | Failed | Over)
_SAVED: Decoder[Saved | Outrun | Failed | Over] = Decoder(Saved | Outrun | Failed | Over)
_OVER: Decoder[Over] = Decoder(Over)


class GenerationWork:
    """Makes the plan that a generation asks for."""

    def __init__(
        self,
        database: Database,
        engine: Engine,
        *,
        write_brief: BriefWriter = brief_by_rules,
        board: Board | None = None,
        clock: Clock = system_clock,
    ) -> None:
        """`board` is the one that a listener posts to; without it, cancelling takes a little longer to be noticed."""
        self._database = database
        self._engine = engine
        self._write_brief = write_brief
        self._board = board or Board()
        self._turns = turns_of_a_process()
        self._clock = clock
        self._ended = metrics.get_meter(__name__).create_counter(
            "coachbook.generations", "{generation}", "Generations that ended here, by outcome."
        )

    def job(self, limits: Mapping[Tier, QueueLimits]) -> Job:
        """This, as a worker does it; a queue for each tier, so that neither starves the other."""
        queues = {queue: limits.get(tier, QueueLimits()) for tier, queue in QUEUES.items()}

        async def run(athlete_id: AthleteId, generation_id: str, record: Record) -> None:
            await self.run(athlete_id, GenerationId(generation_id), record)

        return Job(workflow=GENERATION_WORKFLOW, queues=queues, run=run)

    async def run(self, athlete_id: AthleteId, generation_id: GenerationId, record: Record = unrecorded) -> None:
        """Ends with the generation succeeded or failed, and never raises an Exception for what went wrong in between.

        Raises Superseded, which is none, as soon as somebody else has taken the generation up.
        """
        claim = await self._claim(athlete_id, generation_id)
        if claim is None:
            return
        steps = GenerationSteps(
            self._database,
            self._engine,
            self._write_brief,
            athlete_id,
            claim,
            board=self._board,
            turns=self._turns,
            clock=self._clock,
        )
        recorder = _Recorder(record, steps, generation_id)
        try:
            outcome = await _tried(steps, recorder, claim)
        except Exception:  # noqa: BLE001 - the worker's edge: whatever it was, the athlete is told, and may try again
            _log.exception("generation.broke", generation=generation_id)
            outcome = Failed(failures.INTERNAL)
        if isinstance(outcome, Failed):
            await recorder.run("fail", functools.partial(steps.fail, outcome.failure), _OVER)
        _log.info("generation.ended", generation=generation_id, outcome=type(outcome).__name__)
        reason = {"error.type": outcome.failure.reason.value} if isinstance(outcome, Failed) else {}
        self._ended.add(1, {"coachbook.outcome": type(outcome).__name__.lower(), **reason})

    async def _claim(self, athlete_id: AthleteId, generation_id: GenerationId) -> Claim | None:
        """None where there is nothing to do. Not a recorded step: each attempt needs a number of its own."""
        while True:
            try:
                async with self._database.transaction(athlete_id) as session:
                    attempt = await queries.take_up(session, athlete_id, generation_id)
                return None if attempt is None else Claim(generation_id, attempt)
            except (OSError, SQLAlchemyError) as error:
                if not is_transient(error):
                    raise
                _log.warning("generation.not_taken_up_yet", generation=generation_id, error=type(error).__name__)
            await asyncio.sleep(_CLAIM_WAIT_SECONDS)


async def _tried(steps: GenerationSteps, recorder: "_Recorder", claim: Claim) -> Saved | Failed | Over:
    if claim.attempt > MOST_ATTEMPTS:
        _log.error("generation.given_up", generation=claim.generation_id, attempts=claim.attempt - 1)
        return Failed(failures.INTERNAL)
    while True:  # until its deadline at most: who edits a plan all the time adapts it themselves
        outcome = await _made(steps, recorder)
        if not isinstance(outcome, Outrun):
            return outcome
        _log.info("generation.outrun", generation=claim.generation_id)


async def _made(steps: GenerationSteps, recorder: "_Recorder") -> Saved | Outrun | Failed | Over:
    read = await recorder.run("read", steps.read, _READ)
    if not isinstance(read, BasisRead):
        return read
    brief = await recorder.run("brief", functools.partial(steps.brief, read), _BRIEF)
    if not isinstance(brief, BriefWritten):
        return brief
    built = await recorder.run("build", functools.partial(steps.build, read, brief.brief), _BUILT)
    if not isinstance(built, Built):
        return built
    checked = await recorder.run("check", functools.partial(steps.check, read, built, brief.brief), _BUILT)
    if not isinstance(checked, Built):
        return checked
    return await recorder.run("save", functools.partial(steps.save, read, checked), _SAVED)


class _Recorder:
    """Between steps that speak in structs and a record that keeps text."""

    def __init__(self, record: Record, steps: GenerationSteps, generation_id: GenerationId) -> None:
        self._record = record
        self._steps = steps
        self._generation_id = generation_id

    async def run(self, name: str, step: Callable[[], Awaitable[T]], decoder: Decoder[T]) -> T:
        async def in_json() -> str:
            began = time.perf_counter()
            outcome = msgspec.json.encode(await step()).decode()
            await self._steps.check_claim()  # a worker that was frozen in between leaves the record to its successor
            milliseconds = round((time.perf_counter() - began) * 1000)
            _log.info("generation.step_finished", generation=self._generation_id, step=name, ms=milliseconds)
            return outcome

        return decoder.decode(await self._record(name, in_json))
