"""Finds what comes before any plan: warning signs, pain, conditions, and a doctor's clearance. Rather one alarm too many."""

import re

from domain.terms import LimitationKind
from services.feedback.language import Clause
from services.feedback.phrases.symptoms import (
    CARDIAC,
    CLEARED,
    HEART_WORDS,
    HURT,
    HYPOTHETICAL_ALARM,
    MUSCLE_SORENESS,
    NAMED_INJURY,
    NO_BODY_CHEST,
    NOT_CLEARED,
    NOT_HURTING,
    RETURNED,
    SHARP,
    SOFT_AREA,
    STRONG_NOT,
    SYMPTOM,
    WORKED_CHEST,
)
from services.feedback.wishes import Alarm, Clearance, Spare
from services.feedback.words import AREAS, CONDITIONS


def alarms_in(clauses: tuple[Clause, ...]) -> tuple[Alarm, ...]:
    """Symptoms that stop training: of the heart, or sharp and spreading pain. Denied, supposed and others' ones are none."""
    found = [alarm for clause in clauses for alarm in _alarms(clause)]
    return tuple(dict.fromkeys(found))


def pains_in(clauses: tuple[Clause, ...]) -> tuple[Spare, ...]:
    """Joints that hurt and conditions that were told. An area that is said to be fine in another clause is left out."""
    fine = {kind for clause in clauses if _is_denied(clause.text) for kind in AREAS.found(clause.text)}
    found = [spare for clause in clauses for spare in _pains(clause) if spare.limitation not in fine]
    return tuple(dict.fromkeys(found))


def denials_in(clauses: tuple[Clause, ...]) -> tuple[LimitationKind, ...]:
    """Areas that are said to be fine."""
    return tuple(kind for clause in clauses if _is_denied(clause.text) for kind in AREAS.found(clause.text))


def is_denial(clause: Clause) -> bool:
    """Whether pain or a symptom is said not to be there."""
    text = clause.text
    speaks_of_it = SYMPTOM.search(text) or HURT.search(text) or AREAS.found(text)
    return _is_denied(text) and bool(speaks_of_it)


def has_pain(clause: Clause) -> bool:
    return bool(_pains(clause))


def clearance_in(clauses: tuple[Clause, ...]) -> Clearance | None:
    """A doctor's clearance, where it was said outright and has happened already."""
    for clause in clauses:
        match = CLEARED.search(clause.text)
        if match is None or clause.is_question or clause.is_about_another or clause.is_hypothetical:
            continue
        if NOT_CLEARED.search(clause.text[: match.end()]) or re.search(r"\bnot\b", clause.text):
            continue
        return Clearance(limitations=_named_limitations(clause.sentence))
    return None


def _alarms(clause: Clause) -> list[Alarm]:
    text = NO_BODY_CHEST.sub(" ", clause.text)
    if clause.is_about_another or HYPOTHETICAL_ALARM.search(text) or CLEARED.search(clause.sentence):
        return []
    if any(_is_felt(pattern, text) for pattern in CARDIAC) and not WORKED_CHEST.search(text):
        return [Alarm(limitation=LimitationKind.CARDIAC_WARNING)]
    if _is_felt(SHARP, text) and not clause.is_hypothetical:
        areas = AREAS.found(text) or AREAS.found(clause.sentence)
        return [Alarm(limitation=area) for area in areas] or [Alarm(limitation=None)]
    return []


def _is_felt(pattern: re.Pattern[str], text: str) -> bool:
    match = pattern.search(text)
    if match is None:
        return False
    before = text[: match.start()]
    denied = re.search(r"\b(?:no|not|never|without|neither|nor|any|zero)\b(?:(?! but )[^,]){0,30}$", before)
    return denied is None or STRONG_NOT.search(before) is not None


def _pains(clause: Clause) -> list[Spare]:
    text = RETURNED.sub(" returned", clause.text)
    if clause.asks_for_nothing or _is_denied(text):
        return []
    conditions = (
        [] if re.search(r"\b(?:not|no|never)\b", text) else [Spare(limitation=kind) for kind in CONDITIONS.found(text)]
    )
    areas = AREAS.found(text)
    if not areas or MUSCLE_SORENESS.search(text):
        return conditions
    hurt = HURT.search(SOFT_AREA.sub(" ", text)) if _is_mere_soreness(text) else HURT.search(text)
    if hurt is None and NAMED_INJURY.search(text) is None:
        return conditions
    return conditions + [Spare(limitation=area) for area in areas]


def _is_mere_soreness(text: str) -> bool:
    return SOFT_AREA.search(text) is not None and re.search(r"\b(?:sore|soreness|stiff|tired|weak)\b", text) is not None


def _is_denied(text: str) -> bool:
    return NOT_HURTING.search(text) is not None and STRONG_NOT.search(text) is None


def _named_limitations(text: str) -> tuple[LimitationKind, ...]:
    found = [LimitationKind.CARDIAC_WARNING] if HEART_WORDS.search(text) else []
    return tuple(dict.fromkeys((*found, *AREAS.found(text), *CONDITIONS.found(text))))
