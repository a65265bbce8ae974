"""The page on the rules is what the code says, and no rule is missing."""

import re
from pathlib import Path

from services.checking.check import RULES
from services.checking.listing import FORMULAS, rules_as_markdown
from services.checking.rules import SHARES

PAGE = Path(__file__).parents[3] / "docs" / "plan-rules.md"

TESTS = re.compile(r"^def test_r(\d\d)_", re.MULTILINE)

HARD_IDS = [f"R{n:02}" for n in (*range(1, 17), 18, 19, 20, 34, 35, 38, 39, 40, 46, 48, 50)]
SOFT_IDS = [
    f"R{n:02}"
    for n in (4, 14, 16, 17, *range(19, 22), *range(23, 27), *range(28, 33), *range(35, 39), *range(42, 48), 49)
]


def test_the_page_on_the_rules_is_what_the_code_says() -> None:
    assert PAGE.read_text() == rules_as_markdown(), "run: python -m services.checking.listing > docs/plan-rules.md"


def test_every_rule_of_the_table_has_an_outcome_or_is_a_formula() -> None:
    assert [rule.id for rule in RULES if rule.is_hard] == HARD_IDS
    assert [rule.id for rule in RULES if not rule.is_hard] == SOFT_IDS
    assert [formula[0] for formula in FORMULAS] == ["R33"]


def test_every_rule_that_counts_has_tests_under_its_name() -> None:
    """Those that must hold have a fault each, planted by hand."""
    names = [name for file in Path(__file__).parent.glob("test_soft_*.py") for name in TESTS.findall(file.read_text())]
    assert {f"R{number}" for number in names} == set(SOFT_IDS)


def test_the_shares_of_the_groups_make_a_hundred_and_each_has_rules() -> None:
    assert sum(SHARES.values()) == 100
    assert {rule.group for rule in RULES if rule.group is not None} == set(SHARES)


def test_the_groups_are_those_of_the_score() -> None:
    groups = {group.value: {rule.id for rule in RULES if rule.group is group} for group in SHARES}
    assert groups == {
        "fit and lessons": {"R04", "R46", "R47", "R49"},
        "volume and coverage": {"R14", "R17", "R24", "R25", "R26", "R28", "R31"},
        "effort, rest and order": {"R19", "R29", "R30", "R32", "R45"},
        "progression and recovery": {"R16", "R21", "R35", "R36", "R37", "R44"},
        "endurance": {"R20", "R23", "R38", "R42", "R43"},
    }
