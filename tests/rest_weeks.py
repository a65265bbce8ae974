"""The smallest plan there is: one week of rest, told apart by its title."""

from datetime import date, timedelta

from domain.ids import PlanId, day_id_of
from domain.plan import Day, DayKind, PlanDocument, Week
from domain.terms import WEEKDAYS, Author


def rest_week(plan_id: PlanId, start: date, *, title: str) -> PlanDocument:
    """Seven rest days from `start`; each day has the plan's title."""
    days = tuple(_rest_day(plan_id, start + timedelta(days=offset), title) for offset in range(7))
    week = Week(number=1, start_date=start, focus="", goal="", progression="", is_deload=False, days=days)
    return PlanDocument(title=title, summary="", rationale="", author=Author.RULES, start_date=start, weeks=(week,))


def _rest_day(plan_id: PlanId, day: date, title: str) -> Day:
    return Day(
        id=day_id_of(plan_id, day),
        title=title,
        date=day,
        weekday=WEEKDAYS[day.weekday()],
        kind=DayKind.REST,
        rationale="Rest.",
        estimated_minutes=0,
    )
