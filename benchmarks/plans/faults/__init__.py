"""One fault and more for each rule, each a small function that plants it into a good plan."""

from benchmarks.plans.faults import endurance, pairs, progress, safety, values, volume
from benchmarks.plans.faults.case import Fault, Good, Planted

__all__ = ["FAULTS", "Fault", "Good", "Planted"]

FAULTS: tuple[Fault, ...] = tuple(
    sorted(
        (*safety.FAULTS, *values.FAULTS, *volume.FAULTS, *pairs.FAULTS, *progress.FAULTS, *endurance.FAULTS),
        key=lambda fault: (fault.rule, not fault.is_hard),
    )
)
"""By rule, the one that must hold first."""
