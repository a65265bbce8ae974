"""The playbook: lessons as they stand, and the ledger of what happened to them."""

import datetime
from collections.abc import Sequence

import msgspec
from sqlalchemy import DateTime, ScalarSelect, Text, and_, bindparam, cast, func, literal_column, or_, select, update
from sqlalchemy.dialects.postgresql import insert
from sqlmodel import col
from sqlmodel.ext.asyncio.session import AsyncSession

from db.tables import AthleteRow, LessonChangeRow, LessonRow
from db.tables.columns import StructJson
from domain.facts import KeptLesson
from domain.ids import AthleteId, LessonChangeId, LessonId
from domain.lessons import Lesson, LessonChange, LessonOperation, LessonState


class StoredPlaybook(msgspec.Struct, frozen=True, kw_only=True):
    """A playbook's head with its lessons; `now` is the database's."""

    version: int
    updated_at: datetime.datetime
    lessons: tuple[KeptLesson, ...]
    now: datetime.datetime


class LedgerEntry(msgspec.Struct, frozen=True, kw_only=True):
    """A change to be written: `kept` is the lesson as it is after."""

    id: LessonChangeId
    operation: LessonOperation
    kept: KeptLesson
    reason: str


def kept_lessons_json() -> ScalarSelect[tuple[KeptLesson, ...]]:
    """The lessons of `:athlete_id` in `:states` as one value, for a statement that asks for more besides."""
    lesson_id = func.concat("lesson_", func.replace(cast(col(LessonRow.id), Text), "-", ""))
    lesson = func.to_jsonb(literal_column("lesson")).op("||")(func.jsonb_build_object("id", lesson_id))
    kept = func.jsonb_build_object("lesson", lesson, "changed_at", col(LessonRow.changed_at))
    all_kept = func.coalesce(
        func.jsonb_agg(kept), literal_column("'[]'::jsonb"), type_=StructJson(tuple[KeptLesson, ...])
    )
    return (
        select(all_kept)
        .where(
            col(LessonRow.athlete_id) == bindparam("athlete_id"),
            col(LessonRow.state).in_(bindparam("states", expanding=True)),
        )
        .scalar_subquery()
    )


async def stored_playbook(
    session: AsyncSession, athlete_id: AthleteId, states: Sequence[LessonState]
) -> StoredPlaybook | None:
    """The playbook with its lessons in these states; None where there is no such athlete."""
    found = (await session.execute(_PLAYBOOK, {"athlete_id": athlete_id, "states": states})).one_or_none()
    if found is None:
        return None
    version, updated_at, lessons, now = found
    return StoredPlaybook(version=version, updated_at=updated_at, lessons=lessons, now=now)


_PLAYBOOK = select(
    col(AthleteRow.playbook_version),
    col(AthleteRow.playbook_updated_at),
    kept_lessons_json(),
    func.now(type_=DateTime(timezone=True)),
).where(col(AthleteRow.id) == bindparam("athlete_id"))
"""Put together once, which takes as long as running it."""


async def lessons_by_id(
    session: AsyncSession, athlete_id: AthleteId, lesson_ids: Sequence[LessonId]
) -> dict[LessonId, KeptLesson]:
    """Those of these lessons that are the athlete's, in whatever state."""
    wanted = select(LessonRow).where(col(LessonRow.athlete_id) == athlete_id, col(LessonRow.id).in_(lesson_ids))
    rows = (await session.execute(wanted, execution_options={"populate_existing": True})).scalars()
    return {row.id: kept_lesson(row) for row in rows}


async def ended_lessons(
    session: AsyncSession,
    athlete_id: AthleteId,
    *,
    before: tuple[datetime.datetime, LessonId] | None,
    limit: int,
) -> tuple[KeptLesson, ...]:
    """Lessons no longer in use, from the one that ended last on, or from the place `before`."""
    ended_at, lesson_id = col(LessonRow.changed_at), col(LessonRow.id)
    wanted = select(LessonRow).where(
        col(LessonRow.athlete_id) == athlete_id, col(LessonRow.state) != LessonState.ACTIVE
    )
    if before is not None:
        # Spelled out rather than compared as a pair: the id is a type of ours, which a tuple would not know.
        ended, last = before
        wanted = wanted.where(or_(ended_at < ended, and_(ended_at == ended, lesson_id < last)))
    wanted = wanted.order_by(ended_at.desc(), lesson_id.desc()).limit(limit)
    return tuple(kept_lesson(row) for row in (await session.execute(wanted)).scalars())


