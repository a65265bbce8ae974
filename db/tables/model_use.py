"""What each athlete used of the language model, day by day."""

from datetime import date

from sqlalchemy import BigInteger
from sqlmodel import Field

from db.tables.base import Row, owner
from domain.ids import AthleteId


class ModelUseRow(Row, table=True):
    """One athlete's calls on one UTC day, and what they took. Nobody reads it as theirs, so that it raises no revision."""

    __tablename__ = "model_use"
    athlete_id: AthleteId = owner(primary_key=True)
    day: date = Field(primary_key=True)
    calls: int
    input_tokens: int = Field(sa_type=BigInteger)
    output_tokens: int = Field(sa_type=BigInteger)
    microdollars: int = Field(sa_type=BigInteger)
