"""What makes and judges a plan, as a generation sees it; the rule engine is the one there is."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Protocol

import msgspec

from domain.basis import PlanBasis
from domain.brief import Brief
from domain.exercise import Catalogue
from domain.ids import ActivityId, PlanId, new_activity_id
from domain.plan import PlanChange, PlanDocument, RuleOutcome
from services.checking.check import broken_ahead, check_plan
from services.checking.lessons import lesson_uses
from services.generation.adapting import PlanToAdapt

if TYPE_CHECKING:
    from services.planning.outline import Outline

SOLVER = "services.planning.strength.model"


class Engine(Protocol):
    """All methods take up to seconds of pure computing: call them in a thread."""

    @property
    def catalogue(self) -> Catalogue:
        """What plans are made of."""

    def build(self, basis: PlanBasis, *, plan_id: PlanId, brief: Brief) -> PlanDocument:
        """A plan with the lessons that shaped it, and without quality. Raises ImpossiblePlan."""

    def adapt(
        self, basis: PlanBasis, plan: PlanToAdapt, *, brief: Brief
    ) -> tuple[PlanDocument, tuple[PlanChange, ...]]:
        """The plan with its weeks ahead planned anew, with the lessons that shaped them, and what changed in words.

        Raises ImpossiblePlan.
        """

    def checked(self, basis: PlanBasis, document: PlanDocument) -> tuple[PlanDocument, tuple[RuleOutcome, ...]]:
        """The plan with its quality, and the rules that must hold and do not ahead. Tells of lessons where it was not done yet."""


class RuleEngine:
    """Planning and checking, which know nothing of each other."""

    def __init__(self, catalogue: Catalogue, *, new_id: Callable[[], ActivityId] = new_activity_id) -> None:
        self.catalogue = catalogue
        self._new_id = new_id

    def build(self, basis: PlanBasis, *, plan_id: PlanId, brief: Brief) -> PlanDocument:
        from services.planning.build import draft_plan  # the solver is heavy: only a process that builds plans loads it

        draft = draft_plan(basis, self.catalogue, plan_id=plan_id, new_activity_id=self._new_id, brief=brief)
        return self._with_lessons(basis, draft.document, draft.outline)

    def adapt(
        self, basis: PlanBasis, plan: PlanToAdapt, *, brief: Brief
    ) -> tuple[PlanDocument, tuple[PlanChange, ...]]:
        from services.planning.adapt import adapt_plan  # as above

        adapted = adapt_plan(
            basis,
            plan.document,
            self.catalogue,
            history=plan.history,
            today=plan.today,
            new_activity_id=self._new_id,
            brief=brief,
        )
        return self._with_lessons(basis, adapted.document, adapted.outline), adapted.changes

    def _with_lessons(self, basis: PlanBasis, document: PlanDocument, outline: "Outline") -> PlanDocument:
        """The document with what each lesson did. The plans that it is compared with for that end here: words alone go on."""
        from services.planning.otherwise import Otherwise

        otherwise = Otherwise(document, outline, self.catalogue)
        uses = lesson_uses(basis, document, self.catalogue, without=otherwise.without)
        return msgspec.structs.replace(document, applied_lessons=uses)

    def checked(self, basis: PlanBasis, document: PlanDocument) -> tuple[PlanDocument, tuple[RuleOutcome, ...]]:
        quality = check_plan(basis, document, self.catalogue)
        broken = broken_ahead(basis, document, self.catalogue, quality=quality)
        uses = document.applied_lessons or lesson_uses(basis, document, self.catalogue)
        return msgspec.structs.replace(document, quality=quality, applied_lessons=uses), broken
