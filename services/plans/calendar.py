"""Which plan's day stands on a date, where several plans were trained by."""

import datetime
from collections.abc import Sequence
from zoneinfo import ZoneInfo

import msgspec

from db.tables import PlanRow
from domain.plan import Day, PlanDocument


class TrainedPlan(msgspec.Struct, frozen=True, kw_only=True):
    """A plan that was accepted at some time, with instants as dates of the athlete's time zone."""

    document: PlanDocument
    accepted: datetime.datetime
    accepted_on: datetime.date
    archived: datetime.datetime | None
    archived_on: datetime.date | None


def trained_plan(row: PlanRow, document: PlanDocument, time_zone: str) -> TrainedPlan:
    """A plan that was ever accepted, as the calendar looks at it."""
    zone = ZoneInfo(time_zone)
    assert row.accepted_at is not None  # the query asks for accepted ones alone
    return TrainedPlan(
        document=document,
        accepted=row.accepted_at,
        accepted_on=row.accepted_at.astimezone(zone).date(),
        archived=row.archived_at,
        archived_on=row.archived_at.astimezone(zone).date() if row.archived_at else None,
    )


def days_trained_by(plans: Sequence[TrainedPlan], *, start: datetime.date, end: datetime.date) -> tuple[Day, ...]:
    """One day for a date, in order, from `start` to `end`, both included; dates without a plan are left out.

    A plan counts from the date on which it was accepted, and before that where no older one did. One that was put away counts up
    to that date; one that was replaced goes on until its successor's first day.
    """
    dates = (start + datetime.timedelta(days=offset) for offset in range((end - start).days + 1))
    found = (_day_on(date, plans) for date in dates)
    return tuple(day for day in found if day is not None)


def _day_on(date: datetime.date, plans: Sequence[TrainedPlan]) -> Day | None:
    newest_first = sorted(plans, key=lambda plan: plan.accepted, reverse=True)
    with_day = [
        (plan, day) for plan in newest_first if (day := _day_of(plan.document, date)) and _lasts(plan, date, plans)
    ]
    in_force = [day for plan, day in with_day if plan.accepted_on <= date]
    return next(iter(in_force), None) or next((day for _, day in reversed(with_day)), None)


def _lasts(plan: TrainedPlan, date: datetime.date, plans: Sequence[TrainedPlan]) -> bool:
    if plan.archived is None or plan.archived_on is None or date <= plan.archived_on:
        return True
    successors = [other.document.start_date for other in plans if other.accepted == plan.archived]
    return any(date < first_day for first_day in successors)


def _day_of(document: PlanDocument, date: datetime.date) -> Day | None:
    offset = (date - document.start_date).days
    if not 0 <= offset < 7 * len(document.weeks):
        return None
    return document.weeks[offset // 7].days[offset % 7]
