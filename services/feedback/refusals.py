"""Why a change was not made, in a coach's words, and what to ask for instead. No rule is named: nobody needs to know them."""

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from domain.plan import RuleOutcome
from domain.terms import Equipment
from services.checking.running import FIRST_RUN_MINUTES
from services.feedback.acting.situation import Situation
from services.feedback.nouns import kit
from services.feedback.wishes import Add, Swap, Wish
from services.planning.explain.words import listed

_RISE = re.compile(r"^(.+) goes from .+ in (week \d+)$")
LEFT = "I have left the plan as it is."


class _Refusal(NamedTuple):
    """A reason, in which `{fault}` is what the checker found first, and what to do instead."""

    reason: str
    instead: str


_SPARING = _Refusal(
    "{fault}, and I spare your {area}.",
    "Ask me for something else that trains the same. Once a doctor has cleared it, tell me so.",
)
_MINDING = _Refusal("{fault}, and {area} asks for less.", "Ask for something gentler, or for less of it.")
_OTHERWISE = _Refusal("It would not fit together: {fault}.", "Ask for another exercise, day or amount, and I try that.")


def _sparing(area: str) -> _Refusal:
    return _Refusal(_SPARING.reason.replace("{area}", area), _SPARING.instead)


def _minding(area: str) -> _Refusal:
    return _Refusal(_MINDING.reason.replace("{area}", area), _MINDING.instead)


REFUSALS: dict[str, _Refusal] = {
    "R06": _Refusal(
        "There is no training until a doctor has cleared you.", "Tell me so once they have, and we plan anew."
    ),
    "R07": _sparing("knee"),
    "R08": _sparing("lower back"),
    "R09": _sparing("shoulder"),
    "R10": _minding("a pregnancy"),
    "R11": _minding("recovering from a birth"),
    "R12": _minding("high blood pressure"),
    "R40": _Refusal("{fault}, and under beta blockers the heart rate tells nothing.", "Ask for it by effort."),
    "R05": _Refusal(
        "{fault}, and I keep that out of your training.",
        "If it no longer holds, take it out of your playbook; what a doctor has cleared, tell me.",
    ),
    "R14": _Refusal(
        "{fault}, and while you are new to training I leave jumps out from 65 on.",
        "Ask for something with both feet on the ground.",
    ),
    "R18": _Refusal(
        "{fault}, and you are still at the beginning.", "Ask me for an easier form of it, and we work up to the rest."
    ),
    "R13": _Refusal(
        "{fault}, and under 18 sets have six repetitions or more, stop two short of failure, and leave a muscle its day off.",
        "Ask for a lighter set, or for another day.",
    ),
    "R02": _Refusal("{fault}.", "If you do, tell me; else ask me to choose something that your equipment allows."),
    "R20": _Refusal(
        "Runs may only grow little by little, or something starts to hurt: {fault}.",
        "Ask for a shorter one. If you have run longer than I know of in the last month, log it or put it in your profile.",
    ),
    "R04": _Refusal("It would take too long: {fault}.", "Ask for less, or tell me that you have more time."),
    "R03": _Refusal("{fault}.", "If you can train then, tell me so: “I can also train on Tuesdays”."),
    "R16": _Refusal(
        "There would be {fault}, and the body needs one.", "Make another day of that week a rest day first."
    ),
    "R46": _Refusal("{fault} then.", "Ask for more sets of it instead."),
    "R19": _Refusal("{fault}, and at the beginning no set comes near its end.", "Ask for a smaller step."),
    "R34": _Refusal(
        "The first week is for finding out what you can lift: {fault}.",
        "Ask for it from week 2 on, or log what you lift, and I go on from there.",
    ),
    "R35": _Refusal("It would rise too steeply: {fault}.", "Ask for a smaller step, or for fewer exercises or days."),
    "R38": _Refusal(
        "At the beginning a hard endurance session needs an easy day before the next one: {fault}.",
        "Ask for an easy session, or for another day.",
    ),
    "R15": _Refusal("{fault}, which is beyond what makes sense.", "Ask for a smaller step."),
}
"""What keeps somebody safe comes first, because it is the reason that stays whatever else is changed."""
_UNWANTED = re.compile(r"(.+) on \w+ \d+ \w+ is to be avoided$")
_AS_TOLD = _Refusal(
    "You have told me to keep {fault} out of your training.",
    "If that has changed, say “I like {fault}”, or take it out of your playbook.",
)
_KEEPS_STRONG = _Refusal(
    "{fault} left, and that is what keeps the rest of you strong meanwhile.",
    "Ask me to swap it for another exercise of its kind instead.",
)


def why_not(outcomes: Sequence[RuleOutcome], wishes: Iterable[Wish], situation: Situation) -> str:
    """One reason, the weightiest, with the first thing that was found."""
    order = list(REFUSALS)
    first = min(outcomes, key=lambda outcome: order.index(outcome.rule) if outcome.rule in order else len(order))
    fault = first.finding.partition("; ")[0].rstrip(".")
    refusal = REFUSALS.get(first.rule, _OTHERWISE)
    if fault.startswith("Week ") and first.rule in {"R07", "R08"}:
        refusal = _KEEPS_STRONG
    if (unwanted := _UNWANTED.match(fault)) is not None:
        refusal, fault = _AS_TOLD, unwanted[1]
    if first.rule == "R02":
        fault = _missing_kit(wishes, situation) or fault
    fault = _supposed(fault)
    reason = refusal.reason.replace("{fault}", fault if refusal.reason.startswith("{fault}") else _inside(fault))
    return f"{LEFT} {reason} {refusal.instead.replace('{fault}', fault)}"


def _missing_kit(wishes: Iterable[Wish], situation: Situation) -> str | None:
    """What an exercise that was asked for needs and the athlete lacks."""
    owned = {Equipment.BODY_WEIGHT, *situation.basis.constraints.equipment}
    for wish in wishes:
        asked = wish.exercise if isinstance(wish, Add) else wish.new if isinstance(wish, Swap) else None
        exercise = situation.catalogue.get(asked) if asked is not None else None
        missing = [item for item in exercise.equipment if item not in owned] if exercise else []
        if exercise and missing:
            return f"{exercise.name} needs {listed([kit(item) for item in missing])}, and as far as I know you do not have that"
    return None


def _supposed(fault: str) -> str:
    """What is not so, because it was not done."""
    fault = re.sub(r" where (\d+) are stated$", r" and you have \1", fault.removesuffix(", and no maximum is known"))
    fault = fault.replace("with no run before it", f"where {FIRST_RUN_MINUTES:g} are enough for a first run")
    fault = _RISE.sub(lambda rise: f"more than a fifth more for your {rise[1].lower()} in {rise[2]}", fault)
    return re.sub(r" (?:is|takes|has) (?=at RPE|in zone|there twice|\d|a set|no )", _would, fault)


def _would(match: re.Match[str]) -> str:
    return {" is ": " would be ", " takes ": " would take ", " has ": " would have "}[match[0]]


def _inside(fault: str) -> str:
    """In the middle of a sentence: days and exercises keep their capital."""
    return fault[:1].lower() + fault[1:] if fault.startswith(("Week ", "No ", "Hard ", "Training ")) else fault
