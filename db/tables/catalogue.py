"""The exercise catalogue: everybody's, seeded by migration."""

from sqlalchemy import Text
from sqlmodel import Field

from db.tables.base import Row, struct_json
from domain.exercise import Exercise
from domain.ids import ExerciseId


class ExerciseRow(Row, table=True):
    """One exercise; its id is text, with its kind in front."""

    __tablename__ = "exercise"
    id: ExerciseId = Field(primary_key=True, sa_type=Text)
    facts: Exercise = struct_json(Exercise)
