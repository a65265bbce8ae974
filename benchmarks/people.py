"""Athletes of benchmarks on a real database, and plans for them without the wait for a worker."""

import datetime

from db.database import Database
from db.queries.athletes import athlete_for_update
from db.queries.plans import save_new_plan
from domain.clock import Clock
from domain.exercise import Catalogue
from domain.ids import PlanId, new_activity_id, new_plan_id
from domain.plan import Plan
from domain.profile import Viewer
from services.onboarding.basis import PlannedTime, load_basis
from services.planning.build import build_plan
from services.plans.plans import Plans


async def accepted_plan(
    database: Database, catalogue: Catalogue, viewer: Viewer, clock: Clock, *, start: datetime.date, weeks: int
) -> Plan:
    """A plan to train by from this date on, which may be past."""
    plan_id: PlanId = new_plan_id()
    async with database.transaction(viewer.athlete_id) as session:
        account = await athlete_for_update(session, viewer.athlete_id)
        basis = await load_basis(session, viewer.athlete_id, catalogue, PlannedTime(start, weeks, clock()))
        assert account is not None
        assert basis is not None
        document = build_plan(basis, catalogue, plan_id=plan_id, new_activity_id=new_activity_id)
        await save_new_plan(session, viewer.athlete_id, plan_id, document, fingerprint=account.basis_fingerprint)
    return await Plans(database, clock).accept(viewer.athlete_id, plan_id, expected_version=1)
