"""Loads from known lifts, and what can be put on a bar."""

import pytest

from domain.constraints import KnownLift
from domain.exercise import Exercise
from domain.ids import ExerciseId
from domain.profile import UnitSystem
from domain.terms import Equipment, ExperienceLevel, Mechanic, MovementPattern, Muscle
from services.planning.loads import best_maxima, estimated_maximum, load_for, loadable

BENCH = ExerciseId("exercise_bench-press")


def exercise(*equipment: Equipment) -> Exercise:
    return Exercise(
        id=BENCH,
        name="Bench Press",
        primary_muscles=(Muscle.CHEST,),
        equipment=equipment,
        pattern=MovementPattern.HORIZONTAL_PUSH,
        mechanic=Mechanic.COMPOUND,
        level=ExperienceLevel.NOVICE,
    )


def test_the_maximum_is_the_mean_of_epley_and_brzycki() -> None:
    epley, brzycki = 100 * (1 + 5 / 30), 100 * 36 / 32
    assert estimated_maximum(100, 5) == pytest.approx((epley + brzycki) / 2)


def test_a_single_is_its_own_maximum() -> None:
    assert estimated_maximum(120, 1) == 120


@pytest.mark.parametrize(("weight", "reps"), [(100, 11), (100, 0), (0, 5), (-5, 5)])
def test_there_is_no_maximum_from_long_sets_or_no_weight(weight: float, reps: int) -> None:
    assert estimated_maximum(weight, reps) is None


def test_the_best_known_lift_of_an_exercise_counts() -> None:
    lifts = [
        KnownLift(exercise_id=BENCH, weight_kg=80, reps=5),
        KnownLift(exercise_id=BENCH, weight_kg=100, reps=1),
        KnownLift(exercise_id=BENCH, weight_kg=70, reps=15),
    ]
    assert best_maxima(lifts) == {BENCH: 100}


def test_a_load_for_the_repetitions_of_the_known_set_is_that_of_the_known_set() -> None:
    maximum = estimated_maximum(80, 8)
    assert maximum is not None
    assert load_for(maximum, reps=5, rpe=7) == pytest.approx(80)


def test_less_in_reserve_means_more_on_the_bar() -> None:
    assert load_for(100, reps=5, rpe=7) < load_for(100, reps=5, rpe=8) < load_for(100, reps=4, rpe=9) < 100


@pytest.mark.parametrize(
    ("equipment", "step"),
    [
        (Equipment.BARBELL, 2.5),
        (Equipment.CABLE, 2.5),
        (Equipment.MACHINE, 5),
        (Equipment.DUMBBELL, 2),
        (Equipment.KETTLEBELL, 4),
    ],
)
def test_metric_loads_are_multiples_of_what_the_gym_has(equipment: Equipment, step: float) -> None:
    for load in (7.3, 31.1, 88.8):
        rounded = loadable(load, exercise(equipment), UnitSystem.METRIC)
        assert rounded is not None
        assert rounded % step == 0
        assert abs(rounded - load) <= step / 2


def test_imperial_loads_are_multiples_of_five_pounds_to_the_hundredth_of_a_kilogram() -> None:
    assert loadable(61, exercise(Equipment.BARBELL), UnitSystem.IMPERIAL) == 61.23


def test_what_is_too_light_to_load_gets_the_smallest_step() -> None:
    assert loadable(0.4, exercise(Equipment.BARBELL), UnitSystem.METRIC) == 2.5


def test_body_weight_and_bands_are_not_loaded() -> None:
    assert loadable(50, exercise(Equipment.BODY_WEIGHT), UnitSystem.METRIC) is None
    assert loadable(50, exercise(Equipment.BANDS), UnitSystem.METRIC) is None
