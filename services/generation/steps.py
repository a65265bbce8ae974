"""The steps of a generation, and what each hands on: recorded as JSON, so that a crash resumes after the last recorded one."""

import asyncio
from collections.abc import Awaitable, Callable, Iterable, Mapping

import structlog
from sqlmodel.ext.asyncio.session import AsyncSession

from db.database import Database
from db.notifications import Board
from db.queries import generations as queries
from db.queries.applied_lessons import count_applied
from db.queries.athletes import athlete_for_update
from db.queries.generations import Claim
from db.queries.plans import save_new_plan
from db.tables.generations import GenerationRequest
from domain.basis import PlanBasis
from domain.brief import Brief
from domain.clock import Clock, system_clock
from domain.constraints import WARNING_SIGNS
from domain.generations import FINAL_STATUSES, GenerationFailure, GenerationStage, ImpossiblePlan
from domain.ids import AthleteId, PlanId
from domain.plan import LessonEffect, RuleOutcome
from domain.profile import Tier
from services.generation import failures
from services.generation.adapting import NextVersion, PlanToAdapt, plan_to_adapt, save_adapted
from services.generation.engine import Engine
from services.generation.outcomes import BasisRead, BriefWritten, Built, Failed, Outrun, Over, Saved
from services.llm.failures import ModelUnusable
from services.onboarding.basis import PlannedTime, load_basis

_log = structlog.get_logger(__name__)

BriefWriter = Callable[[AthleteId, PlanBasis, Tier], Awaitable[Brief]]
"""Writes the brief in which a plan's style is wished for. Gives the empty one where the rules alone do the work, and raises
ModelUnusable where they must not."""

PROGRESS = {
    GenerationStage.READING_PLAYBOOK: 0.1,
    GenerationStage.DRAFTING: 0.25,
    GenerationStage.BUILDING: 0.4,
    GenerationStage.CHECKING: 0.75,
    GenerationStage.SAVING: 0.9,
}


Turns = Mapping[Tier, asyncio.Semaphore]
BUILT_AT_ONCE = 2
"""Plans of one tier in a process: that is pure computing, and many more may wait for a model. Checking takes hardly any time."""


def turns_of_a_process() -> Turns:
    """For each tier its own, so that neither waits for the other."""
    return {tier: asyncio.Semaphore(BUILT_AT_ONCE) for tier in Tier}


_RECHECK_SECONDS = 5.0
"""How often a generation that waits for the model looks whether it is still wanted, should no notice come."""


class Superseded(BaseException):
    """Another worker has taken this generation up, or its account was deleted, so that nothing may be written here any more.

    Not an Exception: those are recorded as a step's outcome, and a record is a write as well.
    """


