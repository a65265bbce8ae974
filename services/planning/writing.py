"""Writes the outline out: weeks, days and activities with all their numbers."""

import datetime
from collections.abc import Callable

from domain.exercise import Catalogue
from domain.ids import ActivityId, PlanId, day_id_of
from domain.plan import Activity, Day, DayKind, EnduranceActivity, PlanDocument, StrengthActivity, Week
from domain.terms import WEEKDAYS
from services.planning.calendar import DayTask
from services.planning.endurance.week import endurance_activities
from services.planning.explain.days import day_rationale, day_title
from services.planning.explain.plan import plan_texts
from services.planning.explain.weeks import week_texts
from services.planning.minutes import estimated_minutes
from services.planning.outline import Outline
from services.planning.progression import WEEK_DAYS, Phase
from services.planning.strength.week import strength_activities


def written_plan(
    outline: Outline, catalogue: Catalogue, *, plan_id: PlanId, new_activity_id: Callable[[], ActivityId]
) -> PlanDocument:
    """The document of the outline; texts come last, because they tell of what is there."""
    weeks: list[Week] = []
    for phase in outline.phases:
        days = tuple(
            _day(outline, catalogue, phase, offset, plan_id=plan_id, new_activity_id=new_activity_id)
            for offset in range(WEEK_DAYS)
        )
        texts = week_texts(outline, phase, days, weeks[-1] if weeks else None)
        weeks.append(
            Week(
                number=phase.number,
                start_date=outline.week_start(phase),
                focus=texts.focus,
                goal=texts.goal,
                progression=texts.progression,
                is_deload=outline.is_deload(phase),
                days=days,
            )
        )
    texts_of_plan = plan_texts(outline, tuple(weeks), catalogue)
    return PlanDocument(
        title=texts_of_plan.title,
        summary=texts_of_plan.summary,
        rationale=texts_of_plan.rationale,
        author=outline.brief.author,
        start_date=outline.basis.start_date,
        weeks=tuple(weeks),
        notices=texts_of_plan.notices,
    )


def _day(
    outline: Outline,
    catalogue: Catalogue,
    phase: Phase,
    offset: int,
    *,
    plan_id: PlanId,
    new_activity_id: Callable[[], ActivityId],
) -> Day:
    date = outline.week_start(phase) + datetime.timedelta(days=offset)
    task = next((task for task in outline.tasks if task.offset == offset), None)
    activities = _activities(outline, task, phase, date, new_activity_id) if task is not None else ()
    return Day(
        id=day_id_of(plan_id, date),
        title=day_title(activities, catalogue),
        date=date,
        weekday=WEEKDAYS[date.weekday()],
        kind=_kind(activities),
        rationale=day_rationale(outline, phase, date, activities, catalogue),
        estimated_minutes=estimated_minutes(activities, catalogue),
        activities=activities,
    )


def _activities(
    outline: Outline,
    task: DayTask,
    phase: Phase,
    date: datetime.date,
    new_activity_id: Callable[[], ActivityId],
) -> tuple[Activity, ...]:
    if outline.is_event(date):
        return ()
    is_light = outline.is_light(phase, date)
    strength: tuple[Activity, ...] = ()
    if task.strength is not None and outline.lifts_on(date):
        strength = strength_activities(
            outline.strength, task.offset, phase, is_light=is_light, new_activity_id=new_activity_id
        )
    endurance = endurance_activities(
        outline.endurance, date, task.offset, phase, is_light=is_light, new_activity_id=new_activity_id
    )
    return (*strength, *endurance)


def _kind(activities: tuple[Activity, ...]) -> DayKind:
    has_strength = any(isinstance(activity, StrengthActivity) for activity in activities)
    has_endurance = any(isinstance(activity, EnduranceActivity) for activity in activities)
    if has_strength and has_endurance:
        return DayKind.MIXED
    if has_strength:
        return DayKind.STRENGTH
    return DayKind.ENDURANCE if has_endurance else DayKind.REST
