"""A plan as it would be without one lesson, to compare with: never shown, stored or trained by."""

import msgspec

from domain.basis import PlanBasis
from domain.exercise import Catalogue
from domain.generations import ImpossiblePlan
from domain.ids import ActivityId, PlanId
from domain.lessons import Lesson
from domain.plan import PlanDocument
from services.planning.build import plan_outline
from services.planning.impossible import refuse_unsafe
from services.planning.outline import Outline
from services.planning.strength.nearby import Comparison, NotComparable
from services.planning.writing import Writer

MOST_PLANS = 12
"""To compare one plan with: each takes a fiftieth of its time where no week is looked for, and people may have sixty lessons."""
NO_PLAN = PlanId("plan_" + "0" * 32)
NO_ACTIVITY = ActivityId("activity_" + "0" * 32)
"""Ids of nothing that is there, so that such a plan could not even be saved."""


class Otherwise:
    """Makes the plans that one real plan is compared with. The same order of lessons gives the same plans."""

    def __init__(self, document: PlanDocument, outline: Outline, catalogue: Catalogue) -> None:
        """The real plan, and what was decided for it."""
        self._document = document
        self._outline = outline
        self._catalogue = catalogue
        self._comparison = Comparison(outline.strength.solved)
        self._plans_left = MOST_PLANS

    def without(self, lesson: Lesson) -> PlanDocument | None:
        """The plan had this lesson not been learned, all else as near to the real one as it can be.

        The real one itself where it is certain that nothing would differ; None where it is not worth the time to find out.
        """
        if not self._plans_left:
            return None
        self._plans_left -= 1
        try:
            outline = self._decided(self._outline.basis.without(lesson))
        except (ImpossiblePlan, NotComparable):
            return None
        is_certain = outline.strength.solved is self._outline.strength.solved
        if is_certain and _decides_the_same(outline, self._outline):
            return self._document
        writer = Writer(
            outline=outline, catalogue=self._catalogue, plan_id=NO_PLAN, new_activity_id=lambda: NO_ACTIVITY
        )
        other = writer.plan()
        return self._document if is_certain and _activities(other) == _activities(self._document) else other

    def _decided(self, basis: PlanBasis) -> Outline:
        refuse_unsafe(basis)
        real = self._outline
        return plan_outline(basis, self._catalogue, real.brief, real.course, near=self._comparison)


def _decides_the_same(one: Outline, other: Outline) -> bool:
    """Whether the activities need not even be written to know that they are the same."""
    return _decisions(one) == _decisions(other)


def _decisions(outline: Outline) -> tuple[object, ...]:
    strength = outline.strength
    loading = strength.loading
    return (
        (outline.limits, outline.wishes.scalings, outline.tasks, outline.phases, outline.endurance),
        (strength.sessions, strength.changed, loading.maxima, loading.style.known),
    )


def _activities(document: PlanDocument) -> list[tuple[object, ...]]:
    """What is done on each day, whatever its ids."""
    return [
        (day.date, *(msgspec.structs.replace(activity, id=NO_ACTIVITY) for activity in day.activities))
        for week in document.weeks
        for day in week.days
    ]