class GenerationSteps:
    """Each step shows where the generation is, does its part, and can be done again without harm."""

    def __init__(
        self,
        database: Database,
        engine: Engine,
        write_brief: BriefWriter,
        athlete_id: AthleteId,
        claim: Claim,
        *,
        board: Board,
        turns: Turns | None = None,
        clock: Clock = system_clock,
    ) -> None:
        """`board` tells of changes from outside while a step waits; `turns` bound how many are built at once."""
        self._database = database
        self._engine = engine
        self._write_brief = write_brief
        self._athlete_id = athlete_id
        self._claim = claim
        self._generation_id = claim.generation_id
        self._board = board
        self._turns = turns or turns_of_a_process()
        self._clock = clock

    @property
    def plan_id(self) -> PlanId:
        """Follows from the generation's id, so that a step done twice means the same plan."""
        return PlanId(f"plan_{self._generation_id.removeprefix('generation_')}")

    async def read(self) -> BasisRead | Failed | Over:
        """Profile, answers and playbook, as they are now."""
        async with self._database.transaction(self._athlete_id) as session:
            account = await athlete_for_update(session, self._athlete_id)
            request = await self._moved(session, GenerationStage.READING_PLAYBOOK)
            if account is None or request is None:
                return Over()
            basis, to_adapt = await self._read(session, request)
        if basis is None:
            return Failed(failures.PUT_AWAY) if request.plan_id else Over()
        if _has_warning_sign(basis):
            return Failed(failures.UNSAFE)
        return BasisRead(basis, account.basis_fingerprint, request, to_adapt)

    async def _read(
        self, session: AsyncSession, request: GenerationRequest
    ) -> tuple[PlanBasis | None, PlanToAdapt | None]:
        if request.plan_id is not None:
            found = await plan_to_adapt(
                session, self._athlete_id, request.plan_id, self._engine.catalogue, now=self._clock()
            )
            return (found.basis, found.plan) if found is not None else (None, None)
        return await self._basis(session, request), None

    async def _basis(self, session: AsyncSession, request: GenerationRequest) -> PlanBasis | None:
        time = PlannedTime(request.start_date, request.week_count, self._clock())
        return await load_basis(session, self._athlete_id, self._engine.catalogue, time)

    async def brief(self, read: BasisRead) -> BriefWritten | Failed | Over:
        """Whatever it waits for, it waits outside of any transaction. An adaptation asks nobody: the plan keeps its words."""
        if not await self._shown(GenerationStage.DRAFTING):
            return Over()
        if read.to_adapt is not None:
            return BriefWritten(read.to_adapt.words)
        writing = asyncio.ensure_future(self._write_brief(self._athlete_id, read.basis, read.request.tier))
        try:
            is_wanted = await self._is_wanted_until(writing)
        finally:
            writing.cancel()  # where it is done, this does nothing
            await asyncio.wait([writing])
        if not is_wanted:
            return Over()
        try:
            return BriefWritten(writing.result())
        except ModelUnusable:
            return Failed(failures.MODEL_UNAVAILABLE)

    async def build(self, read: BasisRead, brief: Brief) -> Built | Failed | Over:
        if not await self._shown(GenerationStage.BUILDING):
            return Over()
        try:
            # The solver lets go of the interpreter, so that other requests are answered meanwhile.
            async with self._turns[read.request.tier]:
                return await asyncio.to_thread(self._built, read, brief)
        except ImpossiblePlan as error:
            return Failed(failures.impossible(error))

    async def check(self, read: BasisRead, built: Built, brief: Brief) -> Built | Failed | Over:
        """A plan that breaks a hard rule is nobody's fault but ours, and is shown to nobody."""
        if not await self._shown(GenerationStage.CHECKING):
            return Over()
        checked, broken = await asyncio.to_thread(self._checked, read, built)
        if broken and brief != Brief():
            self._note_broken(broken, has_brief=True)
            async with self._turns[read.request.tier]:
                checked, broken = await asyncio.to_thread(self._checked_without_a_brief, read)
        if broken:
            self._note_broken(broken, has_brief=False)
            return Failed(failures.INTERNAL)
        return checked

    def _built(self, read: BasisRead, brief: Brief) -> Built:
        """What a brief wishes for never stands in the way of a plan. Raises ImpossiblePlan."""
        try:
            return self._made(read, brief)
        except ImpossiblePlan:
            if brief == Brief():
                raise
            return self._made(read, Brief())

    def _made(self, read: BasisRead, brief: Brief) -> Built:
        if read.to_adapt is None:
            return Built(self._engine.build(read.basis, plan_id=self.plan_id, brief=brief))
        return Built(*self._engine.adapt(read.basis, read.to_adapt, brief=brief))

    def _checked(self, read: BasisRead, built: Built) -> tuple[Built, tuple[RuleOutcome, ...]]:
        document, broken = self._engine.checked(read.basis, built.document)
        return Built(document, built.changes), broken

    def _checked_without_a_brief(self, read: BasisRead) -> tuple[Built, tuple[RuleOutcome, ...]]:
        return self._checked(read, self._made(read, Brief()))

    def _note_broken(self, broken: Iterable[RuleOutcome], *, has_brief: bool) -> None:
        rules = sorted({outcome.rule for outcome in broken})
        _log.error("generation.rules_broken", generation=self._generation_id, rules=rules, has_brief=has_brief)

    async def save(self, read: BasisRead, built: Built) -> Saved | Outrun | Failed | Over:
        """Plan, version, lessons and the end of the generation, in one transaction; nothing where it is over already."""
        if not await self._shown(GenerationStage.SAVING):
            return Over()
        async with self._database.transaction(self._athlete_id) as session:
            account = await athlete_for_update(session, self._athlete_id)
            if account is None or await self._moved(session, GenerationStage.SAVING) is None:
                return Over()
            if account.basis_fingerprint != read.fingerprint and await self._became_unsafe(session, read):
                return Failed(failures.UNSAFE)
            plan_id = await self._saved(session, read, built)
            if plan_id is None:
                return Outrun()
            uses = built.document.applied_lessons
            applied = [use.lesson_id for use in uses if use.effect is LessonEffect.APPLIED]
            await count_applied(session, self._athlete_id, applied)
            await queries.set_succeeded(session, self._athlete_id, self._claim, plan_id)
        return Saved(plan_id)

    async def _saved(self, session: AsyncSession, read: BasisRead, built: Built) -> PlanId | None:
        """The plan that has the document as its newest version; None where the one to adapt became another one meanwhile."""
        document, fingerprint = built.document, read.fingerprint
        if read.to_adapt is None:
            await save_new_plan(session, self._athlete_id, self.plan_id, document, fingerprint=fingerprint)
            return self.plan_id
        revision = NextVersion(document=document, changes=built.changes, fingerprint=fingerprint)
        is_saved = await save_adapted(session, self._athlete_id, read.to_adapt, revision, now=self._clock())
        return read.to_adapt.id if is_saved else None

    async def fail(self, failure: GenerationFailure) -> Over:
        async with self._database.transaction(self._athlete_id) as session:
            await athlete_for_update(session, self._athlete_id)
            await queries.set_failed(session, self._athlete_id, self._claim, failure)
        return Over()

    async def check_claim(self) -> None:
        """Raises Superseded where another attempt is on, or the generation is gone with its account."""
        async with self._database.transaction(self._athlete_id) as session:
            await self._check_claim(session)

    async def _check_claim(self, session: AsyncSession) -> None:
        newest = await queries.newest_attempt(session, self._athlete_id, self._generation_id)
        if newest != self._claim.attempt:
            raise Superseded

    async def _is_wanted_until(self, work: asyncio.Future[Brief]) -> bool:
        """Waits for the work's end; False as soon as the generation is over, by its athlete or its deadline."""
        with self._board.watch(self._generation_id) as watch:
            while not work.done():
                noticing = asyncio.create_task(watch.changed(within=_RECHECK_SECONDS))
                either: list[asyncio.Future[Brief] | asyncio.Task[bool]] = [work, noticing]
                await asyncio.wait(either, return_when=asyncio.FIRST_COMPLETED)
                noticing.cancel()
                if not work.done() and not await self._goes_on():
                    return False
        return True

    async def _goes_on(self) -> bool:
        async with self._database.transaction(self._athlete_id) as session:
            await self._check_claim(session)
            found = await queries.generation_with_id(session, self._athlete_id, self._generation_id)
        return found is not None and found.generation.status not in FINAL_STATUSES and not found.is_overdue

    async def _shown(self, stage: GenerationStage) -> bool:
        """Whether it still goes on; people see the new stage from now on."""
        async with self._database.transaction(self._athlete_id) as session:
            return await self._moved(session, stage) is not None

    async def _moved(self, session: AsyncSession, stage: GenerationStage) -> GenerationRequest | None:
        athlete_id = self._athlete_id
        request = await queries.move_to(session, athlete_id, self._claim, stage=stage, progress=PROGRESS[stage])
        if request is None:
            await self._check_claim(session)
            await queries.fail_overdue(session, athlete_id, failures.OVERDUE)
        return request

    async def _became_unsafe(self, session: AsyncSession, read: BasisRead) -> bool:
        """Whether a warning sign was told of while the plan was being made."""
        basis = await self._basis(session, read.request)
        return basis is not None and _has_warning_sign(basis)


def _has_warning_sign(basis: PlanBasis) -> bool:
    return any(limitation.kind in WARNING_SIGNS for limitation in basis.constraints.limitations)
