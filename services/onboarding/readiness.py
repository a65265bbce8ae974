"""Whether somebody may train at all, or should see a doctor first."""

from domain.constraints import WARNING_SIGNS, Constraints
from domain.errors import NotSafeToTrain
from domain.terms import LimitationKind

_REASONS: dict[LimitationKind, str] = {
    LimitationKind.CARDIAC_WARNING: (
        "You told us about chest pain, fainting or heart disease. Before any hard effort a doctor should look at it."
    ),
}


def require_safety(constraints: Constraints) -> None:
    """Raises NotSafeToTrain while a warning sign is in force."""
    signs = [limitation.kind for limitation in constraints.limitations if limitation.kind in WARNING_SIGNS]
    if signs:
        raise NotSafeToTrain(reasons=[_REASONS[kind] for kind in signs], limitations=signs)
