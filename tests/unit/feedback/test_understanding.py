"""What messages are understood to say, family by family."""

import pytest

from tests.unit.feedback import (
    messages_on_days,
    messages_on_exercises,
    messages_on_safety,
    messages_on_the_rest,
)
from tests.unit.feedback.sample import read, told

TABLES = (messages_on_exercises, messages_on_days, messages_on_safety, messages_on_the_rest)
MESSAGES = [row for table in TABLES for row in table.MESSAGES]


@pytest.mark.parametrize(("message", "intent", "meaning"), MESSAGES, ids=[row[0][:60] for row in MESSAGES])
def test_a_message_is_understood(message: str, intent: str, meaning: str) -> None:
    found = read(message)

    assert (found.intent, told(found)) == (intent, meaning)
