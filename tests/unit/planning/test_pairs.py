"""Exercises done in turn: which may be, when they are, and that days say how long they take and with what."""

from itertools import pairwise

import pytest

from domain.constraints import Limitation
from domain.exercise import Catalogue
from domain.ids import ExerciseId
from domain.plan import PlanDocument, StrengthActivity
from domain.terms import Equipment, LimitationKind, Mechanic, TrainingFocus, Weekday
from services.checking.check import broken_rules, check_plan
from services.planning.limits import limits_of
from services.planning.minutes import saved_in_turn
from services.planning.pairs import may_pair, pairs_of
from services.planning.strength.pairing import Cost, in_turn, least_saving
from services.planning.strength.prescription import StrengthStyle
from services.planning.strength.session import Choice
from services.planning.wishes import wishes_of
from tests.unit.planning.making import NO_BRIEF, basis, constraints, days_of, plan, strength_of

A_SET = Cost(work=40, rest=60, opening=60)
BUSY = constraints(
    focus=TrainingFocus.MUSCLE,
    session_minutes=30,
    equipment=tuple(Equipment),
    training_days=(Weekday.MONDAY, Weekday.WEDNESDAY, Weekday.FRIDAY),
)


def named(name: str) -> ExerciseId:
    return ExerciseId(f"exercise_{name}")


def style(focus: TrainingFocus = TrainingFocus.MUSCLE) -> StrengthStyle:
    athlete = basis()
    return StrengthStyle(
        focus=focus,
        limits=limits_of(athlete),
        wishes=wishes_of(athlete, NO_BRIEF),
        known=frozenset(),
        is_lean=False,
        is_short=True,
    )


@pytest.mark.parametrize(
    ("one", "other", "fit"),
    [
        ("dumbbell-bench-press", "pull-up", True),  # push with pull
        ("back-squat", "dumbbell-row", True),  # lower with upper
        ("leg-extension", "dumbbell-curl", True),
        ("push-up", "plank", True),
        ("dumbbell-bench-press", "overhead-press", False),  # both push
        ("back-squat", "romanian-deadlift", False),  # legs twice
        ("back-squat", "plank", False),  # a tired trunk under a bar
        ("farmers-walk", "pull-up", False),  # grip
        ("deadlift", "dumbbell-row", False),
        ("bench-press", "barbell-row", False),  # one bar for two
        ("leg-press", "machine-row", False),  # two stations of a gym at once
        ("dumbbell-bench-press", "dumbbell-overhead-triceps-extension", False),  # triceps help to press
        ("dumbbell-curl", "hammer-curl", False),
        ("box-jump", "pull-up", False),
        ("tandem-walk", "push-up", False),
    ],
)
def test_a_pair_leaves_each_of_the_two_its_rest(one: str, other: str, fit: bool, catalogue: Catalogue) -> None:
    first, second = catalogue[named(one)], catalogue[named(other)]
    assert (may_pair(first, second), may_pair(second, first)) == (fit, fit)


def test_a_round_saves_what_the_rests_have_in_common() -> None:
    assert saved_in_turn((40, 60), (40, 60)) == 90
    assert saved_in_turn((40, 120), (40, 60)) == 100
    assert saved_in_turn((40, 10), (40, 10)) == 0
    assert least_saving([A_SET, Cost(work=20, rest=120, opening=60)]) == 90


def session(catalogue: Catalogue, *names: str) -> list[Choice]:
    return [Choice(catalogue[named(name)], 3) for name in names]


def made(
    choices: list[Choice], seconds: int, focus: TrainingFocus = TrainingFocus.MUSCLE
) -> list[tuple[str, int, int | None]]:
    costs = {choice.exercise.id: A_SET for choice in choices}
    found = in_turn(choices, seconds=seconds, costs=costs, style=style(focus))
    return [(choice.exercise.id.removeprefix("exercise_"), choice.sets, choice.pair) for choice in found]


def test_what_fits_is_done_straight(catalogue: Catalogue) -> None:
    choices = session(catalogue, "dumbbell-bench-press", "dumbbell-row")
    assert made(choices, 2 * 360) == [("dumbbell-bench-press", 3, None), ("dumbbell-row", 3, None)]


