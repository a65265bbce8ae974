"""Days that are past or logged are settled: what was learned since is not held against them."""

import datetime

import msgspec
import pytest

from domain.basis import PlanBasis
from domain.lessons import LessonRule, LessonRuleKind
from domain.plan import IntervalKind, PlanDocument
from domain.terms import LimitationKind, Weekday
from services.checking.check import broken_ahead, broken_rules, check_plan
from tests.unit.checking.exercises import CATALOGUE
from tests.unit.checking.judged import is_kept
from tests.unit.checking.sample import (
    MONDAY,
    basis_with,
    bout,
    clean_basis,
    interval,
    lesson,
    lift,
    limited,
    plan,
    sets,
    week,
)

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


def _broken_ahead(document: PlanDocument, basis: PlanBasis) -> list[str]:
    quality = check_plan(basis, document, CATALOGUE)
    assert broken_rules(quality) != ()
    return [outcome.rule for outcome in broken_ahead(basis, document, CATALOGUE, quality=quality)]


def test_what_settled_days_break_by_themselves_is_not_broken_ahead() -> None:
    """A run that was too long in a week that has begun stays too long: no later week can mend that."""
    begun = week(1, {0: (bout(interval(IntervalKind.STEADY, 20)),), 3: (bout(interval(IntervalKind.STEADY, 45)),)})
    settled = frozenset(day.date for day in begun.days)
    new_to_it = basis_with(lambda it: msgspec.structs.replace(it, endurance_baselines=()))
    basis = msgspec.structs.replace(new_to_it, settled=settled)
    gentle = week(2, {0: (bout(interval(IntervalKind.STEADY, 30)),)})
    steep = week(2, {0: (bout(interval(IntervalKind.STEADY, 60)),)})

    assert _broken_ahead(plan(begun, gentle), basis) == []
    assert _broken_ahead(plan(begun, steep), basis) == ["R20"]
    assert _broken_ahead(plan(begun, gentle), new_to_it) == ["R20"]


def test_a_false_word_ahead_is_broken_whatever_settled_days_are_like() -> None:
    begun = week(1, {0: (lift("walking-lunge", *sets(2)),)})
    settled = frozenset(day.date for day in begun.days)
    false = msgspec.structs.replace(week(2, {0: (lift("walking-lunge", *sets(2)),)}), goal="Lift 12 working sets.")

    assert "R48" in _broken_ahead(plan(begun, false), msgspec.structs.replace(clean_basis(), settled=settled))
