"""Exercise.alternatives and swaps choose from the same: what limits and lessons leave open, the likest first."""

import msgspec
import pytest

from db.seed.annotate import exercise_id
from domain.basis import PlanBasis
from domain.constraints import Limitation
from domain.exercise import Catalogue, Exercise
from domain.lessons import LessonRule, LessonRuleKind
from domain.terms import Equipment, ExperienceLevel, LimitationKind, MovementPattern
from services.checking.limits import LIMITS, exercise_fault
from services.planning.catalogue import is_doable, likeness
from services.planning.edits.alternatives import fitting_alternatives
from services.planning.limitations import LIES_FACE_DOWN
from services.planning.replacements import replacements
from tests.unit.planning.athletes import KITS, LIMITATIONS
from tests.unit.planning.making import basis, constraints, lesson

EVERYTHING = 1000
NAMES = (
    "Back Squat",
    "Walking Lunge",
    "Bench Press",
    "Box Jump",
    "Overhead Press",
    "Barbell Curl",
    "Plank",
    "Deadlift",
)


def offered(catalogue: Catalogue, name: str, to: PlanBasis | None) -> list[Exercise]:
    return replacements(catalogue, catalogue[exercise_id(name)], to, limit=EVERYTHING)


def taught(*rules: LessonRule, is_hard: bool = False) -> PlanBasis:
    lessons = tuple(lesson(rule, is_hard=is_hard, number=number) for number, rule in enumerate(rules, 1))
    return msgspec.structs.replace(basis(), lessons=lessons)


@pytest.mark.parametrize("kit", KITS, ids=lambda kit: kit[0].value.lower())
def test_all_that_is_offered_can_be_done_with_what_is_there(kit: tuple[Equipment, ...], catalogue: Catalogue) -> None:
    for name in NAMES:
        found = offered(catalogue, name, basis(constraints(equipment=kit)))
        assert [one.name for one in found if not is_doable(one, kit)] == []


@pytest.mark.parametrize("kind", LIMITATIONS)
def test_nothing_is_offered_that_the_checker_forbids(kind: LimitationKind, catalogue: Catalogue) -> None:
    limit = LIMITS.get(kind)
    for name in NAMES:
        found = offered(catalogue, name, basis(constraints(limitations=(Limitation(kind=kind),))))
        assert [one.name for one in found if limit and exercise_fault(limit, one, is_late=True)] == []


def test_nobody_pregnant_is_offered_to_lie_face_down(catalogue: Catalogue) -> None:
    pregnant = basis(constraints(limitations=(Limitation(kind=LimitationKind.PREGNANCY),)))
    anybody, spared = offered(catalogue, "Barbell Row", basis()), offered(catalogue, "Barbell Row", pregnant)
    assert LIES_FACE_DOWN & {one.id for one in anybody}
    assert LIES_FACE_DOWN & {one.id for one in spared} == frozenset()
    assert spared != []


def test_nothing_is_beyond_the_level(catalogue: Catalogue) -> None:
    found = offered(catalogue, "Pull-Up", basis(experience=ExperienceLevel.NOVICE))
    assert {one.level for one in found} == {ExperienceLevel.NOVICE}


@pytest.mark.parametrize("is_hard", [False, True])
def test_no_exercise_is_offered_that_a_lesson_speaks_against(is_hard: bool, catalogue: Catalogue) -> None:
    free = offered(catalogue, "Back Squat", basis())
    first, second = (LessonRule(kind=LessonRuleKind.AVOID_EXERCISE, exercise_id=one.id) for one in free[:2])
    assert offered(catalogue, "Back Squat", taught(first, second, is_hard=is_hard)) == free[2:]


def test_no_movement_is_offered_that_a_lesson_speaks_against(catalogue: Catalogue) -> None:
    free = offered(catalogue, "Box Jump", basis())
    no_jumps = LessonRule(kind=LessonRuleKind.AVOID_PATTERN, pattern=MovementPattern.JUMP)
    assert free[0].pattern is MovementPattern.JUMP
    assert offered(catalogue, "Box Jump", taught(no_jumps)) == [
        one for one in free if one.pattern is not MovementPattern.JUMP
    ]


def test_a_limitation_that_was_learned_counts_like_one_of_the_profile(catalogue: Catalogue) -> None:
    learned = taught(LessonRule(kind=LessonRuleKind.LIMITATION, limitation=LimitationKind.KNEE), is_hard=True)
    told = basis(constraints(limitations=(Limitation(kind=LimitationKind.KNEE),)))
    assert offered(catalogue, "Back Squat", learned) == offered(catalogue, "Back Squat", told)


def test_what_is_offered_is_ordered_by_likeness(catalogue: Catalogue) -> None:
    exercise = catalogue[exercise_id("Back Squat")]
    found = offered(catalogue, "Back Squat", basis())
    scores = [likeness(exercise, other) for other in found]
    assert scores == sorted(scores, reverse=True)
    assert len(scores) > 5


def test_a_swap_takes_nothing_that_is_there_already(catalogue: Catalogue) -> None:
    exercise, free = catalogue[exercise_id("Back Squat")], offered(catalogue, "Back Squat", basis())
    left = fitting_alternatives(exercise, basis=basis(), catalogue=catalogue, taken={free[1].id}, limit=3)
    assert left == [free[0], *free[2:4]]


def test_before_a_profile_is_saved_all_equipment_counts_as_had(catalogue: Catalogue) -> None:
    anybody = offered(catalogue, "Back Squat", None)
    assert anybody == offered(catalogue, "Back Squat", basis(experience=ExperienceLevel.ADVANCED))
    assert replacements(catalogue, catalogue[exercise_id("Back Squat")], None, limit=5) == anybody[:5]
