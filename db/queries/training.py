"""Workout logs: by their client's id, by day, by page, and what was lifted before."""

import datetime
from collections.abc import Sequence
from typing import NamedTuple

import msgspec
from sqlalchemy import (
    BindParameter,
    ColumnElement,
    Date,
    Integer,
    Select,
    and_,
    bindparam,
    cast,
    func,
    or_,
    select,
    text,
    update,
)
from sqlalchemy.dialects.postgresql import Insert, insert
from sqlmodel import col
from sqlmodel.ext.asyncio.session import AsyncSession

from db.tables import WorkoutLogRow
from db.tables.columns import Identifier, StructJson
from domain.ids import AthleteId, PlanId, WorkoutLogId
from domain.training import Completion, Credit, LoggedSet, WorkoutLog


class StoredLog(msgspec.Struct, frozen=True, kw_only=True):
    """A log as it is stored, with what it was counted as. A deleted one is there without its content."""

    log: WorkoutLog
    credits: tuple[Credit, ...]
    is_deleted: bool


class LiftsOnDate(NamedTuple):
    """The sets of one log."""

    date: datetime.date
    sets: tuple[LoggedSet, ...]


async def log_by_client_id(session: AsyncSession, athlete_id: AthleteId, client_id: str) -> StoredLog | None:
    """The log, or what is left of it."""
    wanted = select(WorkoutLogRow).where(
        col(WorkoutLogRow.athlete_id) == athlete_id, col(WorkoutLogRow.client_id) == client_id
    )
    found = (await session.execute(wanted, execution_options=_FRESH)).scalar_one_or_none()
    return None if found is None else _stored(found)


async def logs_in_question(
    session: AsyncSession, athlete_id: AthleteId, client_id: str, plan_id: PlanId, date: datetime.date
) -> tuple[StoredLog, ...]:
    """The log of this client's id, deleted or not, and the one that stands on this day: at most two."""
    on_the_day = and_(
        col(WorkoutLogRow.plan_id) == plan_id,
        col(WorkoutLogRow.date) == date,
        col(WorkoutLogRow.deleted_at).is_(None),
    )
    wanted = select(WorkoutLogRow).where(
        col(WorkoutLogRow.athlete_id) == athlete_id, or_(col(WorkoutLogRow.client_id) == client_id, on_the_day)
    )
    return tuple(_stored(row) for row in (await session.execute(wanted, execution_options=_FRESH)).scalars())


async def logs_by_id(
    session: AsyncSession, athlete_id: AthleteId, ids: Sequence[WorkoutLogId]
) -> dict[WorkoutLogId, WorkoutLog]:
    """Those of these logs that are the athlete's."""
    found = await session.execute(_standing(athlete_id).where(col(WorkoutLogRow.id).in_(ids)))
    return {row.id: _log(row) for row in found.scalars()}


async def logs_of_plan(session: AsyncSession, athlete_id: AthleteId, plan_id: PlanId) -> tuple[WorkoutLog, ...]:
    found = await session.execute(_LOGS_OF_PLAN, {"athlete_id": athlete_id, "plan_id": plan_id})
    return tuple(_log(row) for row in found.scalars())


async def logs_before(
    session: AsyncSession,
    athlete_id: AthleteId,
    *,
    before: tuple[datetime.date, WorkoutLogId] | None,
    limit: int,
) -> tuple[WorkoutLog, ...]:
    """The latest days first, from just after the place `before` on."""
    date, log_id = col(WorkoutLogRow.date), col(WorkoutLogRow.id)
    wanted = _standing(athlete_id).order_by(date.desc(), log_id.desc()).limit(limit)
    if before is not None:
        last_date, last_id = before
        wanted = wanted.where(or_(date < last_date, and_(date == last_date, log_id < last_id)))
    return tuple(_log(row) for row in (await session.execute(wanted)).scalars())


async def logs_between(
    session: AsyncSession, athlete_id: AthleteId, *, start: datetime.date, end: datetime.date
) -> tuple[WorkoutLog, ...]:
    """Those of the days from `start` to `end`, both included, in order."""
    date = col(WorkoutLogRow.date)
    wanted = _standing(athlete_id).where(date.between(start, end)).order_by(date, col(WorkoutLogRow.id))
    return tuple(_log(row) for row in (await session.execute(wanted)).scalars())


async def save_log(session: AsyncSession, athlete_id: AthleteId, log: WorkoutLog, *, earned: Sequence[Credit]) -> None:
    """Write the log in the place of what was there of it. Its instant of logging stays the first one."""
    values: dict[str, object] = {name: getattr(log, name) for name in _SAID}
    values |= {
        "athlete_id": athlete_id,
        "exercise_ids": sorted({one.exercise_id for one in log.sets}),
        "credits": tuple(earned),
    }
    await session.execute(_SAVE, values)


