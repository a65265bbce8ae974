"""Where weeks ahead meet weeks that have begun: on other days than before, two weeks must not become one long one."""

import datetime
from collections.abc import Collection

import msgspec
import pytest

from domain.exercise import Catalogue
from domain.plan import Activity, IntervalKind, Week
from domain.terms import ExperienceLevel
from services.planning.adaptation.holding import Holding
from services.planning.adaptation.seam import kept_apart
from services.planning.limits import Limits, limits_of
from tests.unit.checking.sample import bout, hold, interval, lift, sets, week
from tests.unit.planning.making import BASIS

SQUAT = lift("back-squat", *sets(3, load=60))
ROW = lift("barbell-row", *sets(3, load=40))
HARD = bout(interval(IntervalKind.WARM_UP, 10), interval(IntervalKind.WORK, 10, zone=4))
EASY = bout(interval(IntervalKind.STEADY, 30))
ADULT = limits_of(BASIS)
YOUTH = limits_of(msgspec.structs.replace(BASIS, age=16))
NOVICE = limits_of(msgspec.structs.replace(BASIS, experience=ExperienceLevel.NOVICE))


def trained_on(days: Collection[int], activity: Activity = EASY) -> tuple[tuple[Activity, ...], ...]:
    return tuple((activity,) if day in days else () for day in range(7))


def begun(days: Collection[int], activity: Activity = EASY) -> Week:
    return week(1, dict.fromkeys(days, (activity,)))


@pytest.mark.parametrize(
    ("last", "wanted", "left"),
    [
        ({5, 6}, {0, 1, 2, 3, 4, 5}, {0, 1, 2, 3, 5}),
        ({6}, {0, 1, 2, 3, 4, 5}, {0, 1, 2, 3, 4}),
        ({1, 2, 3, 4, 5, 6}, {0, 2}, {2}),
        ({0, 4}, {0, 1, 2, 3, 4, 5}, {0, 1, 2, 3, 4, 5}),
        ({5, 6}, {0, 1, 3, 5}, {0, 1, 3, 5}),
    ],
)
def test_the_seventh_day_in_a_row_is_for_rest(
    catalogue: Catalogue, last: set[int], wanted: set[int], left: set[int]
) -> None:
    found = kept_apart(begun(last), trained_on(wanted), ADULT, catalogue)
    assert {day for day, activities in enumerate(found) if activities} == left


@pytest.mark.parametrize(
    ("limits", "last", "first", "left"),
    [
        (YOUTH, SQUAT, (SQUAT, EASY), (EASY,)),
        (YOUTH, ROW, (SQUAT, EASY), (SQUAT, EASY)),
        (ADULT, SQUAT, (SQUAT,), (SQUAT,)),
        (NOVICE, HARD, (SQUAT, HARD), (SQUAT,)),
        (NOVICE, EASY, (HARD,), (HARD,)),
        (ADULT, HARD, (HARD,), (HARD,)),
    ],
)
def test_a_first_day_leaves_out_what_may_not_follow_the_last_one(
    catalogue: Catalogue, limits: Limits, last: Activity, first: tuple[Activity, ...], left: tuple[Activity, ...]
) -> None:
    days = (first, *trained_on({2, 4})[1:])
    assert kept_apart(begun({0, 6}, last), days, limits, catalogue) == (left, *days[1:])


def test_every_muscle_is_held_also_beside_one_that_can_lose_no_more_sets(catalogue: Catalogue) -> None:
    """One set of squats cannot be less; the rows beside it can."""
    holding = Holding(catalogue)
    light, heavy = lift("back-squat", *sets(1, load=40)), lift("back-squat", *sets(1, load=80))
    holding.note(week(1, {0: (light, ROW)}, start=datetime.date(2026, 11, 23)))

    held = holding.held(((heavy, lift("barbell-row", *sets(6, load=40))), *trained_on(())[1:]))

    assert [len(one.sets) for one in held[0] if one.exercise_id == ROW.exercise_id] == [3]  # type: ignore[union-attr]
    assert held[0][0] == heavy


def test_single_sets_that_are_too_much_together_become_shorter(catalogue: Catalogue) -> None:
    """A set more than before is let through (R35); two more are not, and each exercise is to stay."""
    holding = Holding(catalogue)
    holding.note(week(1, {0: (lift("sit-to-stand", *sets(1, 8)),)}))
    three = (lift("sit-to-stand", *sets(1, 12)), lift("reverse-lunge", *sets(1, 10)), lift("wall-sit", *hold(1, 20)))

    held = holding.held((three, *trained_on(())[1:]))

    assert [one.sets[0].reps for one in held[0]] == [10, 9, None]  # type: ignore[union-attr]
