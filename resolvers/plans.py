"""The viewer's plans."""

import datetime

from domain.errors import NotFound
from domain.generations import Generation
from domain.ids import PlanId, plan_and_date_of, read_id
from domain.lessons import Lesson
from domain.pages import Page
from domain.plan import Day, LessonUse, Plan, PlanVersion
from resolvers.context import Context


async def plan(context: Context, *, plan_id: str) -> Plan | None:
    athlete_id = context.athlete_id
    try:
        wanted = PlanId(read_id("plan", plan_id))
    except NotFound:
        return None
    return await context.once(("plan", wanted), lambda: context.services.plans.plan(athlete_id, wanted))


async def plan_of_generation(context: Context, generation: Generation) -> Plan | None:
    return await plan(context, plan_id=generation.plan_id) if generation.plan_id else None


async def plan_to_train_by(context: Context) -> Plan | None:
    athlete_id = context.athlete_id
    return await context.once(("plan_to_train_by",), lambda: context.services.plans.plan_to_train_by(athlete_id))


async def plan_in_review(context: Context) -> Plan | None:
    athlete_id = context.athlete_id
    return await context.once(("plan_in_review",), lambda: context.services.plans.plan_in_review(athlete_id))


async def page(context: Context, *, first: int, after: str | None) -> Page[Plan]:
    return await context.services.plans.page(context.athlete_id, first=first, after=after)


async def versions(context: Context, plan: Plan, *, first: int, after: str | None) -> Page[PlanVersion]:
    return await context.services.plans.versions(context.athlete_id, plan.id, first=first, after=after)


async def calendar(context: Context, *, start: datetime.date, end: datetime.date) -> tuple[Day, ...]:
    return await context.services.plans.calendar(context.athlete_id, start=start, end=end)


async def is_editable(context: Context, day: Day) -> bool:
    """Whether a day may still be changed. All days of a plan share one question."""
    athlete_id = context.athlete_id
    plan_id, date = plan_and_date_of(day.id)
    ahead = await context.once(
        ("editable_dates", plan_id), lambda: context.services.plans.editable_dates(athlete_id, plan_id)
    )
    return date in ahead


async def applied_lessons(context: Context, plan: Plan) -> list[tuple[LessonUse, Lesson]]:
    """What each lesson did to the plan, with the lesson as it stands now."""
    wanted = [use.lesson_id for use in plan.applied_lessons]
    if not wanted:
        return []
    athlete_id = context.athlete_id
    lessons = await context.once(
        ("lessons", *wanted), lambda: context.services.playbooks.lessons_by_id(athlete_id, wanted)
    )
    return [(use, lessons[use.lesson_id]) for use in plan.applied_lessons if use.lesson_id in lessons]


async def accept_plan(context: Context, *, plan_id: str, expected_version: int) -> Plan:
    viewer = context.begin_change()
    wanted = PlanId(read_id("plan", plan_id))
    return await context.services.plans.accept(viewer.athlete_id, wanted, expected_version=expected_version)
