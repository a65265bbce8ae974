"""What is kept of a conversation, how much of it, and how many messages a day has."""

import asyncio

import pytest
from sqlalchemy import text

from db.database import Database
from domain.clock import Clock
from domain.conversation import FeedbackIntent, Message
from domain.errors import QuotaExceeded
from domain.exercise import Catalogue
from domain.plan import PlanDocument
from domain.profile import Viewer
from services.feedback.conversations import Conversations
from tests.database.conversations.talking import Talk, count_of

KEY = "key-of-one-message"


async def test_messages_of_a_day_are_counted(
    database: Database, viewer: Viewer, clock: Clock, catalogue: Catalogue, document: PlanDocument
) -> None:
    talk = Talk(Conversations(database, clock, catalogue, messages_per_day=2), viewer)
    await talk("What is RPE?")
    await talk("What is RPE?", key=KEY)

    with pytest.raises(QuotaExceeded) as caught:
        await talk("What is RPE?")

    assert (caught.value.limit, caught.value.resets_at.hour) == (2, 0)
    assert (await talk("What is RPE?", key=KEY)).intent is FeedbackIntent.QUESTION  # answered before, so it is free
    assert await count_of(database, viewer, "message") == 4


async def test_no_more_messages_at_once_than_the_day_has(
    database: Database, viewer: Viewer, clock: Clock, catalogue: Catalogue, document: PlanDocument
) -> None:
    talk = Talk(Conversations(database, clock, catalogue, messages_per_day=2), viewer)

    answers = await asyncio.gather(*(talk("What is RPE?") for _ in range(5)), return_exceptions=True)

    assert sorted(type(answer).__name__ for answer in answers) == ["FeedbackAnswer"] * 2 + ["QuotaExceeded"] * 3
    assert await count_of(database, viewer, "message") == 4


async def test_the_oldest_messages_are_dropped_also_where_several_come_at_once(
    talk: Talk, conversations: Conversations, database: Database, viewer: Viewer
) -> None:
    first = await talk("What is RPE?")
    async with database.transaction(viewer.athlete_id) as session:
        await session.execute(
            text(
                "insert into message (id, athlete_id, plan_id, author, text) select "
                "('00000000-0000-7000-8000-' || lpad(number::text, 12, '0'))::uuid, athlete_id, plan_id, 'RULES', number::text "
                "from (select athlete_id, plan_id from message limit 1) as one, generate_series(1, 498) as number"
            )
        )

    answers = await asyncio.gather(*(talk("When does the plan end?") for _ in range(4)))

    kept = await messages_of(conversations, viewer)
    assert len(kept) == await count_of(database, viewer, "message") == 500
    assert {answer.reply.id for answer in (first, *answers)} <= {message.id for message in kept}
    assert [message.text for message in kept[10:]] == [str(number) for number in range(498, 8, -1)]


async def messages_of(conversations: Conversations, viewer: Viewer) -> list[Message]:
    """All that is kept, page by page, newest first."""
    found: list[Message] = []
    after: str | None = None
    while True:
        page = await conversations.conversation(viewer.athlete_id, first=100, after=after)
        found += (edge.node for edge in page.edges)
        if not page.has_next_page:
            return found
        after = page.edges[-1].cursor
