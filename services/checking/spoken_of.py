"""Which exercises a lesson that forbids something speaks of, and how they are named."""

from collections.abc import Sequence

from domain.exercise import Exercise
from domain.lessons import LessonRule, LessonRuleKind
from domain.terms import Muscle
from services.checking.candidates import suits
from services.checking.limits import LIMITS, Limit, exercise_fault
from services.checking.reading import Reading
from services.checking.wording import joined


def spoken_of(reading: Reading, rule: LessonRule) -> list[Exercise]:
    """What of the catalogue would suit the athlete, but for lessons and limitations, and is what the rule speaks of."""
    return [exercise for exercise in reading.catalogue if suits(reading.basis, exercise) and speaks_of(rule, exercise)]


def speaks_of(rule: LessonRule, exercise: Exercise) -> bool:
    if rule.kind is LessonRuleKind.AVOID_EXERCISE:
        return exercise.id == rule.exercise_id
    if rule.kind is LessonRuleKind.AVOID_PATTERN:
        return exercise.pattern is rule.pattern
    if rule.kind is LessonRuleKind.EQUIPMENT_MISSING:
        return not set(rule.equipment or ()).isdisjoint(exercise.equipment)
    limit: Limit | None = LIMITS.get(rule.limitation) if rule.limitation is not None else None
    return limit is not None and exercise_fault(limit, exercise, is_late=True) is not None


def named(out: Sequence[Exercise]) -> str:
    """What is left out: by name where it is one, else the best known of them and how many there are."""
    if len(out) == 1:
        return out[0].name
    return f"{len(out)} exercises, such as {joined(best_known_first(out)[:2])}"


def taken_out(reading: Reading, earlier: Reading, rule: LessonRule) -> str | None:
    """What the lesson took out of the days ahead, what does that work now, and what it left in beside it."""
    now = reading.trained_exercises
    were = {lift.exercise.id: lift.exercise for lift in earlier.lifts if not lift.is_mobility}.values()
    out = [exercise for exercise in were if exercise.id not in now and speaks_of(rule, exercise)]
    if not out:
        return None
    muscles = {muscle for one in out for muscle in _muscles(one)}
    stayed = [one for one in were if one.id in now and not muscles.isdisjoint(_muscles(one))]
    # What trains them directly is the nearest; what only helps to is told of where there is nothing else.
    stayed = [one for one in stayed if not muscles.isdisjoint(one.primary_muscles)] or stayed
    kept = f"; kept {joined(best_known_first(stayed), most=2)}" if stayed else ""
    return f"Took out {joined(best_known_first(out))}{kept}."


def serving(reading: Reading, rule: LessonRule) -> frozenset[str]:
    """What of the plan trains any muscle of what the rule speaks of: all that could be told of beside it."""
    muscles = {muscle for one in reading.catalogue if speaks_of(rule, one) for muscle in _muscles(one)}
    return frozenset(one.exercise.id for one in reading.lifts if not muscles.isdisjoint(_muscles(one.exercise)))


def _muscles(exercise: Exercise) -> tuple[Muscle, ...]:
    return (*exercise.primary_muscles, *exercise.secondary_muscles)


def best_known_first(exercises: Sequence[Exercise]) -> list[str]:
    return [one.name for one in sorted(exercises, key=lambda exercise: (-exercise.usefulness, exercise.name))]
