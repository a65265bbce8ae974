"""From the catalogue to the few exercises that are worth choosing among for one athlete."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from domain.exercise import Catalogue, Exercise
from domain.ids import ExerciseId
from domain.terms import Equipment, ExperienceLevel, MovementPattern, Muscle
from services.planning.limits import Limits
from services.planning.loads import load_step
from services.planning.wishes import Wishes

PER_PATTERN: dict[MovementPattern, int] = {
    MovementPattern.SQUAT: 3,
    MovementPattern.HINGE: 3,
    MovementPattern.HORIZONTAL_PUSH: 3,
    MovementPattern.HORIZONTAL_PULL: 3,
    MovementPattern.VERTICAL_PUSH: 3,
    MovementPattern.VERTICAL_PULL: 3,
    MovementPattern.LUNGE: 2,
    MovementPattern.CORE: 3,
    MovementPattern.CARRY: 1,
}
PER_ISOLATED_MUSCLE = 2
BALANCE_CHOICES = 3
USEFULNESS_WORTH = 45
KNOWN_WORTH = 75
FAVOURED_WORTH = 500
MUSCLE_WORTH = 45
LEVEL_WORTH = 40
REGRESSION_WORTH = 6
"""For each level that an exercise lies below the athlete's: what fits is better than what is easier."""
STEPPING_STONE_WORTH = 55
STEPPING_STONES: frozenset[ExerciseId] = frozenset(
    ExerciseId(f"exercise_{name}")
    for name in (
        "sit-to-stand",
        "banded-sit-to-stand",
        "dumbbell-sit-to-stand",
        "suspension-sit-to-stand",
        "bodyweight-box-squat",
        "bodyweight-hip-hinge",
        "supported-split-squat",
        "incline-push-up",
        "knee-push-up",
        "wall-push-up",
        "incline-pike-push-up",
        "negative-pull-up",
        "knee-plank",
        "knee-side-plank",
        "wall-plank",
    )
)
"""What leads beginners to the full movement; who is beyond it does that one, wherever a limitation leaves it."""
FALL_WORTH = 60
DISLIKED_WORTH = 600
NO_ISOLATION_OF = frozenset({Muscle.NECK})
"""Trained only where somebody asks for it."""
ON_REQUEST_PATTERNS = frozenset({MovementPattern.JUMP, MovementPattern.OLYMPIC, MovementPattern.MOBILITY})

FREE_WORTH: dict[Equipment, int] = {
    Equipment.BARBELL: 40,
    Equipment.EZ_BAR: 32,
    Equipment.PULL_UP_BAR: 34,
    Equipment.DUMBBELL: 34,
    Equipment.CABLE: 30,
    Equipment.MACHINE: 28,
    Equipment.KETTLEBELL: 24,
    Equipment.DIP_BARS: 20,
    Equipment.SMITH_MACHINE: 16,
    Equipment.SUSPENSION_TRAINER: 12,
    Equipment.BANDS: 6,
}
GENTLE_WORTH: dict[Equipment, int] = {
    Equipment.MACHINE: 40,
    Equipment.DUMBBELL: 38,
    Equipment.CABLE: 36,
    Equipment.KETTLEBELL: 28,
    Equipment.BARBELL: 22,
    Equipment.EZ_BAR: 22,
    Equipment.SMITH_MACHINE: 18,
    Equipment.SUSPENSION_TRAINER: 14,
    Equipment.BANDS: 10,
}
"""How gladly a coach uses each, for the practised and for beginners and older people (convention)."""

STAPLE = 3
LOADED_PATTERNS = frozenset(
    {
        MovementPattern.SQUAT,
        MovementPattern.HINGE,
        MovementPattern.HORIZONTAL_PUSH,
        MovementPattern.HORIZONTAL_PULL,
        MovementPattern.VERTICAL_PUSH,
    }
)

_LEVELS = tuple(ExperienceLevel)


@dataclass(frozen=True, slots=True)
class Candidate:
    """An exercise that may be chosen, and how gladly: about 0 to 250, negative where it is disliked."""

    exercise: Exercise
    appeal: int


def usable(catalogue: Catalogue, limits: Limits, wishes: Wishes) -> tuple[Exercise, ...]:
    """All exercises that no hard rule and no hard lesson forbids, in the catalogue's order."""
    return tuple(exercise for exercise in catalogue if limits.allow(exercise) and not wishes.forbid(exercise))


def candidates(
    exercises: Iterable[Exercise],
    *,
    limits: Limits,
    wishes: Wishes,
    known: frozenset[ExerciseId],
    kept: frozenset[ExerciseId] = frozenset(),
) -> tuple[Candidate, ...]:
    """The most appealing of each pattern and, for isolation, of each muscle; at most about sixty, and those `kept`."""
    ranking = ranked(exercises, limits=limits, wishes=wishes, known=known, kept=kept)
    return shortlist(ranking, limits=limits, wishes=wishes, known=known, kept=kept)


