"""How much a lesson weighs: where it came from, how it fared, and how long ago it was last heard."""

from collections.abc import Iterable
from datetime import datetime, timedelta

import msgspec

from domain.facts import KeptLesson
from domain.lessons import Lesson, LessonDraft, LessonRuleKind, LessonSource, LessonState
from domain.terms import LimitationKind


class Priors(msgspec.Struct, frozen=True, kw_only=True):
    """The confidence that a lesson starts with, by where it was learned."""

    said: float = 0.9
    answered: float = 0.85
    logged: float = 0.7
    inferred: float = 0.5


PRIORS = Priors()
_OBSERVATIONS = 10.0
"""How many observations a confidence counts for, as the mean of a Beta distribution."""
_SAID_FROM = 0.6
"""Between what is inferred and what is logged: above it, words of the athlete count as said outright."""
FADED_BELOW = 0.2

_HALF_LIFE_DAYS: dict[LessonRuleKind, float | None] = {
    LessonRuleKind.LIMITATION: None,
    LessonRuleKind.EQUIPMENT_AVAILABLE: 180,
    LessonRuleKind.EQUIPMENT_MISSING: 180,
    LessonRuleKind.INTENSITY: 42,
    LessonRuleKind.VOLUME: 42,
}
_PREFERENCE_HALF_LIFE_DAYS = 120.0


def confirmed(confidence: float, *, by: float) -> float:
    """The mean after one more observation in favour; `by` is the confidence of the new evidence alone."""
    return (max(confidence, by) * _OBSERVATIONS + 1) / (_OBSERVATIONS + 1)


def contradicted(confidence: float) -> float:
    """The mean after one more observation against."""
    return confidence * _OBSERVATIONS / (_OBSERVATIONS + 1)


def with_outcomes(lesson: Lesson) -> Lesson:
    """The lesson with the confidence that it has earned: the mean after all workouts that spoke for it or against it.

    What is stored is the confidence without them, so that a workout that is told otherwise later can be taken back exactly.
    """
    outcomes = lesson.helpful_count + lesson.harmful_count
    earned = (lesson.confidence * _OBSERVATIONS + lesson.helpful_count) / (_OBSERVATIONS + outcomes)
    return msgspec.structs.replace(lesson, confidence=earned) if outcomes else lesson


def is_said(source: LessonSource, confidence: float) -> bool:
    """Whether the athlete said it outright, by word or by answer, rather than that it was inferred."""
    return source is LessonSource.ATHLETE or (source is not LessonSource.WORKOUT and confidence >= _SAID_FROM)


def is_firm(lesson: Lesson) -> bool:
    """Hard or pinned: it neither fades nor makes room for another."""
    return lesson.is_hard or lesson.is_pinned


def is_safety(lesson: Lesson | LessonDraft) -> bool:
    """A hard limitation, which a clearance alone lifts."""
    return lesson.is_hard and lesson.rule.kind is LessonRuleKind.LIMITATION


def weight(kept: KeptLesson, now: datetime) -> float:
    """The confidence that it has earned, halved with each half-life of its kind since it was last heard."""
    confidence = with_outcomes(kept.lesson).confidence
    half_life = _HALF_LIFE_DAYS.get(kept.lesson.rule.kind, _PREFERENCE_HALF_LIFE_DAYS)
    if half_life is None:
        return confidence
    age_days = max(0.0, (now - kept.changed_at) / timedelta(days=1))
    return float(confidence * 0.5 ** (age_days / half_life))


def is_faded(kept: KeptLesson, now: datetime) -> bool:
    """Whether it no longer counts: its time is over, or hardly anything of its weight is left."""
    if is_safety(kept.lesson):
        return False
    if kept.lesson.expires_at is not None and kept.lesson.expires_at <= now:
        return True
    return not is_firm(kept.lesson) and weight(kept, now) < FADED_BELOW


def in_force(lessons: Iterable[KeptLesson], now: datetime) -> tuple[KeptLesson, ...]:
    """The lessons that count now, weightiest first: the hard, the pinned, then by what is left of their confidence."""
    counting = [kept for kept in lessons if kept.lesson.state is LessonState.ACTIVE and not is_faded(kept, now)]
    return tuple(sorted(counting, key=lambda kept: _rank(kept, now)))


def limitations_in_force(lessons: Iterable[Lesson]) -> frozenset[LimitationKind]:
    found = (lesson.rule.limitation for lesson in lessons if lesson.rule.kind is LessonRuleKind.LIMITATION)
    return frozenset(kind for kind in found if kind is not None)


def _rank(kept: KeptLesson, now: datetime) -> tuple[bool, bool, float, datetime, str]:
    lesson = kept.lesson
    return not lesson.is_hard, not lesson.is_pinned, -weight(kept, now), lesson.created_at, lesson.id
