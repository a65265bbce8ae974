"""The script and its corrections, against exercises that were annotated by hand before it was asked."""

import tomllib
from pathlib import Path

import msgspec
import pytest

from db.seed import annotate
from db.seed.catalogue import read_catalogue, seed_rows
from db.seed.sources import read_sources
from domain.exercise import Catalogue, Exercise

FIXED: dict[str, dict[str, str]] = tomllib.loads(
    Path(__file__).with_name("annotations_fixed_by_hand.toml").read_text(encoding="utf-8")
)
FLAGS = {
    "UNILATERAL": "is_unilateral",
    "TIMED": "is_timed",
    "BALANCE": "is_balance",
    "FALL_RISK": "has_fall_risk",
}


def as_fixed(exercise: Exercise) -> dict[str, set[str]]:
    """An exercise in the terms of the file, its lists as sets."""
    return {
        "primary": set(exercise.primary_muscles),
        "secondary": set(exercise.secondary_muscles),
        "equipment": set(exercise.equipment),
        "pattern": {exercise.pattern},
        "mechanic": {exercise.mechanic},
        "level": {exercise.level},
        "traits": {word for word, field in FLAGS.items() if getattr(exercise, field)},
        "stresses": set(exercise.stresses),
    }


@pytest.mark.parametrize("name", FIXED)
def test_the_script_agrees_with_the_annotation_by_hand(catalogue: Catalogue, name: str) -> None:
    exercise = catalogue[annotate.exercise_id(name)]
    assert exercise.name == name
    assert as_fixed(exercise) == {field: set(words.split()) for field, words in FIXED[name].items()}


def test_at_least_120_exercises_are_annotated_by_hand() -> None:
    assert len(FIXED) >= 120


@pytest.mark.parametrize(
    ("field", "kind"),
    [
        ("pattern", "MovementPattern"),
        ("stresses", "JointStress"),
        ("level", "ExperienceLevel"),
        ("mechanic", "Mechanic"),
    ],
)
def test_they_show_every_value(field: str, kind: str) -> None:
    shown = {word for annotation in FIXED.values() for word in annotation[field].split()}
    assert shown == set(getattr(annotate, kind))


def test_they_show_all_equipment_that_the_catalogue_needs(catalogue: Catalogue) -> None:
    shown = {word for annotation in FIXED.values() for word in annotation["equipment"].split()}
    assert shown == {needed for exercise in catalogue for needed in exercise.equipment}


def test_the_committed_catalogue_is_what_the_script_makes() -> None:
    fresh = annotate.as_lines(annotate.annotated(read_sources()))
    assert annotate.CATALOGUE_FILE.read_bytes() == fresh, "run python -m db.seed.annotate"


def test_every_name_in_the_hand_written_files_is_somebodys() -> None:
    assert list(annotate.unmatched(read_sources())) == []


def test_a_slip_of_the_pen_in_a_name_is_noticed() -> None:
    sources = read_sources()
    slipped = msgspec.structs.replace(sources, names={**sources.names, "Benhc Press": ("Bench Press",)})
    assert list(annotate.unmatched(slipped)) == ["Benhc Press"]


def test_a_correction_says_why() -> None:
    assert [name for name, correction in read_sources().corrections.items() if not correction.reason] == []


def test_no_correction_repeats_what_the_rules_would_say() -> None:
    """One that changes nothing is dead, and hides what its exercise would get without it."""
    sources = read_sources()
    with_all = {exercise.name: exercise for exercise in annotate.annotated(sources)}
    without = msgspec.structs.replace(sources, corrections={})
    unchanged = {
        exercise.name
        for exercise in annotate.annotated(without)
        if exercise.name in sources.corrections and exercise == with_all[exercise.name]
    }
    assert unchanged == set()


def test_an_exercise_has_one_usefulness() -> None:
    useful = read_sources().usefulness
    named = [*useful.staple, *useful.common, *useful.on_request]
    assert sorted(named) == sorted(set(named))


def test_a_correction_of_the_gear_reaches_what_follows_from_it() -> None:
    """The trap bar, which the facts file under other, is a barbell, and so the deadlift with it is heavy on the spine."""
    sources = read_sources()
    corrections = {
        "Trap Bar Deadlift": msgspec.structs.replace(sources.corrections["Trap Bar Deadlift"], stresses=None)
    }
    made = annotate.annotated(msgspec.structs.replace(sources, corrections=corrections))
    deadlift = next(exercise for exercise in made if exercise.name == "Trap Bar Deadlift")
    assert deadlift.stresses == ("SPINE_AXIAL", "VALSALVA")


def test_the_check_says_whether_the_committed_file_is_stale(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    elsewhere = tmp_path / "exercises.json"
    monkeypatch.setattr(annotate, "CATALOGUE_FILE", elsewhere)
    assert annotate.main(["--check"]) == 1
    assert not elsewhere.exists()
    assert annotate.main([]) == 0
    assert annotate.main(["--check"]) == 0
    elsewhere.write_bytes(elsewhere.read_bytes() + b"\n")
    assert annotate.main(["--check"]) == 1


def test_the_version_is_a_short_hash_that_stays() -> None:
    version = read_catalogue().version
    assert len(version) == 12
    assert version == read_catalogue().version


def test_the_rows_to_seed_are_the_exercises_as_plain_values(catalogue: Catalogue) -> None:
    rows = seed_rows()
    assert len(rows) == len(catalogue)
    assert [msgspec.convert(row, Exercise) for row in rows[:3]] == sorted(catalogue, key=lambda one: one.id)[:3]
