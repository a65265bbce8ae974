"""What lessons and a brief ask of a plan, digested: what to leave out, to favour, to make harder or easier."""

import math
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import TypeVar

from domain.basis import PlanBasis
from domain.brief import Brief
from domain.constraints import SESSION_MINUTES
from domain.exercise import Exercise
from domain.ids import ExerciseId
from domain.lessons import Lesson, LessonRule, LessonRuleKind, LessonState
from domain.terms import MovementPattern, Muscle, Sport, Weekday

Kind = LessonRuleKind
AMOUNT = (0.5, 1.5)

Value = TypeVar("Value")


@dataclass(frozen=True, slots=True, kw_only=True)
class Wishes:
    """Hard wishes are in the sets that say `forbidden`; the others count where there is a choice."""

    forbidden_exercises: frozenset[ExerciseId] = frozenset()
    disliked_exercises: frozenset[ExerciseId] = frozenset()
    favoured_exercises: frozenset[ExerciseId] = frozenset()
    forbidden_patterns: frozenset[MovementPattern] = frozenset()
    disliked_patterns: frozenset[MovementPattern] = frozenset()
    stressed_muscles: frozenset[Muscle] = frozenset()
    spared_muscles: frozenset[Muscle] = frozenset()
    forbidden_sports: frozenset[Sport] = frozenset()
    disliked_sports: frozenset[Sport] = frozenset()
    favoured_sports: tuple[Sport, ...] = ()
    minutes: dict[Weekday, int] = field(default_factory=dict)
    """Minutes that lessons give to a weekday, in place of the constraints' own."""
    most_minutes: int = SESSION_MINUTES[1]
    """What a hard lesson allows on any day."""
    scalings: tuple[LessonRule, ...] = ()

    def forbid(self, exercise: Exercise) -> bool:
        return exercise.id in self.forbidden_exercises or exercise.pattern in self.forbidden_patterns

    def dislike(self, exercise: Exercise) -> bool:
        return exercise.id in self.disliked_exercises or exercise.pattern in self.disliked_patterns

    def strength_factor(self, kind: LessonRuleKind, exercise: Exercise | None = None) -> float:
        """By how much lessons scale INTENSITY or VOLUME, for one exercise or (None) all strength work; 0.5 to 1.5."""
        return _product(rule for rule in self.scalings if rule.kind is kind and _concerns(rule, exercise))

    def endurance_factor(self, kind: LessonRuleKind, sport: Sport) -> float:
        """The same for endurance work in one sport."""
        return _product(
            rule for rule in self.scalings if rule.kind is kind and (_is_general(rule) or rule.sport is sport)
        )


def wishes_of(basis: PlanBasis, brief: Brief) -> Wishes:
    """Wishes from active lessons, weightiest first, and from the brief. A muscle both stressed and spared is neither."""
    lessons = [lesson for lesson in basis.lessons if lesson.state is LessonState.ACTIVE]
    stressed = _field(lessons, Kind.EMPHASISE_MUSCLE, lambda rule: rule.muscle) | set(brief.stressed_muscles)
    spared = _field(lessons, Kind.REDUCE_MUSCLE, lambda rule: rule.muscle)
    return Wishes(
        forbidden_exercises=_field(lessons, Kind.AVOID_EXERCISE, lambda rule: rule.exercise_id, is_hard=True),
        disliked_exercises=_field(lessons, Kind.AVOID_EXERCISE, lambda rule: rule.exercise_id, is_hard=False),
        favoured_exercises=_field(lessons, Kind.PREFER_EXERCISE, lambda rule: rule.exercise_id)
        | set(brief.favoured_exercises),
        forbidden_patterns=_field(lessons, Kind.AVOID_PATTERN, lambda rule: rule.pattern, is_hard=True),
        disliked_patterns=_field(lessons, Kind.AVOID_PATTERN, lambda rule: rule.pattern, is_hard=False),
        stressed_muscles=stressed - spared,
        spared_muscles=spared - stressed,
        forbidden_sports=_field(lessons, Kind.AVOID_SPORT, lambda rule: rule.sport, is_hard=True),
        disliked_sports=_field(lessons, Kind.AVOID_SPORT, lambda rule: rule.sport, is_hard=False),
        favoured_sports=_favoured_sports(lessons),
        minutes=_minutes(lessons),
        most_minutes=_most_minutes(lessons),
        scalings=tuple(lesson.rule for lesson in lessons if lesson.rule.kind in {Kind.INTENSITY, Kind.VOLUME}),
    )


def _field(
    lessons: Iterable[Lesson],
    kind: LessonRuleKind,
    value: Callable[[LessonRule], Value | None],
    *,
    is_hard: bool | None = None,
) -> frozenset[Value]:
    """What the lessons of one kind name; only the hard ones, only the soft ones, or (None) both."""
    found = (value(lesson.rule) for lesson in lessons if lesson.rule.kind is kind and is_hard in {None, lesson.is_hard})
    return frozenset(item for item in found if item is not None)


def _favoured_sports(lessons: Iterable[Lesson]) -> tuple[Sport, ...]:
    found = (lesson.rule.sport for lesson in lessons if lesson.rule.kind is Kind.PREFER_SPORT)
    return tuple(dict.fromkeys(sport for sport in found if sport is not None))


def _minutes(lessons: Iterable[Lesson]) -> dict[Weekday, int]:
    """The shortest bound for each weekday that a lesson names."""
    bounds: dict[Weekday, int] = {}
    for lesson in lessons:
        if lesson.rule.kind is not Kind.SESSION_MINUTES or lesson.rule.amount is None:
            continue
        minutes = max(SESSION_MINUTES[0], min(SESSION_MINUTES[1], int(lesson.rule.amount)))
        for weekday in lesson.rule.weekdays or ():
            bounds[weekday] = min(minutes, bounds.get(weekday, minutes))
    return bounds


def _most_minutes(lessons: Iterable[Lesson]) -> int:
    bounds = (
        int(lesson.rule.amount)
        for lesson in lessons
        if lesson.is_hard
        and lesson.rule.kind is Kind.SESSION_MINUTES
        and lesson.rule.weekdays is None
        and lesson.rule.amount is not None
    )
    return max(SESSION_MINUTES[0], min(bounds, default=SESSION_MINUTES[1]))


def _is_general(rule: LessonRule) -> bool:
    return rule.exercise_id is None and rule.pattern is None and rule.muscle is None and rule.sport is None


def _concerns(rule: LessonRule, exercise: Exercise | None) -> bool:
    if _is_general(rule):
        return True
    if exercise is None:
        return False
    return (
        rule.exercise_id == exercise.id or (rule.pattern is exercise.pattern) or rule.muscle in exercise.primary_muscles
    )


def _product(rules: Iterable[LessonRule]) -> float:
    amount = math.prod(rule.amount if rule.amount is not None else 1.0 for rule in rules)
    return max(AMOUNT[0], min(AMOUNT[1], amount))
