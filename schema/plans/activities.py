"""What there is to do on a day, as clients see it."""

import strawberry

from domain import plan as domain
from domain.plan import IntervalKind, SetKind
from domain.terms import Sport
from resolvers import catalogue, training
from schema.bridge import Info, named, reads
from schema.catalogue.types import Exercise
from schema.compiled.shared import SHARED
from schema.logs.types import LoggedSet
from schema.plans import enums as _enums  # noqa: F401  # exposes the enums first

ACTIVITIES: dict[type, str] = {
    domain.StrengthActivity: "StrengthActivity",
    domain.EnduranceActivity: "EnduranceActivity",
}


@strawberry.interface(description="Something to do on a day.")
class Activity:
    resolve_type = named(ACTIVITIES)

    id: strawberry.ID = strawberry.field(
        description="Opaque and global. Goes where the activity is moved, and ends when it is swapped or removed."
    )
    note: str | None = strawberry.field(description="What to mind while doing it.")


@strawberry.type(description="One set to do.")
class SetTarget:
    kind: SetKind = strawberry.field(description="Whether it prepares or counts.")
    reps: int | None = strawberry.field(description="Repetitions. Null for a timed set.")
    duration_seconds: int | None = strawberry.field(description="Seconds under load. Null for a counted set.")
    load_kg: float | None = strawberry.field(
        description="Kilograms in hand or on the bar. Null for body weight, or where the athlete picks the load by effort."
    )
    rpe: float | None = strawberry.field(description="Rate of perceived exertion, 5 to 10. Null for warm-ups.")
    rest_seconds: int = strawberry.field(description="Rest after the set, in seconds.")


@strawberry.type(description="An exercise to do, set by set.")
class StrengthActivity(Activity):
    is_type_of = reads(domain.StrengthActivity)

    @strawberry.field(description="What to do.")
    @staticmethod
    def exercise(parent: strawberry.Parent[domain.StrengthActivity], info: Info) -> Exercise:
        return Exercise.of(catalogue.exercise_of(info.context, parent.exercise_id))

    sets: list[SetTarget] = strawberry.field(
        description="In order, warm-ups first: 1 to 8 working sets, at most 10 in all."
    )

    pair: int | None = strawberry.field(
        description="Two exercises of a day with the same number are done in turn: a set of the one, then a set of the other, each "
        "in the rests of the other. `Day.estimatedMinutes` counts on it, and the note says it in words. Null where sets follow "
        "each other."
    )

    @strawberry.field(
        description="What was done the last time before this day in this exercise, by any plan: at most 200 sets. Empty where it "
        "never was.",
        metadata=SHARED,
    )
    @staticmethod
    async def previous_sets(parent: strawberry.Parent[domain.StrengthActivity], info: Info) -> list[LoggedSet]:
        return [LoggedSet.of(one) for one in await training.previous_sets(info.context, parent)]


@strawberry.type(description="A span of whole numbers, both ends included.")
class IntRange:
    minimum: int = strawberry.field(description="The lowest.")
    maximum: int = strawberry.field(description="The highest.")


@strawberry.type(description="A part of an endurance session, at one effort.")
class Interval:
    kind: IntervalKind = strawberry.field(description="What it is for.")
    minutes: float = strawberry.field(description="How long it takes, in minutes.")
    distance_km: float | None = strawberry.field(
        description="How far it goes, in kilometres. Null where it is by time."
    )
    zone: int = strawberry.field(description="1 (very easy) to 5 (all out).")
    heart_rate: IntRange | None = strawberry.field(
        description="Beats a minute. Null where effort must not be led by heart rate."
    )
    pace_seconds_per_km: IntRange | None = strawberry.field(description="Seconds a kilometre. Null where unknown.")
    rpe: float = strawberry.field(description="Rate of perceived exertion, 1 to 10.")


@strawberry.type(description="An endurance session to do, part by part.")
class EnduranceActivity(Activity):
    is_type_of = reads(domain.EnduranceActivity)

    title: str = strawberry.field(description="For people, such as `Easy run`.")
    sport: Sport = strawberry.field(description="The sport to do it in.")
    intervals: list[Interval] = strawberry.field(
        description="In order: warm-up, work and recovery, cool-down. At most 60."
    )
    total_minutes: float = strawberry.field(description="How long it takes in all, in minutes.")
    total_km: float | None = strawberry.field(
        description="How far it goes in all, in kilometres. Null where the session is by time."
    )
