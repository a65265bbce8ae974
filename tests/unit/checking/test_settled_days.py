"""Days that are past or logged are settled: what was learned since is not held against them."""

import datetime

import msgspec
import pytest

from domain.basis import PlanBasis
from domain.lessons import LessonRule, LessonRuleKind
from domain.terms import LimitationKind, Weekday
from tests.unit.checking.judged import is_kept
from tests.unit.checking.sample import MONDAY, basis_with, clean_basis, lesson, lift, limited, plan, sets, week

LUNGES = plan(week(1, {0: (lift("walking-lunge", *sets(2)),), 3: (lift("walking-lunge", *sets(2)),)}))
THURSDAY = MONDAY + datetime.timedelta(days=3)
NO_MONDAYS = lesson(LessonRule(kind=LessonRuleKind.REST_ON_DAYS, weekdays=(Weekday.MONDAY,)), is_hard=True)


def without_mondays(basis: PlanBasis) -> PlanBasis:
    days = tuple(day for day in basis.constraints.training_days if day is not Weekday.MONDAY)
    return msgspec.structs.replace(basis, constraints=msgspec.structs.replace(basis.constraints, training_days=days))


CASES = {
    "R05": basis_with(lessons=(NO_MONDAYS,)),
    "R07": limited(LimitationKind.KNEE),
    "R03": without_mondays(clean_basis()),
}


@pytest.mark.parametrize("rule", ["R05", "R03"])
def test_a_settled_day_is_not_held_against_what_was_learned_since(rule: str) -> None:
    settled = msgspec.structs.replace(CASES[rule], settled=frozenset({MONDAY}))
    assert (is_kept(rule, LUNGES, CASES[rule]), is_kept(rule, LUNGES, settled)) == (False, True)


def test_the_days_ahead_are_still_held_against_it() -> None:
    monday_alone = msgspec.structs.replace(CASES["R07"], settled=frozenset({MONDAY}))
    both = msgspec.structs.replace(CASES["R07"], settled=frozenset({MONDAY, THURSDAY}))
    no_lunges_ahead = plan(week(1, {0: (lift("walking-lunge", *sets(2)),), 3: (lift("chair-squat", *sets(2)),)}))
    assert is_kept("R07", LUNGES, monday_alone) is False
    assert is_kept("R05", no_lunges_ahead, both) is None
