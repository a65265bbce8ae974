"""The check of a plan: all rules that apply, with their findings, and the score."""

from collections.abc import Iterable, Sequence

from domain.basis import PlanBasis
from domain.exercise import Catalogue
from domain.plan import PlanDocument, PlanQuality, RuleOutcome
from services.checking import (
    athlete,
    effort,
    endurance,
    increase,
    lessons,
    minutes,
    persistence,
    recovery,
    running,
    safety,
    texts,
    values,
    volume,
)
from services.checking.reading import Reading, settled_part
from services.checking.rules import SHARES, Group, Rule, Verdict

_PARTS = (
    athlete,
    minutes,
    safety,
    values,
    running,
    increase,
    endurance,
    persistence,
    volume,
    effort,
    recovery,
    lessons,
    texts,
)

RULES: tuple[Rule, ...] = tuple(
    sorted((rule for part in _PARTS for rule in part.RULES), key=lambda rule: (rule.id, not rule.is_hard))
)
"""Every rule, by id; where one id both must hold and counts, the hard one first."""


def check_plan(basis: PlanBasis, document: PlanDocument, catalogue: Catalogue) -> PlanQuality:
    """All rules that apply to this plan and what they found. Any document that can be decoded is judged; none raises."""
    reading = Reading(basis, document, catalogue)
    judged = [(rule, verdict) for rule in RULES if (verdict := rule.judge(reading)) is not None]
    outcomes = tuple(rule.outcome(verdict) for rule, verdict in judged)
    is_broken = any(outcome.is_hard and outcome.score < 1 for outcome in outcomes)
    return PlanQuality(score=0.0 if is_broken else round(soft_score(judged), 2), rules=outcomes)


def broken_rules(quality: PlanQuality) -> tuple[RuleOutcome, ...]:
    """The rules that must hold and do not."""
    return tuple(outcome for outcome in quality.rules if outcome.is_hard and outcome.score < 1)


def broken_ahead(
    basis: PlanBasis, document: PlanDocument, catalogue: Catalogue, *, quality: PlanQuality
) -> tuple[RuleOutcome, ...]:
    """The rules that must hold and do not, but for what the settled days break by themselves: that nobody can mend."""
    if not basis.settled or not broken_rules(quality):
        return broken_rules(quality)
    return newly_broken(check_plan(basis, settled_part(document, basis.settled), catalogue), quality)


def newly_broken(before: PlanQuality, after: PlanQuality) -> tuple[RuleOutcome, ...]:
    """The rules that must hold and that are broken now but were not, or not as badly: what an edit has done."""
    scores = {outcome.rule: outcome.score for outcome in before.rules if outcome.is_hard}
    return tuple(outcome for outcome in broken_rules(after) if outcome.score < scores.get(outcome.rule, 1.0))


def soft_score(judged: Sequence[tuple[Rule, Verdict]]) -> float:
    """0 to 100: the mean of each group's rules, weighted by the groups' shares.

    The share of a group of which no rule applies falls to the others.
    """
    points = total = 0.0
    for group, share in SHARES.items():
        mean = _group_mean(group, judged)
        if mean is not None:
            points += share * mean
            total += share
    return 100 * points / total if total else 100.0


def _group_mean(group: Group, judged: Iterable[tuple[Rule, Verdict]]) -> float | None:
    members = [(rule.weight, max(0.0, min(1.0, verdict.score))) for rule, verdict in judged if rule.group is group]
    weights = sum(weight for weight, _ in members)
    return sum(weight * score for weight, score in members) / weights if weights else None
