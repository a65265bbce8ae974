"""What a rule is: words, bound, source, weight, and a pure function that judges one plan."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import Enum

from domain.basis import PlanBasis
from domain.exercise import Catalogue
from domain.plan import PlanDocument, RuleOutcome
from services.checking.reading import Reading

LISTED_FAULTS = 3
"""How many faults a finding spells out; the rest are counted."""
LOW_WEIGHT = 0.5
"""Weight within its group of a rule that the table calls "low weight"."""


class Group(Enum):
    """Groups of soft rules; the value is the group's share of the score in percent."""

    FIT = "fit and lessons"
    VOLUME = "volume and coverage"
    EFFORT = "effort, rest and order"
    PROGRESSION = "progression and recovery"
    ENDURANCE = "endurance"


SHARES: dict[Group, int] = {
    Group.FIT: 20,
    Group.VOLUME: 25,
    Group.EFFORT: 15,
    Group.PROGRESSION: 25,
    Group.ENDURANCE: 15,
}


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a rule says about a plan: a score from 0 to 1 and a finding in words."""

    score: float
    finding: str


Judge = Callable[[Reading], Verdict | None]
"""None where the rule does not apply."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """One rule. A hard one must hold and has no group; a soft one counts toward the score with `weight` in its group."""

    id: str
    description: str
    bound: str
    source: str
    group: Group | None = None
    weight: float = 1.0
    judge: Judge

    @property
    def is_hard(self) -> bool:
        return self.group is None

    def check(self, basis: PlanBasis, document: PlanDocument, catalogue: Catalogue) -> Verdict | None:
        """This rule alone on a plan; None where it does not apply."""
        return self.judge(Reading(basis, document, catalogue))

    def outcome(self, verdict: Verdict) -> RuleOutcome:
        return RuleOutcome(
            rule=self.id,
            description=self.description,
            is_hard=self.is_hard,
            score=round(max(0.0, min(1.0, verdict.score)), 4),
            finding=verdict.finding,
            source=self.source,
        )


def hard(id: str, description: str, *, bound: str, source: str, judge: Judge) -> Rule:
    return Rule(id=id, description=description, bound=bound, source=source, judge=judge)


def must_hold(faults: Sequence[str], *, kept: str) -> Verdict:
    """The verdict of a hard rule: 1 without faults; with them the lower the more there are, so that "worse" can be seen."""
    if not faults:
        return Verdict(1.0, kept)
    found = listed(faults)
    return Verdict(1.0 / (1.0 + len(faults)), found[:1].upper() + found[1:])


def listed(faults: Sequence[str]) -> str:
    """The first faults in words, and how many more there are."""
    shown = "; ".join(faults[:LISTED_FAULTS])
    rest = len(faults) - LISTED_FAULTS
    return f"{shown}; and {rest} more." if rest > 0 else f"{shown}."


def share_kept(kept_count: int, total: int, faults: Sequence[str], *, kept: str) -> Verdict:
    """The verdict of a soft rule that counts how many of a number of things are as they should be."""
    score = kept_count / total if total else 1.0
    return Verdict(score, kept if not faults else f"{kept_count} of {total} kept: {listed(faults)}")


def within(value: float, low: float, high: float) -> float:
    """1 inside the band; below it the share of the low end reached, above it falling to 0 at twice the high end."""
    if value < low:
        return max(0.0, value / low)
    if value > high:
        return max(0.0, 1.0 - (value - high) / high)
    return 1.0
