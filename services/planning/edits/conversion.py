"""What sets become when another exercise takes the place of theirs."""

from collections.abc import Sequence

import msgspec

from domain.basis import PlanBasis
from domain.exercise import Exercise
from domain.plan import SetTarget
from domain.terms import Equipment, Mechanic, MovementPattern
from services.planning.loads import best_maxima, load_for, loadable
from services.planning.minutes import SECONDS_A_REPETITION

_TIMED_SECONDS = (20, 60)
_COUNTED_REPS = 10

_HANDFUL: dict[Equipment, float] = {
    Equipment.BARBELL: 1.0,
    Equipment.EZ_BAR: 1.0,
    Equipment.SMITH_MACHINE: 1.0,
    Equipment.MACHINE: 1.0,
    Equipment.CABLE: 0.6,
    Equipment.DUMBBELL: 0.4,
    Equipment.KETTLEBELL: 0.4,
}
"""The maximum with this equipment, as a share of that with a barbell in the same pattern. A dumbbell's is the load of one hand;
cables lose to their pulleys (convention, on the careful side)."""

_COMPARABLE = frozenset(MovementPattern) - {
    MovementPattern.CARRY,
    MovementPattern.CORE,
    MovementPattern.ISOLATION,
    MovementPattern.JUMP,
    MovementPattern.MOBILITY,
    MovementPattern.OLYMPIC,
}
"""Patterns whose exercises are alike enough for a maximum to carry over."""
_ONE_SIDED = 0.6
"""One leg or arm does a little more than half of what both do together (convention)."""
_OTHER_EXERCISE = 0.9
"""Room for being new to the movement: nobody begins a swap at their limit (product)."""


def load_ratio(old: Exercise, new: Exercise) -> float | None:
    """The new exercise's maximum over the old one's, careful side; None where the two cannot be compared."""
    if old.pattern is not new.pattern or new.pattern not in _COMPARABLE or new.mechanic is not Mechanic.COMPOUND:
        return None
    if set(old.primary_muscles).isdisjoint(new.primary_muscles):
        return None
    shares = [_share(exercise) for exercise in (old, new)]
    if shares[0] is None or shares[1] is None:
        return None
    return shares[1] / shares[0] * _OTHER_EXERCISE


def converted_sets(sets: Sequence[SetTarget], old: Exercise, new: Exercise, basis: PlanBasis) -> tuple[SetTarget, ...]:
    """The same sets with another exercise: effort, rest and repetitions stay, loads follow the two estimated maxima.

    Where the athlete knows a lift of the new exercise, its own maximum says the load; else the old one's does, by the ratio
    that two exercises of a movement have. Where nothing is known of either, the load is left to effort. A set counted in
    repetitions becomes one by time where the new exercise is held, and the other way round.
    """
    measured = [_measured(one, new) for one in sets]
    known = best_maxima(basis.constraints.known_lifts).get(new.id)
    if known is not None:
        loads = _loads_of_maximum(known, measured)
    else:
        ratio = load_ratio(old, new)
        loads = [None if ratio is None or one.load_kg is None else one.load_kg * ratio for one in measured]
    return tuple(
        msgspec.structs.replace(one, load_kg=None if load is None else loadable(load, new, basis.unit_system))
        for one, load in zip(measured, loads, strict=True)
    )


def _loads_of_maximum(maximum_kg: float, sets: Sequence[SetTarget]) -> list[float | None]:
    """Kilograms that a known maximum means for each set; a set without an effort keeps its share of the heaviest one."""
    meant = [
        load_for(maximum_kg, reps=one.reps, rpe=one.rpe) if one.reps is not None and one.rpe is not None else None
        for one in sets
    ]
    heaviest = max((load for load in meant if load is not None), default=None)
    before = max((one.load_kg for one in sets if one.load_kg is not None), default=None)
    if heaviest is None or before is None:
        return meant
    return [
        load if load is not None or one.load_kg is None else heaviest * one.load_kg / before
        for load, one in zip(meant, sets, strict=True)
    ]


def _share(exercise: Exercise) -> float | None:
    shares = [_HANDFUL[item] for item in exercise.equipment if item in _HANDFUL]
    if not shares:
        return None
    return min(shares) * (_ONE_SIDED if exercise.is_unilateral else 1.0)


def _measured(one: SetTarget, new: Exercise) -> SetTarget:
    if new.is_timed and one.reps is not None:
        shortest, longest = _TIMED_SECONDS
        seconds = min(longest, max(shortest, round(one.reps * SECONDS_A_REPETITION / 5) * 5))
        return msgspec.structs.replace(one, reps=None, duration_seconds=seconds)
    if not new.is_timed and one.duration_seconds is not None:
        return msgspec.structs.replace(one, reps=_COUNTED_REPS, duration_seconds=None)
    return one
