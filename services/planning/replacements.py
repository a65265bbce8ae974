"""What somebody may do in an exercise's place, outside of any plan: the catalogue's answer, held against their limits."""

from domain.constraints import Constraints
from domain.exercise import Catalogue, Exercise
from domain.profile import Profile
from domain.terms import Equipment, JointStress, LimitationKind
from services.planning.catalogue import alternatives
from services.planning.limitations import SPARING


def replacements(catalogue: Catalogue, exercise: Exercise, profile: Profile | None, *, limit: int) -> list[Exercise]:
    """Exercises for this athlete's equipment, level and limitations, best first; without a profile, for all equipment."""
    if profile is None:
        return alternatives(catalogue, exercise, equipment=tuple(Equipment), limit=limit)
    constraints = profile.constraints
    sparings = [SPARING[limitation.kind] for limitation in constraints.limitations]
    stresses = {stress for sparing in sparings for stress in sparing.stresses}
    return alternatives(
        catalogue,
        exercise,
        equipment=constraints.equipment,
        forbidden_stresses=stresses | _supine(constraints),
        forbidden_patterns={pattern for sparing in sparings for pattern in sparing.patterns},
        level=profile.experience,
        allow_fall_risk=not any(sparing.falls for sparing in sparings),
        limit=limit,
    )


def _supine(constraints: Constraints) -> frozenset[JointStress]:
    """Lying on the back is out for the whole of a pregnancy here: there is no date to tell the weeks by."""
    return frozenset({JointStress.SUPINE}) if constraints.has(LimitationKind.PREGNANCY) else frozenset()
