"""Which days of a plan may still be changed: for edits, messages, and whoever asks."""

import datetime

import msgspec
from sqlmodel.ext.asyncio.session import AsyncSession

from db.queries.plans import plan_span
from domain.basis import PlanBasis
from domain.clock import today_in
from domain.exercise import Catalogue
from domain.ids import AthleteId, PlanId
from domain.plan import OPEN_STATES, Plan, PlanState
from services.onboarding.basis import PlannedTime, load_basis


async def editable_dates_of(
    session: AsyncSession, athlete_id: AthleteId, plan_id: PlanId, *, now: datetime.datetime
) -> frozenset[datetime.date]:
    """The dates of the athlete's plan that may still be changed; none where the plan is not theirs."""
    span = await plan_span(session, athlete_id, plan_id)
    if span is None:
        return frozenset()
    today = today_in(span.time_zone, now)
    return editable_dates(span.state, start=span.start_date, end=span.end_date, today=today) - span.logged


async def basis_of_plan(
    session: AsyncSession, athlete_id: AthleteId, plan: Plan, catalogue: Catalogue, *, now: datetime.datetime
) -> PlanBasis:
    """What the plan is held against when it is changed now: days that are past or logged are settled."""
    basis = await load_basis(session, athlete_id, catalogue, PlannedTime(plan.start_date, len(plan.weeks), now))
    assert basis is not None  # who has a plan has a profile
    open_dates = await editable_dates_of(session, athlete_id, plan.id, now=now)
    settled = frozenset(day.date for week in plan.weeks for day in week.days) - open_dates
    return msgspec.structs.replace(basis, settled=settled)


def editable_dates(
    state: PlanState, *, start: datetime.date, end: datetime.date, today: datetime.date
) -> frozenset[datetime.date]:
    """The dates from `start` to `end` that lie ahead, today included, of a plan in review or accepted; else none."""
    if state not in OPEN_STATES:
        return frozenset()
    first = max(start, today)
    return frozenset(first + datetime.timedelta(days=offset) for offset in range((end - first).days + 1))
