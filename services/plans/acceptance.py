"""Taking a plan under review as the plan to train by; used by the mutation and by a message that says it is fine."""

import datetime

from sqlmodel.ext.asyncio.session import AsyncSession

from db.queries import plans as queries
from domain.errors import PlanNotEditable
from domain.ids import AthleteId
from domain.plan import Plan, PlanState


async def accept_in(session: AsyncSession, athlete_id: AthleteId, plan: Plan, *, now: datetime.datetime) -> Plan:
    """Accept the plan; one that is accepted already stays as it is. Raises PlanNotEditable for an archived one."""
    if plan.state in (PlanState.ACCEPTED, PlanState.COMPLETED):
        return plan
    if plan.state is PlanState.ARCHIVED:
        raise PlanNotEditable("This plan was put away. Generate a new one.")
    return await queries.set_accepted(session, athlete_id, plan.id, now=now)
