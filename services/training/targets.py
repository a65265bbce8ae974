"""How many hard sets a week suit an athlete, muscle by muscle: what the planner aims for, as far as their time allows. Pure."""

from domain.basis import PlanBasis
from domain.brief import Brief
from domain.exercise import Catalogue
from domain.terms import Muscle, TrainingFocus
from services.planning.limits import limits_of
from services.planning.strength.targets import weekly_targets
from services.planning.wishes import wishes_of

_STRENGTH_SHARE: dict[TrainingFocus, float] = {
    TrainingFocus.STRENGTH: 0.9,
    TrainingFocus.MUSCLE: 0.9,
    TrainingFocus.MIXED: 0.5,
    TrainingFocus.GENERAL_HEALTH: 0.6,
    TrainingFocus.ENDURANCE: 0.25,
}
"""About the share of training time that goes into strength work (our policy, R47)."""


def set_targets(basis: PlanBasis, catalogue: Catalogue) -> dict[Muscle, float]:
    """Hard sets a week, indirect ones counted half; only muscles that the athlete can train."""
    constraints, limits = basis.constraints, limits_of(basis)
    minutes = constraints.session_minutes * len(constraints.training_days) * _STRENGTH_SHARE[constraints.focus]
    return weekly_targets(
        constraints.focus,
        limits=limits,
        wishes=wishes_of(basis, Brief()),
        seconds=round(60 * minutes),
        can_train=frozenset(
            muscle for exercise in catalogue if limits.allow(exercise) for muscle in exercise.primary_muscles
        ),
    )
