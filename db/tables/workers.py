"""Workers: who lives, by the database's clock."""

from datetime import datetime

from sqlmodel import Field

from db.tables.base import Row, instant


class WorkerRow(Row, table=True):
    """A worker and its last sign of life. It tells of a process and of no athlete."""

    __tablename__ = "worker"
    name: str = Field(primary_key=True)
    beat_at: datetime = instant()
