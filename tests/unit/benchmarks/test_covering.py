"""The benchmark's athletes: every pair of values comes up, and the same seed makes the same people."""

import msgspec

from benchmarks.plans.athletes import ATHLETES, WARNED, bench_athletes
from benchmarks.plans.covering import covering_rows, uncovered
from benchmarks.plans.dimensions import AGE_BANDS, SIZES
from domain.exercise import Catalogue
from domain.terms import ExperienceLevel, LimitationKind, Sport, TrainingFocus

SMALL = {"one": 3, "two": 4, "three": 2}


def test_every_pair_of_values_is_in_some_row() -> None:
    rows = covering_rows(SMALL, seed=1)
    assert uncovered(rows, SMALL) == set()
    assert len(rows) < 3 * 4 * 2
    assert uncovered(rows[:1], SMALL) != set()


def test_the_same_seed_makes_the_same_rows_and_another_one_others() -> None:
    assert covering_rows(SMALL, seed=1) == covering_rows(SMALL, seed=1)
    assert covering_rows(SIZES, seed=1) != covering_rows(SIZES, seed=2)


def test_two_hundred_athletes_cover_all_pairs_of_what_athletes_differ_in(catalogue: Catalogue) -> None:
    athletes = bench_athletes(catalogue, weeks=8)
    assert len(athletes) == ATHLETES
    assert uncovered([athlete.row for athlete in athletes[:-WARNED]], SIZES) == set()


def test_they_are_of_all_ages_focuses_levels_limitations_sports_and_days(catalogue: Catalogue) -> None:
    bases = [athlete.basis for athlete in bench_athletes(catalogue, weeks=8)]
    assert {low <= basis.age <= high for basis in bases for low, high in AGE_BANDS} == {True, False}
    assert {basis.constraints.focus for basis in bases} == set(TrainingFocus)
    assert {basis.experience for basis in bases} == set(ExperienceLevel)
    assert {it.kind for basis in bases for it in basis.constraints.limitations} == set(LimitationKind)
    assert {sport for basis in bases for sport in basis.constraints.sports} == set(Sport)
    assert {len(basis.constraints.training_days) for basis in bases} == set(range(1, 8))
    assert {basis.week_count for basis in bases} == {8}


def test_the_last_few_have_a_warning_sign_and_nobody_else(catalogue: Catalogue) -> None:
    athletes = bench_athletes(catalogue, weeks=4)
    warned = [it.number for it in athletes if it.basis.constraints.has(LimitationKind.CARDIAC_WARNING)]
    assert warned == list(range(ATHLETES - WARNED, ATHLETES))


def test_they_are_the_same_every_time(catalogue: Catalogue) -> None:
    first, second = (msgspec.json.encode(bench_athletes(catalogue, count=20, weeks=4)) for _ in range(2))
    assert first == second
