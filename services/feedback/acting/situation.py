"""What a wish is carried out on: the plan as it is by now, the athlete's basis, and the days that may be changed."""

import datetime
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field

import msgspec

from domain.basis import PlanBasis
from domain.brief import Brief
from domain.exercise import Catalogue, Exercise
from domain.ids import ActivityId, ExerciseId
from domain.operations import PlanOperation
from domain.plan import Day, EnduranceActivity, PlanDocument, StrengthActivity, Week
from domain.terms import Equipment, Sport
from services.feedback.wishes import Scope
from services.planning.edits import Edited, apply_unbounded
from services.planning.edits.alternatives import fitting_alternatives
from services.planning.limits import limits_of
from services.planning.wishes import wishes_of

Operations = tuple[PlanOperation, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One thing to do, in several ways, the best first. `tolerated` are rules that may give way in the last resort.

    A step that `is_due` is done even so: what spares the athlete, or asks for rest, is never refused.
    """

    ways: Iterable[Operations]
    is_due: bool = False
    tolerated: frozenset[str] = field(default_factory=frozenset)


@dataclass(frozen=True, kw_only=True)
class Situation:
    """Immutable: after a step there is another one with the new document."""

    document: PlanDocument
    basis: PlanBasis
    catalogue: Catalogue
    editable: frozenset[datetime.date]
    new_activity_id: Callable[[], ActivityId]

    def edited(self, operations: Operations) -> Edited:
        """Raises InvalidInput and PlanNotEditable, as edits do."""
        return apply_unbounded(
            self.document,
            operations,
            basis=self.basis,
            catalogue=self.catalogue,
            editable=self.editable,
            new_activity_id=self.new_activity_id,
        )

    def open_days(self, scope: Scope | None = None) -> tuple[Day, ...]:
        """The days of the scope that may be changed, in order; without a scope all of them."""
        wanted = None if scope is None else scope.dates
        return tuple(day for day in self.days if day.date in self.editable and (wanted is None or day.date in wanted))

    @property
    def days(self) -> Iterator[Day]:
        return (day for week in self.document.weeks for day in week.days)

    def week_of(self, date: datetime.date) -> Week | None:
        return next((week for week in self.document.weeks if any(day.date == date for day in week.days)), None)

    def lifts(self, scope: Scope | None = None) -> Iterator[tuple[Day, StrengthActivity, Exercise]]:
        """Each strength activity on the open days of the scope, with its exercise."""
        for day in self.open_days(scope):
            for activity in day.activities:
                exercise = self.catalogue.get(activity.exercise_id) if isinstance(activity, StrengthActivity) else None
                if isinstance(activity, StrengthActivity) and exercise is not None:
                    yield day, activity, exercise

    def bouts(self, scope: Scope | None = None) -> Iterator[tuple[Day, EnduranceActivity]]:
        for day in self.open_days(scope):
            for activity in day.activities:
                if isinstance(activity, EnduranceActivity):
                    yield day, activity

    def alternatives(self, exercise: Exercise, taken: Iterable[ExerciseId] = ()) -> list[Exercise]:
        return fitting_alternatives(exercise, basis=self.basis, catalogue=self.catalogue, taken=frozenset(taken))

    def without(self, equipment: Iterable[Equipment]) -> "Situation":
        """The same where this equipment is missing."""
        left = tuple(one for one in self.basis.constraints.equipment if one not in frozenset(equipment))
        constraints = msgspec.structs.replace(self.basis.constraints, equipment=left)
        basis = msgspec.structs.replace(self.basis, constraints=constraints)
        return Situation(
            document=self.document,
            basis=basis,
            catalogue=self.catalogue,
            editable=self.editable,
            new_activity_id=self.new_activity_id,
        )

    def kind_sport(self, *, instead_of: Sport | None) -> Sport:
        """A sport that nothing speaks against: one of the athlete's own, else walking or cycling."""
        limits = limits_of(self.basis)
        avoided = limits.sports_out | limits.sports_unkind | _avoided(self.basis)
        own = [sport for sport in self.basis.constraints.sports if sport not in avoided and sport is not instead_of]
        rest = [sport for sport in _GENTLE if sport not in avoided and sport is not instead_of]
        return next(iter((*own, *rest)), Sport.WALKING)


_GENTLE = (Sport.WALKING, Sport.CYCLING, Sport.ELLIPTICAL, Sport.SWIMMING)


def _avoided(basis: PlanBasis) -> frozenset[Sport]:
    wishes = wishes_of(basis, Brief())
    return wishes.forbidden_sports | wishes.disliked_sports
