"""What a fault is planted into, and what comes of it."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

import msgspec

from benchmarks.plans.planting import PLANTED, days_of, lift, lifts_of, neutral, with_day, with_days
from domain.basis import PlanBasis
from domain.exercise import Catalogue, Exercise
from domain.plan import Activity, Day, EnduranceActivity, PlanDocument, StrengthActivity, Week
from domain.terms import MovementPattern

MAIN = (
    MovementPattern.SQUAT,
    MovementPattern.HINGE,
    MovementPattern.HORIZONTAL_PUSH,
    MovementPattern.HORIZONTAL_PULL,
    MovementPattern.VERTICAL_PUSH,
    MovementPattern.VERTICAL_PULL,
)


@dataclass(frozen=True, slots=True)
class Good:
    """A plan that the planner made and the checker passed: as it was told, and with neutral words."""

    basis: PlanBasis
    told: PlanDocument
    catalogue: Catalogue

    @property
    def document(self) -> PlanDocument:
        return neutral(self.told)

    def days(self) -> Iterator[tuple[Week, Day]]:
        return days_of(self.document)

    def lifting_days(self) -> list[Day]:
        return [day for _, day in self.days() if lifts_of(day)]

    def exercise_of(self, activity: StrengthActivity) -> Exercise:
        return self.catalogue[activity.exercise_id]

    def find(self, wanted: Callable[[Exercise], bool]) -> Exercise | None:
        """The first exercise of the catalogue that is so."""
        return next((exercise for exercise in self.catalogue if wanted(exercise)), None)

    def with_activities(self, day: Day, *activities: Activity) -> "Planted":
        return Planted(self.basis, with_day(self.document, self.catalogue, day, activities))

    def with_added(self, day: Day, *activities: Activity) -> "Planted":
        return self.with_activities(day, *day.activities, *activities)

    def with_lift_of(self, wanted: Callable[[Exercise], bool]) -> "Planted | None":
        """An exercise that is so at the end of the first day that trains strength, or else of the first that trains."""
        exercise = self.find(wanted)
        days = self.lifting_days() or [day for _, day in self.days() if day.activities]
        if exercise is None or not days:
            return None
        return self.with_added(days[0], lift(exercise))

    def compounds(self, day: Day) -> list[StrengthActivity]:
        """What a day has of the main patterns."""
        return [it for it in lifts_of(day) if self.exercise_of(it).pattern in MAIN]

    def with_lifts(
        self, change: Callable[[Day], Iterable[Activity]], *, only: Callable[[Week], bool] = lambda _: True
    ) -> "Planted":
        """Other lifts on the strength days of these weeks; endurance stays."""

        def changed(day: Day) -> list[Activity]:
            return [*change(day), *(it for it in day.activities if isinstance(it, EnduranceActivity))]

        document = with_days(
            self.document, self.catalogue, changed, where=lambda week, day: only(week) and bool(lifts_of(day))
        )
        return Planted(self.basis, document)


@dataclass(frozen=True, slots=True)
class Planted:
    """The plan with its fault, and whom it is for: some faults lie in what is known of the athlete."""

    basis: PlanBasis
    document: PlanDocument


Plant = Callable[[Good], Planted | None]
"""None where this plan has no place for the fault."""


@dataclass(frozen=True, slots=True)
class Fault:
    """A way to break one rule: the one that must hold, or the one that counts."""

    rule: str
    is_hard: bool
    plant: Plant

    @property
    def name(self) -> str:
        return f"{self.rule} {'hard' if self.is_hard else 'soft'}: {self.plant.__name__.replace('_', ' ')}"


def renamed(activity: StrengthActivity, exercise: Exercise) -> StrengthActivity:
    """Another exercise with the same sets; none of them loaded, and counted as the exercise is."""
    sets = tuple(
        msgspec.structs.replace(
            target,
            load_kg=None,
            reps=None if exercise.is_timed else target.reps or 8,
            duration_seconds=(target.duration_seconds or 30) if exercise.is_timed else None,
        )
        for target in activity.sets
    )
    return StrengthActivity(id=PLANTED, exercise_id=exercise.id, sets=sets)
