"""Workers: their heartbeats, by the database's clock, which is the one that all of them share."""

from collections.abc import Sequence
from datetime import timedelta

from sqlalchemy import Interval, cast, delete, func, literal, select
from sqlalchemy.dialects.postgresql import insert
from sqlmodel import col
from sqlmodel.ext.asyncio.session import AsyncSession

from db.tables import WorkerRow


async def beat(session: AsyncSession, worker: str) -> None:
    """This worker is alive now."""
    values = {"name": worker, "beat_at": func.now()}
    now = insert(WorkerRow).values(values)
    await session.execute(now.on_conflict_do_update(index_elements=[col(WorkerRow.name)], set_={"beat_at": func.now()}))


async def living_workers(session: AsyncSession, names: Sequence[str], *, lease: timedelta) -> set[str]:
    """Those of them whose last sign of life is no older than the lease."""
    since = func.now() - cast(literal(lease), Interval)
    wanted = select(col(WorkerRow.name)).where(col(WorkerRow.name).in_(names), col(WorkerRow.beat_at) >= since)
    return set((await session.execute(wanted)).scalars())


async def forget_worker(session: AsyncSession, worker: str) -> None:
    """It has left."""
    await session.execute(delete(WorkerRow).where(col(WorkerRow.name) == worker))


async def forget_dead_workers(session: AsyncSession, *, after: timedelta) -> None:
    """Those that gave no sign of life for long."""
    since = func.now() - cast(literal(after), Interval)
    await session.execute(delete(WorkerRow).where(col(WorkerRow.beat_at) < since))
