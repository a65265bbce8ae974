"""That there is enough to choose from, whatever somebody has at hand and must spare."""

from collections.abc import Callable

import pytest

from domain.exercise import Catalogue, Exercise
from domain.terms import Equipment, ExperienceLevel, JointStress, MovementPattern
from services.planning.catalogue import is_doable


def loads(exercise: Exercise, *stresses: JointStress) -> bool:
    return not set(stresses).isdisjoint(exercise.stresses)


AT_HOME = {
    "nothing": frozenset[Equipment](),
    "bands": frozenset({Equipment.BANDS}),
    "dumbbells": frozenset({Equipment.DUMBBELL}),
    "kettlebells": frozenset({Equipment.KETTLEBELL}),
    "suspension trainer": frozenset({Equipment.SUSPENSION_TRAINER}),
    "machines": frozenset({Equipment.MACHINE}),
    "cables": frozenset({Equipment.CABLE}),
    "barbell": frozenset({Equipment.BARBELL, Equipment.RACK, Equipment.BENCH}),
}
TRAINED = [
    MovementPattern.SQUAT,
    MovementPattern.LUNGE,
    MovementPattern.HINGE,
    MovementPattern.HORIZONTAL_PUSH,
    MovementPattern.VERTICAL_PUSH,
    MovementPattern.HORIZONTAL_PULL,
    MovementPattern.VERTICAL_PULL,
    MovementPattern.CORE,
]
LIMITS: dict[str, Callable[[Exercise], bool]] = {
    "knee": lambda one: not loads(one, JointStress.KNEE_FLEXION_LOADED, JointStress.KNEE_IMPACT),
    "lower back": lambda one: not loads(one, JointStress.SPINE_AXIAL, JointStress.SPINE_FLEXION_LOADED),
    "shoulder": lambda one: not loads(one, JointStress.SHOULDER_OVERHEAD, JointStress.SHOULDER_DEEP),
    "elbow": lambda one: JointStress.ELBOW not in one.stresses,
    "wrist": lambda one: JointStress.WRIST_EXTENSION not in one.stresses,
    "hip": lambda one: JointStress.HIP_DEEP not in one.stresses,
    "pregnancy": lambda one: not one.has_fall_risk and not loads(one, JointStress.SUPINE, JointStress.VALSALVA),
}


def choices(catalogue: Catalogue, pattern: MovementPattern, equipment: frozenset[Equipment]) -> list[Exercise]:
    """What a novice with this equipment may be given without asking for it."""
    return [
        one
        for one in catalogue
        if one.pattern is pattern
        and one.level is ExperienceLevel.NOVICE
        and one.usefulness > 0
        and is_doable(one, equipment)
    ]


@pytest.mark.parametrize("equipment", AT_HOME.values(), ids=AT_HOME)
@pytest.mark.parametrize("pattern", TRAINED)
def test_a_novice_has_two_choices_whatever_the_equipment(
    catalogue: Catalogue, pattern: MovementPattern, equipment: frozenset[Equipment]
) -> None:
    assert len(choices(catalogue, pattern, equipment)) >= 2


@pytest.mark.parametrize("equipment", AT_HOME.values(), ids=AT_HOME)
@pytest.mark.parametrize("limit", LIMITS)
def test_a_novice_with_a_limitation_still_has_a_choice_for_each_pattern_but_the_lunge(
    catalogue: Catalogue, limit: str, equipment: frozenset[Equipment]
) -> None:
    allowed = LIMITS[limit]
    empty = [
        pattern
        for pattern in TRAINED
        if pattern is not MovementPattern.LUNGE
        and not any(allowed(one) for one in choices(catalogue, pattern, equipment))
    ]
    assert empty == []


def test_there_is_balance_work_without_equipment_for_those_who_need_it(catalogue: Catalogue) -> None:
    balance = [
        one for one in catalogue if one.is_balance and one.level is ExperienceLevel.NOVICE and not one.has_fall_risk
    ]
    assert len([one for one in balance if is_doable(one, frozenset())]) >= 10
