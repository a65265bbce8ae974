"""The playbooks of all athletes: whose lessons may have faded, who has a playbook, and what else was recorded of a lesson."""

import datetime
from collections.abc import AsyncIterator

import msgspec
from sqlalchemy import TextClause, text
from sqlmodel.ext.asyncio.session import AsyncSession

from db.database import Database
from domain.ids import AthleteId, LessonId

_BATCH = 500
_AGING = text("select athletes_with_aging_lessons(cast(:past as uuid), :most)")
_WITH_PLAYBOOKS = text("select athletes_with_playbooks(cast(:past as uuid), :most)")
_BEFORE_ALL = "00000000-0000-0000-0000-000000000000"
_APPLIED = text("""
    select used ->> 'lesson_id', count(*), max(created_at)
    from plan_version, jsonb_array_elements(coalesce(document -> 'applied_lessons', '[]')) as used
    where athlete_id = cast(:athlete as uuid) and used ->> 'effect' = 'APPLIED' group by 1
""")
_OUTCOMES = text("""
    select earned ->> 'lesson_id', count(*) filter (where (earned ->> 'is_helpful')::boolean),
        count(*) filter (where not (earned ->> 'is_helpful')::boolean)
    from workout_log, jsonb_array_elements(credits) as earned
    where athlete_id = cast(:athlete as uuid) and deleted_at is null group by 1
""")


class Counts(msgspec.Struct, frozen=True, kw_only=True):
    """How often a lesson shaped a plan and how the workouts under it went, counted from the plans and the logs themselves."""

    times_applied: int = 0
    last_applied_at: datetime.datetime | None = None
    helpful_count: int = 0
    harmful_count: int = 0


def athletes_with_aging_lessons(database: Database) -> AsyncIterator[AthleteId]:
    """Everybody who has a lesson that may have faded, or whose time is over."""
    return athletes_in_batches(database, _AGING)


def athletes_with_playbooks(database: Database) -> AsyncIterator[AthleteId]:
    """Everybody of whom anything was ever learned."""
    return athletes_in_batches(database, _WITH_PLAYBOOKS)


async def counts_of_lessons(session: AsyncSession, athlete_id: AthleteId) -> dict[LessonId, Counts]:
    """For each lesson of the athlete's of which there is anything to count."""
    athlete = {"athlete": athlete_id.removeprefix("athlete_")}
    found: dict[LessonId, Counts] = {}
    for lesson_id, times, last in (await session.execute(_APPLIED, athlete)).all():
        found[lesson_id] = Counts(times_applied=times, last_applied_at=last)
    for lesson_id, helpful, harmful in (await session.execute(_OUTCOMES, athlete)).all():
        counted = found.get(lesson_id, Counts())
        found[lesson_id] = msgspec.structs.replace(counted, helpful_count=helpful, harmful_count=harmful)
    return found


async def athletes_in_batches(database: Database, wanted: TextClause, **values: str) -> AsyncIterator[AthleteId]:
    """One after another: what is done for one takes a transaction of its own meanwhile."""
    past = _BEFORE_ALL
    while True:
        async with database.shared() as session:
            batch = (await session.scalars(wanted, {**values, "past": past, "most": _BATCH})).all()
        for athlete in batch:
            yield AthleteId(f"athlete_{athlete.hex}")
        if len(batch) < _BATCH:
            return
        past = str(batch[-1])
