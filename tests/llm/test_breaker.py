"""The breaker and the budget of retries, on a clock that is moved by hand."""

import pytest

from services.llm.breaker import Breaker, BreakerState
from services.llm.budget import RetryBudget
from services.llm.failures import ModelFailureReason, ModelUnusable
from services.llm.pricing import CAREFUL, microdollars, price_of
from tests.llm.conftest import Time


def call(breaker: Breaker, *, is_good: bool) -> None:
    breaker.settle(breaker.admit(), is_good=is_good)


@pytest.fixture
def breaker(time: Time) -> Breaker:
    return Breaker(time.seconds)


def opened(breaker: Breaker) -> Breaker:
    for _ in range(5):
        call(breaker, is_good=False)
    return breaker


def test_four_failures_leave_it_closed_and_the_fifth_opens_it(breaker: Breaker) -> None:
    states = []
    for _ in range(5):
        call(breaker, is_good=False)
        states.append(breaker.state)
    assert states == [BreakerState.CLOSED] * 4 + [BreakerState.OPEN]


def test_one_failure_in_twenty_never_opens_it(breaker: Breaker) -> None:
    for number in range(1000):
        call(breaker, is_good=number % 20 != 0)
    assert breaker.state is BreakerState.CLOSED


def test_half_of_the_last_twenty_open_it(breaker: Breaker) -> None:
    for _ in range(20):
        call(breaker, is_good=True)
    for number in range(10):
        assert breaker.state is BreakerState.CLOSED, number
        call(breaker, is_good=False)
    assert breaker.state is BreakerState.OPEN


def test_while_open_it_turns_calls_away_and_says_how_long(breaker: Breaker, time: Time) -> None:
    opened(breaker)
    time.now += 10
    with pytest.raises(ModelUnusable) as raised:
        breaker.admit()
    assert (raised.value.reason, breaker.seconds_to_wait) == (ModelFailureReason.BREAKER_OPEN, 20)


def test_after_half_a_minute_one_probe_passes_and_no_second(breaker: Breaker, time: Time) -> None:
    opened(breaker)
    time.now += 30
    probe = breaker.admit()
    assert (probe.is_probe, breaker.lets_pass) == (True, False)
    breaker.settle(probe, is_good=True)
    assert breaker.state is BreakerState.CLOSED


def test_each_probe_that_fails_doubles_the_wait_up_to_five_minutes(breaker: Breaker, time: Time) -> None:
    opened(breaker)
    waits = []
    for _ in range(6):
        waits.append(breaker.seconds_to_wait)
        time.now += breaker.seconds_to_wait
        call(breaker, is_good=False)
    assert waits == [30, 60, 120, 240, 300, 300]


def test_a_probe_that_was_given_back_lets_another_one_pass(breaker: Breaker, time: Time) -> None:
    opened(breaker)
    time.now += 30
    breaker.give_back(breaker.admit())
    assert breaker.admit().is_probe


def test_an_outcome_from_before_it_opened_comes_too_late_to_count(breaker: Breaker, time: Time) -> None:
    late = breaker.admit()
    opened(breaker)
    time.now += 30
    breaker.settle(late, is_good=True)
    breaker.trip(late)
    assert (breaker.state, breaker.seconds_to_wait) == (BreakerState.HALF_OPEN, 0)


def test_failures_from_before_it_closed_again_do_not_open_it(breaker: Breaker, time: Time) -> None:
    late = [breaker.admit() for _ in range(5)]
    opened(breaker)
    time.now += 30
    call(breaker, is_good=True)
    for permit in late:
        breaker.settle(permit, is_good=False)
    assert breaker.state is BreakerState.CLOSED


def test_the_budget_gives_ten_retries_and_one_more_each_five_seconds(time: Time) -> None:
    budget = RetryBudget(time.seconds)
    assert [budget.take() for _ in range(11)] == [True] * 10 + [False]
    time.now += 4.9
    assert not budget.take()
    time.now += 0.2
    assert [budget.take(), budget.take()] == [True, False]


def test_the_budget_never_holds_more_than_ten(time: Time) -> None:
    budget = RetryBudget(time.seconds)
    time.now += 10_000
    assert sum(budget.take() for _ in range(20)) == 10


@pytest.mark.parametrize(
    ("model", "expected"),
    [("gpt-4o", 12_500), ("gpt-4o-2024-08-06", 12_500), ("gpt-5-nano", 450), ("gpt-4o-something-new", 210_000)],
)
def test_a_snapshot_costs_what_its_model_costs_and_an_unknown_model_much(model: str, expected: int) -> None:
    assert microdollars(model, input_tokens=1000, output_tokens=1000) == expected


def test_the_price_of_the_unknown_is_above_all_that_are_known() -> None:
    assert price_of("a-model-of-ones-own") == CAREFUL
    assert microdollars("gpt-5-pro", input_tokens=10, output_tokens=10) < microdollars(
        "?", input_tokens=10, output_tokens=10
    )


def test_a_fraction_of_a_microdollar_is_rounded_up() -> None:
    assert microdollars("gpt-5-nano", input_tokens=1, output_tokens=0) == 1
