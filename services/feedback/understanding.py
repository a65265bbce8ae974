"""From a message to what it says: safety first, then wishes, questions, consent, and what is left."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from domain.conversation import FeedbackIntent
from domain.terms import LimitationKind
from domain.text import normalised
from services.feedback.consent import is_mere_consent, is_satisfied
from services.feedback.hints import doubt_in, is_insult, is_report, is_told
from services.feedback.language import Clause, clauses_of, plain
from services.feedback.matchers import Doubt, Matcher
from services.feedback.matchers.amounts import minutes, scale, stress
from services.feedback.matchers.days import can, cannot, move, rest
from services.feedback.matchers.exercises import add, dislike, like, remove, swap
from services.feedback.matchers.illness import illness
from services.feedback.matchers.kit import kit
from services.feedback.outlook import Outlook
from services.feedback.phrases.courtesies import NOT_A_MESSAGE, THANKS, noted_in
from services.feedback.pointing import pointing_back_resolved
from services.feedback.questions import is_asking, is_bare_wish, is_for_a_coach, topic_of, wants_to_know
from services.feedback.requests import answer_beside, answer_to_request, beside
from services.feedback.safety import (
    alarms_in,
    clearance_in,
    denials_in,
    has_pain,
    in_earnest,
    is_denial,
    is_figurative,
    is_over,
    pains_in,
    speaks_of_the_body,
    waits_for_clearance,
)
from services.feedback.scopes import scoped
from services.feedback.topics import ON_THEIR_OWN, Topic
from services.feedback.wishes import Avoid, Kit, Prefer, Remember, Understanding, Wish, without_what_is_moved
from services.feedback.words import area_name

EVIDENCE_LENGTH = 280
_NOT_OF_EFFORT = (Avoid, Kit, Prefer)
"""Wishes beside which an illness still asks for lighter days; others say already what they should be."""
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
    if NOT_A_MESSAGE.search(plain(text)):
        return Understanding(intent=FeedbackIntent.OTHER, evidence=evidence, remark=_NOT_FOR_ME)
    if clearance is not None:
        return Understanding(intent=FeedbackIntent.CHANGE, evidence=evidence, clearance=clearance)
    spares, meant = pains_in(clauses), in_earnest(clauses)
    resolved = pointing_back_resolved(meant, outlook)
    heard = _heard(resolved, outlook)
    asked: tuple[Wish, ...] = (*without_what_is_moved(heard.wishes), *spares)
    noted = () if asked else tuple(Remember(text=text) for text in noted_in(evidence))
    if not noted:
        asked += illness(meant, outlook) if all(isinstance(wish, _NOT_OF_EFFORT) for wish in asked) else ()
    question, topic = (None, None) if spares else _asked_beside(heard.asked, outlook, evidence)
    if any(not isinstance(wish, Prefer) for wish in asked):
        return Understanding(
            intent=FeedbackIntent.CHANGE,
            evidence=evidence,
            wishes=tuple(dict.fromkeys(asked)),
            remark=heard.question_beside or answer_beside(resolved, heard.rest),
            topic=topic,
            question=question,
        )
    if not noted and (unmet := heard.question or _unmet(heard.rest if asked else resolved)) is not None:
        return Understanding(
            intent=FeedbackIntent.CHANGE,
            evidence=evidence,
            wishes=asked,
            remark=unmet,
            topic=topic,
            question=question,
        )
    return _without_a_change(clauses, outlook, evidence=evidence, wishes=(*asked, *noted))


def _unmet(clauses: tuple[Clause, ...]) -> str | None:
    """What to say to a request that no wish was made of; who asks a question or is content with the plan makes none."""
    asking = tuple(one for one in clauses if not wants_to_know(one))
    if answer_to_request(asking) is None:
        return None
    return answer_to_request(tuple(one for one in asking if not (is_mere_consent(one) or is_told(one))))


def _without_a_change(
    clauses: tuple[Clause, ...], outlook: Outlook, *, evidence: str, wishes: tuple[Wish, ...]
) -> Understanding:
    asking = [one for one in clauses if is_asking(one) and not (THANKS.match(one.text) or is_bare_wish(one))]
    question = _question_in(asking, outlook, evidence)
    if question is not None:
        return Understanding(
            intent=FeedbackIntent.QUESTION, evidence=evidence, topic=_topic_of(question, outlook), wishes=wishes
        )
    if wishes:
        return Understanding(intent=FeedbackIntent.OTHER, evidence=evidence, wishes=wishes)
    if asking and not any(doubt_in(one, outlook) for one in clauses if one not in asking):
        return Understanding(intent=FeedbackIntent.OTHER, evidence=evidence, remark=_NOT_FOR_ME)
    if is_satisfied(clauses) and not any(speaks_of_the_body(clause) for clause in clauses):
        return Understanding(intent=FeedbackIntent.SATISFIED, evidence=evidence)
    return _rest_of(tuple(one for one in clauses if not is_figurative(one)), outlook, evidence)


def _question_in(asking: Iterable[Clause], outlook: Outlook, evidence: str) -> str | None:
    """The first that is one for a coach."""
    return next(
        (one.text for one in asking if is_for_a_coach(one.text, evidence) or outlook.last_named_in(one.text)), None
    )


def _topic_of(question: str, outlook: Outlook) -> Topic:
    return topic_of(question, names_a_day=scoped(question, outlook).scope.is_said)


def _asked_beside(asked: tuple[Clause, ...], outlook: Outlook, evidence: str) -> tuple[str, Topic] | tuple[None, None]:
    """A question that stands beside wishes, and its topic."""
    question = _question_in(asked, outlook, evidence)
    topic = None if question is None else _topic_of(question, outlook)
    return (question, topic) if question is not None and topic in ON_THEIR_OWN else (None, None)


def _rest_of(clauses: tuple[Clause, ...], outlook: Outlook, evidence: str) -> Understanding:
    said = [one for one in clauses if not (one.is_forbidding or THANKS.match(one.text) or is_told(one))]
    if not said and any(clause.is_forbidding for clause in clauses):
        return Understanding(intent=FeedbackIntent.OTHER, evidence=evidence, remark=_LEFT_ALONE)
    if is_over(" ".join(clause.text for clause in clauses)):
        return Understanding(intent=FeedbackIntent.OTHER, evidence=evidence, remark=_denied(()))
    if any(waits_for_clearance(clause) for clause in said):
        return Understanding(intent=FeedbackIntent.OTHER, evidence=evidence, remark=_NOT_CLEARED_YET)
    if any(is_denial(clause) and not is_told(clause) for clause in clauses):
        return Understanding(intent=FeedbackIntent.OTHER, evidence=evidence, remark=_denied(denials_in(clauses)))
    telling = any(is_report(clause) for clause in said)
    doubts = (doubt_in(clause, outlook, is_report=telling) for clause in said)
    doubt = next((doubt for doubt in doubts if doubt is not None), None)
    if is_insult(evidence):
        return Understanding(intent=FeedbackIntent.OTHER, evidence=evidence, remark=_SORRY)
    if doubt is not None:
        return Understanding(intent=FeedbackIntent.UNCLEAR, evidence=evidence, doubt=doubt)
    return Understanding(intent=FeedbackIntent.OTHER, evidence=evidence)


def _denied(areas: tuple[LimitationKind, ...]) -> str:
    if not areas:
        return "Good to hear. If that changes, stop and tell me at once."
    return f"Good to hear. What I hold back for your {area_name(areas[0])} stays until a doctor has cleared you and you say so."


@dataclass(frozen=True, slots=True)
class _Heard:
    """What was made of the clauses: wishes, the first doubt, questions, and the clauses that nothing was made of."""

    wishes: tuple[Wish, ...]
    doubt: Doubt | None
    asked: tuple[Clause, ...]
    rest: tuple[Clause, ...]

    @property
    def question(self) -> str | None:
        return None if self.doubt is None else self.doubt.question

    @property
    def question_beside(self) -> str | None:
        """What is still to be asked where something else is wished for."""
        return beside(self.doubt.question) if self.doubt is not None and self.doubt.stands_alone else None


def _heard(clauses: tuple[Clause, ...], outlook: Outlook) -> _Heard:
    wishes: list[Wish] = []
    doubt: Doubt | None = None
    asked: list[Clause] = []
    rest: list[Clause] = []
    for clause in clauses:
        if clause.asks_for_nothing or wants_to_know(clause):
            asked += [clause] if is_asking(clause) else []
            continue
        found = _first(clause, outlook)
        if found and is_told(clause):
            continue
        doubt = next((doubt for doubt in (doubt, *found) if isinstance(doubt, Doubt)), None)
        wishes += (wish for wish in found if not isinstance(wish, Doubt))
        rest += () if found else (clause,)
    return _without_strangers(_Heard(tuple(wishes), doubt, tuple(asked), tuple(rest)))


def _without_strangers(heard: _Heard) -> _Heard:
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


def _shortened(text: str) -> str:
    return text if len(text) <= EVIDENCE_LENGTH else f"{text[: EVIDENCE_LENGTH - 1]}…"


_NOT_FOR_ME = "I talk about your training plan alone. Tell me what you would like to change, or ask me about it."
_NOT_CLEARED_YET = "I hold back until a doctor has cleared you. Tell me so once they have, and for what."
_SORRY = "I am sorry that I am no help so far. Tell me what is wrong with the plan, and I try to put it right."
_LEFT_ALONE = "I leave that as it is."
