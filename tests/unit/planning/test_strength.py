"""Sets, effort, order and progress of strength work."""

from datetime import timedelta
from itertools import pairwise

import pytest

from domain.constraints import KnownLift, Limitation
from domain.exercise import Catalogue
from domain.ids import ExerciseId
from domain.plan import SetKind
from domain.profile import UnitSystem
from domain.terms import (
    WEEKDAYS,
    Equipment,
    ExperienceLevel,
    JointStress,
    LimitationKind,
    Mechanic,
    MovementPattern,
    TrainingFocus,
    Weekday,
)
from services.planning.candidates import STEPPING_STONES
from services.planning.limitations import LIES_FACE_DOWN
from services.planning.limits import limits_of
from services.planning.loads import estimated_maximum, load_step
from services.planning.strength.prescription import MAIN_PATTERNS
from services.planning.strength.session import Choice
from services.planning.strength.week import lightened
from tests.unit.planning.making import FULL_GYM, MONDAY, basis, constraints, days_of, plan, strength_of, working

SQUAT, BENCH = ExerciseId("exercise_back-squat"), ExerciseId("exercise_bench-press")
LIFTER = constraints(
    known_lifts=(
        KnownLift(exercise_id=SQUAT, weight_kg=100, reps=5),
        KnownLift(exercise_id=BENCH, weight_kg=80, reps=5),
    )
)


def test_known_lifts_are_trained_and_loaded_to_fit_their_maximum(catalogue: Catalogue) -> None:
    squats = [a for a in strength_of(plan(basis(LIFTER), catalogue)) if a.exercise_id == SQUAT]
    maximum = estimated_maximum(100, 5)
    assert maximum is not None
    assert squats
    for target in (target for squat in squats for target in working(squat)):
        assert target.load_kg is not None
        assert target.load_kg % 2.5 == 0
        assert 0.7 * maximum < target.load_kg < 0.95 * maximum


def test_loads_rise_in_small_steps_and_fall_in_a_deload(catalogue: Catalogue) -> None:
    document = plan(basis(LIFTER, week_count=8), catalogue)
    heaviest = [
        max(t.load_kg or 0 for a in strength_of(week) if a.exercise_id == SQUAT for t in working(a))
        for week in document.weeks
    ]
    first, second = heaviest[:3], heaviest[4:7]
    assert all(1 < later / earlier <= 1.1 for earlier, later in [*pairwise(first), *pairwise(second)])
    assert heaviest[3] < heaviest[2]
    assert second[-1] > first[-1]


def test_imperial_loads_are_multiples_of_five_pounds(catalogue: Catalogue) -> None:
    document = plan(basis(LIFTER, unit_system=UnitSystem.IMPERIAL), catalogue)
    loads = {t.load_kg for a in strength_of(document) for t in a.sets if t.load_kg is not None}
    assert loads
    assert all(round(round(load / 2.26796185) * 2.26796185, 2) == load for load in loads)


def test_where_no_maximum_is_known_week_one_goes_by_effort(catalogue: Catalogue) -> None:
    week = plan(basis(), catalogue).weeks[0]
    assert all(t.load_kg is None and t.rpe is not None and t.rpe <= 7 for a in strength_of(week) for t in working(a))


def test_effort_rises_within_a_block_and_never_to_failure(catalogue: Catalogue) -> None:
    weeks = plan(basis(week_count=3, experience=ExperienceLevel.ADVANCED), catalogue).weeks
    hardest = [max(t.rpe or 0 for a in strength_of(week) for t in working(a)) for week in weeks]
    assert hardest == [7.0, 7.5, 8.0]


def test_compounds_come_before_isolation_and_core_work_comes_last(catalogue: Catalogue) -> None:
    core = {MovementPattern.CORE, MovementPattern.CARRY}
    muscle = constraints(focus=TrainingFocus.MUSCLE, session_minutes=90)
    for day in days_of(plan(basis(muscle), catalogue)):
        exercises = [catalogue[a.exercise_id] for a in day.activities if hasattr(a, "exercise_id")]
        places = [2 if e.pattern in core else 1 if e.mechanic is Mechanic.ISOLATION else 0 for e in exercises]
        assert places == sorted(places)


def test_bars_that_are_only_held_on_to_are_no_loads(catalogue: Catalogue) -> None:
    assert load_step(catalogue[ExerciseId("exercise_inverted-row")]) is None
    assert load_step(catalogue[ExerciseId("exercise_barbell-row")]) == 2.5


