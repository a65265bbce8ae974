"""Generations as athletes meet them: ask for one, look at it, and know how many are left today."""

import asyncio
import datetime
import hashlib
import random
from collections.abc import AsyncGenerator, Awaitable, Callable, Sequence
from typing import NamedTuple, Protocol

import msgspec
from sqlalchemy.exc import SQLAlchemyError
from sqlmodel.ext.asyncio.session import AsyncSession

from db.database import Database, is_transient
from db.notifications import Board, Watch
from db.queries import generations as queries
from db.queries.athletes import athlete_for_update
from db.queries.generations import Found, NewGeneration
from db.queries.work import enqueue_generation
from db.tables.generations import GenerationRequest
from domain.clock import Clock
from domain.errors import GenerationFinished, GenerationInProgress, IdempotencyConflict, NotFound, QuotaExceeded
from domain.faults import Faults
from domain.generations import FINAL_STATUSES, Generation, GenerationKind, GenerationStatus
from domain.ids import AthleteId, GenerationId, PlanId, new_generation_id, sibling_id
from domain.keys import check_key, is_key
from domain.profile import Entitlement, Tier, Viewer
from services.generation import failures
from services.generation.readiness import WEEK_DAYS, faults_of, span_to_adapt, start_of_plan
from services.generation.sharing import SharedReads
from services.tracing import traceparent

DEADLINE = datetime.timedelta(minutes=10)
"""From being asked for to being given up: many times what the slowest plan takes."""
SILENCE_SECONDS = 15.0
"""After which a follower looks again without having been told of a change, where nobody does that for all of them."""
QUOTA_NAME = "plan generations"


class GenerationAllowances(Protocol):
    """How many generations a day."""

    @property
    def free_generations(self) -> int: ...

    @property
    def premium_generations(self) -> int: ...


class _Wish(NamedTuple):
    """What is asked for under which key, and a hash of the arguments as they were sent: "next Monday" stays the same wish on
    another day."""

    kind: GenerationKind
    key: str
    hash: str

    @classmethod
    def of(cls, kind: GenerationKind, key: str, *arguments: object) -> "_Wish":
        return cls(kind, key, hashlib.sha256(msgspec.json.encode((kind, *arguments))).hexdigest())


