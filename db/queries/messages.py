"""The conversation: what athlete and coach said, newest first."""

import datetime
from collections.abc import Sequence
from typing import NamedTuple

from sqlalchemy import ColumnElement, DateTime, delete, func, insert, select
from sqlmodel import col
from sqlmodel.ext.asyncio.session import AsyncSession

from db.tables import MessageRow
from domain.conversation import FeedbackIntent, Message
from domain.ids import AthleteId, MessageId, PlanId
from domain.terms import Author


class NewMessage(NamedTuple):
    """A message that is said just now."""

    id: MessageId
    plan_id: PlanId
    author: Author
    text: str
    intent: FeedbackIntent | None = None
    plan_version: int | None = None


class MessagesOfToday(NamedTuple):
    """How many the athlete wrote since midnight UTC, and when the next day begins."""

    written: int
    resets_at: datetime.datetime


async def add_messages(
    session: AsyncSession, athlete_id: AthleteId, messages: Sequence[NewMessage]
) -> tuple[Message, ...]:
    """Write these down, in this order, and give them back with their instants."""
    rows = [{"athlete_id": athlete_id, **message._asdict()} for message in messages]
    await session.execute(insert(MessageRow).values(rows))
    wanted = select(MessageRow).where(
        col(MessageRow.athlete_id) == athlete_id, col(MessageRow.id).in_([message.id for message in messages])
    )
    found = (await session.execute(wanted.order_by(col(MessageRow.id)))).scalars()
    return tuple(_message(row) for row in found)


async def drop_oldest(session: AsyncSession, athlete_id: AthleteId, *, keep: int) -> None:
    """All but the newest so many messages go."""
    own = col(MessageRow.athlete_id) == athlete_id
    last_kept = select(col(MessageRow.id)).where(own).order_by(col(MessageRow.id).desc()).offset(keep - 1).limit(1)
    await session.execute(delete(MessageRow).where(own, col(MessageRow.id) < last_kept.scalar_subquery()))


async def messages_of_today(session: AsyncSession, athlete_id: AthleteId) -> MessagesOfToday:
    """By the database's clock, which also stamps the rows."""
    midnight: ColumnElement[datetime.datetime] = func.date_trunc(
        "day", func.now(), "UTC", type_=DateTime(timezone=True)
    )
    written = select(func.count()).where(
        col(MessageRow.athlete_id) == athlete_id,
        col(MessageRow.author) == Author.ATHLETE,
        col(MessageRow.created_at) >= midnight,
    )
    written_today, since = (await session.execute(select(written.scalar_subquery(), midnight))).one()
    return MessagesOfToday(written_today or 0, since + datetime.timedelta(days=1))


async def messages_before(
    session: AsyncSession, athlete_id: AthleteId, *, before: MessageId | None, limit: int
) -> tuple[Message, ...]:
    """The newest first, from just after the given one on; ids are ordered by time."""
    wanted = select(MessageRow).where(col(MessageRow.athlete_id) == athlete_id)
    if before is not None:
        wanted = wanted.where(col(MessageRow.id) < before)
    found = await session.execute(wanted.order_by(col(MessageRow.id).desc()).limit(limit))
    return tuple(_message(row) for row in found.scalars())


async def messages_by_id(
    session: AsyncSession, athlete_id: AthleteId, ids: Sequence[MessageId]
) -> dict[MessageId, Message]:
    """Those of these messages that are the athlete's."""
    wanted = select(MessageRow).where(col(MessageRow.athlete_id) == athlete_id, col(MessageRow.id).in_(ids))
    return {row.id: _message(row) for row in (await session.execute(wanted)).scalars()}


def _message(row: MessageRow) -> Message:
    return Message(
        id=row.id,
        author=row.author,
        text=row.text,
        intent=row.intent,
        plan_id=row.plan_id,
        plan_version=row.plan_version,
        created_at=row.created_at,
    )