async def changes_before(
    session: AsyncSession, athlete_id: AthleteId, *, before: int | None, limit: int
) -> tuple[tuple[int, LessonChange], ...]:
    """The ledger's entries, newest first, each with the playbook's version that it made and the lesson as it stands now."""
    version = col(LessonChangeRow.playbook_version)
    wanted = (
        select(LessonChangeRow, LessonRow)
        .join(LessonRow, col(LessonRow.id) == col(LessonChangeRow.lesson_id))
        .where(col(LessonChangeRow.athlete_id) == athlete_id, col(LessonRow.athlete_id) == athlete_id)
    )
    if before is not None:
        wanted = wanted.where(version < before)
    found = await session.execute(wanted.order_by(version.desc()).limit(limit))
    return tuple((change.playbook_version, _change(change, kept_lesson(lesson).lesson)) for change, lesson in found)


async def ledger(session: AsyncSession, athlete_id: AthleteId) -> tuple[LessonChange, ...]:
    """Every entry from the first on, each with the lesson as it was just after it."""
    wanted = select(LessonChangeRow).where(col(LessonChangeRow.athlete_id) == athlete_id)
    rows = (await session.execute(wanted.order_by(col(LessonChangeRow.playbook_version)))).scalars()
    return tuple(_change(row, row.lesson) for row in rows)


async def write_entries(session: AsyncSession, athlete_id: AthleteId, entries: Sequence[LedgerEntry]) -> None:
    """Log and table together, and the playbook's version raised by one for each entry."""
    raised = (
        update(AthleteRow)
        .where(col(AthleteRow.id) == athlete_id)
        .values(playbook_version=AthleteRow.playbook_version + len(entries), playbook_updated_at=func.now())
        .returning(col(AthleteRow.playbook_version))
    )
    version = (await session.execute(raised)).scalar_one()
    first = version - len(entries) + 1
    latest = {entry.kept.lesson.id: entry.kept for entry in entries}
    await write_lessons(session, athlete_id, tuple(latest.values()))
    changes = [_change_values(athlete_id, first + place, entry) for place, entry in enumerate(entries)]
    await session.execute(insert(LessonChangeRow).values(changes))


async def write_lessons(session: AsyncSession, athlete_id: AthleteId, lessons: Sequence[KeptLesson]) -> None:
    """The table alone, for who wrote the ledger or goes by it."""
    rows = [_lesson_values(athlete_id, kept) for kept in lessons]
    added = insert(LessonRow).values(rows)
    fixed = {"id", "athlete_id", "created_at"}
    changed = {name: added.excluded[name] for name in rows[0] if name not in fixed}
    upsert = added.on_conflict_do_update(
        index_elements=["id"], set_=changed, where=col(LessonRow.athlete_id) == athlete_id
    )
    await session.execute(upsert)


def _lesson_values(athlete_id: AthleteId, kept: KeptLesson) -> dict[str, object]:
    lesson = {field: getattr(kept.lesson, field) for field in Lesson.__struct_fields__}
    return {**lesson, "athlete_id": athlete_id, "changed_at": kept.changed_at}


def _change_values(athlete_id: AthleteId, version: int, entry: LedgerEntry) -> dict[str, object]:
    return {
        "id": entry.id,
        "athlete_id": athlete_id,
        "playbook_version": version,
        "lesson_id": entry.kept.lesson.id,
        "operation": entry.operation,
        "reason": entry.reason,
        "lesson": entry.kept.lesson,
    }


def kept_lesson(row: LessonRow) -> KeptLesson:
    """A row as the domain has it."""
    lesson = Lesson(**{field: getattr(row, field) for field in Lesson.__struct_fields__})
    return KeptLesson(lesson=lesson, changed_at=row.changed_at)


def _change(row: LessonChangeRow, lesson: Lesson) -> LessonChange:
    return LessonChange(id=row.id, operation=row.operation, lesson=lesson, reason=row.reason, at=row.at)
