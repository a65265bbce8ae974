"""How long a session takes, by one definition that planning, texts and bounds share."""

import math
from collections.abc import Iterable, Sequence

from domain.exercise import Catalogue, Exercise
from domain.plan import Activity, SetTarget, StrengthActivity

WARM_UP_SECONDS = 300
"""Of every session with strength work, before the first set."""
SECONDS_A_REPETITION = 4
CHANGE_SECONDS = 60
"""To go over to the next exercise."""


def work_seconds(exercise: Exercise, *, reps: int | None, duration_seconds: int | None) -> int:
    """Seconds under load in one set; both sides where each works alone."""
    one_side = duration_seconds if duration_seconds is not None else SECONDS_A_REPETITION * (reps or 0)
    return one_side if duration_seconds is not None or not exercise.is_unilateral else 2 * one_side


def sets_seconds(exercise: Exercise, sets: Iterable[SetTarget]) -> int:
    """Seconds that the sets of one exercise take with the rests after them."""
    return sum(
        work_seconds(exercise, reps=target.reps, duration_seconds=target.duration_seconds) + target.rest_seconds
        for target in sets
    )


def estimated_minutes(activities: Sequence[Activity], catalogue: Catalogue) -> int:
    """Whole minutes of a day, rounded up: warm-up, sets, rests, changes and endurance work. 0 without activities."""
    strength = [activity for activity in activities if isinstance(activity, StrengthActivity)]
    seconds: float = WARM_UP_SECONDS if strength else 0
    seconds += sum(sets_seconds(catalogue[activity.exercise_id], activity.sets) for activity in strength)
    seconds += CHANGE_SECONDS * max(0, len(activities) - 1)
    seconds += sum(60 * activity.total_minutes for activity in activities if not isinstance(activity, StrengthActivity))
    return math.ceil(seconds / 60 - 1e-9)
