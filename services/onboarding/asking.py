"""Which questions of the bank an athlete is asked: not those whose answer their profile has given already."""

import math
from collections.abc import Sequence

import msgspec

from domain.constraints import WARNING_SIGNS, GivenConstraints
from domain.profile import Gender
from domain.questions import MAXIMUM_QUESTIONS, ChoiceQuestion, Question
from services.onboarding import bank

QUESTIONS: tuple[Question, ...] = (
    bank.FOCUS,
    bank.TRAINING_DAYS,
    bank.SESSION_MINUTES,
    bank.EQUIPMENT,
    bank.HEALTH_SCREEN,
    bank.HEALTH_CONDITIONS,
    bank.LIMITATIONS,
    bank.SPORTS,
    bank.EVENT,
    bank.EVENT_WEEKS,
    bank.ENDURANCE_SPORT,
    bank.ENDURANCE_MINUTES,
    bank.ENDURANCE_LONGEST,
    bank.SQUAT,
    bank.BENCH_PRESS,
    bank.DEADLIFT,
    bank.RESTING_HEART_RATE,
    bank.FITNESS,
    bank.DISLIKES,
)
"""The whole bank, in the order in which to ask: what is needed first."""

BY_ID: dict[str, Question] = {question.id: question for question in QUESTIONS}

ANSWERED_BY_GIVEN: dict[str, tuple[str, ...]] = {
    "focus": ("focus",),
    "training_days": ("training_days",),
    "session_minutes": ("session_minutes",),
    "equipment": ("equipment",),
    "limitations": ("health_conditions", "limitations"),
    "sports": ("sports",),
    "event": ("event", "event_weeks"),
    "endurance_baselines": ("endurance_sport", "endurance_minutes", "endurance_longest"),
    "known_lifts": ("squat", "bench_press", "deadlift"),
    "resting_heart_rate": ("resting_heart_rate",),
}
"""Fields of the given constraints, and the questions that each of them makes needless."""

SECONDS_A_QUESTION = 20


def questions_for(given: GivenConstraints, gender: Gender) -> tuple[Question, ...]:
    """The bank's questions for this athlete, in order."""
    needless = {
        question_id
        for field, question_ids in ANSWERED_BY_GIVEN.items()
        if getattr(given, field) is not None
        for question_id in question_ids
    }
    asked = (question for question in QUESTIONS if question.id not in needless)
    return tuple(fitted for question in asked if (fitted := _fitted(question, given, gender)) is not None)


def refreshed(stored: Sequence[Question], wanted: Sequence[Question]) -> tuple[Question, ...]:
    """The stored questions brought up to date: as they were worded, without what is needless now, with what is missing.

    Questions beside the bank's come last, as many of them as there is room for.
    """
    worded = {question.id: question for question in stored}
    kept = tuple(_as_worded(worded.get(question.id), question) for question in wanted)
    return (*kept, *(question for question in stored if question.id not in BY_ID))[:MAXIMUM_QUESTIONS]


def estimated_minutes(questions: Sequence[Question]) -> int:
    return math.ceil(len(questions) * SECONDS_A_QUESTION / 60)


def opening(display_name: str, questions: Sequence[Question]) -> str:
    """A word from the coach to open with."""
    needed = sum(question.is_required for question in questions)
    if needed == 0:
        return f"Hi {display_name}! Nothing more is needed. What you answer here makes your plan fit a little better."
    many = "One question is" if needed == 1 else f"{needed} questions are"
    return (
        f"Hi {display_name}! A few questions, so that your plan fits your life. "
        f"{many} needed; the rest make it better, and you can stop and come back at any time."
    )


def _fitted(question: Question, given: GivenConstraints, gender: Gender) -> Question | None:
    """The question as it suits this athlete; None where it does not."""
    if question is bank.HEALTH_SCREEN and given.limitations is not None:
        if any(limitation.kind in WARNING_SIGNS for limitation in given.limitations):
            return None
        # The form's list of limitations is an answer, but the one question that can save a life is still put.
        return msgspec.structs.replace(question, is_required=False)
    if question is bank.HEALTH_CONDITIONS and gender is Gender.MALE:
        return _without(bank.HEALTH_CONDITIONS, {kind.value for kind in bank.PREGNANCY_KINDS})
    return question


def _without(question: ChoiceQuestion, values: set[str]) -> ChoiceQuestion:
    options = tuple(option for option in question.options if option.value not in values)
    return msgspec.structs.replace(question, options=options)


def _as_worded(stored: Question | None, wanted: Question) -> Question:
    """The wanted question in the words that it was asked in before, if it is still the same question."""
    if stored is None or type(stored) is not type(wanted):
        return wanted
    return msgspec.structs.replace(wanted, text=stored.text, help_text=stored.help_text)
