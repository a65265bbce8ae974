"""What every plan must respect, as clients see it."""

import datetime
from typing import cast

import strawberry

from domain import constraints as domain
from domain.terms import Equipment, LimitationKind, Sport, TrainingFocus, Weekday
from resolvers import catalogue
from schema.bridge import Info
from schema.catalogue.types import Exercise


@strawberry.type(description="Something that training must spare or mind.")
class Limitation:
    kind: LimitationKind = strawberry.field(description="What it is.")
    date: datetime.date | None = strawberry.field(
        description="For PREGNANCY the due date, for POSTPARTUM the birth, else since when. "
        "Null where unknown, which is read the careful way."
    )
    note: str | None = strawberry.field(description="In the athlete's own words.")


@strawberry.type(description="The event that a plan leads to, such as a race.")
class TargetEvent:
    name: str = strawberry.field(description="What the athlete calls it.")
    date: datetime.date = strawberry.field(description="When it takes place.")
    sport: Sport | None = strawberry.field(description="The sport of it. Null where it has none.")
    distance_km: float | None = strawberry.field(
        description="How far it goes, in kilometres. Null where that says nothing."
    )


@strawberry.type(description="What the athlete does now in one sport, from which endurance work grows.")
class EnduranceBaseline:
    sport: Sport = strawberry.field(description="The sport.")
    weekly_minutes: float = strawberry.field(description="In a usual week of the last four.")
    longest_minutes: float = strawberry.field(description="The longest session of the last 30 days.")
    longest_km: float | None = strawberry.field(description="Null where unknown, or where the sport has none.")
    threshold_pace_seconds_per_km: int | None = strawberry.field(
        description="A pace that can be held for half an hour. Null where unknown; then paces are not prescribed."
    )


@strawberry.type(description="A lift that the athlete is known to have done.")
class KnownLift:
    weight_kg: float = strawberry.field(description="Kilograms lifted for `reps` repetitions.")
    reps: int = strawberry.field(description="How often the weight was lifted in one set.")

    @strawberry.field(description="What was lifted.")
    @staticmethod
    def exercise(parent: strawberry.Parent[domain.KnownLift], info: Info) -> Exercise:
        return Exercise.of(catalogue.exercise_of(info.context, parent.exercise_id))


@strawberry.type(description="What every plan must respect.")
class Constraints:
    focus: TrainingFocus = strawberry.field(description="What to train first.")
    training_days: list[Weekday] = strawberry.field(description="Days on which the athlete can train. At most 7.")
    session_minutes: int = strawberry.field(description="The longest a session may take, in minutes.")
    equipment: list[Equipment] = strawberry.field(
        description="What the athlete can train with. At most 25, all equipment there is."
    )
    sports: list[Sport] = strawberry.field(
        description="Endurance sports that the athlete does or wants to do. At most 10."
    )
    limitations: list[Limitation] = strawberry.field(description="What training must spare or mind. At most 14.")
    event: TargetEvent | None = strawberry.field(description="The event that the plan leads to, if any.")
    known_lifts: list[KnownLift] = strawberry.field(description="The heaviest known lifts, for loads. At most 20.")
    endurance_baselines: list[EnduranceBaseline] = strawberry.field(
        description="What the athlete does now in each sport, from which endurance work grows. "
        "At most one for a sport, 10 in all."
    )
    resting_heart_rate: int | None = strawberry.field(description="Beats a minute at rest. Null where unknown.")
    maximum_heart_rate: int | None = strawberry.field(
        description="The highest measured heart rate. Null where unknown."
    )

    @classmethod
    def of(cls, constraints: domain.Constraints) -> "Constraints":
        return cast("Constraints", constraints)
