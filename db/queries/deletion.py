"""Deleted accounts: how everything of an athlete goes, and what stays until their tokens expire."""

import datetime
from collections.abc import Sequence

import msgspec
from sqlalchemy import Interval, cast, delete, func, insert, literal, select, text, update
from sqlmodel import col
from sqlmodel.ext.asyncio.session import AsyncSession

from db.queries.work import forget_work_of
from db.tables import AthleteRow, DeletedAccountRow, ProfileRow
from domain.ids import AthleteId

_SINCE = text("select athlete_id, deleted_at, kept_until from deleted_accounts(:after)")


class DeletedAccount(msgspec.Struct, frozen=True, kw_only=True):
    """When it was deleted, and until when its tokens may be good."""

    athlete_id: AthleteId
    deleted_at: datetime.datetime
    kept_until: datetime.datetime


class Removal(msgspec.Struct, frozen=True, kw_only=True):
    """Somebody whom the service that signs people in still knows, by its own id."""

    user: str
    deleted_at: datetime.datetime


async def display_name(session: AsyncSession, athlete_id: AthleteId) -> str | None:
    """None before a profile was saved."""
    wanted = select(col(ProfileRow.display_name)).where(col(ProfileRow.athlete_id) == athlete_id)
    name: str | None = (await session.execute(wanted)).scalar_one_or_none()
    return name


async def deleted_account(session: AsyncSession, athlete_id: AthleteId) -> DeletedAccount | None:
    """None where it was not deleted."""
    row = DeletedAccountRow
    wanted = select(col(row.deleted_at), col(row.kept_until)).where(col(row.athlete_id) == athlete_id)
    found = (await session.execute(wanted)).one_or_none()
    return None if found is None else DeletedAccount(athlete_id=athlete_id, deleted_at=found[0], kept_until=found[1])


async def delete_account(
    session: AsyncSession,
    athlete_id: AthleteId,
    *,
    expires_at: datetime.datetime,
    kept: datetime.timedelta,
    user_to_remove: str | None,
) -> DeletedAccount:
    """Everything of the athlete goes: rows with their account, work with its records. What stays is kept for as long as is said,
    and until `expires_at` at least. The caller holds the athlete's lock.
    """
    await session.execute(delete(AthleteRow).where(col(AthleteRow.id) == athlete_id))
    await forget_work_of(session, athlete_id)
    row = DeletedAccountRow
    until = func.greatest(literal(expires_at), func.now() + cast(literal(kept), Interval))
    mark = insert(row).values(athlete_id=athlete_id, kept_until=until, user_to_remove=user_to_remove)
    deleted_at, kept_until = (await session.execute(mark.returning(col(row.deleted_at), col(row.kept_until)))).one()
    return DeletedAccount(athlete_id=athlete_id, deleted_at=deleted_at, kept_until=kept_until)


async def deleted_accounts(session: AsyncSession, *, after: datetime.datetime) -> Sequence[DeletedAccount]:
    """Those of everybody that were deleted after this instant, and whose tokens may still be good."""
    return [
        DeletedAccount(athlete_id=AthleteId(f"athlete_{owner.hex}"), deleted_at=deleted_at, kept_until=kept_until)
        for owner, deleted_at, kept_until in await session.execute(_SINCE, {"after": after})
    ]


async def removal(session: AsyncSession, athlete_id: AthleteId) -> Removal | None:
    """Who is still to be removed; None where it is done."""
    row = DeletedAccountRow
    wanted = select(col(row.user_to_remove), col(row.deleted_at)).where(
        col(row.athlete_id) == athlete_id, col(row.user_to_remove).is_not(None)
    )
    found = (await session.execute(wanted)).one_or_none()
    return None if found is None else Removal(user=found[0], deleted_at=found[1])


async def set_removed(session: AsyncSession, athlete_id: AthleteId) -> None:
    """Nobody is to be removed any more, and their id there is forgotten."""
    row = DeletedAccountRow
    await session.execute(update(row).where(col(row.athlete_id) == athlete_id).values(user_to_remove=None))
