"""Finds exercises in the catalogue: by name, by what they train, by what is at hand, and in another's place."""

from collections.abc import Callable, Collection, Iterable
from enum import StrEnum

import msgspec

from domain.exercise import Catalogue, Exercise
from domain.terms import Equipment, ExperienceLevel, MovementPattern, Muscle
from services.planning.exercise_names import NameIndex, names_something

SEARCH_LIMIT = 50
"""Results of a search; nobody reads further, and a filter is the better tool then."""
WEIGHTS = frozenset(
    {Equipment.BARBELL, Equipment.CABLE, Equipment.DUMBBELL, Equipment.EZ_BAR, Equipment.KETTLEBELL, Equipment.MACHINE}
    | {Equipment.SMITH_MACHINE}
)
"""What can be loaded in known steps, so that work goes on from it as it did."""
KINDS = {
    MovementPattern.MOBILITY: "drill",
    MovementPattern.JUMP: "power",
    MovementPattern.OLYMPIC: "power",
}
"""What is done for another end than strength and muscle, and is no substitute for what is done for them.

The other way round a squat may stand in for a jump, for somebody who must not jump.
"""
LEVEL_RANK = {level: rank for rank, level in enumerate(ExperienceLevel)}


class ExerciseFilter(msgspec.Struct, frozen=True, kw_only=True):
    """What an exercise must be; what is None does not matter."""

    muscles: frozenset[Muscle] | None = None
    """Any of them among its primary muscles."""
    equipment: frozenset[Equipment] | None = None
    """It is doable with just this."""
    patterns: frozenset[MovementPattern] | None = None
    level: ExperienceLevel | None = None
    """Its level at most."""


class CatalogueSearch:
    """A catalogue whose names are prepared once, for services that are asked often."""

    def __init__(self, exercises: Iterable[Exercise]) -> None:
        self._index = NameIndex(exercises)

    def search(self, text: str, *, limit: int = SEARCH_LIMIT) -> list[Exercise]:
        """Exercises that the text can mean, best first; none where it says nothing."""
        return [exercise for exercise, _ in self._index.ranked(text)[:limit]]

    def best(self, text: str) -> Exercise | None:
        """The one that a message means by this text; None where none is like it."""
        found = self._index.ranked(text, whole_words=True) if names_something(text) else []
        return found[0][0] if found else None


def search(catalogue: Catalogue, text: str, *, limit: int = SEARCH_LIMIT) -> list[Exercise]:
    """As `CatalogueSearch.search`, for a single question; the names are prepared anew each time."""
    return CatalogueSearch(catalogue).search(text, limit=limit)


def best_name_match(candidates: Iterable[Exercise], text: str) -> Exercise | None:
    """The one of these exercises that a message means by this text, such as `lunges` among those of a plan."""
    return CatalogueSearch(candidates).best(text)


def is_doable(exercise: Exercise, equipment: Collection[Equipment]) -> bool:
    """Whether this equipment is all that it takes; everybody has body weight."""
    return all(needed is Equipment.BODY_WEIGHT or needed in equipment for needed in exercise.equipment)


def is_within(exercise: Exercise, level: ExperienceLevel) -> bool:
    """Whether somebody of this level may do it."""
    return LEVEL_RANK[exercise.level] <= LEVEL_RANK[level]


def matches(exercise: Exercise, wanted: ExerciseFilter) -> bool:
    """Whether an exercise is all that the filter says."""
    return (
        (wanted.muscles is None or not wanted.muscles.isdisjoint(exercise.primary_muscles))
        and (wanted.equipment is None or is_doable(exercise, wanted.equipment))
        and (wanted.patterns is None or exercise.pattern in wanted.patterns)
        and (wanted.level is None or is_within(exercise, wanted.level))
    )


def alternatives(
    catalogue: Catalogue,
    exercise: Exercise,
    *,
    equipment: Collection[Equipment],
    level: ExperienceLevel = ExperienceLevel.ADVANCED,
    allows: Callable[[Exercise], bool] | None = None,
    limit: int = 20,
) -> list[Exercise]:
    """Exercises that can take this one's place, best first; none that coaches use on request alone, or that `allows` denies."""
    fit = [
        (likeness(exercise, other), other)
        for other in catalogue
        if other.id != exercise.id
        and other.usefulness > 0
        and _serves_the_same(exercise, other)
        and is_doable(other, equipment)
        and is_within(other, level)
        and (allows is None or allows(other))
    ]
    fit.sort(key=lambda scored: (-scored[0], scored[1].name))
    return [other for _, other in fit[:limit]]


def likeness(one: Exercise, other: Exercise) -> float:
    """How well the other takes the one's place, about 0 to 16. The weights are ours: movement, then muscles, then habit."""
    return (
        4.0 * (one.pattern is other.pattern)
        + 4.0 * _overlap(one.primary_muscles, other.primary_muscles)
        + 1.0 * _overlap(one.secondary_muscles, other.secondary_muscles)
        + 1.0 * (one.mechanic is other.mechanic)
        + 1.0 * (one.is_timed is other.is_timed)
        + 0.5 * (one.is_unilateral is other.is_unilateral)
        + 0.5 * (one.is_balance is other.is_balance)
        + 1.5 * (_is_weighted(one) is _is_weighted(other))
        + 1.0 * _overlap(one.equipment, other.equipment)
        + 0.6 * other.usefulness
        - 0.5 * abs(LEVEL_RANK[one.level] - LEVEL_RANK[other.level])
    )


def _serves_the_same(one: Exercise, other: Exercise) -> bool:
    """Whether the other does the one's work at all: its movement, or for single joints and trunk its muscle."""
    kind, other_kind = KINDS.get(one.pattern), KINDS.get(other.pattern)
    if kind != other_kind and (kind, other_kind) != ("power", None):
        return False
    same_muscle = not set(one.primary_muscles).isdisjoint(other.primary_muscles)
    if one.pattern is MovementPattern.ISOLATION:
        return same_muscle
    return same_muscle or one.pattern is other.pattern


def _is_weighted(exercise: Exercise) -> bool:
    return not WEIGHTS.isdisjoint(exercise.equipment)


def _overlap(ones: Collection[StrEnum], others: Collection[StrEnum]) -> float:
    """What both have by what either has; two that have nothing agree."""
    together = {*ones, *others}
    return len({*ones} & {*others}) / len(together) if together else 1.0
