"""One message being answered: what is known of it, and the saving of what comes of it."""

import datetime
from collections.abc import Sequence
from dataclasses import dataclass, replace

from sqlmodel.ext.asyncio.session import AsyncSession

from db.queries import plans as queries
from domain.basis import PlanBasis
from domain.clock import today_in
from domain.exercise import Catalogue
from domain.ids import AthleteId, new_activity_id
from domain.lessons import LessonChange, LessonDraft
from domain.plan import Plan, PlanVersionReason
from services.feedback.acting.carrying_out import Outcome
from services.feedback.acting.situation import Situation
from services.plans.editing import basis_of_plan, editable_dates_of
from services.plans.revising import Revision, checked_aside, document_of, save_revision
from services.playbook.embedders import Embedder
from services.playbook.ledger import learn


@dataclass(frozen=True, kw_only=True)
class Turn:
    """In the caller's transaction, with the athlete's account locked."""

    session: AsyncSession
    athlete_id: AthleteId
    plan: Plan
    catalogue: Catalogue
    now: datetime.datetime
    time_zone: str
    embedder: Embedder | None = None

    @property
    def today(self) -> datetime.date:
        return today_in(self.time_zone, self.now)

    def about(self, plan: Plan) -> "Turn":
        """The same with another plan of the athlete's."""
        return replace(self, plan=plan)

    async def basis(self) -> PlanBasis:
        """As it is now, with what was learned in this turn."""
        return await basis_of_plan(self.session, self.athlete_id, self.plan, self.catalogue, now=self.now)

    async def learn(self, drafts: Sequence[LessonDraft]) -> tuple[LessonChange, ...]:
        """What comes of these proposals in the athlete's playbook."""
        return await learn(self.session, self.athlete_id, drafts, embedder=self.embedder)

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
        previous = document_of(self.plan)
        document = await checked_aside(outcome.document, basis, self.catalogue, previous=previous)
        revision = Revision(document=document, changes=outcome.changes, reason=reason, follows_basis=True)
        return await save_revision(self.session, self.athlete_id, self.plan, revision, now=self.now)

    async def _as_it_is(self) -> Plan:
        """Read anew: what was learned may have made it outdated."""
        found = await queries.newest_plan(self.session, self.athlete_id, self.plan.id, now=self.now)
        assert found is not None  # it was read in this transaction
        return found
