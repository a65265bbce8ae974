"""What athlete and coach said about a plan."""

from datetime import datetime
from enum import StrEnum

import msgspec

from domain.ids import MessageId, PlanId
from domain.terms import Author

MESSAGE_LENGTH = (1, 2000)
MAXIMUM_MESSAGES = 500
"""An athlete's newest messages are kept, the oldest dropped."""


class FeedbackIntent(StrEnum):
    """What an athlete wanted with a message."""

    QUESTION = "QUESTION"
    CHANGE = "CHANGE"
    SATISFIED = "SATISFIED"
    UNCLEAR = "UNCLEAR"
    SAFETY = "SAFETY"
    OTHER = "OTHER"


class Message(msgspec.Struct, frozen=True, kw_only=True):
    """One message. `intent` is None on the coach's own; `plan_version` is the version that came of it."""

    id: MessageId
    author: Author
    text: str
    intent: FeedbackIntent | None = None
    plan_id: PlanId
    plan_version: int | None = None
    created_at: datetime
