"""Athletes whose true maxima nobody knows find the right loads by training; `make bench-adaptation` follows more of them."""

from statistics import mean

from benchmarks.adaptation.course import CLOSE, followed, outcome
from domain.exercise import Catalogue

STEADY = 0.3
"""These feel their effort better than most, so that two are enough to see by."""


def test_from_the_third_week_on_loads_feel_as_intended(catalogue: Catalogue) -> None:
    """A novice and one with experience, five weeks each, with days that differ, missed sessions and slips in their logs."""
    outcomes = [outcome(number, followed(number, catalogue, weeks=5, effort_error=STEADY).felt) for number in (3, 4)]

    assert sum(found.sets for found in outcomes) > 250
    assert mean(found.rpe_error for found in outcomes) <= 0.7
    assert max(found.load_error for found in outcomes) <= CLOSE
    assert min(found.close for found in outcomes) >= 0.95
