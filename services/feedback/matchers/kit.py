"""Wishes about equipment: what is missing, what is there."""

import re

from domain.terms import Equipment
from services.feedback.language import Clause
from services.feedback.matchers import Found
from services.feedback.outlook import Outlook
from services.feedback.scopes import scoped
from services.feedback.wishes import Kit
from services.feedback.words import EQUIPMENT

_MISSING = re.compile(
    r"\b(?:(?:do|did) not (?:have|own|possess)|have no|have got no|has no|there (?:is|are) no(?:t)?|no|without|lack(?:ing)?|no longer have|not (?:have )?(?:any )?access to|(?:is|are) (?:broken|gone|missing|always (?:taken|busy|in use)|not available|unavailable)|"
    r"(?:lost|sold|broke) my|can not (?:use|get)|does not have|not got|never have|not available|gave away)\b"
)
_THERE = re.compile(
    r"\b(?:bought|got|have (?:a|an|new|some|access|now|got|my|two|bought)|now have|own|have|there is (?:a|an)|there are|can use|received|ordered|joined|access to)\b"
)
_ONLY = re.compile(r"\b(?:only|just|nothing but|solely|all i have|everything i have)\b")
_NO_KIT = re.compile(
    r"\b(?:no|without(?: any)?|(?:do|does) not have any|have no|any) (?:equipment|gym|kit|gear|weights at all)\b|\b(?:body ?weight|own weight) (?:only|exercises only|workouts? only)\b|\bonly (?:my )?body ?weight\b"
    r"|\bnothing (?:at home|here|to train with)\b|\bgym (?:is|has) (?:closed|shut)\b|\bno access to (?:a|the|any) gym\b"
)
_POSSESSING = re.compile(
    r"\b(?:have|got|own|bought|access|there|broken|missing|available|use|without|sold|lost|no|only|just|lack\w*|taken|gym|home|hotel|equipment)\b"
)


def kit(clause: Clause, outlook: Outlook) -> Found:
    """`I have no dumbbells`, `I only have kettlebells`, `I bought a pull-up bar`, `no equipment this week`."""
    found = scoped(clause.text, outlook)
    text = found.rest
    if _NO_KIT.search(text):
        return [Kit(equipment=(Equipment.BODY_WEIGHT,), is_there=True, alone=True, scope=found.scope)]
    things = tuple(dict.fromkeys(one for several in EQUIPMENT.found(text) for one in several))
    if not things or not _POSSESSING.search(text):
        return None
    if not _names_kit_alone(text):
        return None
    if _MISSING.search(text):
        return [Kit(equipment=things, is_there=False, scope=found.scope)]
    if _ONLY.search(text):
        return [Kit(equipment=things, is_there=True, alone=True, scope=found.scope)]
    if _THERE.search(text):
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
