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
    exercise: Exercise,
    *,
    basis: PlanBasis,
    catalogue: Catalogue,
    taken: Collection[ExerciseId] = (),
    limit: int | None = None,
) -> list[Exercise]:
    """What the athlete may do, has the equipment for and does not dislike, best first; none of those taken."""
    limits, wishes = limits_of(basis), wishes_of(basis, Brief())

    def allows(other: Exercise) -> bool:
        is_wished = not wishes.forbid(other) and not wishes.dislike(other)
        return other.id not in taken and is_wished and limits.allow(other)

    return alternatives(
        catalogue,
        exercise,
        equipment=limits.equipment,
        level=basis.experience,
        allows=allows,
        limit=len(catalogue) if limit is None else limit,
    )
