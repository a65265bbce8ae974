"""Answers to questions, from the plan alone: true, short, and honest about what cannot be told."""

from collections.abc import Callable

from domain.basis import PlanBasis
from domain.constraints import WARNING_SIGNS
from services.feedback.calendar_answers import CalendarAnswers
from services.feedback.endurance_answers import EnduranceAnswers
from services.feedback.glossary import meaning_of
from services.feedback.language import clauses_of, plain
from services.feedback.lifting_answers import RPE, LiftingAnswers
from services.feedback.looking import Looking
from services.feedback.nouns import kit
from services.feedback.outlook import Outlook
from services.feedback.telling import Telling
from services.feedback.topics import Topic
from services.planning.explain.words import listed

CAN_ASK = (
    "Ask me what is on a day and why, how heavy, how hard, how far or how long it is, how an exercise is done, or what a word "
    "means. Or tell me what to change: an exercise, a day, how hard or how long it is."
)
WAITING = (
    "There is no training until a doctor has cleared you. Tell me so once they have, and for what, and we plan anew."
)
_FIXED: dict[Topic, str] = {
    Topic.RPE: RPE,
    Topic.FOOD: "I plan training and leave food to others. Ask me about your sessions, their reasons, or what to change.",
    Topic.SYMPTOMS: (
        "With chest pain, fainting or pain that is sharp or spreads, stop at once and see a doctor. A joint that hurts: tell me "
        "which one, and I take what loads it out of the days ahead. Sore muscles after new exercises are normal and fade within "
        "a few days."
    ),
    Topic.ILLNESS: (
        "With a fever, or with anything in the chest or the stomach, rest until it is gone and a day longer. With a mere cold, "
        "easy work is fine if you feel like it. Tell me which days should be rest days or easier."
    ),
    Topic.SLEEP: (
        "Most adults need seven to nine hours a night, and that is when training sinks in. After a bad night take the session "
        "easier: tell me which day, and I change it."
    ),
    Topic.SORENESS: (
        "Sore muscles after work that is new to them are normal and fade within a few days. You can train with them: warm "
        "up well, and go easier where they still ache. A joint that hurts is something else: tell me which one."
    ),
    Topic.RESULTS: (
        "Most people feel stronger and fitter within a month, and see it after two or three, if the sessions get done. Log"
        " them, and the look back in your app shows how your lifts and your minutes go."
    ),
    Topic.LOGGING: (
        "Log a session on its day in your app: the sets with load, repetitions and RPE, endurance with its minutes, and "
        "anything that hurt. It can be done later as well. The weeks ahead go by it."
    ),
    Topic.HISTORY: (
        "Each change makes a new version of the plan, with its reason. Look at them in the plan's history, where you can also go "
        "back to an earlier one."
    ),
    Topic.SKIPPING: (
        "One missed session costs you nothing: go on with the next one as planned. If you know that you cannot train on a day, "
        "tell me which one, and I make it a rest day or move what is on it. Nothing was changed."
    ),
    Topic.WARM_UP: (
        "Begin each strength session with five easy minutes, which the planned time has in it, and do the warm-up sets where an "
        "exercise has some. Endurance sessions begin and end with their own easy minutes. Stretch afterwards if you like it."
    ),
    Topic.ABILITIES: CAN_ASK,
    Topic.ACCEPTING: "Say “looks good”, or accept the plan in your app, and you train by it. It can still be changed.",
}


class Answers:
    """Answers questions on one plan."""

    def __init__(self, outlook: Outlook, basis: PlanBasis) -> None:
        self._outlook = outlook
        self._waits = not WARNING_SIGNS.isdisjoint(limitation.kind for limitation in basis.constraints.limitations)
        looking, telling = Looking(outlook), Telling(outlook.catalogue, basis.unit_system)
        self._lifting = LiftingAnswers(looking, telling, basis)
        self._endurance = EnduranceAnswers(looking, telling, basis)
        self._calendar = CalendarAnswers(looking, telling)

    def answer(self, topic: Topic, question: str) -> str:
        told = self.told(topic, question)
        if told is None and self._waits:
            return WAITING
        return told or f"That I cannot tell from your plan. {CAN_ASK}"

    def told(self, topic: Topic, question: str) -> str | None:
        """The same; None where it cannot be told from the plan."""
        fixed = _FIXED.get(topic)
        if fixed is not None:
            return fixed
        by_topic: dict[Topic, Callable[[str], str | None]] = {
            Topic.TERM: _term,
            Topic.ZONES: self._endurance.zones,
            Topic.PACE: self._endurance.pace,
            Topic.DISTANCE: self._endurance.distance,
            Topic.EFFORT: lambda text: self._endurance.effort(text) or self._lifting.effort(text),
            Topic.MAXIMUM: self._lifting.maximum,
            Topic.LOAD: self._lifting.load,
            Topic.REST: lambda text: self._calendar.rest_days(text) if "rest day" in text else self._lifting.rest(text),
            Topic.COUNT: lambda text: self._lifting.count(text) or self._calendar.count(text),
            Topic.ALTERNATIVES: self._lifting.alternatives,
            Topic.EXERCISE: self._lifting.exercise,
            Topic.DELOAD: self._calendar.deload,
            Topic.DAY: self._calendar.day,
            Topic.NEXT: lambda text: self._lifting.next(text) or self._calendar.next(text),
            Topic.LENGTH: self._calendar.length,
            Topic.END: lambda _: self._calendar.end(),
            Topic.WHY: self._why,
            Topic.PROGRESS: self._calendar.progress,
            Topic.OTHER: lambda text: self._calendar.past_day(text) or self._lifting.exercise(text),
            Topic.EQUIPMENT: lambda _: self._equipment(),
        }
        found = by_topic.get(topic)
        return found(plain(question)) if found is not None else None

    def _why(self, text: str) -> str:
        return self._lifting.why(text) or self._calendar.why(text) or self._outlook.document.rationale

    def _equipment(self) -> str:
        needed = {item for exercise in self._outlook.exercises for item in exercise.equipment}
        names = [kit(item) for item in sorted(needed) if item != "BODY_WEIGHT"]
        return f"This plan uses {listed(names)}." if names else "This plan needs no equipment at all."


def _term(text: str) -> str | None:
    return next((meaning for clause in clauses_of(text) if (meaning := meaning_of(clause.text)) is not None), None)