class Generations:
    """Asks for generations and tells how they stand; the work itself is done elsewhere."""

    def __init__(
        self,
        database: Database,
        clock: Clock,
        allowances: GenerationAllowances,
        *,
        board: Board | None = None,
        deadline: datetime.timedelta = DEADLINE,
    ) -> None:
        """`board` is the one that a listener posts to; without it, changes are noticed by looking from time to time."""
        self._database = database
        self._clock = clock
        self._limits = {Tier.FREE: allowances.free_generations, Tier.PREMIUM: allowances.premium_generations}
        self._board = board or Board()
        self._deadline = deadline
        self._looks = SharedReads(self._once_there)

    async def start(self, viewer: Viewer, *, key: str, week_count: int, start_date: datetime.date | None) -> Generation:
        """Ask for a new plan; the same key and arguments again give the generation that they gave before.

        Raises InvalidInput, IdempotencyConflict, ProfileMissing, AnswersMissing, NotSafeToTrain, GenerationInProgress,
        QuotaExceeded. Where it raises, nothing was written.
        """
        faults = faults_of(key=key, week_count=week_count)
        wish = _Wish.of(GenerationKind.NEW_PLAN, key, week_count, start_date)

        async def wanted(session: AsyncSession) -> GenerationRequest:
            start = await start_of_plan(session, viewer.athlete_id, start_date, faults=faults, clock=self._clock)
            return GenerationRequest(week_count=week_count, start_date=start, tier=viewer.tier)

        return await self._asked(viewer, wish, wanted)

    async def adapt(self, viewer: Viewer, *, key: str, plan_id: PlanId) -> Generation:
        """Ask for the weeks ahead of a plan to be planned anew; the same key and plan again give the same generation.

        Raises InvalidInput, IdempotencyConflict, NotFound, PlanNotEditable, NotSafeToTrain, GenerationInProgress,
        QuotaExceeded. Where it raises, nothing was written.
        """
        faults = Faults()
        check_key(faults, key)
        faults.raise_if_any()
        wish = _Wish.of(GenerationKind.ADAPTATION, key, plan_id)

        async def wanted(session: AsyncSession) -> GenerationRequest:
            span = await span_to_adapt(session, viewer.athlete_id, plan_id, clock=self._clock)
            return GenerationRequest(
                week_count=((span.end_date - span.start_date).days + 1) // WEEK_DAYS,
                start_date=span.start_date,
                tier=viewer.tier,
                plan_id=plan_id,
            )

        return await self._asked(viewer, wish, wanted)

    async def _asked(
        self, viewer: Viewer, wish: "_Wish", wanted: Callable[[AsyncSession], Awaitable[GenerationRequest]]
    ) -> Generation:
        """What was answered to this wish before, or else a new generation of what is `wanted`."""
        athlete_id = viewer.athlete_id
        async with self._database.transaction(athlete_id) as session:
            await athlete_for_update(session, athlete_id)
            answered = await queries.generation_with_key(session, athlete_id, wish.key) if is_key(wish.key) else None
            if answered is not None and answered.request_hash != wish.hash:
                raise IdempotencyConflict
            if answered is not None:
                return await _as_it_stands(session, answered)
            request = await wanted(session)
            await self._refuse_another(session, viewer)
            new = NewGeneration(
                id=new_generation_id(),
                kind=wish.kind,
                key=wish.key,
                request_hash=wish.hash,
                request=request,
                deadline=self._deadline,
            )
            generation = await queries.add_generation(session, athlete_id, new)
            await enqueue_generation(session, athlete_id, generation.id, tier=viewer.tier, asked_by=traceparent())
        return generation

    async def cancel(self, athlete_id: AthleteId, generation_id: GenerationId) -> Generation:
        """Stop it; whoever works on it notices before its next step. Again, it gives the same.

        Raises NotFound and, where it succeeded or failed before, GenerationFinished.
        """
        async with self._database.transaction(athlete_id) as session:
            await athlete_for_update(session, athlete_id)
            found = await queries.generation_with_id(session, athlete_id, generation_id)
            if found is None:
                raise NotFound(generation_id)
            stands = await _as_it_stands(session, found)
            if stands.status not in FINAL_STATUSES:
                await queries.set_cancelled(session, athlete_id, generation_id)
                stands = await _again(session, stands)
        # Outside of the transaction: that it was found overdue is to be kept.
        if stands.status is not GenerationStatus.CANCELLED:
            raise GenerationFinished(stands)
        return stands

    async def changes(self, athlete_id: AthleteId, generation_id: GenerationId) -> AsyncGenerator[Generation, None]:
        """As it stands now, then as it stands after changes, until it is over or gone. Who reads slowly misses what was in between.

        Raises NotFound. A database that is away is waited for.
        """
        with self._board.watch(generation_id) as watch:
            while True:
                stands = await self._looks.get((athlete_id, generation_id))
                if stands is None and watch.seen:
                    return  # the account was deleted meanwhile
                if stands is None:
                    raise NotFound(generation_id)
                if stands.version > watch.seen:
                    watch.seen = stands.version
                    yield stands
                if stands.status in FINAL_STATUSES:
                    return
                await self._news(watch)

    async def _news(self, watch: Watch) -> None:
        """Until there is reason to look again."""
        while not await watch.changed(within=SILENCE_SECONDS * random.uniform(0.5, 1)):  # noqa: S311 - spreads readers
            if not self._board.is_kept:
                return

    async def _once_there(self, wanted: tuple[AthleteId, GenerationId]) -> Generation | None:
        while True:
            try:
                return await self.generation(*wanted)
            except (OSError, SQLAlchemyError) as error:
                if not is_transient(error):
                    raise
            await asyncio.sleep(random.uniform(0.5, 1.5))  # noqa: S311 - spreads readers, guards nothing

    async def generation(self, athlete_id: AthleteId, generation_id: GenerationId) -> Generation | None:
        """One of the athlete's generations, as it stands."""
        return (await self.generations_by_id(athlete_id, [generation_id])).get(generation_id)

    async def generations_by_id(
        self, athlete_id: AthleteId, ids: Sequence[GenerationId]
    ) -> dict[GenerationId, Generation]:
        """Those of these generations that are the athlete's, as they stand."""
        async with self._database.reading(athlete_id) as session:
            found = await queries.generations_by_id(session, athlete_id, ids)
        return {one.generation.id: await self._looked_at(one) for one in found}

    async def latest(self, athlete_id: AthleteId) -> Generation | None:
        """The generation asked for last, whatever its state."""
        async with self._database.reading(athlete_id) as session:
            found = await queries.newest_generation(session, athlete_id)
        return None if found is None else await self._looked_at(found)

    async def entitlement(self, viewer: Viewer) -> Entitlement:
        """What is left of today's quota."""
        async with self._database.reading(viewer.athlete_id) as session:
            today = await queries.use_of_today(session, viewer.athlete_id)
        return Entitlement(
            id=sibling_id("entitlement", viewer.athlete_id),
            tier=viewer.tier,
            generations_remaining=max(0, self._limits[viewer.tier] - today.count),
            resets_at=today.resets_at,
        )

    async def _looked_at(self, found: Found) -> Generation:
        """As it stands; one that is overdue is ended first."""
        if not found.is_overdue:
            return found.generation
        async with self._database.transaction(found.generation.athlete_id) as session:
            return await _as_it_stands(session, found)

    async def _refuse_another(self, session: AsyncSession, viewer: Viewer) -> None:
        await queries.fail_overdue(session, viewer.athlete_id, failures.OVERDUE)
        running = await queries.open_generation(session, viewer.athlete_id)
        if running is not None:
            raise GenerationInProgress(running.generation)
        limit = self._limits[viewer.tier]
        today = await queries.use_of_today(session, viewer.athlete_id)
        if today.count >= limit:
            raise QuotaExceeded(what=QUOTA_NAME, limit=limit, resets_at=today.resets_at)


async def _as_it_stands(session: AsyncSession, found: Found) -> Generation:
    """One whose deadline has passed is ended by whoever looks at it, also when no worker lives that could."""
    stands = found.generation
    if not found.is_overdue:
        return stands
    await queries.fail_overdue(session, stands.athlete_id, failures.OVERDUE)
    return await _again(session, stands)


async def _again(session: AsyncSession, before: Generation) -> Generation:
    found = await queries.generation_with_id(session, before.athlete_id, before.id)
    return before if found is None else found.generation
