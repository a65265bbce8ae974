"""Exact edits of a plan: typed operations, all or none, and nothing beside them."""

from collections.abc import Callable, Sequence
from datetime import date

from domain.basis import PlanBasis
from domain.exercise import Catalogue
from domain.faults import Faults
from domain.ids import ActivityId
from domain.operations import MAXIMUM_OPERATIONS, PlanOperation
from domain.plan import PlanDocument
from services.planning.edits.dispatch import apply
from services.planning.edits.draft import Draft, Edited

__all__ = ["Edited", "apply_operations", "apply_unbounded"]


def apply_operations(
    document: PlanDocument,
    operations: Sequence[PlanOperation],
    *,
    basis: PlanBasis,
    catalogue: Catalogue,
    editable: frozenset[date],
    new_activity_id: Callable[[], ActivityId],
) -> Edited:
    """The document with the operations applied one after the other; days that they do not concern are the same objects.

    Raises InvalidInput with the faults of all operations, under paths such as `operations.0.swapExercise.exerciseId`, and
    PlanNotEditable where a day is not among the editable ones. Quality and applied lessons are left as they were: who saves
    the document has it checked.
    """
    faults = Faults()
    faults.size(["operations"], len(operations), (1, MAXIMUM_OPERATIONS), "operations")
    faults.raise_if_any()
    return apply_unbounded(
        document, operations, basis=basis, catalogue=catalogue, editable=editable, new_activity_id=new_activity_id
    )


def apply_unbounded(
    document: PlanDocument,
    operations: Sequence[PlanOperation],
    *,
    basis: PlanBasis,
    catalogue: Catalogue,
    editable: frozenset[date],
    new_activity_id: Callable[[], ActivityId],
) -> Edited:
    """The same for operations of our own making, of which a message can take more than a client may send at once."""
    draft = Draft(document, basis=basis, catalogue=catalogue, editable=editable, new_activity_id=new_activity_id)
    for position, operation in enumerate(operations):
        apply(draft, operation, position)
    return draft.finished()
