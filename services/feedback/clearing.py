"""Which limitations a doctor's clearance lifts."""

from domain.basis import PlanBasis
from domain.constraints import WARNING_SIGNS
from domain.terms import LimitationKind
from services.feedback.wishes import Clearance


def limitations_to_clear(clearance: Clearance, basis: PlanBasis) -> tuple[LimitationKind, ...] | None:
    """Those that were named and are in force. Where none was named: the one there is, a warning sign before others;
    None where it is not clear which.
    """
    held = tuple(limitation.kind for limitation in basis.constraints.limitations)
    if clearance.limitations:
        return tuple(kind for kind in clearance.limitations if kind in held)
    signs = tuple(kind for kind in held if kind in WARNING_SIGNS)
    if signs:
        return signs
    return held if len(held) < 2 else None
