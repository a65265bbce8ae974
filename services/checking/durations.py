"""How long sets and sessions take, worked out anew from what they hold (R04, R48)."""

import math
from collections.abc import Iterable, Sequence

from domain.plan import SetKind, SetTarget
from services.checking.wording import bounded

WARM_UP_MINUTES = 5
SECONDS_PER_REP = 4
CHANGE_MINUTES = 1
SECONDS_TO_TURN = 15
"""From one exercise of a pair to the other."""


Sets = tuple[Sequence[SetTarget], bool]
"""An exercise's sets, and whether it is one-sided."""


def under_load(target: SetTarget, *, is_unilateral: bool) -> float:
    """Seconds of one set: as long as it is held, or four seconds a repetition, on one side at a time twice."""
    if target.duration_seconds is not None:
        return bounded(target.duration_seconds)
    return bounded(target.reps) * SECONDS_PER_REP * (2 if is_unilateral else 1)


def straight_seconds(sets: Iterable[SetTarget], *, is_unilateral: bool) -> float:
    """Seconds of sets one after the other, each with its rest."""
    return sum(under_load(one, is_unilateral=is_unilateral) + bounded(one.rest_seconds) for one in sets)


def pair_seconds(one: Sets, other: Sets) -> float:
    """Seconds of two exercises done in turn. A round takes as long as the slower of the two with its rest, or as both sets
    and the ways between them where that is longer; warm-up sets, and what one has more, are done straight."""
    (sets, is_unilateral), (other_sets, is_other_unilateral) = one, other
    rounds = list(zip(_working(sets), _working(other_sets), strict=False))
    total = 0.0
    for first, second in rounds:
        work = under_load(first, is_unilateral=is_unilateral)
        other_work = under_load(second, is_unilateral=is_other_unilateral)
        alone = (work + bounded(first.rest_seconds), other_work + bounded(second.rest_seconds))
        total += min(sum(alone), max(*alone, work + other_work + 2 * SECONDS_TO_TURN))
    for found, one_sided in (one, other):
        warm_up = [target for target in found if target.kind is not SetKind.WORKING]
        total += straight_seconds([*warm_up, *_working(found)[len(rounds) :]], is_unilateral=one_sided)
    return total


def _working(sets: Iterable[SetTarget]) -> list[SetTarget]:
    return [target for target in sets if target.kind is SetKind.WORKING]


def session_minutes(
    alone: Sequence[Sets], endurance_minutes: float, *, activity_count: int, pairs: Sequence[tuple[Sets, Sets]] = ()
) -> int:
    """Whole minutes of a session, rounded up: five to warm up where there is strength work, all sets with their rests, a
    minute to change to each next activity, and the endurance work."""
    seconds = sum(straight_seconds(sets, is_unilateral=one_sided) for sets, one_sided in alone)
    seconds += sum(pair_seconds(one, other) for one, other in pairs)
    minutes = bounded(seconds) / 60 + endurance_minutes + CHANGE_MINUTES * max(0, activity_count - 1)
    if alone or pairs:
        minutes += WARM_UP_MINUTES
    return whole_minutes(minutes)


def whole_minutes(minutes: float) -> int:
    """Rounded up; a hair above a whole number is that number."""
    return math.ceil(bounded(minutes) - 1e-6)
