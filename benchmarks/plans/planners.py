"""The planners that are measured side by side: ours and the three baselines."""

from collections.abc import Callable
from typing import Final

from benchmarks.plans.baselines.greedy import greedy_plan
from benchmarks.plans.baselines.random_choice import random_plan
from benchmarks.plans.baselines.template import template_plan
from benchmarks.plans.baselines.writing import PLAN_ID, new_ids
from domain.basis import PlanBasis
from domain.brief import Brief
from domain.exercise import Catalogue
from domain.plan import PlanDocument
from services.generation.engine import RuleEngine

Planner = Callable[[PlanBasis, Catalogue, int], PlanDocument]
"""A plan for this basis; the number is the athlete's, for what draws by chance. Raises ImpossiblePlan."""

OURS: Final = "coachbook"


def coachbook_plan(basis: PlanBasis, catalogue: Catalogue, number: int) -> PlanDocument:  # noqa: ARG001 - as planners are called
    """Our own plan, as a generation makes it: with what each lesson did. Ids in order, so that the same plan has the same bytes."""
    return RuleEngine(catalogue, new_id=new_ids()).build(basis, plan_id=PLAN_ID, brief=Brief())


PLANNERS: Final[dict[str, Planner]] = {
    OURS: coachbook_plan,
    "greedy": greedy_plan,
    "template": template_plan,
    "random": random_plan,
}
