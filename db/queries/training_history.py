"""What was planned and what was done of it over some weeks: plans with their logs, in one statement."""

import datetime
from typing import NamedTuple

import msgspec
from sqlalchemy import ColumnElement, ScalarSelect, func, literal_column, or_, select
from sqlmodel import col
from sqlmodel.ext.asyncio.session import AsyncSession

from db.tables import PlanRow, PlanVersionRow, ProfileRow, WorkoutLogRow
from db.tables.columns import StructJson
from domain.ids import AthleteId
from domain.plan import PlanDocument
from domain.training import Completion, LoggedEndurance, LoggedSet

_TOLD = ("date", "completion", "sets", "endurance", "session_rpe", "energy", "soreness")


class ToldDay(msgspec.Struct, frozen=True, kw_only=True):
    """What a log says of how the training went."""

    date: datetime.date
    completion: Completion
    sets: tuple[LoggedSet, ...]
    endurance: tuple[LoggedEndurance, ...]
    session_rpe: float | None
    energy: int | None
    soreness: int | None


class PlanWithLogs(NamedTuple):
    """A plan as it is now, the athlete's time zone, and the logs of its days."""

    row: PlanRow
    document: PlanDocument
    time_zone: str
    logs: tuple[ToldDay, ...]


async def plans_with_logs(
    session: AsyncSession, athlete_id: AthleteId, *, start: datetime.date, end: datetime.date
) -> tuple[PlanWithLogs, ...]:
    """The plans with days from `start` to `end`, both included, that were ever accepted or logged; oldest first."""
    logs = _logs(athlete_id, start=start, end=end)
    wanted = (
        select(PlanRow, col(PlanVersionRow.document), col(ProfileRow.time_zone), logs)
        .join(
            PlanVersionRow,
            (col(PlanVersionRow.plan_id) == col(PlanRow.id)) & (col(PlanVersionRow.number) == col(PlanRow.version)),
        )
        .outerjoin(ProfileRow, col(ProfileRow.athlete_id) == col(PlanRow.athlete_id))
        .where(
            col(PlanRow.athlete_id) == athlete_id,
            col(PlanRow.start_date) <= end,
            col(PlanRow.end_date) >= start,
            or_(col(PlanRow.accepted_at).is_not(None), logs.is_not(None)),
        )
        .order_by(col(PlanRow.id))
        .execution_options(populate_existing=True)
    )
    found = await session.execute(wanted)
    return tuple(PlanWithLogs(row, document, zone or "UTC", logs or ()) for row, document, zone, logs in found)


def _logs(
    athlete_id: AthleteId, *, start: datetime.date, end: datetime.date
) -> ScalarSelect[tuple[ToldDay, ...] | None]:
    told: list[ColumnElement[object]] = []
    for name in _TOLD:
        told += [literal_column(f"'{name}'"), literal_column(f"workout_log.{name}")]
    days: ColumnElement[tuple[ToldDay, ...]] = func.jsonb_agg(
        func.jsonb_build_object(*told), type_=StructJson(tuple[ToldDay, ...])
    )
    return (
        select(days)
        .where(
            col(WorkoutLogRow.athlete_id) == athlete_id,
            col(WorkoutLogRow.plan_id) == col(PlanRow.id),
            col(WorkoutLogRow.deleted_at).is_(None),
            col(WorkoutLogRow.date).between(start, end),
        )
        .correlate(PlanRow)
        .scalar_subquery()
    )
