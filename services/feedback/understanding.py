"""From a message to what it says: safety first, then wishes, questions, consent, and what is left."""

from domain.conversation import FeedbackIntent
from domain.terms import LimitationKind
from domain.text import normalised
from services.feedback.language import Clause, clauses_of, plain
from services.feedback.matchers import Doubt, Matcher
from services.feedback.matchers.amounts import minutes, scale, stress
from services.feedback.matchers.days import can, cannot, move, rest
from services.feedback.matchers.exercises import add, dislike, like, remove, swap
from services.feedback.matchers.kit import kit
from services.feedback.outlook import Outlook
from services.feedback.phrases import courtesies
from services.feedback.questions import is_asking, topic_of
from services.feedback.safety import alarms_in, clearance_in, denials_in, has_pain, is_denial, pains_in
from services.feedback.scopes import scoped
from services.feedback.wishes import Prefer, Remember, Understanding, Wish
from services.feedback.words import area_name

EVIDENCE_LENGTH = 280
MATCHERS: tuple[Matcher, ...] = (move, minutes, cannot, kit, swap, rest, remove, dislike, stress, scale, can, add, like)
"""In this order: the first that knows a clause has it."""
COMMANDS: tuple[Matcher, ...] = (move, swap, rest, remove)
"""Those that are tried where something hurts: `my back is killing me when I do rows` asks for no rows."""


def understood(text: str, outlook: Outlook) -> Understanding:
    """What a message says. Safety comes before everything; what asks for nothing wishes for nothing."""
    evidence = _shortened(normalised(text))
    clauses = clauses_of(evidence if len(text) <= EVIDENCE_LENGTH else normalised(text))
    alarms, clearance = alarms_in(clauses), clearance_in(clauses)
    if alarms:
        return Understanding(intent=FeedbackIntent.SAFETY, evidence=evidence, alarms=alarms)
    if courtesies.NOT_A_MESSAGE.search(plain(text)):
        return Understanding(intent=FeedbackIntent.OTHER, evidence=evidence, remark=_NOT_FOR_ME)
    if clearance is not None:
        return Understanding(intent=FeedbackIntent.CHANGE, evidence=evidence, clearance=clearance)
    spares = pains_in(clauses)
    wishes, doubt = _wishes(clauses, outlook)
    asked: tuple[Wish, ...] = (*wishes, *spares)
    if any(not isinstance(wish, Prefer) for wish in asked):
        return Understanding(intent=FeedbackIntent.CHANGE, evidence=evidence, wishes=tuple(dict.fromkeys(asked)))
    noted = () if asked or doubt else tuple(Remember(text=text) for text in courtesies.noted_in(evidence))
    return _without_a_change(clauses, outlook, evidence=evidence, wishes=(*asked, *noted), doubt=doubt)


def _without_a_change(
    clauses: tuple[Clause, ...], outlook: Outlook, *, evidence: str, wishes: tuple[Wish, ...], doubt: str | None
) -> Understanding:
    question = next((clause for clause in clauses if is_asking(clause) and not clause.is_about_another), None)
    if doubt is not None:
        return Understanding(intent=FeedbackIntent.UNCLEAR, evidence=evidence, doubt=doubt)
    if question is not None and not courtesies.THANKS.match(question.text):
        names_a_day = scoped(question.text, outlook).scope.is_said
        topic = topic_of(question.text, names_a_day=names_a_day)
        return Understanding(intent=FeedbackIntent.QUESTION, evidence=evidence, topic=topic, wishes=wishes)
    if wishes:
        return Understanding(intent=FeedbackIntent.OTHER, evidence=evidence, wishes=wishes)
    if _is_satisfied(clauses):
        return Understanding(intent=FeedbackIntent.SATISFIED, evidence=evidence)
    return _rest_of(clauses, outlook, evidence)


def _rest_of(clauses: tuple[Clause, ...], outlook: Outlook, evidence: str) -> Understanding:
    said = [clause.text for clause in clauses if not clause.is_forbidding and not courtesies.THANKS.match(clause.text)]
    if not said and any(clause.is_forbidding for clause in clauses):
        return Understanding(intent=FeedbackIntent.OTHER, evidence=evidence, remark=_LEFT_ALONE)
    if any(is_denial(clause) for clause in clauses):
        return Understanding(intent=FeedbackIntent.OTHER, evidence=evidence, remark=_denied(denials_in(clauses)))
    if any(courtesies.UNWELL.search(text) for text in said) and not any(clause.is_about_another for clause in clauses):
        return Understanding(intent=FeedbackIntent.UNCLEAR, evidence=evidence, doubt=_UNWELL)
    if any(courtesies.VAGUE.search(text) or outlook.mentions_exercise(text) for text in said) and not all(
        clause.is_about_another for clause in clauses
    ):
        return Understanding(intent=FeedbackIntent.UNCLEAR, evidence=evidence, doubt=_WHAT)
    return Understanding(intent=FeedbackIntent.OTHER, evidence=evidence)


def _denied(areas: tuple[LimitationKind, ...]) -> str:
    if not areas:
        return "Good to hear. If that changes, stop and tell me at once."
    return f"Good to hear. What I hold back for your {area_name(areas[0])} stays until a doctor has cleared you and you say so."


def _wishes(clauses: tuple[Clause, ...], outlook: Outlook) -> tuple[tuple[Wish, ...], str | None]:
    """All wishes, and the first doubt."""
    wishes: list[Wish] = []
    doubt: str | None = None
    for clause in clauses:
        if clause.asks_for_nothing:
            continue
        found = _first(clause, outlook)
        if isinstance(found, Doubt):
            doubt = doubt or found.question
        else:
            wishes.extend(found)
    return tuple(wishes), doubt


def _first(clause: Clause, outlook: Outlook) -> Doubt | tuple[Wish, ...]:
    for matcher in COMMANDS if has_pain(clause) else MATCHERS:
        found = matcher(clause, outlook)
        if isinstance(found, Doubt):
            return found
        if found:
            return tuple(found)
    return ()


def _is_satisfied(clauses: tuple[Clause, ...]) -> bool:
    """Whether at least one clause consents, and none says anything else."""
    said = [clause.text for clause in clauses if clause.text]
    consents = [courtesies.SATISFIED.match(text) is not None for text in said]
    return any(consents) and all(courtesies.FILLER.match(text) for text in said if not courtesies.SATISFIED.match(text))


def _shortened(text: str) -> str:
    return text if len(text) <= EVIDENCE_LENGTH else f"{text[: EVIDENCE_LENGTH - 1]}…"


_NOT_FOR_ME = "I talk about your training plan alone. Tell me what you would like to change, or ask me about it."
_LEFT_ALONE = "I leave that as it is."
_WHAT = "What would you like to change: an exercise, a day, how hard it is, or how long it takes?"
_UNWELL = "Thank you for telling me. Shall I make the day easier, or a rest day? Tell me which day."
