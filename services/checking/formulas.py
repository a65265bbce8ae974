"""The formulas behind the rules: one-repetition maximum (R33), maximum heart rate and zones (R39)."""

from collections.abc import Sequence

from domain.constraints import Constraints, KnownLift
from services.checking.wording import bounded

RELIABLE_REPS = 10
"""The maximum is estimated from sets of ten or fewer (LeSuer 1997)."""
MOST_REPS = 30.0
ZONE_EDGES = (0.5, 0.6, 0.7, 0.8, 0.9, 1.0)
"""Where each of the five zones begins, as a share of the reserve or of the maximum (convention)."""


def maximum_ratio(reps: float) -> float:
    """One-repetition maximum over load for so many repetitions to failure: the mean of Epley and Brzycki."""
    reps = max(1.0, min(reps, MOST_REPS))
    return ((1 + reps / 30) + 36 / (37 - reps)) / 2


def estimated_maximum(lift: KnownLift) -> float | None:
    """Kilograms for one repetition; None where the set was too long for the formulas. A single is its own maximum."""
    if not 1 <= lift.reps <= RELIABLE_REPS or not bounded(lift.weight_kg) > 0:
        return None
    return bounded(lift.weight_kg) * (1.0 if lift.reps == 1 else maximum_ratio(lift.reps))


def best_maximum(lifts: Sequence[KnownLift], exercise_id: str) -> float | None:
    """The highest estimate of an exercise, kilograms."""
    found = [estimated_maximum(lift) for lift in lifts if lift.exercise_id == exercise_id]
    return max((maximum for maximum in found if maximum is not None), default=None)


def reps_to_failure(maximum_kg: float, load_kg: float) -> float:
    """How many repetitions this load allows at most, 1 to 30: the inverse of `maximum_ratio`, found by halving."""
    wanted = maximum_kg / load_kg if load_kg > 0 else MOST_REPS
    low, high = 1.0, MOST_REPS
    for _ in range(20):
        middle = (low + high) / 2
        if maximum_ratio(middle) < wanted:
            low = middle
        else:
            high = middle
    return (low + high) / 2


def maximum_heart_rate(constraints: Constraints, *, age: int) -> float:
    """Beats a minute: measured, else 208 - 0.7 age (Tanaka 2001)."""
    return bounded(constraints.maximum_heart_rate) or 208 - 0.7 * age


def zone_beats(zone: int, constraints: Constraints, *, age: int) -> tuple[float, float]:
    """Beats a minute from and to for a zone from 1 to 5: by reserve where the resting rate is known."""
    maximum = maximum_heart_rate(constraints, age=age)
    resting = bounded(constraints.resting_heart_rate)
    if resting >= maximum:
        resting = 0.0
    index = max(1, min(zone, 5))
    reserve = maximum - resting
    return resting + reserve * ZONE_EDGES[index - 1], resting + reserve * ZONE_EDGES[index]
