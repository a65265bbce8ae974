"""The training of the last weeks, planned beside done: what plans go on from."""

import datetime
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from sqlmodel.ext.asyncio.session import AsyncSession

from db.queries.training_history import PlanWithLogs, ToldDay, plans_with_logs
from domain.history import DoneEndurance, DoneSet, TrainingDay, TrainingHistory
from domain.ids import ActivityId, AthleteId
from domain.plan import Activity, Day, EnduranceActivity, PlanDocument, SetKind, SetTarget, StrengthActivity, Week
from domain.training import Completion, LoggedSet
from services.plans.calendar import days_trained_by, trained_plan

LOOK_BACK = datetime.timedelta(weeks=16)
"""As long as the longest plan: what was done before says little of what can be done now (convention)."""
_LEAST_DONE = (Completion.SKIPPED, Completion.PARTIAL, Completion.DONE)


async def load_plans_with_logs(
    session: AsyncSession, athlete_id: AthleteId, *, since: datetime.date, today: datetime.date
) -> tuple[PlanWithLogs, ...]:
    """What was trained up to today from sixteen weeks before `since` on: one statement."""
    return await plans_with_logs(session, athlete_id, start=min(since, today) - LOOK_BACK, end=today)


def history_of(plans: Sequence[PlanWithLogs], *, today: datetime.date) -> TrainingHistory:
    """Date by date up to today: what the plan in force had for it, and what was logged, whatever plan it was logged under."""
    accepted = [trained_plan(plan.row, plan.document, plan.time_zone) for plan in plans if plan.row.accepted_at]
    planned: dict[datetime.date, Day] = {}
    if accepted:
        first_day = min(plan.document.start_date for plan in accepted)
        planned = {day.date: day for day in days_trained_by(accepted, start=first_day, end=today) if day.activities}
    told: dict[datetime.date, list[tuple[PlanDocument, ToldDay]]] = defaultdict(list)
    for plan in plans:
        for log in plan.logs:
            told[log.date].append((plan.document, log))
    dates = sorted(planned.keys() | told.keys())
    return TrainingHistory(days=tuple(_training_day(date, planned.get(date), told[date]) for date in dates))


def weeks_before(plans: Sequence[PlanWithLogs], day: datetime.date) -> tuple[Week, ...]:
    """The weeks, begun before this day, of the last plan that was trained by until then; none of it after it was put away."""
    accepted = [trained_plan(plan.row, plan.document, plan.time_zone) for plan in plans if plan.row.accepted_at]
    begun = [plan for plan in accepted if plan.document.start_date < day]
    if not begun:
        return ()
    last = max(begun, key=lambda plan: (plan.document.start_date, plan.accepted))
    until = min(day - datetime.timedelta(days=1), last.archived_on or day)
    return tuple(week for week in last.document.weeks if week.start_date <= until)


def _training_day(
    date: datetime.date, planned: Day | None, told: Sequence[tuple[PlanDocument, ToldDay]]
) -> TrainingDay:
    logs = [log for _, log in told]
    sets, endurance = [], []
    for document, log in told:
        activities = _activities_on(document, date)
        sets += [_done_set(one, activities) for one in log.sets if one.kind is SetKind.WORKING]
        endurance += list(_done_endurance(log, activities))
    return TrainingDay(
        date=date,
        is_planned=planned is not None,
        completion=max((log.completion for log in logs), key=_LEAST_DONE.index, default=None),
        planned=frozenset(one.exercise_id for one in _lifts(planned.activities if planned else ())),
        sets=tuple(sets),
        endurance=tuple(endurance),
        session_rpe=max((log.session_rpe for log in logs if log.session_rpe is not None), default=None),
        energy=min((log.energy for log in logs if log.energy is not None), default=None),
        soreness=max((log.soreness for log in logs if log.soreness is not None), default=None),
    )


def _activities_on(document: PlanDocument, date: datetime.date) -> dict[ActivityId, Activity]:
    days = (day for week in document.weeks for day in week.days if day.date == date)
    return {activity.id: activity for day in days for activity in day.activities}


def _lifts(activities: Iterable[Activity]) -> Iterator[StrengthActivity]:
    return (one for one in activities if isinstance(one, StrengthActivity))


def _done_set(done: LoggedSet, activities: dict[ActivityId, Activity]) -> DoneSet:
    """With what had been meant for it, unless another exercise was done than the planned one."""
    planned = activities.get(done.activity_id) if done.activity_id is not None else None
    meant: SetTarget | None = None
    if isinstance(planned, StrengthActivity) and planned.exercise_id == done.exercise_id:
        meant = planned.sets[done.set_number - 1] if 1 <= done.set_number <= len(planned.sets) else None
    return DoneSet(
        exercise_id=done.exercise_id,
        reps=done.reps,
        load_kg=done.load_kg,
        rpe=done.rpe,
        planned_reps=meant.reps if meant else None,
        planned_load_kg=meant.load_kg if meant else None,
        planned_rpe=meant.rpe if meant else None,
    )


def _done_endurance(log: ToldDay, activities: dict[ActivityId, Activity]) -> Iterator[DoneEndurance]:
    """Where no minutes were told, the planned ones are taken, and a distance says nothing of the pace."""
    for bout in log.endurance:
        planned = activities.get(bout.activity_id) if bout.activity_id is not None else None
        meant = planned.total_minutes if isinstance(planned, EnduranceActivity) else None
        minutes = bout.minutes if bout.minutes is not None else meant
        if minutes is not None:
            distance = bout.distance_km if bout.minutes is not None else None
            yield DoneEndurance(sport=bout.sport, minutes=minutes, distance_km=distance)
