"""What somebody may do in an exercise's place, outside of any plan: what a swap would choose from."""

from domain.basis import PlanBasis
from domain.exercise import Catalogue, Exercise
from domain.terms import Equipment
from services.planning.catalogue import alternatives
from services.planning.edits.alternatives import fitting_alternatives


def replacements(catalogue: Catalogue, exercise: Exercise, basis: PlanBasis | None, *, limit: int) -> list[Exercise]:
    """Exercises that this athlete's limits and lessons leave open, best first; for all equipment where nothing is known of them."""
    if basis is None:
        return alternatives(catalogue, exercise, equipment=tuple(Equipment), limit=limit)
    return fitting_alternatives(exercise, basis=basis, catalogue=catalogue, limit=limit)
