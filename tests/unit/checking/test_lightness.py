"""A week counts as a deload where it is called one and is lighter; a name alone changes no verdict."""

import datetime

import msgspec
import pytest

from domain.plan import PlanDocument, Week
from services.checking.lightness import light_weeks
from tests.unit.checking.judged import is_kept, score
from tests.unit.checking.sample import MONDAY, clean_plan, easy_run, lift, plan, sets, week

replace = msgspec.structs.replace


def lifting(number: int, count: int, *, rpe: float = 8, is_deload: bool = False) -> Week:
    return week(number, {0: (lift("chest-press", *sets(count, 10, rpe=rpe)),)}, is_deload=is_deload)


def all_called_deloads(document: PlanDocument) -> PlanDocument:
    return replace(document, weeks=tuple(replace(found, is_deload=True) for found in document.weeks))


@pytest.mark.parametrize(
    ("last", "is_light"),
    [
        (lifting(2, 5, is_deload=True), True),
        (lifting(2, 8, rpe=6, is_deload=True), True),
        (lifting(2, 8, is_deload=True), False),
        (lifting(2, 5), False),
    ],
    ids=["fewer sets", "less effort", "in name alone", "not called so"],
)
def test_a_deload_is_a_week_that_is_called_one_and_is_lighter(last: Week, is_light: bool) -> None:
    assert light_weeks([lifting(1, 8), last], None) == (frozenset({1}) if is_light else frozenset())


def test_the_first_week_of_a_plan_is_no_deload_of_anything() -> None:
    assert light_weeks([lifting(1, 2, is_deload=True), lifting(2, 8)], None) == frozenset()


@pytest.mark.parametrize(("days", "is_light"), [(-8, False), (-7, True), (20, True), (21, False)])
def test_weeks_around_an_event_are_light_by_what_the_event_asks(days: int, is_light: bool) -> None:
    event = MONDAY + datetime.timedelta(days=days)
    assert (0 in light_weeks([lifting(1, 8, is_deload=True)], event)) is is_light


def test_endurance_counts_by_minutes_and_effort() -> None:
    long, short = week(1, {1: (easy_run(60),)}), week(2, {1: (easy_run(30),)}, is_deload=True)
    assert light_weeks([long, short], None) == frozenset({1})


def test_a_steep_week_is_found_however_the_week_before_is_called() -> None:
    steep = plan(lifting(1, 7), lifting(2, 8, is_deload=True), lifting(3, 8))
    assert is_kept("R35", steep)
    steeper = plan(lifting(1, 7, is_deload=True), lifting(2, 8, is_deload=True), lifting(3, 14, is_deload=True))
    assert not is_kept("R35", steeper)


@pytest.mark.parametrize("rule", ["R21", "R23", "R25", "R36"])
def test_calling_every_week_a_deload_changes_no_verdict(rule: str) -> None:
    honest = score(rule, clean_plan())
    assert honest is not None
    assert score(rule, all_called_deloads(clean_plan())) == honest
