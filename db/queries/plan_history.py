"""What a plan was like before: the version by which a day was trained, and activities that are in it no longer."""

import datetime
from collections.abc import Sequence

from sqlalchemy import bindparam, select, text
from sqlmodel import col
from sqlmodel.ext.asyncio.session import AsyncSession

from db.tables import PlanVersionRow
from db.tables.columns import Identifier, StructJson
from domain.ids import ActivityId, AthleteId, PlanId
from domain.plan import Activity, PlanDocument


async def document_at(
    session: AsyncSession, athlete_id: AthleteId, plan_id: PlanId, at: datetime.datetime
) -> PlanDocument | None:
    """The plan as it was at that instant; before its first version, as it first was."""
    number, created_at = col(PlanVersionRow.number), col(PlanVersionRow.created_at)
    wanted = (
        select(col(PlanVersionRow.document))
        .where(col(PlanVersionRow.athlete_id) == athlete_id, col(PlanVersionRow.plan_id) == plan_id)
        .where((created_at <= at) | (number == 1))
        .order_by(number.desc())
        .limit(1)
    )
    return (await session.execute(wanted)).scalar_one_or_none()


async def activities_ever(
    session: AsyncSession, athlete_id: AthleteId, plan_id: PlanId, activity_ids: Sequence[str]
) -> dict[ActivityId, Activity]:
    """Those of these activities that any version of the plan has, each as the newest of them has it."""
    values = {"athlete_id": athlete_id, "plan_id": plan_id, "ids": list(activity_ids)}
    found: Sequence[Activity] = (await session.execute(_EVER, values)).scalars().all()
    return {activity.id: activity for activity in found}


_EVER = (
    text("""
        select distinct on (activity ->> 'id') activity
        from plan_version v, jsonb_path_query(v.document, '$.weeks[*].days[*].activities[*]') activity
        where v.athlete_id = :athlete_id and v.plan_id = :plan_id and activity ->> 'id' = any(:ids)
        order by activity ->> 'id', v.number desc
    """)
    .bindparams(bindparam("athlete_id", type_=Identifier("athlete")), bindparam("plan_id", type_=Identifier("plan")))
    .columns(activity=StructJson(Activity))
)
