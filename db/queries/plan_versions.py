"""The versions of a plan: why each came to be, and what it was like."""

from sqlalchemy import ColumnElement, select
from sqlmodel import col
from sqlmodel.ext.asyncio.session import AsyncSession

from db.tables import PlanVersionRow
from domain.ids import AthleteId, PlanId, plan_version_id_of
from domain.plan import PlanDocument, PlanVersion


async def document_of_version(
    session: AsyncSession, athlete_id: AthleteId, plan_id: PlanId, number: int
) -> PlanDocument | None:
    """The plan as this version had it."""
    wanted = select(col(PlanVersionRow.document)).where(*_of(athlete_id, plan_id), col(PlanVersionRow.number) == number)
    return (await session.execute(wanted)).scalar_one_or_none()


async def versions_before(
    session: AsyncSession, athlete_id: AthleteId, plan_id: PlanId, *, before: int | None, limit: int
) -> tuple[PlanVersion, ...]:
    """The newest versions first, from just before the given number on; without their documents."""
    columns = (PlanVersionRow.number, PlanVersionRow.reason, PlanVersionRow.changes, PlanVersionRow.created_at)
    wanted = select(*map(col, columns)).where(*_of(athlete_id, plan_id)).order_by(col(PlanVersionRow.number).desc())
    if before is not None:
        wanted = wanted.where(col(PlanVersionRow.number) < before)
    found = (await session.execute(wanted.limit(limit))).all()
    return tuple(
        PlanVersion(
            id=plan_version_id_of(plan_id, number),
            version=number,
            reason=reason,
            changes=changes,
            created_at=created_at,
        )
        for number, reason, changes, created_at in found
    )


def _of(athlete_id: AthleteId, plan_id: PlanId) -> tuple[ColumnElement[bool], ColumnElement[bool]]:
    return col(PlanVersionRow.athlete_id) == athlete_id, col(PlanVersionRow.plan_id) == plan_id
