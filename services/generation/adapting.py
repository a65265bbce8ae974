"""What is particular to an adaptation: the plan that it goes on from, the words that stay, and the version that it becomes."""

import datetime
from typing import NamedTuple

import msgspec
from sqlmodel.ext.asyncio.session import AsyncSession

from db.queries import plans as queries
from domain.basis import PlanBasis
from domain.brief import Brief
from domain.clock import today_in
from domain.exercise import Catalogue
from domain.history import TrainingHistory
from domain.ids import AthleteId, PlanId
from domain.plan import OPEN_STATES, Plan, PlanChange, PlanDocument, PlanVersionReason
from domain.terms import Author
from services.plans.editing import basis_of_plan
from services.plans.revising import document_of
from services.training.history import history_of, load_plans_with_logs


class PlanToAdapt(msgspec.Struct, frozen=True, kw_only=True):
    """A plan as it was read, what was trained until then, and the athlete's date then."""

    id: PlanId
    version: int
    document: PlanDocument
    history: TrainingHistory
    today: datetime.date

    @property
    def words(self) -> Brief:
        """The brief by which a plan that a model worded keeps its words."""
        if self.document.author is not Author.MODEL:
            return Brief()
        return Brief(
            author=self.document.author,
            title=self.document.title,
            summary=self.document.summary,
            rationale=self.document.rationale,
        )

    def is_still(self, plan: Plan, today: datetime.date) -> bool:
        """Whether the plan is the same as when it was read, and no other week of it has begun since."""
        starts = [week.start_date for week in self.document.weeks]
        is_same = plan.version == self.version and plan.state in OPEN_STATES
        return is_same and not any(self.today < start <= today for start in starts)


class ReadyToAdapt(NamedTuple):
    """A plan with its training, and what it is held against."""

    plan: PlanToAdapt
    basis: PlanBasis


class NextVersion(msgspec.Struct, frozen=True, kw_only=True):
    """What a plan becomes, what is new in it, and the fingerprint of what it was made from."""

    document: PlanDocument
    changes: tuple[PlanChange, ...]
    fingerprint: str


async def plan_to_adapt(
    session: AsyncSession, athlete_id: AthleteId, plan_id: PlanId, catalogue: Catalogue, *, now: datetime.datetime
) -> ReadyToAdapt | None:
    """None where the plan may not be changed any more.

    Days of begun weeks are settled, whatever was learned since: an adaptation leaves them as they are.
    """
    found = await queries.plan_in_time_zone(session, athlete_id, plan_id, now=now)
    if found is None or found[0].state not in OPEN_STATES:
        return None
    plan, time_zone = found
    today = today_in(time_zone, now)
    basis = await basis_of_plan(session, athlete_id, plan, catalogue, now=now)
    begun = frozenset(day.date for week in plan.weeks for day in week.days if week.start_date <= today)
    trained = await load_plans_with_logs(session, athlete_id, since=plan.start_date, today=today)
    read = PlanToAdapt(
        id=plan.id,
        version=plan.version,
        document=document_of(plan),
        history=history_of(trained, today=today),
        today=today,
    )
    return ReadyToAdapt(read, msgspec.structs.replace(basis, settled=basis.settled | begun))


async def save_adapted(
    session: AsyncSession, athlete_id: AthleteId, read: PlanToAdapt, adapted: NextVersion, *, now: datetime.datetime
) -> bool:
    """Write the plan's next version, its state kept; not where the plan is another one by now, so that it must be read again.

    The caller holds the athlete's lock.
    """
    found = await queries.plan_in_time_zone(session, athlete_id, read.id, now=now)
    if found is None or not read.is_still(found[0], today_in(found[1], now)):
        return False
    await queries.save_version(
        session,
        athlete_id,
        found[0],
        adapted.document,
        reason=PlanVersionReason.ADAPTED,
        changes=adapted.changes,
        fingerprint=adapted.fingerprint,
        now=now,
    )
    return True
