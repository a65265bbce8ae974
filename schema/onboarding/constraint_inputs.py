"""Constraints as clients give them, and as the domain takes them."""

import datetime
from collections.abc import Callable
from typing import TypeVar

import strawberry

from domain import constraints as domain
from domain.ids import ExerciseId
from domain.terms import Equipment, LimitationKind, Sport, TrainingFocus, Weekday
from schema.bridge import or_none, tuple_or_none

Given = TypeVar("Given")
Taken = TypeVar("Taken")


@strawberry.input(description="Something that training must spare or mind.")
class LimitationInput:
    kind: LimitationKind = strawberry.field(description="What it is.")
    date: datetime.date | None = strawberry.field(
        default=strawberry.UNSET,
        description="For PREGNANCY the due date, for POSTPARTUM the birth, else since when. "
        "Unknown, if left out, which is read the careful way.",
    )
    note: str | None = strawberry.field(
        default=strawberry.UNSET, description="In the athlete's own words: at most 280 characters."
    )

    def to_domain(self) -> domain.Limitation:
        return domain.Limitation(kind=self.kind, date=or_none(self.date), note=or_none(self.note))


@strawberry.input(description="The event that a plan leads to, such as a race.")
class TargetEventInput:
    name: str = strawberry.field(description="What the athlete calls it: 1 to 80 characters.")
    date: datetime.date = strawberry.field(description="When it takes place.")
    sport: Sport | None = strawberry.field(default=strawberry.UNSET, description="The sport of it, if it has one.")
    distance_km: float | None = strawberry.field(
        default=strawberry.UNSET, description="How far it goes, in kilometres: 0.1 to 1000."
    )

    def to_domain(self) -> domain.TargetEvent:
        return domain.TargetEvent(
            name=self.name, date=self.date, sport=or_none(self.sport), distance_km=or_none(self.distance_km)
        )


@strawberry.input(description="What the athlete does now in one sport.")
class EnduranceBaselineInput:
    sport: Sport = strawberry.field(description="The sport. One baseline for each at most.")
    weekly_minutes: float = strawberry.field(description="In a usual week of the last four, in minutes.")
    longest_minutes: float = strawberry.field(description="The longest session of the last 30 days, in minutes.")
    longest_km: float | None = strawberry.field(
        default=strawberry.UNSET, description="How far the longest session of the last 30 days went, in kilometres."
    )
    threshold_pace_seconds_per_km: int | None = strawberry.field(
        default=strawberry.UNSET, description="A pace that can be held for half an hour, in seconds a kilometre."
    )

    def to_domain(self) -> domain.EnduranceBaseline:
        return domain.EnduranceBaseline(
            sport=self.sport,
            weekly_minutes=self.weekly_minutes,
            longest_minutes=self.longest_minutes,
            longest_km=or_none(self.longest_km),
            threshold_pace_seconds_per_km=or_none(self.threshold_pace_seconds_per_km),
        )


@strawberry.input(description="A lift that the athlete has done.")
class KnownLiftInput:
    exercise_id: strawberry.ID = strawberry.field(description="What was lifted: an exercise of the catalogue.")
    weight_kg: float = strawberry.field(description="Kilograms lifted for `reps` repetitions.")
    reps: int = strawberry.field(description="How often the weight was lifted in one set.")

    def to_domain(self) -> domain.KnownLift:
        return domain.KnownLift(exercise_id=ExerciseId(self.exercise_id), weight_kg=self.weight_kg, reps=self.reps)


@strawberry.input(
    description="What every plan must respect, as far as the app knows it. A field left out stays as it is; null forgets "
    "what was given here before."
)
class ConstraintsInput:
    focus: TrainingFocus | None = strawberry.field(default=strawberry.UNSET, description="What to train first.")
    training_days: list[Weekday] | None = strawberry.field(
        default=strawberry.UNSET, description="Days on which the athlete can train: 1 to 7."
    )
    session_minutes: int | None = strawberry.field(
        default=strawberry.UNSET, description="The longest a session may take, in minutes: 10 to 180."
    )
    equipment: list[Equipment] | None = strawberry.field(
        default=strawberry.UNSET, description="What the athlete can train with. At most 25, all equipment there is."
    )
    sports: list[Sport] | None = strawberry.field(
        default=strawberry.UNSET, description="Endurance sports that the athlete does or wants to do. At most 10."
    )
    limitations: list[LimitationInput] | None = strawberry.field(
        default=strawberry.UNSET,
        description="What training must spare or mind. At most 14. Leaving out a warning sign does not lift it: "
        "`confirmClearance` does.",
    )
    event: TargetEventInput | None = strawberry.field(
        default=strawberry.UNSET, description="The event that the plan leads to."
    )
    known_lifts: list[KnownLiftInput] | None = strawberry.field(
        default=strawberry.UNSET, description="The heaviest known lifts, for loads. At most 20."
    )
    endurance_baselines: list[EnduranceBaselineInput] | None = strawberry.field(
        default=strawberry.UNSET,
        description="What the athlete does now in each sport. At most one for a sport, 10 in all.",
    )
    resting_heart_rate: int | None = strawberry.field(default=strawberry.UNSET, description="Beats a minute at rest.")
    maximum_heart_rate: int | None = strawberry.field(
        default=strawberry.UNSET, description="The highest measured heart rate, in beats a minute."
    )

    def to_domain(self) -> domain.GivenConstraints:
        event = or_none(self.event)
        return domain.GivenConstraints(
            focus=or_none(self.focus),
            training_days=tuple_or_none(self.training_days),
            session_minutes=or_none(self.session_minutes),
            equipment=tuple_or_none(self.equipment),
            sports=tuple_or_none(self.sports),
            limitations=_all(self.limitations, LimitationInput.to_domain),
            event=event.to_domain() if event else None,
            known_lifts=_all(self.known_lifts, KnownLiftInput.to_domain),
            endurance_baselines=_all(self.endurance_baselines, EnduranceBaselineInput.to_domain),
            resting_heart_rate=or_none(self.resting_heart_rate),
            maximum_heart_rate=or_none(self.maximum_heart_rate),
        )

    def forgotten(self) -> frozenset[str]:
        """The fields that were said to be null, by their names in the domain."""
        return frozenset(name for name in domain.GivenConstraints.__struct_fields__ if getattr(self, name) is None)


def _all(values: list[Given] | None, translate: Callable[[Given], Taken]) -> tuple[Taken, ...] | None:
    given = or_none(values)
    return None if given is None else tuple(translate(value) for value in given)
