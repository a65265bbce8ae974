"""The coach's words: what was done, what was not and why, and what to do next. Nothing here claims what did not happen."""

from collections.abc import Sequence

from domain.lessons import LessonChange, LessonOperation
from domain.plan import PlanChange, RuleOutcome
from domain.terms import LimitationKind
from services.feedback.wishes import Alarm
from services.feedback.words import area_name

LISTED = 4
"""Changes that a reply spells out; the plan shows the rest."""

ACCEPTED = "Good. This is your plan to train by now."
ALREADY_ACCEPTED = "Good. You are training by this plan already."
NOTHING_CAN_BE_CHANGED = "I have not changed anything: this plan is over, and there are no days ahead in it."
NOT_FOUND = (
    "I have not changed anything: it is so already, or I did not find what you mean on the days that can still be changed. "
    "Tell me the exercise or the day as it stands in the plan."
)
OR_ELSE = "Ask for something near to it, such as another exercise, day or amount, and I try that."
TALK = "Thank you. Tell me what you would like to change in your plan, or ask me about it."
NOTED = "Noted. I keep that in mind for your next plan."
DOCTOR_FIRST = (
    "Please stop training and see a doctor before you go on. If it is strong or comes back, call an ambulance now."
)
WHICH_CLEARANCE = (
    "Good news. For what did your doctor clear you? Name it, for instance “for my heart” or “for my knee”."
)
NOTHING_TO_CLEAR = "There is nothing that I hold back for that, so there is nothing to lift."


def changed(changes: Sequence[PlanChange], lesson_changes: Sequence[LessonChange]) -> str:
    told = list(dict.fromkeys(change.description for change in changes))
    parts = [f"{'; '.join(told[:LISTED])}{f'; and {len(told) - LISTED} more' if len(told) > LISTED else ''}."]
    return " ".join([f"Done. {parts[0]}", *remembered(lesson_changes)])


def only_learned(lesson_changes: Sequence[LessonChange]) -> str:
    """Nothing had to be changed on the days ahead."""
    said = remembered(lesson_changes)
    return f"Nothing on the days ahead had to change. {said[0]}" if said else NOTED


def remembered(lesson_changes: Sequence[LessonChange]) -> list[str]:
    texts = [
        change.lesson.text.rstrip(".")
        for change in lesson_changes
        if change.operation
        in (LessonOperation.ADD, LessonOperation.UPDATE, LessonOperation.CONFIRM, LessonOperation.MERGE)
    ]
    return [f"I keep in mind: {'; '.join(dict.fromkeys(texts))}."] if texts else []


def refused(rules: Sequence[RuleOutcome], lesson_changes: Sequence[LessonChange]) -> str:
    """Why a change was not made: the rules that it would have broken, and what they found."""
    reasons = " ".join(f"{outcome.description.rstrip('.')}: {outcome.finding}" for outcome in rules[:2])
    return " ".join(
        [
            f"I have not changed the plan, because that would break a rule that keeps it sound. {reasons}",
            OR_ELSE,
            *remembered(lesson_changes),
        ]
    )


def alarmed(alarms: Sequence[Alarm], *, has_rested: bool) -> str:
    """Stop, see a doctor, and how to come back."""
    kinds = [alarm.limitation for alarm in alarms if alarm.limitation is not None]
    rested = " The days ahead are rest days now." if has_rested else ""
    if LimitationKind.CARDIAC_WARNING in kinds:
        back = "Once a doctor has cleared you, tell me so, and we plan anew."
    else:
        back = "Once a doctor has looked at it, tell me, and we plan anew around it."
    return f"{DOCTOR_FIRST}{rested} {back}"


def cleared(kinds: Sequence[LimitationKind]) -> str:
    names = " and ".join(area_name(kind) for kind in kinds)
    return (
        f"Good to hear that a doctor has cleared you ({names}). I no longer hold it back. The days of this plan stay as they are: "
        "generate a new plan or have this one adapted when you are ready."
    )
