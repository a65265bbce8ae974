"""What was done on a day, as clients see it."""

import datetime
from typing import cast

import strawberry

from domain import training as domain
from domain.terms import BodyArea, Sport
from domain.training import Completion
from resolvers import catalogue
from schema.bridge import Info, reads
from schema.catalogue.types import Exercise
from schema.interfaces import Node
from schema.logs import enums as _enums  # noqa: F401  # exposes the enums first


@strawberry.type(description="A set that was done.")
class LoggedSet:
    activity_id: strawberry.ID | None = strawberry.field(
        description="The planned activity that it belongs to. Null for a set that was not planned."
    )

    @strawberry.field(
        description="What was really done; the planned exercise unless the log said otherwise. Kept even when the plan changes."
    )
    @staticmethod
    def exercise(parent: strawberry.Parent[domain.LoggedSet], info: Info) -> Exercise:
        return Exercise.of(catalogue.exercise_of(info.context, parent.exercise_id))

    set_number: int = strawberry.field(
        description="Counted from 1 within the activity or exercise, warm-ups included: the position in "
        "`StrengthActivity.sets`."
    )
    reps: int | None = strawberry.field(description="Repetitions. Null where they were not counted.")
    duration_seconds: int | None = strawberry.field(
        description="Seconds under load. Null where they were not measured."
    )
    load_kg: float | None = strawberry.field(
        description="Kilograms in hand or on the bar. Null for body weight, or where it was not noted."
    )
    rpe: float | None = strawberry.field(description="Rate of perceived exertion, 1 to 10.")

    @classmethod
    def of(cls, one: domain.LoggedSet) -> "LoggedSet":
        return cast("LoggedSet", one)


@strawberry.type(description="Endurance that was done.")
class LoggedEndurance:
    activity_id: strawberry.ID | None = strawberry.field(
        description="The planned activity that it was. Null for a session that was not planned."
    )
    sport: Sport = strawberry.field(description="The sport that it was done in.")
    minutes: float | None = strawberry.field(description="How long it took, in minutes.")
    distance_km: float | None = strawberry.field(description="How far it went, in kilometres.")
    average_heart_rate: int | None = strawberry.field(description="Beats a minute, on average.")


@strawberry.type(description="Pain that was reported with a workout.")
class PainReport:
    area: BodyArea = strawberry.field(description="Where it hurt.")
    severity: int = strawberry.field(description="1 to 10.")
    note: str | None = strawberry.field(description="The athlete's own words.")


@strawberry.type(description="What was done on one day. At most one for a day.")
class WorkoutLog(Node):
    is_type_of = reads(domain.WorkoutLog)

    client_id: strawberry.ID = strawberry.field(description="The id that the app gave it.")
    revision: int = strawberry.field(description="The app's own count of the changes that it made to this log.")
    date: datetime.date = strawberry.field(description="The day's date.")
    plan_id: strawberry.ID = strawberry.field(description="The plan that the day belonged to.")
    completion: Completion = strawberry.field(description="How much of the day's work was done.")
    sets: list[LoggedSet] = strawberry.field(description="The sets that were done, as they were sent: at most 200.")
    endurance: list[LoggedEndurance] = strawberry.field(description="The endurance that was done: at most 20.")
    session_rpe: float | None = strawberry.field(description="Of the whole session, 1 to 10.")
    minutes: int | None = strawberry.field(description="How long the whole session took, in minutes.")
    enjoyment: int | None = strawberry.field(description="1 to 5, 5 being the best.")
    energy: int | None = strawberry.field(description="1 to 5, 5 being the most.")
    soreness: int | None = strawberry.field(description="1 to 5, 5 being the worst.")
    pain: PainReport | None = strawberry.field(description="Null where none was reported.")
    note: str | None = strawberry.field(description="The athlete's own words.")
    performed_at: datetime.datetime = strawberry.field(description="When it was done, as the app said.")
    logged_at: datetime.datetime = strawberry.field(description="When it first reached us.")

    @classmethod
    def of(cls, log: domain.WorkoutLog) -> "WorkoutLog":
        return cast("WorkoutLog", log)
