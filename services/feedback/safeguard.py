"""Makes the days ahead safe at once, when a limitation or another firm lesson is new: said in a form, taught by hand, or shown by a
logged workout.
"""

import asyncio
from collections.abc import Sequence

from sqlmodel.ext.asyncio.session import AsyncSession

from db.queries import plans as queries
from domain.clock import Clock
from domain.constraints import WARNING_SIGNS
from domain.exercise import Catalogue
from domain.ids import AthleteId, PlanId
from domain.lessons import LessonRule, LessonRuleKind
from domain.plan import Plan, PlanChange, PlanVersionReason
from domain.terms import LimitationKind
from services.feedback.acting.carrying_out import Outcome, carried_out, rested
from services.feedback.acting.keeping import wish_to_keep
from services.feedback.acting.situation import Situation
from services.feedback.turn import Turn


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
        rule = LessonRule(kind=LessonRuleKind.LIMITATION, limitation=limitation)
        found = plans if plans is not None else await self.open_plans(session, athlete_id)
        return {plan.id: await self._kept(session, athlete_id, plan, rule) for plan in found}

    async def open_plans(self, session: AsyncSession, athlete_id: AthleteId) -> tuple[Plan, ...]:
        """The plans that may still be trained by."""
        return await queries.open_plans(session, athlete_id, now=self._clock())

    async def keep(
        self, session: AsyncSession, athlete_id: AthleteId, rule: LessonRule, *, plans: Sequence[Plan]
    ) -> None:
        """Take out of the days ahead of these plans what a firm lesson with this rule forbids, where it forbids something."""
        for plan in plans:
            await self._kept(session, athlete_id, plan, rule)

    async def _kept(
        self, session: AsyncSession, athlete_id: AthleteId, plan: Plan, rule: LessonRule
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
        outcome = await asyncio.to_thread(_keeping, rule, await turn.situation(basis))
        await turn.save(outcome, basis, PlanVersionReason.SAFETY)
        return outcome.changes


def _keeping(rule: LessonRule, situation: Situation) -> Outcome:
    if rule.limitation in WARNING_SIGNS:
        return rested(situation)
    wish = wish_to_keep(rule, situation)
    if wish is None:
        return Outcome(document=situation.document)
    return carried_out((wish,), situation, is_due=True)
