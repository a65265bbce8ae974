"""What the strength part of a week consists of: sessions with chosen exercises, before sets are written out."""

from collections.abc import Sequence
from dataclasses import dataclass

from domain.exercise import Exercise
from domain.terms import MovementPattern, Muscle
from services.planning.calendar import SessionKind
from services.planning.strength.prescription import Role, role_of

Pattern = MovementPattern
UPPER_PATTERNS = frozenset(
    {Pattern.HORIZONTAL_PUSH, Pattern.VERTICAL_PUSH, Pattern.HORIZONTAL_PULL, Pattern.VERTICAL_PULL}
)
PUSH_PATTERNS = frozenset({Pattern.HORIZONTAL_PUSH, Pattern.VERTICAL_PUSH})
PULL_PATTERNS = frozenset({Pattern.HORIZONTAL_PULL, Pattern.VERTICAL_PULL})
LEG_PATTERNS = frozenset({Pattern.SQUAT, Pattern.HINGE, Pattern.LUNGE})
ANYWHERE = frozenset({Pattern.CORE, Pattern.CARRY, Pattern.MOBILITY, Pattern.JUMP, Pattern.OLYMPIC})

LEG_MUSCLES = frozenset(
    {Muscle.QUADRICEPS, Muscle.HAMSTRINGS, Muscle.GLUTES, Muscle.CALVES, Muscle.ADDUCTORS, Muscle.ABDUCTORS}
)
PUSH_MUSCLES = frozenset({Muscle.CHEST, Muscle.SHOULDERS, Muscle.TRICEPS})
PULL_MUSCLES = frozenset(
    {Muscle.LATS, Muscle.MIDDLE_BACK, Muscle.BICEPS, Muscle.TRAPS, Muscle.FOREARMS, Muscle.SHOULDERS}
)

PATTERNS_OF: dict[SessionKind, frozenset[MovementPattern]] = {
    SessionKind.FULL_BODY: UPPER_PATTERNS | LEG_PATTERNS,
    SessionKind.UPPER_BODY: UPPER_PATTERNS,
    SessionKind.LOWER_BODY: LEG_PATTERNS,
    SessionKind.PUSH: PUSH_PATTERNS,
    SessionKind.PULL: PULL_PATTERNS,
    SessionKind.LEGS: LEG_PATTERNS,
}
ISOLATED_IN: dict[SessionKind, frozenset[Muscle]] = {
    SessionKind.FULL_BODY: frozenset(Muscle),
    SessionKind.UPPER_BODY: frozenset(Muscle) - LEG_MUSCLES,
    SessionKind.LOWER_BODY: LEG_MUSCLES | {Muscle.LOWER_BACK, Muscle.ABDOMINALS},
    SessionKind.PUSH: PUSH_MUSCLES,
    SessionKind.PULL: PULL_MUSCLES,
    SessionKind.LEGS: LEG_MUSCLES | {Muscle.LOWER_BACK, Muscle.ABDOMINALS},
}


@dataclass(frozen=True, slots=True)
class Choice:
    """An exercise of a session and its number of working sets; two with the same `pair` are done in turn."""

    exercise: Exercise
    sets: int
    pair: int | None = None


LITTLE_SECONDS = 14 * 60


@dataclass(frozen=True, slots=True)
class Slot:
    """A strength session of the week to be filled: its day, what it trains, and the seconds for sets, rests and changes."""

    offset: int
    kind: SessionKind
    seconds: int

    @property
    def least_sets(self) -> int:
        """Of an exercise: in little time, single sets of more exercises are worth more than two of one."""
        return 1 if self.seconds < LITTLE_SECONDS else 2


def belongs(exercise: Exercise, kind: SessionKind) -> bool:
    """Whether the exercise fits a session of this kind. Balance work fits everywhere."""
    if exercise.is_balance or exercise.pattern in ANYWHERE:
        return True
    if exercise.pattern is MovementPattern.ISOLATION:
        return exercise.primary_muscles[0] in ISOLATED_IN[kind]
    return exercise.pattern in PATTERNS_OF[kind]


_POWER = frozenset({MovementPattern.JUMP, MovementPattern.OLYMPIC})
_BIG_FIRST = {pattern: place for place, pattern in enumerate(MovementPattern)}
_ROLE_ORDER = {Role.HEAVY: 1, Role.COMPOUND: 2, Role.ISOLATION: 3, Role.CORE: 4, Role.DRILL: 5}


def in_order(choices: Sequence[Choice], *, known: frozenset[str]) -> tuple[Choice, ...]:
    """Jumps and lifts of skill first, then what is heavy and known, other compounds, isolation (R30), and core work last,
    so that nothing is lifted with a tired trunk."""
    return tuple(sorted(choices, key=lambda choice: _place(choice.exercise, known)))


def _place(exercise: Exercise, known: frozenset[str]) -> tuple[int, int, bool, int, str]:
    role = role_of(exercise)
    is_single_joint = exercise.mechanic.value == "ISOLATION"
    rank = 0 if exercise.pattern in _POWER else _ROLE_ORDER[role]
    return (
        rank if not is_single_joint else max(rank, 3),
        int(exercise.id not in known),
        exercise.is_unilateral,
        _BIG_FIRST[exercise.pattern],
        exercise.id,
    )
