"""How strong somebody is, from what they lifted: found out soon, and not from slips of the keyboard."""

import datetime

import msgspec
import pytest

from domain.constraints import KnownLift
from domain.exercise import Catalogue
from domain.history import DoneSet, TrainingDay, TrainingHistory
from domain.ids import ExerciseId
from domain.terms import ExperienceLevel
from domain.training import Completion
from services.planning.adaptation.maxima import shown_maxima, with_lifts
from services.planning.loads import maximum_of
from tests.unit.planning.making import MONDAY, basis, constraints

SQUAT = ExerciseId("exercise_back-squat")
PLANK = ExerciseId("exercise_plank")
SHOWN = maximum_of(100, reps=5, rpe=8)
"""By five repetitions with a hundred kilograms and two in reserve."""
A_WEEK = 1.005
"""By how much plans take somebody of this level to grow in a week."""


def lifted(*loads: float, day: int = 0, exercise: ExerciseId = SQUAT, **changes: object) -> TrainingDay:
    """One set of five at RPE 8 with each of these loads, so many days after Monday."""
    one = DoneSet(exercise_id=exercise, reps=5, rpe=8)
    sets = tuple(msgspec.structs.replace(one, load_kg=load, **changes) for load in loads)
    date = MONDAY + datetime.timedelta(days=day)
    return TrainingDay(date=date, is_planned=True, completion=Completion.DONE, sets=sets)


def squat(catalogue: Catalogue, *days: TrainingDay, on: int | None = None) -> float | None:
    """The squat's maximum on a day, the last one trained if none is said."""
    today = days[-1].date if on is None else MONDAY + datetime.timedelta(days=on)
    found = shown_maxima(TrainingHistory(days=days), catalogue, today=today, level=ExperienceLevel.INTERMEDIATE)
    return found.get(SQUAT)


def test_a_maximum_is_what_the_sets_show(catalogue: Catalogue) -> None:
    assert squat(catalogue, lifted(100, 100)) == pytest.approx(SHOWN)


def test_it_grows_with_the_weeks_as_plans_take_it_to_grow(catalogue: Catalogue) -> None:
    assert squat(catalogue, lifted(100, 100), on=7) == pytest.approx(SHOWN * A_WEEK)


@pytest.mark.parametrize(
    "slip", [{"load_kg": 1000.0}, {"load_kg": 10.0}, {"reps": 15}, {"load_kg": 5.0, "reps": 18}], ids=str
)
def test_a_slip_of_the_keyboard_does_not_count(catalogue: Catalogue, slip: dict[str, object]) -> None:
    first, *rest = lifted(100, 100, 100).sets
    day = msgspec.structs.replace(lifted(), sets=(msgspec.structs.replace(first, **slip), *rest))
    assert squat(catalogue, day) == pytest.approx(SHOWN)


def test_of_two_sets_that_do_not_agree_nothing_is_known(catalogue: Catalogue) -> None:
    assert squat(catalogue, lifted(100, 1000)) is None
    assert squat(catalogue, lifted(100)) is None
    assert squat(catalogue, lifted(100, 1000), lifted(100, 100, day=2)) == pytest.approx(SHOWN, rel=0.01)


def test_a_workout_typed_in_pounds_raises_nothing_by_more_than_a_tenth(catalogue: Catalogue) -> None:
    before = lifted(100, 100, 100)
    in_pounds = lifted(220, 220, 220, day=7)
    found = squat(catalogue, before, in_pounds)
    assert found is not None
    assert SHOWN < found <= 1.1 * SHOWN + 1e-9


def test_newer_sets_count_more_and_a_new_level_takes_over_in_a_week(catalogue: Catalogue) -> None:
    weak = [lifted(90, 90, 90, day=day) for day in (7, 10)]
    found = squat(catalogue, lifted(100, 100, 100), *weak)
    assert found == pytest.approx(maximum_of(90, reps=5, rpe=8), rel=0.02)


@pytest.mark.parametrize(("days", "factor"), [(13, 1.0), (14, 0.9), (20, 0.9), (21, 0.85), (28, 0.8), (100, 0.8)])
def test_after_an_absence_loads_start_lower(catalogue: Catalogue, days: int, factor: float) -> None:
    grown = SHOWN * A_WEEK ** (min(days, 14) / 7)
    assert squat(catalogue, lifted(100, 100), on=days) == pytest.approx(factor * grown)


def test_a_set_without_a_told_effort_was_as_hard_as_meant_and_harder_by_what_was_missing(catalogue: Catalogue) -> None:
    as_meant = lifted(100, 100, rpe=None, planned_rpe=8.0, planned_reps=5)
    short_of_two = lifted(100, 100, rpe=None, planned_rpe=7.0, planned_reps=6)
    assert squat(catalogue, as_meant) == pytest.approx(SHOWN)
    assert squat(catalogue, short_of_two) == pytest.approx(SHOWN)


def test_what_has_no_load_or_no_end_shows_no_maximum(catalogue: Catalogue) -> None:
    assert squat(catalogue, lifted(100, 100, reps=21)) is None
    assert squat(catalogue, lifted(0, 0)) is None
    shown = shown_maxima(
        TrainingHistory(days=(lifted(10, 10, exercise=PLANK),)),
        catalogue,
        today=MONDAY,
        level=ExperienceLevel.INTERMEDIATE,
    )
    assert shown == {}


def test_shown_maxima_stand_in_for_what_was_said_of_the_same_exercise_alone(catalogue: Catalogue) -> None:
    bench = KnownLift(exercise_id=ExerciseId("exercise_bench-press"), weight_kg=60, reps=5)
    said = constraints(known_lifts=(KnownLift(exercise_id=SQUAT, weight_kg=200, reps=1), bench))
    history = TrainingHistory(days=(lifted(100, 100),))

    known = with_lifts(basis(said), history, catalogue, today=MONDAY).constraints.known_lifts

    assert known == (bench, KnownLift(exercise_id=SQUAT, weight_kg=round(SHOWN, 2), reps=1))
