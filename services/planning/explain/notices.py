"""Advice that belongs to a plan beyond its sessions."""

from domain.terms import LimitationKind
from services.planning.endurance.sports import FACTS
from services.planning.explain.words import listed
from services.planning.outline import Outline
from services.planning.progression import TAPER_DAYS, WEEK_DAYS

FAR_KM = 20.0

_ADVICE: dict[LimitationKind, str] = {
    LimitationKind.PREGNANCY: (
        "Talk to your midwife or doctor about training while pregnant. Stop and call them at bleeding, dizziness, "
        "chest pain, contractions or fluid loss."
    ),
    LimitationKind.POSTPARTUM: (
        "Have your recovery checked before you add impact or heavy lifting, and stop where something drags or leaks."
    ),
    LimitationKind.HYPERTENSION: "Breathe out as you lift, and ask your doctor if your blood pressure is not under control.",
    LimitationKind.BETA_BLOCKER: "Your medicine slows your heart, so go by how hard it feels and not by heart rate.",
    LimitationKind.ASTHMA: "Keep your reliever at hand, and take the long warm-ups seriously.",
}
_PAIN = "Pain that is sharp, or that stays the next day, is a sign to stop and to tell me."


def notices_of(outline: Outline) -> tuple[str, ...]:
    """What to mind with each limitation, what was left out for it, and what an event that is near allows."""
    held = outline.limits.held
    notices = [text for kind, text in _ADVICE.items() if kind in held]
    if held - _ADVICE.keys():
        notices.append(_PAIN)
    notices += _sport_notices(outline)
    notices += _event_notices(outline)
    return tuple(notices)


def _sport_notices(outline: Outline) -> list[str]:
    """A named sport that a limitation or a lesson keeps out, where it does."""
    kept_out = outline.limits.sports_out | outline.limits.sports_unkind | outline.wishes.forbidden_sports
    kept_out |= outline.wishes.disliked_sports
    left_out = [sport for sport in outline.basis.constraints.sports if sport in kept_out - set(outline.sports)]
    if not left_out or not outline.sports:
        return []
    named, instead = listed([FACTS[sport].noun for sport in left_out]), FACTS[outline.sports[0]].noun
    return [f"For now there is no {named} in the plan, because of what you told me. There is {instead} instead."]


def _event_notices(outline: Outline) -> list[str]:
    event = outline.basis.constraints.event
    if event is None or outline.window is None:
        return []
    days = (event.date - outline.basis.start_date).days
    if days <= TAPER_DAYS:
        return ["Your event is so near that no training can build for it any more; these days keep you fresh for it."]
    if event.distance_km is not None and event.distance_km > FAR_KM and days < 8 * WEEK_DAYS:
        return ["For so long a distance this is little time: start slowly, and take walking or easy breaks early."]
    return []
