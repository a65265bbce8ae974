"""The playbook: a ledger of changes, and the table of lessons that is its fold."""

from datetime import datetime

from pgvector.sqlalchemy import Vector
from sqlalchemy import Column, Index, UniqueConstraint
from sqlmodel import Field

from db.tables.base import Row, belonging_to, identifier, instant, newest_of_an_athlete, owner, struct_json, word
from domain.ids import AthleteId, LessonChangeId, LessonId
from domain.knowledge import DIMENSIONS
from domain.lessons import Lesson, LessonOperation, LessonRule, LessonSource, LessonState


class LessonRow(Row, table=True):
    """A lesson as it stands."""

    __tablename__ = "lesson"
    __table_args__ = (newest_of_an_athlete("lesson"), Index("lesson_by_state", "athlete_id", "state"))
    id: LessonId = identifier("lesson", primary_key=True)
    athlete_id: AthleteId = owner()
    text: str
    rule: LessonRule = struct_json(LessonRule)
    is_hard: bool
    is_pinned: bool = False
    state: LessonState = word(LessonState)
    source: LessonSource = word(LessonSource)
    evidence: str
    confidence: float
    helpful_count: int = 0
    harmful_count: int = 0
    times_applied: int = 0
    tags: tuple[str, ...] = struct_json(tuple[str, ...])
    created_at: datetime = instant()
    changed_at: datetime = instant()
    """When it last changed; of a lesson no longer in use, when it ended."""
    last_applied_at: datetime | None = instant(nullable=True)
    expires_at: datetime | None = instant(nullable=True)


class LessonChangeRow(Row, table=True):
    """One entry of the ledger: what was done to a lesson, and the lesson as it was after."""

    __tablename__ = "lesson_change"
    __table_args__ = (
        UniqueConstraint("athlete_id", "playbook_version", name="lesson_change_by_version"),
        belonging_to("lesson", of="lesson_change"),
    )
    id: LessonChangeId = identifier("change", primary_key=True)
    athlete_id: AthleteId = owner()
    playbook_version: int = Field()
    """The playbook's version that this change made; unique for an athlete."""
    lesson_id: LessonId = identifier("lesson")
    operation: LessonOperation = word(LessonOperation)
    reason: str
    lesson: Lesson = struct_json(Lesson)
    at: datetime = instant()


class LessonVectorRow(Row, table=True):
    """What a lesson means, by the model that said so. A trigger deletes it when the lesson's text or rule changes."""

    __tablename__ = "lesson_vector"
    __table_args__ = (belonging_to("lesson", of="lesson_vector"),)
    athlete_id: AthleteId = owner(primary_key=True)
    lesson_id: LessonId = identifier("lesson", primary_key=True)
    model: str
    vector: list[float] = Field(sa_column=Column(Vector(DIMENSIONS), nullable=False))
