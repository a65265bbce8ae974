"""Exercises done in turn: how long they take, when their rests are rests (R29), and what notes say of them (R48)."""

import msgspec
import pytest

from domain.plan import SetTarget, StrengthActivity
from services.checking.durations import pair_seconds
from tests.unit.checking.judged import day_of, is_kept, score, verdict
from tests.unit.checking.sample import hold, lift, sets, warm_up

TEN = SetTarget(reps=10, rest_seconds=60)
"""Forty seconds and a minute of rest."""


def in_turn(slug: str, *targets: SetTarget, note: str | None = None) -> StrengthActivity:
    return msgspec.structs.replace(lift(slug, *targets), pair=1, note=note)


@pytest.mark.parametrize(
    ("one", "other", "seconds"),
    [
        ((TEN,) * 2, (TEN,) * 2, 2 * 110),  # two sets of work and two ways of 15 seconds are longer than set and rest
        ((TEN,), (SetTarget(reps=10, rest_seconds=120),), 160),  # the longer rest decides
        ((TEN,) * 3, (TEN,), 110 + 2 * 100),  # what is left follows on its own
        ((warm_up(), TEN), (TEN,), 32 + 60 + 110),
        ((SetTarget(reps=10, rest_seconds=10),), (SetTarget(reps=10, rest_seconds=10),), 100),  # nothing to gain
        ((), (TEN,), 100),
    ],
)
def test_a_round_takes_as_long_as_its_slower_half(
    one: tuple[SetTarget, ...], other: tuple[SetTarget, ...], seconds: float
) -> None:
    assert pair_seconds((one, False), (other, False)) == pair_seconds((other, False), (one, False)) == seconds


def test_one_side_at_a_time_takes_twice_the_work_in_a_round_too() -> None:
    assert pair_seconds(((TEN,), True), ((TEN,), False)) == 80 + 40 + 30


def test_minutes_of_a_day_count_on_pairs_and_only_on_two_of_a_number() -> None:
    push, pull = in_turn("push-up", *(TEN,) * 3), in_turn("pull-up", *(TEN,) * 3)
    squat = in_turn("chair-squat", *(TEN,) * 3)
    assert day_of(push, pull).weeks[0].days[0].estimated_minutes == 5 + 1 + 6
    assert day_of(push, lift("pull-up", *(TEN,) * 3)).weeks[0].days[0].estimated_minutes == 5 + 1 + 10
    assert day_of(push, pull, squat).weeks[0].days[0].estimated_minutes == 5 + 2 + 15


@pytest.mark.parametrize(("other", "expected"), [("pull-up", 1.0), ("chest-press", 0.0)])
def test_r29_a_rest_in_which_the_same_muscle_works_is_none(other: str, expected: float) -> None:
    assert score("R29", day_of(in_turn("push-up", *sets(2)), in_turn(other, *sets(2)))) == expected
    assert score("R29", day_of(lift("push-up", *sets(2)), lift(other, *sets(2)))) == 1


def test_r29_says_what_works_in_the_rest() -> None:
    found = verdict("R29", day_of(in_turn("plank", *hold(1, 30)), in_turn("sit-up", *sets(1))), hard=False)
    assert found is not None
    assert found.finding.startswith(
        "0 of 2 kept: Plank on Monday 23 November rests 60 seconds, in which the same muscle works on"
    )


@pytest.mark.parametrize(
    ("note", "kept"),
    [
        (None, True),
        ("In turn with Pull Up: a set of one, then a set of the other.", True),
        ("In turn with Lat Pulldown: a set of one, then a set of the other.", False),
        ("The other way round, in turn with Plank.", False),
        ("In turn with nothing.", False),
        ("Like a Plank.", True),
    ],
)
def test_r48_what_is_done_in_turn_is_what_the_note_says(note: str | None, kept: bool) -> None:
    pull, plank = in_turn("pull-up", *sets(2)), lift("plank", *hold(2, 30))
    assert is_kept("R48", day_of(in_turn("push-up", *sets(2), note=note), pull, plank)) is kept


def test_r48_what_stands_alone_is_done_in_turn_with_nothing() -> None:
    alone = in_turn("push-up", *sets(2), note="In turn with Pull Up: a set of one, then a set of the other.")
    found = verdict("R48", day_of(alone, lift("pull-up", *sets(2))), hard=True)
    assert found is not None
    assert found.finding == "A note on Monday 23 November says “in turn with Pull Up”, which is not so."
