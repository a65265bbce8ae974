"""Matchers: each knows one family of wishes, reads one clause, and says what it wishes for or what is in doubt."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from services.feedback.language import Clause
from services.feedback.outlook import Outlook
from services.feedback.wishes import Wish


@dataclass(frozen=True, slots=True)
class Doubt:
    """A wish that lacks something; `question` asks the athlete for it."""

    question: str


Found = Sequence[Wish] | Doubt | None
"""None: not of this family."""

Matcher = Callable[[Clause, Outlook], Found]