def ranked(
    exercises: Iterable[Exercise],
    *,
    limits: Limits,
    wishes: Wishes,
    known: frozenset[ExerciseId],
    kept: frozenset[ExerciseId],
) -> tuple[Candidate, ...]:
    """All that is worth a thought, the most appealing first."""
    open_to, wanted = tuple(exercises), known | kept
    outdone = _outdone_patterns(open_to, limits, wishes)
    found = (
        Candidate(exercise, _appeal(exercise, limits, wishes, known))
        for exercise in open_to
        if exercise.pattern not in outdone or load_step(exercise) is not None or _is_wanted(exercise, wishes, wanted)
    )
    return tuple(sorted(found, key=lambda candidate: (-candidate.appeal, candidate.exercise.id)))


def shortlist(
    ranking: Iterable[Candidate],
    *,
    limits: Limits,
    wishes: Wishes,
    known: frozenset[ExerciseId],
    kept: frozenset[ExerciseId],
) -> tuple[Candidate, ...]:
    """The first few of each pattern and muscle, and those `kept`."""
    found: list[Candidate] = []
    counts: dict[object, int] = defaultdict(int)
    for candidate in ranking:
        group, most = _group(
            candidate.exercise, limits, wishes, is_wanted=_is_wanted(candidate.exercise, wishes, known)
        )
        if counts[group] < most or candidate.exercise.id in kept:
            counts[group] += 1
            found.append(candidate)
    return tuple(found)


def spares(ranking: Iterable[Candidate]) -> tuple[Candidate, ...]:
    """What an accessory may change to: nothing that is done on request alone."""
    return tuple(
        candidate
        for candidate in ranking
        if candidate.exercise.usefulness > 0 and candidate.exercise.pattern not in ON_REQUEST_PATTERNS
    )


def _outdone_patterns(exercises: Iterable[Exercise], limits: Limits, wishes: Wishes) -> frozenset[MovementPattern]:
    """Patterns in which a staple can be loaded: there, bands and body weight are no main lifts, because loads can grow.

    From 65 on, standing up from a chair is as good as any.
    """
    if limits.is_older:
        return frozenset()
    staples = (e for e in exercises if e.usefulness >= STAPLE and load_step(e) is not None and not wishes.dislike(e))
    return frozenset(e.pattern for e in staples) & LOADED_PATTERNS


def _group(exercise: Exercise, limits: Limits, wishes: Wishes, *, is_wanted: bool) -> tuple[object, int]:
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
        return muscle, 0 if muscle in NO_ISOLATION_OF - wishes.stressed_muscles else PER_ISOLATED_MUSCLE
    return exercise.pattern, PER_PATTERN[exercise.pattern]


def _is_wanted(exercise: Exercise, wishes: Wishes, known: frozenset[ExerciseId]) -> bool:
    is_favoured = exercise.id in wishes.favoured_exercises and not wishes.dislike(exercise)
    return is_favoured or (exercise.id in known and exercise.pattern not in ON_REQUEST_PATTERNS)


def _appeal(exercise: Exercise, limits: Limits, wishes: Wishes, known: frozenset[ExerciseId]) -> int:
    appeal = USEFULNESS_WORTH * exercise.usefulness + _equipment_worth(exercise, limits)
    distance = _LEVELS.index(exercise.level) - _LEVELS.index(limits.level)
    appeal -= LEVEL_WORTH * max(0, distance) + REGRESSION_WORTH * max(0, -distance)
    if exercise.id in STEPPING_STONES and not (limits.is_novice or limits.is_older):
        appeal -= STEPPING_STONE_WORTH
    if limits.is_older and exercise.has_fall_risk:
        appeal -= FALL_WORTH
    if exercise.id in known:
        appeal += KNOWN_WORTH
    if exercise.id in wishes.favoured_exercises:
        appeal += FAVOURED_WORTH
    muscles = set(exercise.primary_muscles)
    appeal += MUSCLE_WORTH * (len(muscles & wishes.stressed_muscles) - len(muscles & wishes.spared_muscles))
    return appeal - DISLIKED_WORTH if wishes.dislike(exercise) else appeal


def _equipment_worth(exercise: Exercise, limits: Limits) -> int:
    """What can be loaded in small steps is easier to progress; machines are easier to learn than free bars."""
    if exercise.pattern not in PER_PATTERN and exercise.pattern is not MovementPattern.ISOLATION:
        return 0
    worth = GENTLE_WORTH if limits.is_novice or limits.is_older else FREE_WORTH
    return max((worth.get(item, 0) for item in exercise.equipment), default=0)
