"""One message being answered: what is known of it, and the saving of what comes of it."""

import asyncio
import datetime
from dataclasses import dataclass, replace

import msgspec
from sqlmodel.ext.asyncio.session import AsyncSession

from db.queries import plans as queries
from db.queries.applied_lessons import count_applied
from db.queries.athletes import athlete
from domain.basis import PlanBasis
from domain.clock import today_in
from domain.exercise import Catalogue
from domain.ids import AthleteId, new_activity_id
from domain.plan import LessonEffect, Plan, PlanDocument, PlanVersionReason
from services.checking.check import check_plan
from services.checking.lessons import lesson_uses
from services.feedback.acting.carrying_out import Outcome
from services.feedback.acting.situation import Situation
from services.onboarding.basis import load_basis
from services.plans.editing import editable_dates_of


@dataclass(frozen=True, kw_only=True)
class Turn:
    """In the caller's transaction, with the athlete's account locked."""

    session: AsyncSession
    athlete_id: AthleteId
    plan: Plan
    catalogue: Catalogue
    now: datetime.datetime
    time_zone: str

    @property
    def today(self) -> datetime.date:
        return today_in(self.time_zone, self.now)

    def about(self, plan: Plan) -> "Turn":
        """The same with another plan of the athlete's."""
        return replace(self, plan=plan)

    async def basis(self) -> PlanBasis:
        """As it is now, with what was learned in this turn."""
        basis = await load_basis(
            self.session, self.athlete_id, start_date=self.plan.start_date, week_count=len(self.plan.weeks)
        )
        assert basis is not None  # who has a plan has a profile
        return basis

    async def open_plans(self) -> tuple[Plan, ...]:
        """The plan in review and the one that is trained by."""
        return await queries.open_plans(self.session, self.athlete_id, now=self.now)

    async def situation(self, basis: PlanBasis) -> Situation:
        return Situation(
            document=document_of(self.plan),
            basis=basis,
            catalogue=self.catalogue,
            editable=await editable_dates_of(self.session, self.athlete_id, self.plan.id, now=self.now),
            new_activity_id=new_activity_id,
        )

    async def save(self, outcome: Outcome, basis: PlanBasis, reason: PlanVersionReason) -> Plan:
        """The next version of the plan, checked; the plan as it is where nothing changed."""
        if not outcome.changes:
            return await self._as_it_is()
        document = await asyncio.to_thread(_checked, outcome.document, basis, self.catalogue)
        applied = [use.lesson_id for use in document.applied_lessons if use.effect is LessonEffect.APPLIED]
        await count_applied(self.session, self.athlete_id, applied)
        return await queries.save_version(
            self.session,
            self.athlete_id,
            self.plan,
            document,
            reason=reason,
            changes=outcome.changes,
            fingerprint=await self._fingerprint(),
            now=self.now,
        )

    async def _as_it_is(self) -> Plan:
        """Read anew: what was learned may have made it outdated."""
        found = await queries.newest_plan(self.session, self.athlete_id, self.plan.id, now=self.now)
        assert found is not None  # it was read in this transaction
        return found

    async def _fingerprint(self) -> str | None:
        """What the new version is made from. A plan that was outdated before stays so: an edit does not plan it anew."""
        account = await athlete(self.session, self.athlete_id)
        return None if self.plan.is_outdated or account is None else account.basis_fingerprint


def document_of(plan: Plan) -> PlanDocument:
    """A plan without what is not in its document."""
    return PlanDocument(**{name: getattr(plan, name) for name in PlanDocument.__struct_fields__})


def _checked(document: PlanDocument, basis: PlanBasis, catalogue: Catalogue) -> PlanDocument:
    quality = check_plan(basis, document, catalogue)
    return msgspec.structs.replace(document, quality=quality, applied_lessons=lesson_uses(basis, document, catalogue))
