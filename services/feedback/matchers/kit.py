"""Wishes about equipment: what is missing, what is there."""

from domain.terms import Equipment
from services.feedback.language import Clause
from services.feedback.matchers import Doubt, Found
from services.feedback.matchers.days import FROM_WHEN
from services.feedback.outlook import Outlook
from services.feedback.phrases.days import FOR_A_WHILE
from services.feedback.phrases.kit import (
    ALL_THAT_REMAINS,
    LIFT,
    MISSING,
    NAMED_AFTER,
    NO_KIT,
    ONLY,
    PART_OF_A_NAME,
    POSSESSING,
    THERE,
)
from services.feedback.scopes import scoped
from services.feedback.wishes import Kit, Scope
from services.feedback.words import EQUIPMENT


def kit(clause: Clause, outlook: Outlook) -> Found:
    """`I have no dumbbells`, `I only have kettlebells`, `I bought a pull-up bar`, `no equipment this week`."""
    found = scoped(clause.text, outlook)
    wish = _kit_in(found.rest, found.scope)
    if wish is None:
        return None
    return Doubt(FROM_WHEN) if not wish.scope.is_said and FOR_A_WHILE.search(clause.sentence) else [wish]


def _kit_in(text: str, scope: Scope) -> Kit | None:
    remaining = ALL_THAT_REMAINS.search(text)
    if remaining is not None and MISSING.search(text[: remaining.start()]) and (left := _things_in(remaining["left"])):
        return Kit(equipment=left, is_there=True, alone=True, scope=scope)
    if NO_KIT.search(text):
        return Kit(equipment=(Equipment.BODY_WEIGHT,), is_there=True, alone=True, scope=scope)
    things = _things_in(text)
    if not things or not POSSESSING.search(text) or not _names_kit_alone(text):
        return None
    if MISSING.search(text):
        return Kit(equipment=things, is_there=False, scope=scope)
    if ONLY.search(text) or THERE.search(text):
        return Kit(equipment=things, is_there=True, alone=ONLY.search(text) is not None, scope=scope)
    return None


def _things_in(text: str) -> tuple[Equipment, ...]:
    return tuple(dict.fromkeys(one for several in EQUIPMENT.found(text) for one in several))


def _names_kit_alone(text: str) -> bool:
    """Whether the kit stands for itself: `no barbell rows` is about an exercise."""
    if LIFT.search(EQUIPMENT.without(text)):
        return False
    return any(
        not PART_OF_A_NAME.match(text[end:]) and not NAMED_AFTER.search(text[:start])
        for start, end in EQUIPMENT.places(text)
    )
