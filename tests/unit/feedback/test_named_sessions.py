"""The long run and the easy ones: a message on the one leaves the others alone."""

import pytest

from services.feedback.understanding import understood
from tests.unit.feedback.sample import told
from tests.unit.feedback.test_answers import paced_run


@pytest.mark.parametrize(
    ("message", "meaning"),
    [
        ("make the long run shorter", "shorter RUNNING @0"),
        ("the long run is too long", "shorter RUNNING @0"),
        ("swap the long run for a ride", "swap RUNNING>CYCLING @0"),
        ("drop the long run", "remove RUNNING @0"),
        ("remove the easy runs", "remove RUNNING @5,12,19,26"),
        ("move the long run to Tuesday", "move @0>@1"),
        ("make the runs shorter", "shorter RUNNING @all"),
        ("swap the long ride for a run", "swap CYCLING>RUNNING @all"),
    ],
)
def test_a_session_is_meant_by_its_name(message: str, meaning: str) -> None:
    """The plan has a long run on its first Monday, and easy ones on Saturdays."""
    assert told(understood(message, paced_run())) == meaning
