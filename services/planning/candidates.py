"""From the catalogue to the few exercises that are worth choosing among for one athlete."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from domain.exercise import Catalogue, Exercise
from domain.ids import ExerciseId
from domain.terms import ExperienceLevel, MovementPattern, Muscle
from services.planning.limits import Limits
from services.planning.wishes import Wishes

PER_PATTERN: dict[MovementPattern, int] = {
    MovementPattern.SQUAT: 4,
    MovementPattern.HINGE: 4,
    MovementPattern.HORIZONTAL_PUSH: 4,
    MovementPattern.HORIZONTAL_PULL: 4,
    MovementPattern.VERTICAL_PUSH: 4,
    MovementPattern.VERTICAL_PULL: 4,
    MovementPattern.LUNGE: 3,
    MovementPattern.CORE: 5,
    MovementPattern.CARRY: 1,
}
PER_ISOLATED_MUSCLE = 2
BALANCE_CHOICES = 4
NO_ISOLATION_OF = frozenset({Muscle.NECK})
"""Trained only where somebody asks for it."""
ON_REQUEST_PATTERNS = frozenset({MovementPattern.JUMP, MovementPattern.OLYMPIC, MovementPattern.MOBILITY})

_LEVELS = tuple(ExperienceLevel)


@dataclass(frozen=True, slots=True)
class Candidate:
    """An exercise that may be chosen, and how gladly: about 0 to 100, negative where it is disliked."""

    exercise: Exercise
    appeal: int


def usable(catalogue: Catalogue, limits: Limits, wishes: Wishes) -> tuple[Exercise, ...]:
    """All exercises that no hard rule and no hard lesson forbids, in the catalogue's order."""
    return tuple(exercise for exercise in catalogue if limits.allow(exercise) and not wishes.forbid(exercise))


def candidates(
    exercises: Iterable[Exercise], *, limits: Limits, wishes: Wishes, known: frozenset[ExerciseId]
) -> tuple[Candidate, ...]:
    """The most appealing of each pattern and, for isolation, of each muscle; at most about sixty."""
    ranked = sorted(
        (Candidate(exercise, _appeal(exercise, limits, wishes, known)) for exercise in exercises),
        key=lambda candidate: (-candidate.appeal, candidate.exercise.id),
    )
    kept: list[Candidate] = []
    counts: dict[object, int] = defaultdict(int)
    for candidate in ranked:
        group, most = _group(candidate.exercise, limits, is_wanted=_is_wanted(candidate.exercise, wishes, known))
        if counts[group] < most:
            counts[group] += 1
            kept.append(candidate)
    return tuple(kept)


def _group(exercise: Exercise, limits: Limits, *, is_wanted: bool) -> tuple[object, int]:
    """What the exercise competes with, and how many of those are kept."""
    if is_wanted:
        return "wanted", 12
    if exercise.usefulness == 0:
        return "on request", 0
    if exercise.is_balance and limits.is_older:
        return "balance", BALANCE_CHOICES
    if exercise.pattern in ON_REQUEST_PATTERNS:
        return "on request", 0
    if exercise.pattern is MovementPattern.ISOLATION:
        muscle = exercise.primary_muscles[0]
        return muscle, 0 if muscle in NO_ISOLATION_OF else PER_ISOLATED_MUSCLE
    return exercise.pattern, PER_PATTERN[exercise.pattern]


def _is_wanted(exercise: Exercise, wishes: Wishes, known: frozenset[ExerciseId]) -> bool:
    is_favoured = exercise.id in wishes.favoured_exercises and not wishes.dislike(exercise)
    return is_favoured or (exercise.id in known and exercise.pattern not in ON_REQUEST_PATTERNS)


def _appeal(exercise: Exercise, limits: Limits, wishes: Wishes, known: frozenset[ExerciseId]) -> int:
    appeal = 15 * exercise.usefulness
    distance = _LEVELS.index(exercise.level) - _LEVELS.index(limits.level)
    appeal -= 12 * max(0, distance)
    if limits.is_older and exercise.has_fall_risk:
        appeal -= 15
    if exercise.id in known:
        appeal += 25
    if exercise.id in wishes.favoured_exercises:
        appeal += 60
    muscles = set(exercise.primary_muscles)
    appeal += 15 * len(muscles & wishes.stressed_muscles) - 20 * len(muscles & wishes.spared_muscles)
    return appeal - 120 if wishes.dislike(exercise) else appeal
