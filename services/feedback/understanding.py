"""From a message to what it says: safety first, then wishes, questions, consent, and what is left."""

from collections.abc import Iterable

from domain.conversation import FeedbackIntent
from domain.terms import LimitationKind
from domain.text import normalised
from services.feedback.consent import is_mere_consent, is_satisfied
from services.feedback.hearing import heard_in
from services.feedback.hints import doubt_in, is_insult, is_report, is_told
from services.feedback.language import Clause, clauses_of, plain
from services.feedback.matchers.illness import illness
from services.feedback.outlook import Outlook
from services.feedback.phrases.courtesies import NOT_A_MESSAGE, THANKS, noted_in
from services.feedback.pointing import pointing_back_resolved
from services.feedback.questions import is_asking, is_bare_wish, is_for_a_coach, topic_of, wants_to_know
from services.feedback.requests import answer_beside, answer_to_request
from services.feedback.safety import (
    alarms_in,
    clearance_in,
    denials_in,
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
    return _wished(clauses, outlook, evidence)


def _wished(clauses: tuple[Clause, ...], outlook: Outlook, evidence: str) -> Understanding:
    """What is wished for and hurts, and what is left to say beside it; else what a message says that wishes for nothing."""
    spares, meant = pains_in(clauses), in_earnest(clauses)
    resolved = pointing_back_resolved(meant, outlook)
    heard = heard_in(resolved, outlook)
    asked: tuple[Wish, ...] = (*without_what_is_moved(heard.wishes), *spares)
    noted = () if asked else tuple(Remember(text=text) for text in noted_in(evidence))
    if not noted:
        asked += illness(meant, outlook) if all(isinstance(wish, _NOT_OF_EFFORT) for wish in asked) else ()
    is_change, remark = any(not isinstance(wish, Prefer) for wish in asked), None
    if is_change:
        remark = heard.question_beside or answer_beside(resolved, heard.left)
    elif not noted:
        remark = heard.question or _unmet(heard.left if asked else resolved)
    if is_change or remark is not None:
        question, topic = (None, None) if spares else _asked_beside(heard.asked, outlook, evidence)
        return Understanding(
            intent=FeedbackIntent.CHANGE,
            evidence=evidence,
            wishes=tuple(dict.fromkeys(asked)),
            remark=remark,
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


def _shortened(text: str) -> str:
    return text if len(text) <= EVIDENCE_LENGTH else f"{text[: EVIDENCE_LENGTH - 1]}…"


_NOT_FOR_ME = "I talk about your training plan alone. Tell me what you would like to change, or ask me about it."
_NOT_CLEARED_YET = "I hold back until a doctor has cleared you. Tell me so once they have, and for what."
_SORRY = "I am sorry that I am no help so far. Tell me what is wrong with the plan, and I try to put it right."
_LEFT_ALONE = "I leave that as it is."
