"""The knowledge base: everybody's, seeded with every migration."""

from pgvector.sqlalchemy import Vector
from sqlalchemy import Column, Computed, ForeignKey, Text
from sqlalchemy.dialects.postgresql import TSVECTOR
from sqlmodel import Field

from db.tables.base import Row, struct_json
from domain.knowledge import DIMENSIONS
from domain.lessons import LessonRuleKind


class KnowledgeNoteRow(Row, table=True):
    """One note. `words` is what full text search looks at: titles weigh more than keywords, and these more than the text."""

    __tablename__ = "knowledge_note"
    id: str = Field(primary_key=True, sa_type=Text)
    title: str
    topic: str
    kinds: tuple[LessonRuleKind, ...] = struct_json(tuple[LessonRuleKind, ...])
    keywords: str
    source: str
    text: str
    words: str = Field(
        sa_column=Column(
            TSVECTOR,
            Computed(
                "setweight(to_tsvector('english', title), 'A') || setweight(to_tsvector('english', keywords), 'B') || "
                "setweight(to_tsvector('english', text), 'D')",
                persisted=True,
            ),
            nullable=False,
        )
    )


class NoteVectorRow(Row, table=True):
    """What a note means, by the model that said so. A trigger deletes it when the note is worded anew."""

    __tablename__ = "note_vector"
    note_id: str = Field(
        primary_key=True, sa_type=Text, sa_column_args=(ForeignKey("knowledge_note.id", ondelete="CASCADE"),)
    )
    model: str
    vector: list[float] = Field(sa_column=Column(Vector(DIMENSIONS), nullable=False))
