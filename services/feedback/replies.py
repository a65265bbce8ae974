"""The coach's words: what was done, what was not and why, and what to do next. Nothing here claims what did not happen."""

import re
from collections.abc import Sequence

from domain.lessons import LessonChange
from domain.terms import LimitationKind
from services.feedback.acting.carrying_out import Outcome
from services.feedback.acting.situation import Situation
from services.feedback.hints import is_report
from services.feedback.language import clauses_of, plain
from services.feedback.nothing_done import FOR_LATER, leaves_room, why_nothing
from services.feedback.nouns import either
from services.feedback.phrases.despair import SELF_HARM
from services.feedback.refusals import why_not
from services.feedback.remembering import is_condition, known, remembered
from services.feedback.wishes import Alarm, Available, Beyond, Kit, Spare, Understanding
from services.feedback.words import area_name
from services.planning.explain.words import listed

ACCEPTED = "Good. This is your plan to train by now."
ALREADY_ACCEPTED = "Good. You are training by this plan already."
TALK = "Tell me what you would like to change in your plan, or ask me about it."
NOTED = "Noted."
REPORT = "Thank you for telling me. Log the session on its day, and the weeks ahead can go by it."
_COURTESIES = (
    (re.compile(r"\b(?:thank|thanks|cheers|appreciate\w*)\b"), "You are welcome."),
    (re.compile(r"^(?:hi|hello|hey|hiya|good (?:morning|afternoon|evening))\b"), "Hello."),
)
"""The first that is in a message is answered."""
DONE = "Done."
NOTHING_FOR_IT = "Nothing on the days ahead has to change for it."
WATCH = "If it gets worse, or does not get better within a few days, let a doctor look at it."
KNOWN = "I plan with that already."
MIDWIFE = "Let your doctor or midwife know that you train, and do what they say before what I say."
STAYS = "The days ahead stay as they are."
DOCTOR_FIRST = (
    "Please stop training and see a doctor before you go on. If it is strong or comes back, call an ambulance now."
)
NOT_ALONE = (
    "I am glad that you say so, and I am worried about you. Please talk to somebody now: to the emergency number or a crisis line "
    "where you live, to a doctor, or to somebody close to you. Training can wait."
)
WHICH_CLEARANCE = (
    "Good news. For what did your doctor clear you? Name it, for instance “for my heart” or “for my knee”."
)
NOTHING_TO_CLEAR = "There is nothing that I hold back for that, so there is nothing to lift."


def talk(text: str) -> str:
    """To who says nothing that can be done or answered."""
    if any(is_report(clause) for clause in clauses_of(text)):
        return REPORT
    greeting = next((reply for pattern, reply in _COURTESIES if pattern.search(plain(text))), "")
    return _joined(greeting, TALK)


def of_outcome(found: Understanding, outcome: Outcome, situation: Situation, changes: Sequence[LessonChange]) -> str:
    """What came of the wishes of a message, and what to say to the one that stands beside them."""
    return _joined(_of_wishes(found, outcome, situation, changes), found.remark or "")


def _of_wishes(found: Understanding, outcome: Outcome, situation: Situation, changes: Sequence[LessonChange]) -> str:
    """Done, refused, or nothing to do; and what was learned from it."""
    learned = remembered(changes, situation.catalogue)
    spared = [wish.limitation for wish in found.wishes if isinstance(wish, Spare)]
    if outcome.refused:
        return _joined(why_not(outcome.refused, found.wishes, situation), *learned)
    if outcome.changes:
        return _joined(
            _heard(spared) if spared else DONE, outcome.account, *learned, _once_able(found, situation), _watch(spared)
        )
    learned += known(changes, situation.catalogue)
    if outcome.missed:
        has_room = any(leaves_room(wish, situation) for wish in found.wishes)
        return _joined(why_nothing(found.wishes, situation), *learned, FOR_LATER if has_room else "")
    if spared:
        return _joined(_heard(spared), NOTHING_FOR_IT, *learned, _watch(spared))
    opens = any(isinstance(wish, Available) or (isinstance(wish, Kit) and wish.is_there) for wish in found.wishes)
    if opens:
        return _joined(STAYS, *learned, FOR_LATER) if learned else KNOWN
    return _joined(STAYS, *learned)


def alarmed(alarms: Sequence[Alarm], *, has_rested: bool, evidence: str = "") -> str:
    """Stop, see a doctor, and how to come back; another word where somebody means to harm themselves."""
    kinds = [alarm.limitation for alarm in alarms if alarm.limitation is not None]
    rested = " The days ahead are rest days now." if has_rested else ""
    if not kinds and SELF_HARM.search(plain(evidence)):
        return f"{NOT_ALONE}{rested}"
    if LimitationKind.CARDIAC_WARNING in kinds:
        back = "Once a doctor has cleared you, tell me so, and we plan anew."
    else:
        back = "Once a doctor has looked at it, tell me, and we plan anew around it."
    return f"{DOCTOR_FIRST}{rested} {back}"


def cleared(kinds: Sequence[LimitationKind]) -> str:
    names = listed([_CLEARED.get(kind, f"your {area_name(kind)}") for kind in kinds])
    return (
        f"Good to hear that a doctor has cleared {names}. I no longer hold anything back for that. "
        "The days of this plan stay as they are: generate a new plan, or have this one adapted, when you are ready."
    )


def _once_able(found: Understanding, situation: Situation) -> str:
    """How what cannot be done yet comes back."""
    names = [
        situation.catalogue[one].name for wish in found.wishes if isinstance(wish, Beyond) for one in wish.exercises
    ]
    return f"Once you can, say {either([f'“I like {name}”' for name in names])}." if names else ""


def _heard(kinds: Sequence[LimitationKind]) -> str:
    return "Thank you for telling me." if all(map(is_condition, kinds)) else "I am sorry to hear that."


def _watch(kinds: Sequence[LimitationKind]) -> str:
    """What to do about it besides training around it."""
    if LimitationKind.PREGNANCY in kinds or LimitationKind.POSTPARTUM in kinds:
        return MIDWIFE
    return "" if all(map(is_condition, kinds)) else WATCH


def _joined(*sentences: str) -> str:
    return " ".join(filter(None, sentences))


_CLEARED = {
    LimitationKind.CARDIAC_WARNING: "your heart",
    LimitationKind.PREGNANCY: "training in your pregnancy",
    LimitationKind.POSTPARTUM: "training after the birth",
    LimitationKind.HYPERTENSION: "training with high blood pressure",
    LimitationKind.BETA_BLOCKER: "training with beta blockers",
    LimitationKind.ASTHMA: "training with asthma",
}
