"""How long a session takes, by one definition that planning, texts and bounds share."""

import math
from collections.abc import Iterable, Sequence

from domain.exercise import Catalogue, Exercise
from domain.plan import Activity, SetKind, SetTarget, StrengthActivity
from services.planning.pairs import pairs_of

WARM_UP_SECONDS = 300
"""Of every session with strength work, before the first set."""
SECONDS_A_REPETITION = 4
CHANGE_SECONDS = 60
"""To go over to the next exercise."""
TURN_SECONDS = 15
"""To go over to the other exercise of a pair, where everything is ready."""


def work_seconds(exercise: Exercise, *, reps: int | None, duration_seconds: int | None) -> int:
    """Seconds under load in one set; both sides where each works alone."""
    one_side = duration_seconds if duration_seconds is not None else SECONDS_A_REPETITION * (reps or 0)
    return one_side if duration_seconds is not None or not exercise.is_unilateral else 2 * one_side


def sets_seconds(exercise: Exercise, sets: Iterable[SetTarget]) -> int:
    """Seconds that the sets of one exercise take with the rests after them."""
    return sum(work + rest for work, rest in _times(exercise, sets))


def saved_in_turn(one: tuple[int, int], other: tuple[int, int]) -> int:
    """Seconds that two sets take less when they are done in turn, by their work and their rest: each exercise still has all
    of its own rest, in which the other one is done."""
    (work, rest), (other_work, other_rest) = one, other
    straight = work + rest + other_work + other_rest
    in_turn = max(work + rest, other_work + other_rest, work + other_work + 2 * TURN_SECONDS)
    return max(0, straight - in_turn)


def estimated_minutes(activities: Sequence[Activity], catalogue: Catalogue) -> int:
    """Whole minutes of a day, rounded up: warm-up, sets, rests, changes and endurance work. 0 without activities."""
    strength = [activity for activity in activities if isinstance(activity, StrengthActivity)]
    seconds: float = WARM_UP_SECONDS if strength else 0
    seconds += sum(sets_seconds(catalogue[activity.exercise_id], activity.sets) for activity in strength)
    seconds -= sum(_saved(one, other, catalogue) for one, other in pairs_of(strength))
    seconds += CHANGE_SECONDS * max(0, len(activities) - 1)
    seconds += sum(60 * activity.total_minutes for activity in activities if not isinstance(activity, StrengthActivity))
    return math.ceil(seconds / 60 - 1e-9)


def _saved(one: StrengthActivity, other: StrengthActivity, catalogue: Catalogue) -> int:
    """By a pair: as many rounds as both have working sets; what one of them has more follows on its own."""
    times = (
        _times(catalogue[activity.exercise_id], (item for item in activity.sets if item.kind is SetKind.WORKING))
        for activity in (one, other)
    )
    return sum(saved_in_turn(first, second) for first, second in zip(*times, strict=False))


def _times(exercise: Exercise, sets: Iterable[SetTarget]) -> list[tuple[int, int]]:
    """Work and rest of each set, in seconds."""
    return [
        (work_seconds(exercise, reps=one.reps, duration_seconds=one.duration_seconds), one.rest_seconds) for one in sets
    ]
