"""What the viewer did: workout logs, and what they show."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from domain.ids import plan_and_date_of
from domain.pages import Page
from domain.plan import Activity, Day, StrengthActivity
from domain.training import Insights, LoggedSet, WorkoutDraft, WorkoutLog
from resolvers.context import Context

if TYPE_CHECKING:
    from services.training.logs import LogAnswer


def activities(context: Context, day: Day) -> Sequence[Activity]:
    """A day's activities; the day is noted, for those that need to know on which one they stand."""
    context.days.update((activity.id, day) for activity in day.activities)
    return day.activities


async def log_of(context: Context, day: Day) -> WorkoutLog | None:
    """All days of a plan share one question."""
    athlete_id = context.athlete_id
    plan_id, date = plan_and_date_of(day.id)
    logs = await context.once(
        ("logs_of_plan", plan_id), lambda: context.services.workouts.logs_of_plan(athlete_id, plan_id)
    )
    return logs.get(date)


async def previous_sets(context: Context, activity: StrengthActivity) -> tuple[LoggedSet, ...]:
    """All exercises of a plan share one question."""
    athlete_id = context.athlete_id
    plan_id, date = plan_and_date_of(context.days[activity.id].id)
    previous = await context.once(
        ("previous_sets", plan_id), lambda: context.services.workouts.previous_sets(athlete_id, plan_id)
    )
    return previous.before(date, activity.exercise_id)


async def workouts(context: Context, *, first: int, after: str | None) -> Page[WorkoutLog]:
    return await context.services.workouts.page(context.athlete_id, first=first, after=after)


async def insights(context: Context, *, week_count: int) -> Insights:
    return await context.services.looking_back.insights(context.athlete_id, week_count=week_count)


async def log_workout(context: Context, draft: WorkoutDraft) -> "LogAnswer":
    viewer = context.begin_change()
    return await context.services.workouts.log(viewer, draft)


async def delete_workout_log(context: Context, *, client_id: str) -> Day:
    viewer = context.begin_change()
    return await context.services.workouts.delete(viewer.athlete_id, client_id)