def _saving() -> Insert:
    """Put together once: a queue of logs runs it again and again."""
    added = insert(WorkoutLogRow).values(
        {name: bindparam(name) for name in (*_SAID, "athlete_id", "exercise_ids", "credits")}
    )
    replaced = [*(name for name in _SAID if name not in {"id", "client_id"}), "exercise_ids", "credits"]
    changed = {**{name: added.excluded[name] for name in replaced}, "deleted_at": None}
    return added.on_conflict_do_update(index_elements=["athlete_id", "client_id"], set_=changed)


_SAID = tuple(name for name in WorkoutLog.__struct_fields__ if name != "logged_at")
"""What a log says; when it came is the database's to say."""
_SAVE = _saving()


async def bury_log(session: AsyncSession, athlete_id: AthleteId, log_id: WorkoutLogId) -> None:
    """Delete what is in a log; what is left keeps its client's id and revision."""
    values: dict[str, object] = {
        **dict.fromkeys(("session_rpe", "minutes", "enjoyment", "energy", "soreness", "pain", "note")),
        "sets": (),
        "exercise_ids": [],
        "endurance": (),
        "credits": (),
        "deleted_at": func.now(),
    }
    own = (col(WorkoutLogRow.athlete_id) == athlete_id, col(WorkoutLogRow.id) == log_id)
    await session.execute(update(WorkoutLogRow).where(*own).values(**values))


async def training_weeks(session: AsyncSession, athlete_id: AthleteId) -> tuple[datetime.date, ...]:
    """The Mondays of all weeks with a workout that was not skipped, the latest first."""
    date = col(WorkoutLogRow.date)
    monday: ColumnElement[datetime.date] = date - cast(func.extract("isodow", date), Integer) + 1
    wanted = (
        select(monday)
        .where(*_own_standing(athlete_id), col(WorkoutLogRow.completion) != Completion.SKIPPED)
        .group_by(monday)
        .order_by(monday.desc())
    )
    return tuple((await session.execute(wanted)).scalars())


async def lifts_before_days_of(
    session: AsyncSession, athlete_id: AthleteId, plan_id: PlanId
) -> tuple[LiftsOnDate, ...]:
    """What was lifted, by any plan, of the exercises of this one: all of its own time, and the last time before it. In order."""
    found = await session.execute(_LIFTS, {"athlete_id": athlete_id, "plan_id": plan_id})
    return tuple(LiftsOnDate(date, sets) for date, sets in found)


_LIFTS = (
    text("""
        with planned as materialized (
            select p.start_date, p.end_date, v.document
            from plan p join plan_version v on v.plan_id = p.id and v.number = p.version
            where p.athlete_id = :athlete_id and p.id = :plan_id
        ), exercises as materialized (
            select distinct jsonb_path_query(document, '$.weeks[*].days[*].activities[*].exercise_id') #>> '{}' as id
            from planned
        )
        select log.date, log.sets
        from planned join workout_log log on log.date between planned.start_date and planned.end_date
        where log.athlete_id = :athlete_id and log.deleted_at is null
            and log.exercise_ids && array(select cast(id as varchar) from exercises)
        union all
        select last.date, last.sets
        from planned cross join exercises cross join lateral (
            select older.date, older.sets from workout_log older
            where older.athlete_id = :athlete_id and older.deleted_at is null
                and older.date < planned.start_date and exercises.id = any(older.exercise_ids)
            order by older.date desc, older.id desc limit 1
        ) last
        order by date
    """)
    .bindparams(bindparam("athlete_id", type_=Identifier("athlete")), bindparam("plan_id", type_=Identifier("plan")))
    .columns(date=Date(), sets=StructJson(tuple[LoggedSet, ...]))
)

_FRESH = {"populate_existing": True}


def _own_standing(athlete_id: AthleteId | BindParameter[AthleteId]) -> tuple[ColumnElement[bool], ColumnElement[bool]]:
    return col(WorkoutLogRow.athlete_id) == athlete_id, col(WorkoutLogRow.deleted_at).is_(None)


def _standing(athlete_id: AthleteId | BindParameter[AthleteId]) -> Select[WorkoutLogRow]:
    return select(WorkoutLogRow).where(*_own_standing(athlete_id)).execution_options(**_FRESH)


_LOGS_OF_PLAN = _standing(bindparam("athlete_id")).where(col(WorkoutLogRow.plan_id) == bindparam("plan_id"))
"""Put together once, which takes as long as running it."""


def _stored(row: WorkoutLogRow) -> StoredLog:
    return StoredLog(log=_log(row), credits=row.credits, is_deleted=row.deleted_at is not None)


def _log(row: WorkoutLogRow) -> WorkoutLog:
    return WorkoutLog(**{name: getattr(row, name) for name in WorkoutLog.__struct_fields__})
