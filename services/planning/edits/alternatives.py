"""The exercises that can take another one's place, for this athlete."""

from collections.abc import Collection

from domain.basis import PlanBasis
from domain.brief import Brief
from domain.exercise import Catalogue, Exercise
from domain.ids import ExerciseId
from services.planning.catalogue import alternatives
from services.planning.limits import limits_of
from services.planning.wishes import wishes_of


def fitting_alternatives(
    exercise: Exercise, *, basis: PlanBasis, catalogue: Catalogue, taken: Collection[ExerciseId] = ()
) -> list[Exercise]:
    """What the athlete may do, has the equipment for and does not dislike, best first; none of those taken."""
    limits, wishes = limits_of(basis), wishes_of(basis, Brief())
    found = alternatives(
        catalogue,
        exercise,
        equipment=limits.equipment,
        forbidden_stresses=limits.stresses,
        forbidden_patterns=limits.patterns,
        level=basis.experience,
        allow_fall_risk=limits.allows_fall_risk,
        limit=len(catalogue),
    )
    return [
        other for other in found if other.id not in taken and not wishes.forbid(other) and not wishes.dislike(other)
    ]
