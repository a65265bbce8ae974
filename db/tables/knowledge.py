"""The knowledge base: everybody's, seeded with every migration."""

from sqlalchemy import Column, Computed, Text
from sqlalchemy.dialects.postgresql import TSVECTOR
from sqlmodel import Field

from db.tables.base import Row, struct_json
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
