"""Heart rates for training zones."""

from domain.constraints import Constraints
from domain.plan import IntRange

ZONE_EDGES = (0.5, 0.6, 0.7, 0.8, 0.9, 1.0)
"""Zone 1 begins at the first edge, zone 5 ends at the last: shares of the reserve, or of the maximum (convention)."""
ZONE_RPE: dict[int, float] = {1: 2.0, 2: 4.0, 3: 6.0, 4: 7.5, 5: 9.0}
"""How hard each zone feels, from 1 to 10 (Borg CR10, convention)."""


def maximum_heart_rate(age: int) -> int:
    """Beats a minute at most for this age in years: 208 - 0.7 age (Tanaka 2001)."""
    return round(208 - 0.7 * age)


def zone_heart_rate(zone: int, *, age: int, constraints: Constraints) -> IntRange:
    """Beats a minute for a zone from 1 to 5: by reserve where the resting rate is known, else by the maximum.

    The caller asks only where heart rate may lead at all, which it may not under beta blockers (R40).
    """
    maximum = constraints.maximum_heart_rate or maximum_heart_rate(age)
    resting = constraints.resting_heart_rate or 0
    if resting >= maximum:
        resting = 0
    low, high = ZONE_EDGES[zone - 1], ZONE_EDGES[zone]
    reserve = maximum - resting
    return IntRange(round(resting + reserve * low), round(resting + reserve * high))
