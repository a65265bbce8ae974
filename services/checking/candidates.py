"""What this athlete could do: the exercises of the catalogue that their constraints and lessons leave open."""

from domain.basis import PlanBasis
from domain.exercise import Catalogue, Exercise
from domain.lessons import LessonRule, LessonRuleKind
from domain.terms import Equipment, ExperienceLevel, LimitationKind, MovementPattern
from services.checking.limits import LIMITS, active_lessons, exercise_fault, limitations_of

_LEVELS = tuple(ExperienceLevel)
OLDER_AGE = 65


def open_exercises(basis: PlanBasis, catalogue: Catalogue) -> tuple[Exercise, ...]:
    """Exercises that could be in any week of this athlete's plan, so that no rule asks for what cannot be had."""
    rules = [lesson.rule for lesson in active_lessons(basis)]
    limitations = limitations_of(basis)
    return tuple(
        exercise
        for exercise in catalogue
        if suits(basis, exercise)
        and not any(_is_ruled_out(kind, exercise) for kind in limitations)
        and not any(_avoids(rule, exercise) for rule in rules)
    )


def is_older_novice(basis: PlanBasis) -> bool:
    return basis.age >= OLDER_AGE and basis.experience is ExperienceLevel.NOVICE


def suits(basis: PlanBasis, exercise: Exercise) -> bool:
    """Whether equipment, level and age allow the exercise. What is there "on request alone" (usefulness 0) is not asked for."""
    had = {Equipment.BODY_WEIGHT, *basis.constraints.equipment}
    if exercise.usefulness < 1 or not had.issuperset(exercise.equipment):
        return False
    if _LEVELS.index(exercise.level) > _LEVELS.index(basis.experience):
        return False
    return not (is_older_novice(basis) and exercise.pattern is MovementPattern.JUMP)


def _avoids(rule: LessonRule, exercise: Exercise) -> bool:
    """Whether a lesson, hard or soft, asks to leave the exercise out."""
    if rule.kind is LessonRuleKind.AVOID_EXERCISE:
        return rule.exercise_id == exercise.id
    if rule.kind is LessonRuleKind.AVOID_PATTERN:
        return rule.pattern is exercise.pattern
    if rule.kind is LessonRuleKind.LIMITATION:
        return rule.limitation is not None and _is_ruled_out(rule.limitation, exercise)
    if rule.kind is LessonRuleKind.EQUIPMENT_MISSING:
        return not set(rule.equipment or ()).isdisjoint(exercise.equipment)
    return False


def _is_ruled_out(kind: LimitationKind, exercise: Exercise) -> bool:
    limit = LIMITS.get(kind)
    return limit is not None and exercise_fault(limit, exercise, is_late=True) is not None
