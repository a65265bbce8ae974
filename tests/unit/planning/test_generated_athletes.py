"""Seventy-five varied athletes: there is a plan for each, and it keeps every hard rule."""

import pytest

from domain.exercise import Catalogue
from services.checking.check import broken_rules, check_plan
from tests.unit.planning.athletes import athlete
from tests.unit.planning.making import plan

ATHLETES = 75


@pytest.mark.parametrize("number", range(ATHLETES))
def test_a_plan_for_this_athlete_keeps_every_hard_rule(number: int, catalogue: Catalogue) -> None:
    basis = athlete(number, catalogue)
    document = plan(basis, catalogue)
    quality = check_plan(basis, document, catalogue)
    assert broken_rules(quality) == ()
    assert quality.score >= 80
    assert len(document.weeks) == basis.week_count
