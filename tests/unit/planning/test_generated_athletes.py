"""Many varied athletes: there is a plan for each, and it keeps every hard rule."""

import pytest

from domain.constraints import Limitation
from domain.exercise import Catalogue
from domain.terms import Equipment, ExperienceLevel, LimitationKind, TrainingFocus
from services.checking.check import broken_rules, check_plan
from tests.unit.planning.athletes import LIMITATIONS, athlete, taught
from tests.unit.planning.making import basis, constraints, endurance_of, plan, strength_of

ATHLETES = 60
TAUGHT_ATHLETES = 16


@pytest.mark.parametrize("number", range(ATHLETES))
def test_a_plan_for_this_athlete_keeps_every_hard_rule(number: int, catalogue: Catalogue) -> None:
    of = athlete(number, catalogue)
    document = plan(of, catalogue)
    quality = check_plan(of, document, catalogue)
    assert broken_rules(quality) == ()
    assert quality.score >= 75
    assert len(document.weeks) == of.week_count


@pytest.mark.parametrize("number", range(TAUGHT_ATHLETES))
def test_a_plan_after_feedback_keeps_every_hard_rule_and_every_hard_lesson(number: int, catalogue: Catalogue) -> None:
    of = taught(number, catalogue)
    quality = check_plan(of, plan(of, catalogue), catalogue)
    assert broken_rules(quality) == ()
    assert quality.score >= 60


@pytest.mark.parametrize("kind", LIMITATIONS)
def test_whoever_has_one_limitation_and_nothing_at_home_gets_a_plan(kind: LimitationKind, catalogue: Catalogue) -> None:
    at_home = constraints(
        focus=TrainingFocus.GENERAL_HEALTH,
        session_minutes=20,
        equipment=(Equipment.BODY_WEIGHT,),
        limitations=(Limitation(kind=kind),),
    )
    beginner = basis(at_home, experience=ExperienceLevel.NOVICE, week_count=5)
    document = plan(beginner, catalogue)
    assert broken_rules(check_plan(beginner, document, catalogue)) == ()
    assert strength_of(document)
    assert endurance_of(document)
