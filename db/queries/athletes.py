"""Athletes' accounts."""

from sqlalchemy import select
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.exc import DBAPIError
from sqlmodel import col
from sqlmodel.ext.asyncio.session import AsyncSession

from db.tables import AthleteRow, ProfileRow
from domain.errors import AccountDeleted
from domain.ids import AthleteId
from domain.profile import Viewer

_WAS_DELETED = "CB001"
"""What a trigger refuses the account with."""


async def ensure_athlete(session: AsyncSession, viewer: Viewer) -> None:
    """Makes the account where there is none yet. Raises AccountDeleted where it was deleted."""
    row = {
        "id": viewer.athlete_id,
        "issuer": viewer.issuer,
        "subject": viewer.subject,
        "revision": 0,
        "playbook_version": 0,
        "basis_fingerprint": "",
    }
    try:
        await session.execute(
            insert(AthleteRow).values(row).on_conflict_do_nothing(index_elements=[col(AthleteRow.id)])
        )
    except DBAPIError as error:
        if getattr(error.orig, "sqlstate", None) == _WAS_DELETED:
            raise AccountDeleted from None
        raise


async def athlete_to_change(session: AsyncSession, viewer: Viewer) -> AthleteRow:
    """The account, made where there is none yet, and locked until the transaction ends. Raises AccountDeleted."""
    await ensure_athlete(session, viewer)
    found = await athlete_for_update(session, viewer.athlete_id)
    if found is None:
        raise AccountDeleted  # while we waited for the lock
    return found


async def athlete(session: AsyncSession, athlete_id: AthleteId) -> AthleteRow | None:
    """The account, if it was made."""
    found = await session.execute(select(AthleteRow).where(col(AthleteRow.id) == athlete_id))
    return found.scalar_one_or_none()


async def athlete_for_update(session: AsyncSession, athlete_id: AthleteId) -> AthleteRow | None:
    """The account, locked until the transaction ends: one athlete's changes never interleave."""
    wanted = select(AthleteRow).where(col(AthleteRow.id) == athlete_id)
    found = await session.execute(wanted.with_for_update().execution_options(populate_existing=True))
    return found.scalar_one_or_none()


async def revision_and_time_zone(session: AsyncSession, athlete_id: AthleteId) -> tuple[int, str]:
    """The number that rises with every change, 0 before the first; and the time zone, UTC before a profile was saved."""
    wanted = (
        select(col(AthleteRow.revision), col(ProfileRow.time_zone))
        .outerjoin(ProfileRow, col(ProfileRow.athlete_id) == col(AthleteRow.id))
        .where(col(AthleteRow.id) == athlete_id)
    )
    found = (await session.execute(wanted)).one_or_none()
    revision, time_zone = found if found is not None else (0, None)
    return revision, time_zone or "UTC"
