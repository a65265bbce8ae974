"""What a model is to reflect on: noted and put into the queue by the transaction that saves the words."""

import datetime
from collections.abc import Sequence

import msgspec
from sqlalchemy import delete, func, select, tuple_
from sqlalchemy.dialects.postgresql import insert
from sqlmodel import col
from sqlmodel.ext.asyncio.session import AsyncSession

from db.queries.work import enqueue_reflection
from db.tables import ClearanceRow, UnreflectedRow
from domain.ids import AthleteId
from domain.lessons import LessonSource
from domain.terms import LimitationKind


class Unreflected(msgspec.Struct, frozen=True, kw_only=True):
    """`about` is a question's id, or a workout log's; told anew, the same words have a later `told_at`."""

    source: LessonSource
    about: str
    told_at: datetime.datetime


async def want_reflection(
    session: AsyncSession, athlete_id: AthleteId, source: LessonSource, about: Sequence[str], *, asked_by: str | None
) -> None:
    """Have a worker reflect on these words after the commit."""
    if not about:
        return
    added = insert(UnreflectedRow).values([{"athlete_id": athlete_id, "source": source, "about": one} for one in about])
    again = {"told_at": func.now()}
    await session.execute(added.on_conflict_do_update(index_elements=["athlete_id", "source", "about"], set_=again))
    await enqueue_reflection(session, athlete_id, asked_by=asked_by)


async def unreflected(session: AsyncSession, athlete_id: AthleteId) -> tuple[Unreflected, ...]:
    """All that waits, oldest first."""
    row = UnreflectedRow
    wanted = select(row).where(col(row.athlete_id) == athlete_id).order_by(col(row.told_at), col(row.about))
    found = (await session.execute(wanted)).scalars()
    return tuple(Unreflected(source=one.source, about=one.about, told_at=one.told_at) for one in found)


async def end_reflection(
    session: AsyncSession, athlete_id: AthleteId, over: Sequence[Unreflected]
) -> frozenset[tuple[LessonSource, str]]:
    """Takes these off the list. Gives those that were on it and have not been told anew since."""
    if not over:
        return frozenset()
    row = UnreflectedRow
    known = [(one.source, one.about, one.told_at) for one in over]
    gone = delete(row).where(
        col(row.athlete_id) == athlete_id, tuple_(col(row.source), col(row.about), col(row.told_at)).in_(known)
    )
    found = await session.execute(gone.returning(col(row.source), col(row.about)))
    return frozenset((source, about) for source, about in found)


async def clearances(session: AsyncSession, athlete_id: AthleteId) -> dict[LimitationKind, datetime.datetime]:
    """When a doctor cleared the athlete of what."""
    row = ClearanceRow
    wanted = select(col(row.limitation), col(row.cleared_at)).where(col(row.athlete_id) == athlete_id)
    return {kind: at for kind, at in await session.execute(wanted)}  # noqa: C416 - rows are no pairs to mypy
