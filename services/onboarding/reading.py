"""What the answers to bank questions say about the constraints, by code alone."""

import datetime
from collections.abc import Iterable, Mapping, Sequence
from enum import StrEnum
from typing import TypeVar
from zoneinfo import ZoneInfo

from domain.constraints import EnduranceBaseline, GivenConstraints, KnownLift, Limitation, TargetEvent
from domain.facts import Answered
from domain.ids import ExerciseId
from domain.questions import Answer
from domain.terms import Equipment, LimitationKind, Sport, TrainingFocus, Weekday
from services.onboarding import bank
from services.onboarding.asking import ANSWERED_BY_GIVEN

Word = TypeVar("Word", bound=StrEnum)

LIFTS: dict[str, ExerciseId] = {
    bank.SQUAT.id: ExerciseId("exercise_back-squat"),
    bank.BENCH_PRESS.id: ExerciseId("exercise_bench-press"),
    bank.DEADLIFT.id: ExerciseId("exercise_deadlift"),
}
"""The exercise that each question on a lift is about."""

FULL_GYM_EQUIPMENT = frozenset(Equipment) - {Equipment.POOL, Equipment.SUSPENSION_TRAINER, Equipment.JUMP_ROPE}
"""What one may count on in a well-kept gym."""


def given_in(answers: Sequence[Answered], time_zone: str) -> GivenConstraints:
    """The constraints that these answers give; what they say nothing about is left None."""
    by_id = {answered.answer.question_id: answered.answer for answered in answers}
    focus = _words(by_id, bank.FOCUS.id, TrainingFocus)
    return GivenConstraints(
        focus=focus[0] if focus else None,
        training_days=_words(by_id, bank.TRAINING_DAYS.id, Weekday),
        session_minutes=_whole(by_id, bank.SESSION_MINUTES.id),
        equipment=_equipment(by_id),
        sports=_words(by_id, bank.SPORTS.id, Sport),
        limitations=limitations_in(by_id.values()),
        event=_event(answers, time_zone),
        known_lifts=_known_lifts(by_id) or None,
        endurance_baselines=_endurance_baselines(by_id),
        resting_heart_rate=_whole(by_id, bank.RESTING_HEART_RATE.id),
    )


def given_at(answers: Sequence[Answered]) -> dict[str, datetime.datetime]:
    """When each field of the constraints was last answered, by the field's name."""
    by_id = {answered.answer.question_id: answered.answered_at for answered in answers}
    times = {field: [by_id[one] for one in ids if one in by_id] for field, ids in ANSWERED_BY_GIVEN.items()}
    return {field: max(found) for field, found in times.items() if found}


def limitations_in(answers: Iterable[Answer]) -> tuple[Limitation, ...] | None:
    """The limitations that the health screen and the question on pain found; None where neither was answered."""
    by_id = {answer.question_id: answer for answer in answers}
    pains = _words(by_id, bank.LIMITATIONS.id, LimitationKind)
    conditions = _words(by_id, bank.HEALTH_CONDITIONS.id, LimitationKind)
    screen = by_id.get(bank.HEALTH_SCREEN.id)
    if pains is None and conditions is None and screen is None:
        return None
    found = [Limitation(kind=kind) for kind in (*(pains or ()), *(conditions or ()))]
    if screen is not None and screen.confirmation is not None and screen.confirmation.is_confirmed:
        found.append(Limitation(kind=LimitationKind.CARDIAC_WARNING, note=screen.confirmation.details))
    return tuple(found)


def _words(by_id: Mapping[str, Answer], question_id: str, words: type[Word]) -> tuple[Word, ...] | None:
    """What was picked, without the options that are not words of this kind, such as NONE. None where nothing was."""
    answer = by_id.get(question_id)
    if answer is None or answer.choices is None:
        return None
    return tuple(words(choice) for choice in answer.choices if choice in words.__members__)


def _number(by_id: Mapping[str, Answer], question_id: str) -> float | None:
    answer = by_id.get(question_id)
    return None if answer is None else answer.number


def _whole(by_id: Mapping[str, Answer], question_id: str) -> int | None:
    number = _number(by_id, question_id)
    return None if number is None else round(number)


def _equipment(by_id: Mapping[str, Answer]) -> tuple[Equipment, ...] | None:
    picked = _words(by_id, bank.EQUIPMENT.id, Equipment)
    if picked is None or bank.FULL_GYM not in (by_id[bank.EQUIPMENT.id].choices or ()):
        return picked
    return tuple(one for one in Equipment if one in FULL_GYM_EQUIPMENT or one in picked)


def _event(answers: Sequence[Answered], time_zone: str) -> TargetEvent | None:
    """The event, on the weekday on which the weeks until it were counted. None without both answers."""
    by_id = {answered.answer.question_id: answered for answered in answers}
    kind, weeks = by_id.get(bank.EVENT.id), by_id.get(bank.EVENT_WEEKS.id)
    if kind is None or not kind.answer.choices or kind.answer.choices[0] == bank.NONE:
        return None
    if weeks is None or weeks.answer.number is None:
        return None
    label, sport, kilometres = bank.EVENT_KINDS[kind.answer.choices[0]]
    counted_on = weeks.answered_at.astimezone(ZoneInfo(time_zone)).date()
    date = counted_on + datetime.timedelta(weeks=round(weeks.answer.number))
    return TargetEvent(name=label, date=date, sport=sport, distance_km=kilometres)


def _known_lifts(by_id: Mapping[str, Answer]) -> tuple[KnownLift, ...]:
    weights = ((exercise_id, _number(by_id, question_id)) for question_id, exercise_id in LIFTS.items())
    return tuple(
        KnownLift(exercise_id=exercise_id, weight_kg=weight, reps=bank.LIFT_REPS)
        for exercise_id, weight in weights
        if weight is not None and weight > bank.DONT_KNOW
    )


def _endurance_baselines(by_id: Mapping[str, Answer]) -> tuple[EnduranceBaseline, ...] | None:
    sports = _words(by_id, bank.ENDURANCE_SPORT.id, Sport)
    if not sports:
        return None if sports is None else ()
    weekly, longest = _number(by_id, bank.ENDURANCE_MINUTES.id), _number(by_id, bank.ENDURANCE_LONGEST.id)
    if not weekly or not longest:
        return None
    # A longest session above the usual week was an exception: the smaller figure is the safe one to grow from.
    return (EnduranceBaseline(sport=sports[0], weekly_minutes=weekly, longest_minutes=min(weekly, longest)),)
