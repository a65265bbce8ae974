"""How long sets and sessions take, worked out anew from what they hold (R04, R48)."""

import math
from collections.abc import Iterable

from domain.plan import SetTarget
from services.checking.wording import bounded

WARM_UP_MINUTES = 5
SECONDS_PER_REP = 4
CHANGE_MINUTES = 1


def set_seconds(target: SetTarget, *, is_unilateral: bool) -> float:
    """Seconds of one set with its rest: as long as it is held, or four seconds a repetition, on one side at a time twice."""
    if target.duration_seconds is not None:
        return bounded(target.duration_seconds) + bounded(target.rest_seconds)
    sides = 2 if is_unilateral else 1
    return bounded(target.reps) * SECONDS_PER_REP * sides + bounded(target.rest_seconds)


def session_minutes(
    strength: Iterable[tuple[Iterable[SetTarget], bool]], endurance_minutes: float, *, activity_count: int
) -> int:
    """Whole minutes of a session, rounded up: five to warm up where there is strength work, all sets with their rests, a
    minute to change to each next activity, and the endurance work. `strength`: each exercise's sets, and if it is one-sided."""
    exercises = list(strength)
    seconds = sum(set_seconds(target, is_unilateral=one_sided) for sets, one_sided in exercises for target in sets)
    minutes = bounded(seconds) / 60 + endurance_minutes + CHANGE_MINUTES * max(0, activity_count - 1)
    if exercises:
        minutes += WARM_UP_MINUTES
    return whole_minutes(minutes)


def whole_minutes(minutes: float) -> int:
    """Rounded up; a hair above a whole number is that number."""
    return math.ceil(bounded(minutes) - 1e-6)
