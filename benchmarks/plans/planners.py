"""The planners that are measured side by side: ours and the three baselines."""

from collections.abc import Callable
from typing import Final

from benchmarks.plans.baselines.greedy import greedy_plan
from benchmarks.plans.baselines.random_choice import random_plan
from benchmarks.plans.baselines.template import template_plan
from benchmarks.plans.baselines.writing import PLAN_ID, new_ids
from domain.basis import PlanBasis
from domain.exercise import Catalogue
from domain.plan import PlanDocument
from services.planning.build import build_plan

Planner = Callable[[PlanBasis, Catalogue, int], PlanDocument]
"""A plan for this basis; the number is the athlete's, for what draws by chance. Raises ImpossiblePlan."""

OURS: Final = "coachbook"


def coachbook_plan(basis: PlanBasis, catalogue: Catalogue, number: int) -> PlanDocument:  # noqa: ARG001 - as planners are called
    """Our own plan; ids in order, so that the same plan has the same bytes."""
    return build_plan(basis, catalogue, plan_id=PLAN_ID, new_activity_id=new_ids())


PLANNERS: Final[dict[str, Planner]] = {
    OURS: coachbook_plan,
    "greedy": greedy_plan,
    "template": template_plan,
    "random": random_plan,
}
