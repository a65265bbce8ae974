"""What athletes wrote that a model has not yet reflected on."""

from datetime import datetime

from sqlmodel import Field

from db.tables.base import Row, instant, owner, word
from domain.ids import AthleteId
from domain.lessons import LessonSource


class UnreflectedRow(Row, table=True):
    """An answer, by its question, or the notes of a workout, by its log. Shown to nobody, so that it raises no revision."""

    __tablename__ = "unreflected"
    athlete_id: AthleteId = owner(primary_key=True)
    source: LessonSource = word(LessonSource, primary_key=True)
    about: str = Field(primary_key=True)
    told_at: datetime = instant()
