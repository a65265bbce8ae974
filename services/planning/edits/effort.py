"""How hard an edit may make a set for this athlete on a date."""

import datetime

from domain.basis import PlanBasis
from services.planning.limits import EASED_IN_RPE, Limits
from services.planning.progression import WEEK_DAYS


def highest_rpe(basis: PlanBasis, limits: Limits, on: datetime.date, *, is_loaded: bool) -> float:
    """The athlete's own bound; in the first week without a load also the effort of a careful start (R34)."""
    is_first_week = (on - basis.start_date).days < WEEK_DAYS
    if is_first_week and not is_loaded:
        return min(limits.maximum_rpe, EASED_IN_RPE)
    return limits.maximum_rpe
