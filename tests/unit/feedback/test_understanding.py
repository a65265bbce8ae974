"""What messages are understood to say, family by family."""

import time

import pytest

from tests.unit.feedback import (
    messages_heard_later,
    messages_on_days,
    messages_on_exercises,
    messages_on_safety,
    messages_on_the_rest,
    messages_on_what_was_named,
)
from tests.unit.feedback.sample import read, told

TABLES = (
    messages_on_exercises,
    messages_on_days,
    messages_on_what_was_named,
    messages_on_safety,
    messages_on_the_rest,
)
MESSAGES = [row for table in TABLES for row in table.MESSAGES]


@pytest.mark.parametrize(("message", "intent", "meaning"), MESSAGES, ids=[row[0][:60] for row in MESSAGES])
def test_a_message_is_understood(message: str, intent: str, meaning: str) -> None:
    found = read(message)

    assert (found.intent, told(found)) == (intent, meaning)


@pytest.mark.parametrize(("message", "intent"), messages_heard_later.MESSAGES)
def test_the_intent_of_a_message_is_understood(message: str, intent: str) -> None:
    assert read(message).intent == intent


@pytest.mark.parametrize(
    ("message", "meaning"),
    [
        ("swap it for a plank", ""),
        ("remove the last exercise", "remove plank @0"),
        ("replace the second exercise", "swap walking-lunge>? @0"),
        ("make it easier", "easier @0"),
        ("move this to Tuesday", "move @0>@1"),
        ("I need a rest day", "rest @0"),
        ("too much for this day, only 30 minutes please", "minutes 30 @0"),
        ("add planks and swap the lunges everywhere", "add plank @0; swap walking-lunge>? @all"),
    ],
)
def test_the_day_that_is_looked_at_is_meant_where_none_is_named(message: str, meaning: str) -> None:
    assert told(read(message, looked_at=0)) == meaning


def test_weeks_and_dates_are_counted_from_today() -> None:
    assert told(read("make this week easier", today=9)) == "easier @9,10,11,12,13"
    assert told(read("rest on Wednesday", today=3)) == "rest @9"
    assert told(read("make week 3 shorter")) == "shorter @14,15,16,17,18,19,20"
    assert told(read("rest on 2 December")) == "rest @9"
    assert told(read("rest on 2026-12-02")) == "rest @9"


def test_the_athletes_own_words_are_the_evidence_cut_to_what_is_kept() -> None:
    assert read("  My knee hurts\x00 ").evidence == "My knee hurts"
    assert len(read("My knee hurts. " + "bla " * 200).evidence) == 280


def test_a_long_message_is_read_to_its_end() -> None:
    assert read("bla " * 400 + ". I have chest pain").intent == "SAFETY"


@pytest.mark.parametrize("message", ["a" * 2000, "if " * 600, "not " * 500, "swap " * 400, "(" * 2000, "1 " * 1000])
def test_no_message_takes_long_to_read(message: str) -> None:
    began = time.process_time()

    read(message)

    assert time.process_time() - began < 1
