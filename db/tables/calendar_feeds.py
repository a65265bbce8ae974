"""Calendar feeds: by which secret a calendar app reads an athlete's training days."""

from datetime import datetime

from sqlmodel import Field

from db.tables.base import Row, instant, owner
from domain.ids import AthleteId


class CalendarFeedRow(Row, table=True):
    """The one feed that an athlete has open. Of its secret there is a hash alone, and a new secret takes the place of the old."""

    __tablename__ = "calendar_feed"
    athlete_id: AthleteId = owner(primary_key=True)
    secret_hash: bytes = Field()
    opened_at: datetime = instant()
