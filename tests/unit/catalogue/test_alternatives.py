"""What can take the place of an exercise, and in which order."""

import pytest

from db.seed.annotate import exercise_id
from domain.exercise import Catalogue, Exercise
from domain.terms import Equipment, ExperienceLevel, MovementPattern, Muscle
from services.planning.catalogue import alternatives, is_doable, likeness

GYM = frozenset(Equipment)


def named(catalogue: Catalogue, name: str) -> Exercise:
    return catalogue[exercise_id(name)]


def names(exercises: list[Exercise]) -> list[str]:
    return [exercise.name for exercise in exercises]


@pytest.mark.parametrize(
    ("name", "equipment", "fit"),
    [
        ("Bench Press", GYM, "Dumbbell Bench Press"),
        ("Back Squat", frozenset({Equipment.DUMBBELL}), "Dumbbell Goblet Squat"),
        ("Pull-Up", frozenset({Equipment.BANDS}), "Band Lat Pulldown"),
        ("Deadlift", frozenset({Equipment.KETTLEBELL}), "Kettlebell Deadlift"),
        ("Seated Cable Row", frozenset({Equipment.SUSPENSION_TRAINER}), "Suspension Row"),
        ("Barbell Curl", frozenset({Equipment.DUMBBELL}), "Dumbbell Curl"),
        ("Plank", frozenset[Equipment](), "Knee Plank"),
        ("Seated Leg Curl", GYM, "Lying Leg Curl"),
        ("Farmer's Walk", frozenset({Equipment.KETTLEBELL}), "Kettlebell Farmer's Walk"),
    ],
)
def test_what_a_coach_would_say_is_among_the_first_three(
    catalogue: Catalogue, name: str, equipment: frozenset[Equipment], fit: str
) -> None:
    found = alternatives(catalogue, named(catalogue, name), equipment=equipment, limit=3)
    assert fit in names(found)


def test_they_come_best_first(catalogue: Catalogue) -> None:
    lunge = named(catalogue, "Walking Lunge")
    scores = [likeness(lunge, other) for other in alternatives(catalogue, lunge, equipment=GYM)]
    assert len(scores) == 20
    assert scores == sorted(scores, reverse=True)


def test_an_exercise_is_no_alternative_to_itself(catalogue: Catalogue) -> None:
    plank = named(catalogue, "Plank")
    assert plank not in alternatives(catalogue, plank, equipment=GYM, limit=700)


def test_all_of_them_are_doable(catalogue: Catalogue) -> None:
    equipment = frozenset({Equipment.DUMBBELL, Equipment.BANDS})
    found = alternatives(catalogue, named(catalogue, "Back Squat"), equipment=equipment, limit=700)
    assert found
    assert [other.name for other in found if not is_doable(other, equipment)] == []


def test_none_is_one_that_is_not_allowed(catalogue: Catalogue) -> None:
    step_up = named(catalogue, "Step-Up")
    anything = alternatives(catalogue, step_up, equipment=GYM, limit=700)
    steady = alternatives(catalogue, step_up, equipment=GYM, allows=lambda other: not other.has_fall_risk, limit=700)
    assert steady == [other for other in anything if not other.has_fall_risk]
    assert len(steady) < len(anything)


def test_none_is_beyond_the_level(catalogue: Catalogue) -> None:
    found = alternatives(
        catalogue, named(catalogue, "Deadlift"), equipment=GYM, level=ExperienceLevel.NOVICE, limit=700
    )
    assert {other.level for other in found} == {ExperienceLevel.NOVICE}


def test_none_is_one_that_coaches_use_on_request_alone(catalogue: Catalogue) -> None:
    found = alternatives(catalogue, named(catalogue, "Overhead Press"), equipment=GYM, limit=700)
    assert "Behind-the-Neck Press" not in names(found)
    assert 0 not in {other.usefulness for other in found}


def test_a_single_joint_exercise_gives_way_to_one_for_the_same_muscle(catalogue: Catalogue) -> None:
    curl = named(catalogue, "Dumbbell Curl")
    found = alternatives(catalogue, curl, equipment=GYM, limit=700)
    assert [other.name for other in found if not set(other.primary_muscles) & set(curl.primary_muscles)] == []


def test_the_same_movement_comes_before_the_same_muscle(catalogue: Catalogue) -> None:
    found = alternatives(catalogue, named(catalogue, "Romanian Deadlift"), equipment=GYM, limit=10)
    assert {other.pattern for other in found} == {MovementPattern.HINGE}


def test_among_equal_movements_the_same_muscle_comes_first(catalogue: Catalogue) -> None:
    found = alternatives(catalogue, named(catalogue, "Close-Grip Bench Press"), equipment=GYM, limit=3)
    assert {other.primary_muscles for other in found} == {(Muscle.TRICEPS,)}


def test_weights_give_way_to_weights_where_there_are_any(catalogue: Catalogue) -> None:
    found = alternatives(catalogue, named(catalogue, "Back Squat"), equipment={Equipment.DUMBBELL}, limit=4)
    assert {other.equipment for other in found} == {(Equipment.DUMBBELL,)}


def test_a_squat_may_stand_in_for_a_jump_but_no_jump_for_a_squat(catalogue: Catalogue) -> None:
    jump, squat = named(catalogue, "Box Jump"), named(catalogue, "Back Squat")
    assert {other.pattern for other in alternatives(catalogue, jump, equipment=GYM, limit=5)} == {MovementPattern.JUMP}
    on_the_ground = alternatives(
        catalogue, jump, equipment=GYM, allows=lambda other: other.pattern is not MovementPattern.JUMP, limit=5
    )
    assert MovementPattern.SQUAT in {other.pattern for other in on_the_ground}
    patterns = {other.pattern for other in alternatives(catalogue, squat, equipment=GYM, limit=700)}
    assert patterns.isdisjoint({MovementPattern.JUMP, MovementPattern.OLYMPIC})


def test_drills_give_way_to_drills_alone(catalogue: Catalogue) -> None:
    for_a_drill = alternatives(catalogue, named(catalogue, "Leg Swing"), equipment=GYM, limit=700)
    assert {other.pattern for other in for_a_drill} == {MovementPattern.MOBILITY}
    for_work = alternatives(catalogue, named(catalogue, "Romanian Deadlift"), equipment=GYM, limit=700)
    assert MovementPattern.MOBILITY not in {other.pattern for other in for_work}


@pytest.mark.parametrize(
    "equipment", [frozenset(), frozenset({Equipment.DUMBBELL}), GYM], ids=["none", "dumbbells", "gym"]
)
def test_every_useful_compound_of_a_novice_has_an_alternative(
    catalogue: Catalogue, equipment: frozenset[Equipment]
) -> None:
    lonely = [
        one.name
        for one in catalogue
        if one.usefulness >= 2
        and one.pattern is not MovementPattern.ISOLATION
        and is_doable(one, equipment)
        and not alternatives(catalogue, one, equipment=equipment, level=ExperienceLevel.NOVICE, limit=1)
    ]
    assert [name for name in lonely if "Jump" not in name] == []
