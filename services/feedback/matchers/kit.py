"""Wishes about equipment: what is missing, what is there."""

import re

from domain.terms import Equipment
from services.feedback.language import Clause
from services.feedback.matchers import Found
from services.feedback.outlook import Outlook
from services.feedback.phrases.kit import (
    MISSING,
    NO_KIT,
    ONLY,
    POSSESSING,
    THERE,
)
from services.feedback.scopes import scoped
from services.feedback.wishes import Kit
from services.feedback.words import EQUIPMENT


def kit(clause: Clause, outlook: Outlook) -> Found:
    """`I have no dumbbells`, `I only have kettlebells`, `I bought a pull-up bar`, `no equipment this week`."""
    found = scoped(clause.text, outlook)
    text = found.rest
    if NO_KIT.search(text):
        return [Kit(equipment=(Equipment.BODY_WEIGHT,), is_there=True, alone=True, scope=found.scope)]
    things = tuple(dict.fromkeys(one for several in EQUIPMENT.found(text) for one in several))
    if not things or not POSSESSING.search(text):
        return None
    if not _names_kit_alone(text):
        return None
    if MISSING.search(text):
        return [Kit(equipment=things, is_there=False, scope=found.scope)]
    if ONLY.search(text):
        return [Kit(equipment=things, is_there=True, alone=True, scope=found.scope)]
    if THERE.search(text):
        return [Kit(equipment=things, is_there=True, scope=found.scope)]
    return None


def _names_kit_alone(text: str) -> bool:
    """Whether the kit stands for itself: `no barbell rows` is about an exercise."""
    rest = EQUIPMENT.without(text)
    return (
        re.search(
            r"\b(?:rows?|press(?:es)?|curls?|squats?|deadlifts?|lunges?|fly|flies|flyes|raises?|extensions?|swings?|snatch(?:es)?|thrusts?|pulls?|ups?|downs?|kicks?|jumps?|session|minutes?|hurts?)\b",
            rest,
        )
        is None
    )
