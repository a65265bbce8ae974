"""The rules as a page for docs/, written from the code: `python -m services.checking.listing > docs/plan-rules.md`."""

import sys

from services.checking.check import RULES
from services.checking.rules import SHARES, Group, Rule

FORMULAS: tuple[tuple[str, str, str], ...] = (
    ("R33", "One-repetition maximum: the mean of Epley and Brzycki, from sets of 10 or fewer", "LeSuer 1997"),
)
"""Rules that judge nothing by themselves: other rules reckon with them."""

_OPENING = """\
# The rules of a good plan

Written from the code by `python -m services.checking.listing`; a test keeps this page from going stale.

Every plan is held against these rules by `services/checking`, which shares no code with what builds plans. A rule that
must hold is never broken by a plan that is served. The others count from 0 to 1 toward the score.
"""

_SCORE = """\
## The score

0 where a rule that must hold is broken; else 100 times the weighted mean of what counts. Each group has its share of the
score, and its rules that apply to a plan have equal parts of it, those of low weight half a part. Where no rule of a group
applies, its share falls to the others.
"""


def rules_as_markdown() -> str:
    """The page: what must hold, what counts, formulas, and the score."""
    must_hold = [rule for rule in RULES if rule.is_hard]
    counts = [rule for rule in RULES if not rule.is_hard]
    parts = [
        _OPENING,
        "## What must hold\n",
        _table(("Rule", "What", "Bound", "Source"), [_words(rule) for rule in must_hold]),
        "## What counts\n",
        _table(("Rule", "What", "Bound", "Source", "Group"), [(*_words(rule), _group(rule)) for rule in counts]),
        "## What others reckon with\n",
        _table(("Rule", "What", "Source"), list(FORMULAS)),
        _SCORE,
        _table(("Group", "Share", "Rules"), [_share(group, counts) for group in SHARES]),
    ]
    return "\n".join(parts)


def _words(rule: Rule) -> tuple[str, str, str, str]:
    return rule.id, rule.description, rule.bound, rule.source


def _group(rule: Rule) -> str:
    group = rule.group.value if rule.group is not None else ""
    return group if rule.weight == 1 else f"{group} (low weight)"


def _share(group: Group, rules: list[Rule]) -> tuple[str, str, str]:
    members = ", ".join(rule.id for rule in rules if rule.group is group)
    return group.value, f"{SHARES[group]} %", members


def _table(head: tuple[str, ...], rows: list[tuple[str, ...]]) -> str:
    lines = ["| " + " | ".join(head) + " |", "|" + " --- |" * len(head)]
    lines += ["| " + " | ".join(row) + " |" for row in rows]
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    sys.stdout.write(rules_as_markdown())
