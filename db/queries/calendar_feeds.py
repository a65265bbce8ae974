"""Calendar feeds: opened, closed, and what one shows without reading the plan itself."""

import msgspec
from sqlalchemy import and_, delete, func, select
from sqlalchemy.dialects.postgresql import insert
from sqlmodel import col
from sqlmodel.ext.asyncio.session import AsyncSession

from db.tables import CalendarFeedRow, PlanRow, ProfileRow
from domain.ids import AthleteId, PlanId
from domain.plan import PlanState
from domain.profile import UnitSystem


class OpenFeed(msgspec.Struct, frozen=True, kw_only=True):
    """A feed, and the accepted plan that it shows, where there is one."""

    secret_hash: bytes
    units: UnitSystem
    plan_id: PlanId | None
    plan_version: int | None


async def set_feed(session: AsyncSession, athlete_id: AthleteId, *, secret_hash: bytes) -> None:
    """The athlete's one feed is read by this secret from now on, and by no other."""
    row = CalendarFeedRow
    wanted = insert(row).values(athlete_id=athlete_id, secret_hash=secret_hash)
    newer = {"secret_hash": wanted.excluded.secret_hash, "opened_at": func.now()}
    await session.execute(wanted.on_conflict_do_update(index_elements=[col(row.athlete_id)], set_=newer))


async def remove_feed(session: AsyncSession, athlete_id: AthleteId) -> None:
    """Does nothing where there is none."""
    await session.execute(delete(CalendarFeedRow).where(col(CalendarFeedRow.athlete_id) == athlete_id))


async def open_feed(session: AsyncSession, athlete_id: AthleteId) -> OpenFeed | None:
    """None where the athlete has none."""
    owner = col(CalendarFeedRow.athlete_id)
    is_accepted = and_(col(PlanRow.athlete_id) == owner, col(PlanRow.state) == PlanState.ACCEPTED)
    wanted = (
        select(col(CalendarFeedRow.secret_hash), col(ProfileRow.unit_system), col(PlanRow.id), col(PlanRow.version))
        .outerjoin(ProfileRow, col(ProfileRow.athlete_id) == owner)
        .outerjoin(PlanRow, is_accepted)
        .where(owner == athlete_id)
    )
    found = (await session.execute(wanted)).one_or_none()
    if found is None:
        return None
    secret_hash, units, plan_id, version = found
    return OpenFeed(secret_hash=secret_hash, units=units or UnitSystem.METRIC, plan_id=plan_id, plan_version=version)
