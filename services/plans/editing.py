"""Which days of a plan may still be changed: for edits, messages, and whoever asks."""

import datetime

from sqlmodel.ext.asyncio.session import AsyncSession

from db.queries.plans import plan_span
from domain.clock import today_in
from domain.ids import AthleteId, PlanId
from domain.plan import PlanState


async def editable_dates_of(
    session: AsyncSession, athlete_id: AthleteId, plan_id: PlanId, *, now: datetime.datetime
) -> frozenset[datetime.date]:
    """The dates of the athlete's plan that may still be changed; none where the plan is not theirs."""
    span = await plan_span(session, athlete_id, plan_id)
    if span is None:
        return frozenset()
    today = today_in(span.time_zone, now)
    return editable_dates(span.state, start=span.start_date, end=span.end_date, today=today) - span.logged


def editable_dates(
    state: PlanState, *, start: datetime.date, end: datetime.date, today: datetime.date
) -> frozenset[datetime.date]:
    """The dates from `start` to `end` that lie ahead, today included, of a plan in review or accepted; else none."""
    if state not in (PlanState.IN_REVIEW, PlanState.ACCEPTED):
        return frozenset()
    first = max(start, today)
    return frozenset(first + datetime.timedelta(days=offset) for offset in range((end - first).days + 1))
