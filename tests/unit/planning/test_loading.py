"""Loads of a block where the steps on the rack are coarse."""

from itertools import pairwise

import pytest

from domain.exercise import Catalogue
from domain.ids import ExerciseId
from domain.profile import UnitSystem
from domain.terms import ExperienceLevel, TrainingFocus
from services.planning.limits import limits_of
from services.planning.progression import Phase, phases_of
from services.planning.strength.loading import Loading, set_targets
from services.planning.strength.prescription import StrengthStyle
from services.planning.strength.session import Choice
from services.planning.wishes import wishes_of
from tests.unit.planning.making import NO_BRIEF, basis, constraints

MOST_A_WEEK = 1.2
DUMBBELLS, KETTLEBELL, MACHINE = (
    ExerciseId(f"exercise_{name}") for name in ("dumbbell-bench-press", "goblet-squat", "leg-press")
)
WEEKS = phases_of(basis(week_count=12), None)


def weekly_sets(
    catalogue: Catalogue, exercise_id: ExerciseId, maximum: float, *, level: ExperienceLevel, units: UnitSystem
) -> dict[Phase, tuple[int, float | None]]:
    """Repetitions and kilograms of each full week of twelve."""
    athlete = basis(constraints(focus=TrainingFocus.MUSCLE), experience=level)
    style = StrengthStyle(
        focus=TrainingFocus.MUSCLE,
        limits=limits_of(athlete),
        wishes=wishes_of(athlete, NO_BRIEF),
        known=frozenset(),
        is_lean=False,
        is_short=False,
    )
    loading = Loading(style=style, maxima={exercise_id: maximum}, units=units)
    choice, found = Choice(catalogue[exercise_id], 3), {}
    for phase in WEEKS:
        if not phase.is_light:
            target = set_targets(loading, choice, phase, is_first=False, is_light=False)[-1]
            assert target.reps is not None
            found[phase] = target.reps, target.load_kg
    return found


@pytest.mark.parametrize("units", UnitSystem)
@pytest.mark.parametrize("level", ExperienceLevel)
@pytest.mark.parametrize("exercise_id", [DUMBBELLS, KETTLEBELL, MACHINE])
def test_a_block_keeps_its_load_and_repetitions_grow_by_no_more_than_a_fifth(
    exercise_id: ExerciseId, level: ExperienceLevel, units: UnitSystem, catalogue: Catalogue
) -> None:
    for maximum in range(14, 80, 7):
        weeks = weekly_sets(catalogue, exercise_id, maximum, level=level, units=units)
        for (before, (reps, load)), (after, (more_reps, next_load)) in pairwise(weeks.items()):
            if before.block == after.block:
                assert (next_load, more_reps <= MOST_A_WEEK * reps) == (load, True), (maximum, after)
            else:
                assert next_load is None or next_load >= (load or 0), (maximum, after)
