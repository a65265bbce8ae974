"""Loads: the estimated maximum of a known lift, the load for repetitions at an effort, and what can be loaded."""

from collections.abc import Iterable

from domain.constraints import KnownLift
from domain.exercise import Exercise
from domain.ids import ExerciseId
from domain.profile import UnitSystem
from domain.terms import Equipment

RELIABLE_REPS = 10
"""Formulas for the maximum are trusted for sets of ten or fewer (LeSuer 1997)."""
MOST_REPS_TO_FAILURE = 30.0
TRUSTED_REPS = 12.0
"""To failure: beyond, the two formulas part."""
KILOGRAMS_IN_A_POUND = 0.45359237
IMPERIAL_STEP_POUNDS = 5
IMPERIAL_STEP_KG = IMPERIAL_STEP_POUNDS * KILOGRAMS_IN_A_POUND

METRIC_STEPS: dict[Equipment, float] = {
    Equipment.BARBELL: 2.5,
    Equipment.EZ_BAR: 2.5,
    Equipment.SMITH_MACHINE: 2.5,
    Equipment.CABLE: 2.5,
    Equipment.MACHINE: 5.0,
    Equipment.DUMBBELL: 2.0,
    Equipment.KETTLEBELL: 4.0,
    Equipment.MEDICINE_BALL: 1.0,
}
"""Kilograms from one load to the next, as gyms have them (convention)."""
LIFTS_THE_BODY: frozenset[ExerciseId] = frozenset(
    ExerciseId(f"exercise_{name}")
    for name in (
        "inverted-row",
        "smith-machine-inverted-row",
        "dumbbell-push-up",
        "close-grip-push-up-on-a-dumbbell",
        "kneeling-barbell-rollout",
        "standing-barbell-rollout",
        "barbell-rollout-from-a-bench",
        "machine-assisted-pull-up",
    )
)
"""The bar or the stack is a handle or a help here: what is lifted is the body, and nothing can be put on."""


def estimated_maximum(weight_kg: float, reps: int) -> float | None:
    """The one-repetition maximum in kilograms: the mean of Epley and Brzycki (LeSuer 1997).

    A single is its own maximum. None for more than ten repetitions, where the formulas part, and for no weight at all.
    """
    if weight_kg <= 0 or not 1 <= reps <= RELIABLE_REPS:
        return None
    if reps == 1:
        return weight_kg
    return weight_kg * _ratio(reps)


def best_maxima(lifts: Iterable[KnownLift]) -> dict[ExerciseId, float]:
    """The highest estimated maximum of each exercise, in kilograms; without those that cannot be estimated."""
    best: dict[ExerciseId, float] = {}
    for lift in lifts:
        maximum = estimated_maximum(lift.weight_kg, lift.reps)
        if maximum is not None:
            best[lift.exercise_id] = max(maximum, best.get(lift.exercise_id, 0.0))
    return best


def load_for(maximum_kg: float, *, reps: int, rpe: float) -> float:
    """Kilograms that leave `10 - rpe` repetitions in reserve after `reps` (Zourdos 2016; Helms 2016), not yet rounded."""
    return maximum_kg / _ratio(reps + (10 - rpe))


def maximum_of(load_kg: float, *, reps: int, rpe: float) -> float:
    """The one-repetition maximum in kilograms that a set shows which felt so hard: the inverse of `load_for`."""
    return load_kg * _ratio(reps + (10 - rpe))


def reps_with(load_kg: float, *, maximum_kg: float, rpe: float) -> float:
    """How many repetitions leave `10 - rpe` in reserve at this load, from 1 to 30; found by halving."""
    low, high = 1.0, MOST_REPS_TO_FAILURE
    for _ in range(20):
        middle = (low + high) / 2
        low, high = (middle, high) if _ratio(middle) < maximum_kg / load_kg else (low, middle)
    return max(1.0, low - (10 - rpe))


def load_step(exercise: Exercise) -> float | None:
    """Kilograms from one load to the next in metric gyms; None for what is not loaded."""
    if exercise.id in LIFTS_THE_BODY:
        return None
    steps = [METRIC_STEPS[item] for item in exercise.equipment if item in METRIC_STEPS]
    return max(steps) if steps else None


def loadable(load_kg: float, exercise: Exercise, units: UnitSystem) -> float | None:
    """The nearest load that can be put on, at least one step; None for what is not loaded.

    Imperial loads are multiples of 5 lb, given in kilograms to 0.01.
    """
    step = load_step(exercise)
    if step is None:
        return None
    if units is UnitSystem.IMPERIAL:
        pounds = IMPERIAL_STEP_POUNDS * max(1, round(load_kg / IMPERIAL_STEP_KG))
        return round(pounds * KILOGRAMS_IN_A_POUND, 2)
    return step * max(1, round(load_kg / step))


def _ratio(reps: float) -> float:
    """Maximum over load for so many repetitions to failure."""
    bounded = min(max(reps, 1.0), MOST_REPS_TO_FAILURE)
    trusted = min(bounded, TRUSTED_REPS)
    # Brzycki's formula runs away in long sets; from there on Epley's slope is nearer to what people do (LeSuer 1997).
    return ((1 + trusted / 30) + 36 / (37 - trusted)) / 2 + (bounded - trusted) / 30
