"""What one rule says of one plan, for tests."""

from domain.basis import PlanBasis
from domain.plan import Activity, PlanDocument, SetTarget
from services.checking.check import RULES
from services.checking.rules import Verdict
from tests.unit.checking.exercises import CATALOGUE
from tests.unit.checking.sample import clean_basis, lift, plan, sets, week


def verdict(rule_id: str, document: PlanDocument, basis: PlanBasis | None = None, *, hard: bool) -> Verdict | None:
    rule = next(rule for rule in RULES if rule.id == rule_id and rule.is_hard is hard)
    return rule.check(basis or clean_basis(), document, CATALOGUE)


def is_kept(rule_id: str, document: PlanDocument, basis: PlanBasis | None = None) -> bool | None:
    """Whether a rule that must hold does; None where it does not apply."""
    found = verdict(rule_id, document, basis, hard=True)
    return None if found is None else found.score == 1


def score(rule_id: str, document: PlanDocument, basis: PlanBasis | None = None) -> float | None:
    """The score of a soft rule to three digits; None where it does not apply."""
    found = verdict(rule_id, document, basis, hard=False)
    return None if found is None else round(found.score, 3)


def day_of(*activities: Activity, offset: int = 0) -> PlanDocument:
    return plan(week(1, {offset: activities}))


def of(slug: str, *targets: SetTarget) -> PlanDocument:
    return day_of(lift(slug, *(targets or sets(1))))
