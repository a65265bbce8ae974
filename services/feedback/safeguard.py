"""Makes the days ahead safe at once, when a limitation is new: said in a form, or shown by a logged workout."""

import asyncio
from collections.abc import Sequence

from sqlmodel.ext.asyncio.session import AsyncSession

from db.queries import plans as queries
from domain.clock import Clock
from domain.constraints import WARNING_SIGNS
from domain.exercise import Catalogue
from domain.ids import AthleteId, PlanId
from domain.plan import Plan, PlanChange, PlanVersionReason
from domain.terms import LimitationKind
from services.feedback.acting.carrying_out import carried_out, rested
from services.feedback.turn import Turn
from services.feedback.wishes import Spare


class Safeguard:
    """Works in the caller's transaction, after the limitation was written, with the athlete's account locked."""

    def __init__(self, catalogue: Catalogue, clock: Clock) -> None:
        self._catalogue = catalogue
        self._clock = clock

    async def make_safe(
        self,
        session: AsyncSession,
        athlete_id: AthleteId,
        limitation: LimitationKind,
        *,
        plans: Sequence[Plan] | None = None,
    ) -> dict[PlanId, tuple[PlanChange, ...]]:
        """Take out of the days ahead what the limitation forbids; with a warning sign, everything. What changed, by plan.

        `plans` are the open ones as they were read before the limitation was written, if they were: then one that was up to date
        is so again afterwards.
        """
        found = plans if plans is not None else await queries.open_plans(session, athlete_id, now=self._clock())
        changed: dict[PlanId, tuple[PlanChange, ...]] = {}
        for plan in found:
            changed[plan.id] = await self._spared(session, athlete_id, plan, limitation)
        return changed

    async def _spared(
        self, session: AsyncSession, athlete_id: AthleteId, plan: Plan, limitation: LimitationKind
    ) -> tuple[PlanChange, ...]:
        now = self._clock()
        span = await queries.plan_span(session, athlete_id, plan.id)
        turn = Turn(
            session=session,
            athlete_id=athlete_id,
            plan=plan,
            catalogue=self._catalogue,
            now=now,
            time_zone=span.time_zone if span else "UTC",
        )
        basis = await turn.basis()
        situation = await turn.situation(basis)
        if limitation in WARNING_SIGNS:
            outcome = await asyncio.to_thread(rested, situation)
        else:
            outcome = await asyncio.to_thread(carried_out, (Spare(limitation=limitation),), situation)
        await turn.save(outcome, basis, PlanVersionReason.SAFETY)
        return outcome.changes
