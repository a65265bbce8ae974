"""What the logged workouts show, as clients see it."""

import datetime
from typing import cast

import strawberry

from domain import training as domain
from domain.terms import Muscle
from resolvers import catalogue
from schema.bridge import Info
from schema.catalogue.types import Exercise


@strawberry.type(description="One week of training, from Monday on.")
class WeekInsight:
    start_date: datetime.date = strawberry.field(description="Its Monday.")
    sessions_done: int = strawberry.field(description="Workouts that were logged as done, in full or in part.")
    sessions_planned: int = strawberry.field(
        description="Sessions that were planned; of the running week, those still to come included."
    )
    tonnage_kg: float = strawberry.field(description="Kilograms lifted, all repetitions.")
    endurance_minutes: float = strawberry.field(description="Minutes of endurance that were logged.")
    average_session_rpe: float | None = strawberry.field(
        description="Mean effort of whole sessions, 1 to 10. Null where none was logged."
    )


@strawberry.type(description="How the strength in one exercise has changed.")
class ExerciseTrend:
    @strawberry.field(description="The exercise.")
    @staticmethod
    def exercise(parent: strawberry.Parent[domain.ExerciseTrend], info: Info) -> Exercise:
        return Exercise.of(catalogue.exercise_of(info.context, parent.exercise_id))

    first_estimated_max_kg: float = strawberry.field(
        description="Estimated one-repetition maximum in kilograms, in the first session of the period."
    )
    last_estimated_max_kg: float = strawberry.field(
        description="The same in the last session of the period; equal where there was only one."
    )


@strawberry.type(description="How much a muscle was trained.")
class MuscleTrend:
    muscle: Muscle = strawberry.field(description="The muscle.")
    weekly_sets: float = strawberry.field(description="Hard sets a week, indirect work counted half.")
    target_sets: float = strawberry.field(description="Hard sets a week that would suit the athlete.")


@strawberry.type(description="What the logged workouts show.")
class Insights:
    weeks: list[WeekInsight] = strawberry.field(description="Oldest first, the running week last: at most 52.")
    streak_weeks: int = strawberry.field(description="Weeks in a row with at least one workout, up to now.")
    adherence: float | None = strawberry.field(
        description="Share of planned sessions that were done, 0 to 1. Null where none was planned up to now."
    )
    top_exercises: list[ExerciseTrend] = strawberry.field(description="Best improvement first, at most 5.")
    weak_points: list[MuscleTrend] = strawberry.field(description="Least work against the target first, at most 5.")
    summary: str = strawberry.field(description="A few sentences by the coach.")

    @classmethod
    def of(cls, insights: domain.Insights) -> "Insights":
        return cast("Insights", insights)
