"""How well messages are understood as a whole; `make bench-feedback` prints the figures of each intent."""

from collections import Counter
from functools import cache

import pytest

from domain.conversation import FeedbackIntent
from services.feedback.second_reading import is_left_open
from tests.unit.feedback.measuring import Reading, expected_of, macro_f1, readings_of, scores

EVERY = 12
"""Of the many messages of the development set, so that the suite stays fast; the held-out set is read whole."""


@cache
def readings(name: str) -> tuple[Reading, ...]:
    return readings_of(name, every=EVERY if name == "development" else 1)


@pytest.mark.parametrize(("name", "least"), [("development", 0.96), ("held_out", 0.93)])
def test_intents_are_understood(name: str, least: float) -> None:
    """The rules were written without the held-out set."""
    assert macro_f1(readings(name)) >= least


@pytest.mark.parametrize("name", ["development", "held_out"])
def test_no_alarm_is_missed(name: str) -> None:
    assert scores(readings(name))[FeedbackIntent.SAFETY].recall == 1


@pytest.mark.parametrize("name", ["development", "held_out"])
def test_a_model_is_never_asked_about_an_alarm_or_an_understood_wish(name: str) -> None:
    understood = [one.found for one in readings(name) if one.found.alarms or one.found.wishes or one.found.clearance]

    assert understood
    assert not [found for found in understood if is_left_open(found)]


@pytest.mark.parametrize("name", ["development", "held_out"])
def test_what_asks_for_nothing_changes_nothing(name: str) -> None:
    assert [one.expected.message for one in readings(name) if one.is_unasked] == []


def test_each_intent_has_its_share_of_both_sets() -> None:
    for name in ("development", "held_out"):
        counts = Counter(one.intent for one in expected_of(name)).values()
        assert min(counts) * 2 > max(counts), name
