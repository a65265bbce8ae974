"""What notes and lessons mean, as vectors: which have none yet, what they are, and which lessons mean the like."""

from collections.abc import AsyncIterator, Iterable, Mapping, Sequence

import msgspec
from sqlalchemy import and_, exists, select, text
from sqlmodel import col
from sqlmodel.ext.asyncio.session import AsyncSession

from db.database import Database
from db.queries.playbook import kept_lesson
from db.queries.playbooks_of_all import athletes_in_batches
from db.tables import KnowledgeNoteRow, LessonRow, LessonVectorRow, NoteVectorRow
from domain.ids import AthleteId, LessonId
from domain.knowledge import KnowledgeNote, Vector
from domain.lessons import Lesson, LessonState

_ATHLETES = text("select athletes_with_lessons_to_embed(cast(:past as uuid), :most, :model)")
_KEEP_NOTES = text("""
    insert into note_vector (note_id, model, vector)
    select note.id, :model, cast(made.vector as vector)
    from jsonb_to_recordset(cast(:made as jsonb)) as made(id text, title text, keywords text, vector text)
    join knowledge_note as note on (note.id, note.title, note.keywords) = (made.id, made.title, made.keywords)
    on conflict (note_id) do update set model = excluded.model, vector = excluded.vector
""")
"""Of notes alone that are still worded so."""
_KEEP_LESSONS = text("""
    insert into lesson_vector (athlete_id, lesson_id, model, vector)
    select athlete_id, lesson.id, :model, cast(made.vector as vector)
    from jsonb_to_recordset(cast(:made as jsonb)) as made(id uuid, text text, rule jsonb, vector text)
    join lesson on (lesson.id, lesson.text, lesson.rule) = (made.id, made.text, made.rule)
    where athlete_id = cast(:athlete as uuid)
    on conflict (athlete_id, lesson_id) do update set model = excluded.model, vector = excluded.vector
""")
_LIKE = text("""
    select asked.text, lesson.id, 1 - (known.vector <=> cast(asked.vector as vector)) as similarity
    from jsonb_to_recordset(cast(:asked as jsonb)) as asked(text text, vector text)
    cross join lesson_vector as known join lesson on lesson.id = known.lesson_id and lesson.athlete_id = known.athlete_id
    where known.athlete_id = cast(:athlete as uuid) and known.model = :model
        and lesson.rule ->> 'kind' = 'NOTE' and lesson.state in ('ACTIVE', 'RETIRED')
        and known.vector <=> cast(asked.vector as vector) <= 1 - cast(:least as float)
""")


def athletes_with_lessons_to_embed(database: Database, *, model: str) -> AsyncIterator[AthleteId]:
    """Everybody who has a lesson in use without a vector of this model."""
    return athletes_in_batches(database, _ATHLETES, model=model)


async def notes_to_embed(session: AsyncSession, *, model: str) -> tuple[KnowledgeNote, ...]:
    """The notes without a vector of this model."""
    vector = and_(col(NoteVectorRow.note_id) == col(KnowledgeNoteRow.id), col(NoteVectorRow.model) == model)
    rows = (await session.execute(select(KnowledgeNoteRow).where(~exists().where(vector)))).scalars()
    return tuple(
        KnowledgeNote(**{field: getattr(row, field) for field in KnowledgeNote.__struct_fields__}) for row in rows
    )


async def keep_note_vectors(session: AsyncSession, made: Iterable[tuple[KnowledgeNote, Vector]], *, model: str) -> None:
    """Store what notes mean, but for those that were worded anew meanwhile."""
    rows = [
        {"id": note.id, "title": note.title, "keywords": note.keywords, "vector": _told(vector)}
        for note, vector in made
    ]
    await session.execute(_KEEP_NOTES, {"made": _json(rows), "model": model})


async def lessons_to_embed(session: AsyncSession, athlete_id: AthleteId, *, model: str) -> tuple[Lesson, ...]:
    """The athlete's lessons in use without a vector of this model."""
    vector = and_(
        col(LessonVectorRow.athlete_id) == col(LessonRow.athlete_id),
        col(LessonVectorRow.lesson_id) == col(LessonRow.id),
        col(LessonVectorRow.model) == model,
    )
    wanted = select(LessonRow).where(
        col(LessonRow.athlete_id) == athlete_id,
        col(LessonRow.state) == LessonState.ACTIVE,
        ~exists().where(vector),
    )
    rows = (await session.execute(wanted)).scalars()
    return tuple(kept_lesson(row).lesson for row in rows)


async def keep_lesson_vectors(
    session: AsyncSession, athlete_id: AthleteId, made: Iterable[tuple[Lesson, Vector]], *, model: str
) -> None:
    """Store what lessons mean, but for those that changed meanwhile. The athlete's account is locked."""
    rows = [
        {"id": _uuid(lesson.id), "text": lesson.text, "rule": msgspec.to_builtins(lesson.rule), "vector": _told(vector)}
        for lesson, vector in made
    ]
    await session.execute(_KEEP_LESSONS, {"athlete": _uuid(athlete_id), "made": _json(rows), "model": model})


async def like_notes(
    session: AsyncSession, athlete_id: AthleteId, meanings: Mapping[str, Vector], *, model: str, least: float
) -> dict[tuple[str, LessonId], float]:
    """How near these texts are to the athlete's lessons of the kind NOTE, in use or retired, where it is at least so much."""
    asked = [{"text": words, "vector": _told(vector)} for words, vector in meanings.items()]
    values = {"athlete": _uuid(athlete_id), "asked": _json(asked), "model": model, "least": least}
    found = (await session.execute(_LIKE, values)).all()
    return {(words, LessonId(f"lesson_{lesson_id.hex}")): similarity for words, lesson_id, similarity in found}


def _told(vector: Vector) -> str:
    """As pgvector reads it."""
    return f"[{','.join(map(repr, vector))}]"


def _uuid(identifier: str) -> str:
    return identifier.partition("_")[2]


def _json(rows: Sequence[Mapping[str, object]]) -> str:
    return msgspec.json.encode(rows).decode()
