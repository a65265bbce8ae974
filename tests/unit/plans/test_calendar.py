"""Which plan's day stands on a date."""

import datetime
from datetime import UTC, date, timedelta

from domain.ids import PlanId
from services.plans.calendar import TrainedPlan, days_trained_by
from tests.rest_weeks import rest_week

MONDAY = date(2026, 11, 23)


def trained(letter: str, start: date, *, accepted: date, archived: date | None = None) -> TrainedPlan:
    return TrainedPlan(
        document=rest_week(PlanId(f"plan_{letter * 32}"), start, title=letter),
        accepted=noon(accepted),
        accepted_on=accepted,
        archived=noon(archived) if archived else None,
        archived_on=archived,
    )


def noon(day: date) -> datetime.datetime:
    return datetime.datetime(day.year, day.month, day.day, 12, tzinfo=UTC)


def titles(*plans: TrainedPlan, start: date, days: int) -> list[tuple[str, date]]:
    found = days_trained_by(plans, start=start, end=start + timedelta(days=days - 1))
    return [(day.title, day.date) for day in found]


def test_dates_before_and_after_the_plan_have_no_day() -> None:
    plan = trained("a", MONDAY, accepted=MONDAY - timedelta(days=3))
    found = titles(plan, start=MONDAY - timedelta(days=2), days=14)
    assert found == [("a", MONDAY + timedelta(days=offset)) for offset in range(7)]


def test_a_plan_accepted_after_its_start_also_shows_its_days_before_that() -> None:
    plan = trained("a", MONDAY, accepted=MONDAY + timedelta(days=2))
    assert titles(plan, start=MONDAY, days=3) == [("a", MONDAY + timedelta(days=offset)) for offset in range(3)]


def test_where_two_plans_overlap_each_has_the_dates_on_which_it_was_trained_by() -> None:
    wednesday = MONDAY + timedelta(days=2)
    older = trained("a", MONDAY, accepted=MONDAY, archived=wednesday)
    newer = trained("b", MONDAY, accepted=wednesday)
    assert [title for title, _ in titles(older, newer, start=MONDAY, days=4)] == ["a", "a", "b", "b"]


def test_a_replaced_plan_goes_on_until_its_successor_begins() -> None:
    wednesday = MONDAY + timedelta(days=2)
    older = trained("a", MONDAY, accepted=MONDAY, archived=wednesday)
    newer = trained("b", MONDAY + timedelta(days=5), accepted=wednesday)
    assert [title for title, _ in titles(older, newer, start=MONDAY, days=7)] == ["a"] * 5 + ["b"] * 2


def test_a_plan_that_was_put_away_ends_on_that_date() -> None:
    plan = trained("a", MONDAY, accepted=MONDAY, archived=MONDAY + timedelta(days=1))
    assert [day for _, day in titles(plan, start=MONDAY, days=7)] == [MONDAY, MONDAY + timedelta(days=1)]