def test_no_more_pairs_are_made_than_time_asks_for_and_accessories_are_paired_first(catalogue: Catalogue) -> None:
    choices = session(catalogue, "dumbbell-bench-press", "dumbbell-row", "dumbbell-lateral-raise", "leg-extension")
    assert made(choices, 4 * 360 - 200) == [
        ("dumbbell-bench-press", 3, None),
        ("dumbbell-row", 3, None),
        ("dumbbell-lateral-raise", 3, 1),
        ("leg-extension", 3, 1),
    ]
    assert [pair for *_, pair in made(choices, 4 * 360 - 500)] == [1, 1, 2, 2]


def test_sets_go_where_all_pairs_are_not_enough(catalogue: Catalogue) -> None:
    choices = session(catalogue, "dumbbell-bench-press", "dumbbell-row")
    assert made(choices, 350) == [("dumbbell-bench-press", 2, 1), ("dumbbell-row", 2, 1)]
    assert made(choices, 10) == [("dumbbell-bench-press", 1, None), ("dumbbell-row", 1, None)]


def test_for_strength_two_heavy_lifts_are_never_done_in_turn(catalogue: Catalogue) -> None:
    choices = session(catalogue, "back-squat", "dumbbell-row")
    assert made(choices, 500)[0] == ("back-squat", 3, 1)
    assert all(pair is None for *_, pair in made(choices, 500, TrainingFocus.STRENGTH))


@pytest.fixture(scope="module")
def hurried(catalogue: Catalogue) -> PlanDocument:
    return plan(basis(BUSY, week_count=8), catalogue)


def pairs(document: PlanDocument) -> list[tuple[StrengthActivity, StrengthActivity]]:
    lifts = ([a for a in day.activities if isinstance(a, StrengthActivity)] for day in days_of(document))
    return [pair for day in lifts for pair in pairs_of(day)]


def test_where_time_is_short_more_is_done_in_turn_and_every_rule_holds(
    hurried: PlanDocument, catalogue: Catalogue
) -> None:
    assert len(pairs(hurried)) > 2 * 8
    assert max(day.estimated_minutes for day in days_of(hurried)) <= 30
    assert broken_rules(check_plan(basis(BUSY, week_count=8), hurried, catalogue)) == ()


def test_both_of_a_pair_stand_together_fit_and_name_each_other(hurried: PlanDocument, catalogue: Catalogue) -> None:
    neighbours = {(one.id, other.id) for one, other in pairwise(strength_of(hurried))}
    for one, other in pairs(hurried):
        first, second = catalogue[one.exercise_id], catalogue[other.exercise_id]
        assert (one.id, other.id) in neighbours
        assert may_pair(first, second)
        assert (one.note or "").startswith(f"In turn with {second.name}: ")
        assert (other.note or "").startswith(f"In turn with {first.name}: ")
    assert not any("In turn" in (lift.note or "") for lift in strength_of(hurried) if lift.pair is None)


def test_rests_are_as_long_as_without_pairs(hurried: PlanDocument, catalogue: Catalogue) -> None:
    for lift in strength_of(hurried):
        if catalogue[lift.exercise_id].mechanic is Mechanic.COMPOUND:
            assert min(target.rest_seconds for target in lift.sets[-1:]) >= 60


def test_with_time_for_everything_nothing_is_done_in_turn(catalogue: Catalogue) -> None:
    long = constraints(focus=TrainingFocus.MUSCLE, session_minutes=120)
    assert not pairs(plan(basis(long, week_count=1), catalogue))


@pytest.mark.parametrize("kind", [LimitationKind.HYPERTENSION, LimitationKind.ASTHMA])
def test_hearts_and_lungs_that_need_their_rests_have_them_whole(kind: LimitationKind, catalogue: Catalogue) -> None:
    spared = constraints(
        focus=TrainingFocus.MUSCLE,
        session_minutes=30,
        training_days=BUSY.training_days,
        limitations=(Limitation(kind=kind),),
    )
    assert not pairs(plan(basis(spared, week_count=1), catalogue))