def test_nobody_lies_face_down_on_a_pregnant_belly(catalogue: Catalogue) -> None:
    due = constraints(limitations=(Limitation(kind=LimitationKind.PREGNANCY, date=MONDAY + timedelta(days=200)),))
    assert {exercise.id for exercise in catalogue} >= LIES_FACE_DOWN
    assert not any(limits_of(basis(due)).allow(catalogue[exercise_id]) for exercise_id in LIES_FACE_DOWN)


def test_who_is_beyond_stepping_stones_does_the_full_movement(catalogue: Catalogue) -> None:
    bare = constraints(focus=TrainingFocus.GENERAL_HEALTH, equipment=(Equipment.BODY_WEIGHT,))
    done = {a.exercise_id for a in strength_of(plan(basis(bare), catalogue))}
    assert not done & STEPPING_STONES


def test_every_main_pattern_is_trained_twice_a_week(catalogue: Catalogue) -> None:
    week = plan(basis(constraints(session_minutes=75)), catalogue).weeks[0]
    patterns = [catalogue[a.exercise_id].pattern for a in strength_of(week)]
    assert {pattern for pattern in MAIN_PATTERNS if patterns.count(pattern) >= 2} == set(MAIN_PATTERNS)


def test_the_same_exercises_stay_for_the_whole_plan(catalogue: Catalogue) -> None:
    weeks = plan(basis(week_count=3), catalogue).weeks
    assert len({tuple(a.exercise_id for a in strength_of(week)) for week in weeks}) == 1


def test_the_first_exercise_of_a_session_has_warm_up_sets_and_they_come_first(catalogue: Catalogue) -> None:
    for day in days_of(plan(basis(LIFTER), catalogue)):
        if day.activities:
            kinds = [target.kind for target in day.activities[0].sets]  # type: ignore[union-attr]
            assert kinds[0] is SetKind.WARM_UP
            assert kinds == sorted(kinds, key=lambda kind: kind is SetKind.WORKING)


def test_a_young_athlete_does_six_repetitions_or_more_and_no_muscle_on_two_days_in_a_row(catalogue: Catalogue) -> None:
    daily = constraints(training_days=WEEKDAYS[:5])
    document = plan(basis(daily, age=14), catalogue)
    assert min(t.reps for a in strength_of(document) for t in working(a) if t.reps is not None) >= 6
    muscles = [
        {muscle for a in day.activities for muscle in catalogue[a.exercise_id].primary_muscles}  # type: ignore[union-attr]
        for day in days_of(document)
    ]
    assert all(not one & other for one, other in pairwise(muscles))


def test_from_65_on_every_session_trains_balance(catalogue: Catalogue) -> None:
    document = plan(basis(age=70), catalogue)
    for day in days_of(document):
        assert not day.activities or any(catalogue[a.exercise_id].is_balance for a in day.activities)  # type: ignore[union-attr]


def test_a_light_session_has_a_third_to_half_fewer_sets_and_keeps_its_compounds(catalogue: Catalogue) -> None:
    names = ("back-squat", "bench-press", "seated-cable-row", "plank", "dumbbell-curl")
    choices = [Choice(catalogue[ExerciseId(f"exercise_{name}")], 3) for name in names]
    light = lightened(choices)
    assert 0.5 <= sum(choice.sets for choice in light) / 15 <= 0.67
    assert [choice.exercise.id for choice in light][:3] == [choice.exercise.id for choice in choices][:3]


@pytest.mark.parametrize("minutes", [10, 20, 45, 90, 180])
@pytest.mark.parametrize("equipment", [(Equipment.BODY_WEIGHT,), (Equipment.DUMBBELL,), FULL_GYM])
def test_sessions_fit_the_time_there_is(minutes: int, equipment: tuple[Equipment, ...], catalogue: Catalogue) -> None:
    document = plan(basis(constraints(session_minutes=minutes, equipment=equipment), week_count=8), catalogue)
    taken = [day.estimated_minutes for day in days_of(document) if day.activities]
    assert taken
    assert 0.5 * min(minutes, 60) <= max(taken) <= minutes


def test_an_exercise_of_every_pattern_but_hinge_is_out_for_a_bad_knee_yet_the_hinge_stays(catalogue: Catalogue) -> None:
    careful = constraints(
        focus=TrainingFocus.GENERAL_HEALTH,
        limitations=(Limitation(kind=LimitationKind.KNEE),),
        training_days=(Weekday.MONDAY, Weekday.THURSDAY),
    )
    for week in plan(basis(careful), catalogue).weeks:
        exercises = [catalogue[a.exercise_id] for a in strength_of(week)]
        assert not any(JointStress.KNEE_FLEXION_LOADED in exercise.stresses for exercise in exercises)
        assert any(exercise.pattern is MovementPattern.HINGE for exercise in exercises)
