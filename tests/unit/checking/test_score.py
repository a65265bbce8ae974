"""The score is the weighted mean of what counts, and 0 where something that must hold is broken."""

import pytest

from domain.plan import PlanQuality, RuleOutcome
from services.checking.check import broken_rules, check_plan, newly_broken, soft_score
from services.checking.reading import Reading
from services.checking.rules import Group, Rule, Verdict, must_hold, within
from tests.unit.checking.exercises import CATALOGUE
from tests.unit.checking.sample import clean_basis, clean_plan, lift, sets, with_added


def _rule(group: Group | None, weight: float = 1.0) -> Rule:
    def judge(_: Reading) -> Verdict | None:
        return None

    return Rule(id="R00", description="", bound="", source="", group=group, weight=weight, judge=judge)


def _outcome(rule: str, score: float, *, is_hard: bool = True) -> RuleOutcome:
    return RuleOutcome(rule=rule, description="", is_hard=is_hard, score=score, finding="", source="")


def test_each_group_has_its_share_of_the_score() -> None:
    judged = [(_rule(group), Verdict(1.0, "")) for group in Group if group is not Group.VOLUME]
    judged.append((_rule(Group.VOLUME), Verdict(0.0, "")))
    assert soft_score(judged) == 75


def test_the_share_of_a_group_without_a_rule_that_applies_falls_to_the_others() -> None:
    judged = [(_rule(Group.FIT), Verdict(1.0, "")), (_rule(Group.VOLUME), Verdict(0.0, ""))]
    assert soft_score(judged) == pytest.approx(100 * 20 / 45)


def test_a_rule_of_low_weight_has_half_a_part_of_its_group() -> None:
    judged = [(_rule(Group.FIT), Verdict(1.0, "")), (_rule(Group.FIT, 0.5), Verdict(0.0, ""))]
    assert soft_score(judged) == pytest.approx(100 * 2 / 3)


def test_rules_that_must_hold_do_not_count_toward_the_score() -> None:
    judged = [(_rule(None), Verdict(0.5, "")), (_rule(Group.FIT), Verdict(1.0, ""))]
    assert soft_score(judged) == 100


def test_a_plan_to_which_nothing_soft_applies_is_not_marked_down() -> None:
    assert soft_score([]) == 100


def test_a_broken_rule_makes_the_score_zero_and_leaves_the_other_outcomes() -> None:
    faulty = with_added(clean_plan(), 0, lift("moon-walk", *sets(1)))
    quality = check_plan(clean_basis(), faulty, CATALOGUE)
    assert quality.score == 0
    assert [outcome.rule for outcome in broken_rules(quality)] == ["R01"]
    assert len(quality.rules) == len(check_plan(clean_basis(), clean_plan(), CATALOGUE).rules)


def test_only_rules_that_must_hold_are_broken() -> None:
    quality = PlanQuality(
        score=0, rules=(_outcome("R25", 0.0, is_hard=False), _outcome("R01", 1.0), _outcome("R02", 0.5))
    )
    assert [outcome.rule for outcome in broken_rules(quality)] == ["R02"]


def test_what_was_broken_before_and_is_no_worse_is_not_newly_broken() -> None:
    before = PlanQuality(score=0, rules=(_outcome("R01", 0.5), _outcome("R02", 1.0), _outcome("R03", 0.5)))
    after = PlanQuality(score=0, rules=(_outcome("R01", 0.5), _outcome("R02", 0.5), _outcome("R03", 0.3333)))
    assert [outcome.rule for outcome in newly_broken(before, after)] == ["R02", "R03"]


def test_a_rule_that_did_not_apply_before_can_be_newly_broken() -> None:
    after = PlanQuality(score=0, rules=(_outcome("R39", 0.5),))
    assert [outcome.rule for outcome in newly_broken(PlanQuality(score=80, rules=()), after)] == ["R39"]


def test_more_faults_make_a_lower_score_and_three_are_spelled_out() -> None:
    verdict = must_hold(["a", "b", "c", "d", "e"], kept="fine")
    assert verdict == Verdict(1 / 6, "A; b; c; and 2 more.")
    assert must_hold(["a", "b", "c"], kept="fine") == Verdict(1 / 4, "A; b; c.")
    assert must_hold([], kept="fine") == Verdict(1.0, "fine")


def test_a_band_counts_fully_inside_and_less_outside() -> None:
    assert [within(value, 4, 8) for value in (2, 4, 8, 12, 16, 20)] == [0.5, 1, 1, 0.5, 0, 0]


def test_checking_the_same_plan_twice_gives_the_same_quality() -> None:
    assert check_plan(clean_basis(), clean_plan(), CATALOGUE) == check_plan(clean_basis(), clean_plan(), CATALOGUE)
