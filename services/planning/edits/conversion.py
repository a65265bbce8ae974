"""What a set becomes when another exercise takes its place."""

import msgspec

from domain.basis import PlanBasis
from domain.exercise import Exercise
from domain.plan import SetTarget
from domain.terms import Equipment, Mechanic, MovementPattern
from services.planning.loads import loadable
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


def converted(one: SetTarget, old: Exercise, new: Exercise, basis: PlanBasis) -> SetTarget:
    """The same set with another exercise: effort, rest and repetitions stay, the load follows the two maxima.

    Where nothing is known of the ratio, the load is left to effort. A set counted in repetitions becomes one by time where the
    new exercise is held, and the other way round.
    """
    ratio = load_ratio(old, new) if one.load_kg is not None else None
    load = None if ratio is None or one.load_kg is None else loadable(one.load_kg * ratio, new, basis.unit_system)
    return _measured(msgspec.structs.replace(one, load_kg=load), new)


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
