"""Exercise.alternatives and swaps answer by one scoring: the same exercises in the same order for the same athlete."""

import datetime

import msgspec
import pytest

from db.seed.annotate import exercise_id
from domain.constraints import Constraints, Limitation
from domain.exercise import Catalogue
from domain.ids import ExerciseId
from domain.lessons import LessonRule, LessonRuleKind
from domain.profile import Gender, Profile, UnitSystem
from domain.terms import Equipment, ExperienceLevel, LimitationKind
from services.planning.catalogue import likeness
from services.planning.edits.alternatives import fitting_alternatives
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


def profile_with(facts: Constraints, level: ExperienceLevel = ExperienceLevel.INTERMEDIATE) -> Profile:
    return Profile(
        id="profile",
        display_name="Ann",
        birth_year=1996,
        gender=Gender.FEMALE,
        height_cm=170,
        weight_kg=70,
        unit_system=UnitSystem.METRIC,
        time_zone="UTC",
        goal="Get stronger.",
        experience=level,
        constraints=facts,
        updated_at=datetime.datetime(2026, 11, 23, tzinfo=datetime.UTC),
    )


def named(name: str) -> ExerciseId:
    return exercise_id(name)


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("kit", KITS, ids=lambda kit: kit[0].value.lower())
def test_what_is_offered_is_what_a_swap_chooses_from(
    name: str, kit: tuple[Equipment, ...], catalogue: Catalogue
) -> None:
    facts, exercise = constraints(equipment=kit), catalogue[named(name)]
    offered = replacements(catalogue, exercise, profile_with(facts), limit=EVERYTHING)
    chosen_from = fitting_alternatives(exercise, basis=basis(facts), catalogue=catalogue)
    assert [one.id for one in offered] == [one.id for one in chosen_from]


@pytest.mark.parametrize("kind", LIMITATIONS)
def test_it_is_so_with_each_limitation_too(kind: LimitationKind, catalogue: Catalogue) -> None:
    facts = constraints(limitations=(Limitation(kind=kind),))
    for name in NAMES:
        exercise = catalogue[named(name)]
        offered = replacements(catalogue, exercise, profile_with(facts), limit=EVERYTHING)
        chosen_from = fitting_alternatives(exercise, basis=basis(facts), catalogue=catalogue)
        assert [one.id for one in offered] == [one.id for one in chosen_from]


@pytest.mark.parametrize("level", ExperienceLevel)
def test_it_is_so_at_each_level(level: ExperienceLevel, catalogue: Catalogue) -> None:
    exercise = catalogue[named("Pull-Up")]
    offered = replacements(catalogue, exercise, profile_with(constraints(), level), limit=EVERYTHING)
    chosen_from = fitting_alternatives(exercise, basis=basis(experience=level), catalogue=catalogue)
    assert [one.id for one in offered] == [one.id for one in chosen_from]


def test_both_are_ordered_by_likeness(catalogue: Catalogue) -> None:
    exercise = catalogue[named("Back Squat")]
    found = fitting_alternatives(exercise, basis=basis(), catalogue=catalogue)
    scores = [likeness(exercise, other) for other in found]
    assert scores == sorted(scores, reverse=True)
    assert len(scores) > 5


def test_a_swap_leaves_out_what_lessons_speak_against_and_what_is_there_already(catalogue: Catalogue) -> None:
    exercise = catalogue[named("Back Squat")]
    free = fitting_alternatives(exercise, basis=basis(), catalogue=catalogue)
    first, second, third = (one.id for one in free[:3])
    lessons = (
        lesson(LessonRule(kind=LessonRuleKind.AVOID_EXERCISE, exercise_id=first), is_hard=True, number=1),
        lesson(LessonRule(kind=LessonRuleKind.AVOID_EXERCISE, exercise_id=second), is_hard=False, number=2),
    )
    taught = msgspec.structs.replace(basis(), lessons=lessons)
    left = fitting_alternatives(exercise, basis=taught, catalogue=catalogue, taken={third})
    assert [one.id for one in left] == [one.id for one in free[3:]]


def test_before_a_profile_is_saved_all_equipment_counts_as_had(catalogue: Catalogue) -> None:
    exercise = catalogue[named("Back Squat")]
    anybody = replacements(catalogue, exercise, None, limit=EVERYTHING)
    advanced = replacements(
        catalogue, exercise, profile_with(constraints(), ExperienceLevel.ADVANCED), limit=EVERYTHING
    )
    assert anybody == advanced
    assert replacements(catalogue, exercise, None, limit=5) == anybody[:5]
