"""Plans, their versions, and what was said about them."""

import datetime

from sqlalchemy import Index, text
from sqlmodel import Field

from db.tables.base import Row, belonging_to, identifier, instant, newest_of_an_athlete, owner, struct_json, word
from domain.conversation import FeedbackIntent
from domain.ids import AthleteId, MessageId, PlanId
from domain.plan import PlanChange, PlanDocument, PlanState, PlanVersionReason
from domain.terms import Author


class PlanRow(Row, table=True):
    """A plan: where it stands, and which version is the newest. COMPLETED is never stored; it is derived when read."""

    __tablename__ = "plan"
    __table_args__ = (
        newest_of_an_athlete("plan"),
        Index("plan_one_in_review", "athlete_id", unique=True, postgresql_where=text("state = 'IN_REVIEW'")),
        Index("plan_one_accepted", "athlete_id", unique=True, postgresql_where=text("state = 'ACCEPTED'")),
    )
    id: PlanId = identifier("plan", primary_key=True)
    athlete_id: AthleteId = owner()
    state: PlanState = word(PlanState)
    version: int
    start_date: datetime.date
    end_date: datetime.date
    """The last day, included."""
    basis_fingerprint: str
    """Of what the newest version was made from."""
    accepted_at: datetime.datetime | None = instant(nullable=True)
    archived_at: datetime.datetime | None = instant(nullable=True)
    created_at: datetime.datetime = instant()
    updated_at: datetime.datetime = instant()


class PlanVersionRow(Row, table=True):
    """One version of a plan, for ever as it was saved."""

    __tablename__ = "plan_version"
    __table_args__ = (
        belonging_to("plan", of="plan_version"),
        Index("plan_version_of_athlete", "athlete_id", "plan_id"),
    )
    plan_id: PlanId = identifier("plan", primary_key=True)
    number: int = Field(primary_key=True)
    athlete_id: AthleteId = owner()
    reason: PlanVersionReason = word(PlanVersionReason)
    changes: tuple[PlanChange, ...] = struct_json(tuple[PlanChange, ...])
    document: PlanDocument = struct_json(PlanDocument)
    created_at: datetime.datetime = instant()


class MessageRow(Row, table=True):
    """One message of the conversation."""

    __tablename__ = "message"
    __table_args__ = (newest_of_an_athlete("message"), belonging_to("plan", of="message"))
    id: MessageId = identifier("message", primary_key=True)
    athlete_id: AthleteId = owner()
    plan_id: PlanId = identifier("plan")
    author: Author = word(Author)
    text: str
    intent: FeedbackIntent | None = word(FeedbackIntent, nullable=True)
    plan_version: int | None = None
    created_at: datetime.datetime = instant()
