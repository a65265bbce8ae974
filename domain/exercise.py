"""An exercise of the catalogue, and the catalogue itself as planning, checking and readers hold it in memory."""

from collections.abc import Iterable, Iterator

import msgspec

from domain.ids import ExerciseId
from domain.terms import Equipment, ExperienceLevel, JointStress, Mechanic, MovementPattern, Muscle


class Exercise(msgspec.Struct, frozen=True, kw_only=True):
    """Facts on one exercise. `equipment` is all that is needed, implied bench, rack, bar and box included."""

    id: ExerciseId
    name: str
    aliases: tuple[str, ...] = ()
    primary_muscles: tuple[Muscle, ...]
    secondary_muscles: tuple[Muscle, ...] = ()
    equipment: tuple[Equipment, ...]
    pattern: MovementPattern
    mechanic: Mechanic
    level: ExperienceLevel
    is_unilateral: bool = False
    is_timed: bool = False
    is_balance: bool = False
    """Whether it trains balance, which older athletes need (R14)."""
    has_fall_risk: bool = False
    """Whether a stumble is likely: on a box or a ball, in a jump, on one leg under load (R10)."""
    usefulness: int = 1
    """How readily a coach reaches for it: 3 a staple, 2 common, 1 now and then, 0 on request alone."""
    stresses: tuple[JointStress, ...] = ()
    cues: tuple[str, ...] = ()
    """How to do it well: two to five short sentences in the catalogue; exercises made up for tests have none."""


class Catalogue:
    """All exercises, in order of their names. Immutable; the same for everybody."""

    def __init__(self, exercises: Iterable[Exercise], *, version: str) -> None:
        self._by_id = {exercise.id: exercise for exercise in sorted(exercises, key=lambda exercise: exercise.name)}
        self.version = version
        """Changes when an exercise does."""

    def __getitem__(self, exercise_id: ExerciseId) -> Exercise:
        return self._by_id[exercise_id]

    def __contains__(self, exercise_id: object) -> bool:
        return exercise_id in self._by_id

    def __iter__(self) -> Iterator[Exercise]:
        return iter(self._by_id.values())

    def __len__(self) -> int:
        return len(self._by_id)

    def get(self, exercise_id: ExerciseId) -> Exercise | None:
        return self._by_id.get(exercise_id)
