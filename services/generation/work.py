"""A generation's way from request to saved plan, step by step; who records the steps is not its business."""

import functools
import time
from collections.abc import Awaitable, Callable, Coroutine
from typing import TypeVar

import msgspec
import structlog
from msgspec.json import Decoder

from db.database import Database
from domain.basis import PlanBasis
from domain.brief import Brief
from domain.ids import AthleteId, GenerationId
from domain.profile import Tier
from services.generation import failures
from services.generation.engine import Engine
from services.generation.steps import (
    BasisRead,
    BriefWriter,
    BriefWritten,
    Built,
    Failed,
    GenerationSteps,
    Over,
    Saved,
)

_log = structlog.get_logger(__name__)

T = TypeVar("T")
_READ: Decoder[BasisRead | Failed | Over] = Decoder(BasisRead | Failed | Over)
_BRIEF: Decoder[BriefWritten | Over] = Decoder(BriefWritten | Over)
_BUILT: Decoder[Built | Failed | Over] = Decoder(Built | Failed | Over)
_SAVED: Decoder[Saved | Failed | Over] = Decoder(Saved | Failed | Over)
_OVER: Decoder[Over] = Decoder(Over)
Step = Callable[[], Coroutine[None, None, str]]
Record = Callable[[str, Step], Awaitable[str]]
"""Runs the step of this name, or gives what it gave before; outcomes are JSON."""


async def unrecorded(_name: str, step: Step) -> str:
    """Just runs the step."""
    return await step()


async def brief_by_rules(_basis: PlanBasis, _tier: Tier) -> Brief:
    """The empty brief, which leaves everything to the engine."""
    return Brief()


class GenerationWork:
    """Makes the plan that a generation asks for."""

    def __init__(self, database: Database, engine: Engine, *, write_brief: BriefWriter = brief_by_rules) -> None:
        self._database = database
        self._engine = engine
        self._write_brief = write_brief

    async def run(self, athlete_id: AthleteId, generation_id: GenerationId, record: Record = unrecorded) -> None:
        """Ends with the generation succeeded or failed, and never raises for what went wrong in between."""
        steps = GenerationSteps(self._database, self._engine, self._write_brief, athlete_id, generation_id)
        recorder = _Recorder(record, generation_id)
        try:
            outcome = await _made(steps, recorder)
        except Exception:  # noqa: BLE001 - the worker's edge: whatever it was, the athlete is told, and may try again
            _log.exception("generation.broke", generation=generation_id)
            outcome = Failed(failures.INTERNAL)
        if isinstance(outcome, Failed):
            await recorder.run("fail", functools.partial(steps.fail, outcome.failure), _OVER)
        _log.info("generation.ended", generation=generation_id, outcome=type(outcome).__name__)


async def _made(steps: GenerationSteps, recorder: "_Recorder") -> Saved | Failed | Over:
    read = await recorder.run("read", steps.read, _READ)
    if not isinstance(read, BasisRead):
        return read
    brief = await recorder.run("brief", functools.partial(steps.brief, read), _BRIEF)
    if not isinstance(brief, BriefWritten):
        return brief
    built = await recorder.run("build", functools.partial(steps.build, read, brief.brief), _BUILT)
    if not isinstance(built, Built):
        return built
    checked = await recorder.run("check", functools.partial(steps.check, read, built.document), _BUILT)
    if not isinstance(checked, Built):
        return checked
    return await recorder.run("save", functools.partial(steps.save, read, checked.document), _SAVED)


class _Recorder:
    """Between steps that speak in structs and a record that keeps text."""

    def __init__(self, record: Record, generation_id: GenerationId) -> None:
        self._record = record
        self._generation_id = generation_id

    async def run(self, name: str, step: Callable[[], Awaitable[T]], decoder: Decoder[T]) -> T:
        async def in_json() -> str:
            began = time.perf_counter()
            outcome = msgspec.json.encode(await step()).decode()
            milliseconds = round((time.perf_counter() - began) * 1000)
            _log.info("generation.step_finished", generation=self._generation_id, step=name, ms=milliseconds)
            return outcome

        return decoder.decode(await self._record(name, in_json))
