"""Matchers: each knows one family of wishes, reads one clause, and says what it wishes for or what is in doubt."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from domain.ids import ExerciseId
from services.feedback.language import Clause
from services.feedback.outlook import Outlook
from services.feedback.wishes import Wish


@dataclass(frozen=True, slots=True)
class Doubt:
    """A wish that lacks something; `question` asks the athlete for it."""

    question: str
    stands_alone: bool = False
    """Whether nothing else that is wished for can have answered it: what is named is not there, or not known."""
    about: ExerciseId | None = None
    """The exercise that is wanted out of the plan and is not in it."""


Found = Sequence[Wish | Doubt] | Doubt | None
"""None: not of this family. Among wishes, a doubt is about what is asked for beside them."""

Matcher = Callable[[Clause, Outlook], Found]
