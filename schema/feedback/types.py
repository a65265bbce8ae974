"""What athlete and coach say about a plan, as clients see it."""

import datetime
from typing import cast

import strawberry

from domain import conversation as domain
from domain.conversation import FeedbackIntent
from domain.terms import Author
from schema.bridge import expose, reads
from schema.interfaces import Node

expose(
    domain.FeedbackIntent,
    "What an athlete wants with a message.",
    {
        "QUESTION": "To know something. Nothing changes.",
        "CHANGE": "To have the plan changed.",
        "SATISFIED": "To say that the plan is fine. It is accepted.",
        "UNCLEAR": "Not understood; the coach asks back.",
        "SAFETY": "Pain or symptoms that come before any plan.",
        "OTHER": "Anything else.",
    },
)


@strawberry.type(description="Something that was said about a plan, by the athlete or by the coach.")
class Message(Node):
    is_type_of = reads(domain.Message)

    author: Author = strawberry.field(description="Who said it.")
    text: str = strawberry.field(description="What was said.")
    intent: FeedbackIntent | None = strawberry.field(
        description="What the athlete wanted. Null on the coach's own messages."
    )
    plan_id: strawberry.ID = strawberry.field(description="The plan that it is about.")
    plan_version: int | None = strawberry.field(description="The plan version that came of it, if any.")
    created_at: datetime.datetime = strawberry.field(description="When it was said.")

    @classmethod
    def of(cls, message: domain.Message) -> "Message":
        return cast("Message", message)
