"""Loads go over to another exercise through the estimated maxima of both."""

import msgspec
import pytest

from domain.basis import PlanBasis
from domain.constraints import Constraints, KnownLift
from domain.exercise import Exercise
from domain.plan import SetKind, SetTarget
from domain.profile import UnitSystem
from services.planning.edits.conversion import converted_sets, load_ratio
from services.planning.loads import estimated_maximum, load_for
from tests.unit.edits.sample import BACK_SQUAT, BASIS, BENCH_PRESS, BODY_SQUAT, CURL, GOBLET_SQUAT, PLANK, SMITH_SQUAT

replace = msgspec.structs.replace
WARM_UP = SetTarget(kind=SetKind.WARM_UP, reps=8, load_kg=40.0, rest_seconds=60)
WORKING = SetTarget(reps=5, load_kg=80.0, rpe=8.0, rest_seconds=180)
BY_EFFORT = SetTarget(reps=8, rpe=7.0, rest_seconds=120)


def knowing(*lifts: KnownLift, units: UnitSystem = UnitSystem.METRIC) -> PlanBasis:
    constraints: Constraints = replace(BASIS.constraints, known_lifts=lifts)
    return replace(BASIS, constraints=constraints, unit_system=units)


GOBLET_KNOWN = KnownLift(exercise_id=GOBLET_SQUAT.id, weight_kg=40, reps=8)


def test_a_known_maximum_of_the_new_exercise_says_its_loads() -> None:
    maximum = estimated_maximum(40, 8)
    assert maximum is not None
    warm_up, working = converted_sets((WARM_UP, WORKING), BACK_SQUAT, GOBLET_SQUAT, knowing(GOBLET_KNOWN))
    expected = load_for(maximum, reps=5, rpe=8.0)
    assert working.load_kg == 2 * round(expected / 2)
    assert warm_up.load_kg == 2 * round(expected / 2 / 2)
    assert (working.reps, working.rpe, working.rest_seconds) == (5, 8.0, 180)


def test_a_lift_too_long_to_estimate_from_is_not_known() -> None:
    many = KnownLift(exercise_id=GOBLET_SQUAT.id, weight_kg=40, reps=15)
    assert converted_sets((WORKING,), BACK_SQUAT, GOBLET_SQUAT, knowing(many)) == converted_sets(
        (WORKING,), BACK_SQUAT, GOBLET_SQUAT, knowing()
    )


def test_without_one_the_old_maximum_says_them_with_room_for_what_is_new() -> None:
    (working,) = converted_sets((WORKING,), BACK_SQUAT, SMITH_SQUAT, knowing())
    assert load_ratio(BACK_SQUAT, SMITH_SQUAT) == pytest.approx(0.9)
    assert working.load_kg == 72.5


def test_sets_by_effort_get_loads_where_the_new_maximum_is_known_and_else_stay_by_effort() -> None:
    (loaded,) = converted_sets((BY_EFFORT,), BODY_SQUAT, GOBLET_SQUAT, knowing(GOBLET_KNOWN))
    assert loaded.load_kg is not None
    assert converted_sets((BY_EFFORT,), BODY_SQUAT, GOBLET_SQUAT, knowing()) == (BY_EFFORT,)


def test_a_warm_up_without_a_load_stays_without() -> None:
    bare = replace(WARM_UP, load_kg=None)
    warm_up, working = converted_sets((bare, BY_EFFORT), BODY_SQUAT, GOBLET_SQUAT, knowing(GOBLET_KNOWN))
    assert warm_up == bare
    assert working.load_kg is not None


def test_imperial_loads_are_multiples_of_five_pounds() -> None:
    basis = knowing(GOBLET_KNOWN, units=UnitSystem.IMPERIAL)
    (working,) = converted_sets((WORKING,), BACK_SQUAT, GOBLET_SQUAT, basis)
    assert working.load_kg is not None
    pounds = working.load_kg / 0.45359237
    assert abs(pounds - 5 * round(pounds / 5)) < 0.02


@pytest.mark.parametrize("new", [BENCH_PRESS, CURL, BODY_SQUAT])
def test_what_cannot_be_compared_goes_by_effort(new: Exercise) -> None:
    (working,) = converted_sets((WORKING,), BACK_SQUAT, new, knowing())
    assert working.load_kg is None
    assert (working.reps, working.rpe) == (5, 8.0)


def test_a_held_exercise_has_seconds_and_no_load_even_where_a_lift_of_it_is_known() -> None:
    known = KnownLift(exercise_id=PLANK.id, weight_kg=20, reps=5)
    (held,) = converted_sets((WORKING,), BACK_SQUAT, PLANK, knowing(known))
    assert (held.reps, held.duration_seconds, held.load_kg) == (None, 20, None)
