"""What the viewer and the coach say about plans."""

from typing import TYPE_CHECKING

from domain.conversation import Message
from domain.ids import DayId, PlanId, plan_and_date_of, read_id
from domain.pages import Page
from resolvers.context import Context

if TYPE_CHECKING:
    from services.feedback.conversations import FeedbackAnswer


async def conversation(context: Context, *, first: int, after: str | None) -> Page[Message]:
    return await context.services.conversations.conversation(context.athlete_id, first=first, after=after)


async def submit_feedback(
    context: Context, *, key: str, plan_id: str, message: str, day_id: str | None
) -> "FeedbackAnswer":
    viewer = context.begin_change()
    wanted = PlanId(read_id("plan", plan_id))
    return await context.services.conversations.submit(
        viewer, key=key, plan_id=wanted, message=message, day_id=_day_id(day_id) if day_id is not None else None
    )


def _day_id(text: str) -> DayId:
    """Raises NotFound for what cannot be a day's id."""
    day_id = DayId(text)
    plan_and_date_of(day_id)
    return day_id
