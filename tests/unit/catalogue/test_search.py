"""What people write, and the exercises that it means."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from db.seed.annotate import exercise_id
from db.seed.catalogue import read_catalogue
from domain.exercise import Catalogue, Exercise
from domain.terms import Equipment, ExperienceLevel, MovementPattern, Muscle
from services.planning.catalogue import CatalogueSearch, ExerciseFilter, best_name_match, matches, search
from services.planning.exercise_names import words_of

EVERYTHING = CatalogueSearch(read_catalogue())


def plan(catalogue: Catalogue, *names: str) -> list[Exercise]:
    return [catalogue[exercise_id(name)] for name in names]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Bench Press", "Bench Press"),
        ("bench press", "Bench Press"),
        ("BENCH-PRESS", "Bench Press"),
        ("benchpress", "Bench Press"),
        ("bench pres", "Bench Press"),
        ("flat bench presses", "Bench Press"),
        ("squats", "Back Squat"),
        ("goblt sqaut", "Goblet Squat"),
        ("dumbell row", "Dumbbell Row"),
        ("DB rows", "Dumbbell Row"),
        ("pull ups", "Pull-Up"),
        ("pullups", "Pull-Up"),
        ("push ups", "Push-Up"),
        ("press-ups", "Push-Up"),
        ("sit ups", "Sit-Up"),
        ("lat pull-downs", "Lat Pulldown"),
        ("deadlfit", "Deadlift"),
        ("RDLs", "Romanian Deadlift"),
        ("romanian dead lift", "Romanian Deadlift"),
        ("OHP", "Overhead Press"),
        ("military press", "Overhead Press"),
        ("kb swings", "Kettlebell Swing"),
        ("skullcrushers", "Skull Crusher"),
        ("farmers carry", "Farmer's Walk"),
        ("farmer\u2019s walk", "Farmer's Walk"),
        ("nordics", "Nordic Curl"),
        ("single arm dumbbell row", "One-Arm Dumbbell Row"),
        ("swiss ball leg curl", "Exercise Ball Leg Curl"),
        ("hamstring curls", "Lying Leg Curl"),
        ("Butt Lift (Bridge)", "Glute Bridge"),
        ("chest flies", "Dumbbell Fly"),
        ("the lunges", "Walking Lunge"),
        ("calf raise", "Bodyweight Calf Raise"),
    ],
)
def test_what_people_write_finds_what_they_mean(text: str, name: str) -> None:
    assert EVERYTHING.search(text)[0].name == name


@pytest.mark.parametrize("text", ["", "   ", "!!!", "\u2014", "the", "\u7b11", "\U0001f4aa"])
def test_a_text_that_says_nothing_finds_nothing(text: str) -> None:
    assert EVERYTHING.search(text) == []
    assert EVERYTHING.best(text) is None


@pytest.mark.parametrize("text", ["pilates reformer", "quantum", "kniebeugen", "xyzzy squat"])
def test_what_no_exercise_is_called_finds_nothing(text: str) -> None:
    assert EVERYTHING.search(text) == []


def test_every_name_and_alias_finds_its_exercise_first(catalogue: Catalogue) -> None:
    missed = [
        (text, found.name)
        for exercise in catalogue
        if exercise.usefulness == 3
        for text in (exercise.name, *exercise.aliases)
        if (found := EVERYTHING.search(text)[0]) != exercise
    ]
    assert missed == []


def test_the_beginning_of_a_word_is_enough_while_typing() -> None:
    assert "Bulgarian Split Squat" in [found.name for found in EVERYTHING.search("bulg")[:3]]


def test_among_equals_the_useful_come_first() -> None:
    usefulness = [found.usefulness for found in EVERYTHING.search("row")[:10]]
    assert usefulness == sorted(usefulness, reverse=True)


def test_a_search_is_limited(catalogue: Catalogue) -> None:
    assert len(search(catalogue, "press", limit=7)) == 7
    assert len(search(catalogue, "press")) == 50


def test_a_single_question_and_a_prepared_search_answer_the_same(catalogue: Catalogue) -> None:
    assert search(catalogue, "incline press") == EVERYTHING.search("incline press")


@given(st.text(max_size=200))
def test_no_text_breaks_the_search(text: str) -> None:
    assert len(EVERYTHING.search(text)) <= 50


def test_words_are_brought_to_their_plainest_form() -> None:
    assert words_of("The Pull-Ups & Flyes, des\u0301!") == ("pull", "up", "fly", "de")
    assert words_of("DB presses") == ("dumbbell", "press")


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("lunges", "Dumbbell Reverse Lunge"),
        ("the squat", "Goblet Squat"),
        ("rows", "Seated Cable Row"),
        ("cable rows", "Seated Cable Row"),
        ("pushups", "Knee Push-Up"),
        ("reverse lunge", "Dumbbell Reverse Lunge"),
        ("lunegs", "Dumbbell Reverse Lunge"),
    ],
)
def test_half_a_name_means_the_exercise_of_the_plan(catalogue: Catalogue, text: str, name: str) -> None:
    exercises = plan(catalogue, "Goblet Squat", "Dumbbell Reverse Lunge", "Seated Cable Row", "Knee Push-Up", "Plank")
    found = best_name_match(exercises, text)
    assert found is not None
    assert found.name == name


@pytest.mark.parametrize(
    "text",
    [
        "deadlifts",
        "bench press",
        "back squat",
        "my knee",
        "dumbbells",
        "the cable machine",
        "reserve",
        "dumb",
        "",
    ],
)
def test_what_is_not_in_the_plan_is_not_guessed(catalogue: Catalogue, text: str) -> None:
    exercises = plan(catalogue, "Goblet Squat", "Dumbbell Reverse Lunge", "Seated Cable Row", "Knee Push-Up", "Plank")
    assert best_name_match(exercises, text) is None


def test_the_likest_of_two_wins(catalogue: Catalogue) -> None:
    found = best_name_match(plan(catalogue, "Front Squat", "Back Squat"), "front squats")
    assert found is not None
    assert found.name == "Front Squat"


def test_no_candidates_no_match() -> None:
    assert best_name_match([], "squat") is None


def test_a_filter_that_says_nothing_lets_all_through(catalogue: Catalogue) -> None:
    assert all(matches(exercise, ExerciseFilter()) for exercise in catalogue)


@pytest.mark.parametrize(
    ("wanted", "is_match"),
    [
        (ExerciseFilter(muscles=frozenset({Muscle.CHEST})), True),
        (ExerciseFilter(muscles=frozenset({Muscle.CHEST, Muscle.LATS})), True),
        (ExerciseFilter(muscles=frozenset({Muscle.TRICEPS})), False),
        (ExerciseFilter(muscles=frozenset()), False),
        (ExerciseFilter(equipment=frozenset({Equipment.DUMBBELL, Equipment.BENCH})), True),
        (ExerciseFilter(equipment=frozenset({Equipment.DUMBBELL})), False),
        (ExerciseFilter(equipment=frozenset()), False),
        (ExerciseFilter(patterns=frozenset({MovementPattern.HORIZONTAL_PUSH})), True),
        (ExerciseFilter(patterns=frozenset({MovementPattern.VERTICAL_PUSH})), False),
        (ExerciseFilter(level=ExperienceLevel.NOVICE), True),
        (ExerciseFilter(level=ExperienceLevel.ADVANCED), True),
        (ExerciseFilter(muscles=frozenset({Muscle.CHEST}), patterns=frozenset({MovementPattern.CORE})), False),
    ],
)
def test_a_filter_keeps_what_is_all_that_it_says(catalogue: Catalogue, wanted: ExerciseFilter, is_match: bool) -> None:
    assert matches(catalogue[exercise_id("Dumbbell Bench Press")], wanted) is is_match


def test_a_filter_by_level_keeps_what_is_easier(catalogue: Catalogue) -> None:
    nordic = catalogue[exercise_id("Nordic Curl")]
    assert not matches(nordic, ExerciseFilter(level=ExperienceLevel.INTERMEDIATE))
    assert matches(nordic, ExerciseFilter(level=ExperienceLevel.ADVANCED))


def test_body_weight_needs_no_equipment(catalogue: Catalogue) -> None:
    assert matches(catalogue[exercise_id("Push-Up")], ExerciseFilter(equipment=frozenset()))
