"""What is made of the clauses of a message, one by one: wishes, doubts, questions, and what is left."""

from dataclasses import dataclass, replace

from services.feedback.hints import is_told
from services.feedback.language import Clause
from services.feedback.matchers import Doubt, Matcher
from services.feedback.matchers.amounts import minutes, scale, stress
from services.feedback.matchers.days import can, cannot, move, rest
from services.feedback.matchers.exercises import add, dislike, like, remove, swap
from services.feedback.matchers.kit import kit
from services.feedback.outlook import Outlook
from services.feedback.questions import is_asking, wants_to_know
from services.feedback.requests import beside
from services.feedback.safety import has_pain
from services.feedback.wishes import Avoid, Wish

MATCHERS: tuple[Matcher, ...] = (move, minutes, cannot, kit, swap, rest, remove, dislike, stress, scale, can, add, like)
"""In this order: the first that knows a clause has it."""
COMMANDS: tuple[Matcher, ...] = (move, swap, rest, remove)
"""Those that are tried where something hurts: `my back is killing me when I do rows` asks for no rows."""


@dataclass(frozen=True, slots=True)
class Heard:
    """What was made of the clauses: wishes, the first doubt, questions, and the clauses that nothing was made of."""

    wishes: tuple[Wish, ...]
    doubt: Doubt | None
    asked: tuple[Clause, ...]
    left: tuple[Clause, ...]

    @property
    def question(self) -> str | None:
        return None if self.doubt is None else self.doubt.question

    @property
    def question_beside(self) -> str | None:
        """What is still to be asked where something else is wished for."""
        return beside(self.doubt.question) if self.doubt is not None and self.doubt.stands_alone else None


def heard_in(clauses: tuple[Clause, ...], outlook: Outlook) -> Heard:
    wishes: list[Wish] = []
    doubt: Doubt | None = None
    asked: list[Clause] = []
    left: list[Clause] = []
    for clause in clauses:
        if clause.asks_for_nothing or wants_to_know(clause):
            asked += [clause] if is_asking(clause) else []
            continue
        found = _first(clause, outlook)
        if found and is_told(clause):
            continue
        doubt = next((doubt for doubt in (doubt, *found) if isinstance(doubt, Doubt)), None)
        wishes += (wish for wish in found if not isinstance(wish, Doubt))
        left += () if found else (clause,)
    return _without_strangers(Heard(tuple(wishes), doubt, tuple(asked), tuple(left)))


def _without_strangers(heard: Heard) -> Heard:
    """`Take the front squats out, I hate them`, where there are none: no question is left, and they are to stay away."""
    stranger = None if heard.doubt is None else heard.doubt.about
    if stranger is None or not any(isinstance(wish, Avoid) and stranger in wish.exercises for wish in heard.wishes):
        return heard
    wishes = tuple(
        replace(wish, is_firm=True) if isinstance(wish, Avoid) and stranger in wish.exercises else wish
        for wish in heard.wishes
    )
    return replace(heard, wishes=wishes, doubt=None)


def _first(clause: Clause, outlook: Outlook) -> tuple[Wish | Doubt, ...]:
    for matcher in COMMANDS if has_pain(clause) else MATCHERS:
        found = matcher(clause, outlook)
        if found:
            return (found,) if isinstance(found, Doubt) else tuple(found)
    return ()
