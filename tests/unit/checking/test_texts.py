"""What texts claim is read and held against the plan: fields, numbers, names, titles, promises (R48)."""

import datetime
from collections.abc import Callable
from functools import partial

import msgspec
import pytest

from domain.plan import Day, DayKind, IntRange, PlanDocument, Week
from domain.terms import Weekday
from tests.unit.checking.judged import is_kept, verdict
from tests.unit.checking.sample import (
    clean_plan,
    clean_week,
    easy_run,
    hard_run,
    lift,
    plan,
    sets,
    week,
    with_day,
    with_week,
)

replace = msgspec.structs.replace
MONDAY_OF_WEEK_2, TUESDAY, WEDNESDAY = 7, 1, 2


def _goal(text: str, number: int = 2) -> PlanDocument:
    """The clean plan with another goal of a week: two sessions of 14 working sets and two runs of 60 minutes in week two."""
    return with_week(clean_plan(), number, replace(clean_week(number), goal=text))


def _rationale(text: str, index: int = 0) -> PlanDocument:
    return with_day(clean_plan(), index, lambda it: replace(it, rationale=text))


def _title(text: str, index: int = 0) -> PlanDocument:
    return with_day(clean_plan(), index, lambda it: replace(it, title=text))


@pytest.mark.parametrize(
    "fault",
    [
        lambda it: replace(it, weekday=Weekday.TUESDAY),
        lambda it: replace(it, kind=DayKind.MIXED),
        lambda it: replace(it, kind=DayKind.REST),
        lambda it: replace(it, estimated_minutes=it.estimated_minutes + 2),
        lambda it: replace(it, estimated_minutes=it.estimated_minutes - 2),
        lambda it: replace(it, date=it.date + datetime.timedelta(days=7)),
    ],
)
def test_fields_of_a_day_agree(fault: Callable[[Day], Day]) -> None:
    assert not is_kept("R48", with_day(clean_plan(), 0, fault))


def test_a_minute_more_or_less_is_let_through() -> None:
    for change in (1, -1):
        assert is_kept("R48", with_day(clean_plan(), 0, partial(_longer, minutes=change)))


def _longer(day: Day, minutes: int) -> Day:
    return replace(day, estimated_minutes=day.estimated_minutes + minutes)


def test_a_rest_day_takes_no_time() -> None:
    assert not is_kept("R48", with_day(clean_plan(), WEDNESDAY, lambda it: replace(it, estimated_minutes=1)))


def _shifted(it: Week) -> Week:
    return replace(it, start_date=it.start_date + datetime.timedelta(days=1))


@pytest.mark.parametrize(
    "made",
    [
        replace(clean_week(2), number=3),
        replace(clean_week(2), days=clean_week(2).days[:6]),
        replace(clean_week(2), days=clean_week(2).days[::-1]),
        _shifted(clean_week(2)),
    ],
)
def test_weeks_are_numbered_and_have_their_seven_days(made: Week) -> None:
    weeks = (clean_week(1), made, clean_week(3), clean_week(4))
    assert not is_kept("R48", plan(*weeks))


def test_totals_are_the_sums_of_the_intervals() -> None:
    run = easy_run(30)
    assert not is_kept("R48", plan(week(1, {1: (replace(run, total_minutes=31),)})))
    parts = tuple(replace(part, distance_km=1.5) for part in run.intervals)
    for total, kept in ((4.5, True), (4.6, False)):
        covered = replace(run, intervals=parts, total_km=total)
        assert is_kept("R48", plan(week(1, {1: (covered,)}))) is kept


def test_a_part_without_a_distance_leaves_the_total_no_less_than_the_others() -> None:
    run = easy_run(30)
    parts = (run.intervals[0], *(replace(part, distance_km=1.5) for part in run.intervals[1:]))
    for total, kept in ((3.0, True), (3.4, True), (2.9, False)):
        covered = replace(run, intervals=parts, total_km=total)
        assert is_kept("R48", plan(week(1, {1: (covered,)}))) is kept


def test_a_distance_is_one_that_its_pace_covers_in_its_minutes() -> None:
    run = easy_run(30)
    first, *rest = run.intervals
    for kilometres, kept in ((0.8, True), (1.0, True), (0.7, False), (1.1, False)):
        paced = replace(first, minutes=5.0, pace_seconds_per_km=IntRange(300, 375), distance_km=kilometres)
        total = paced.minutes + sum(part.minutes for part in rest)
        walked = replace(run, intervals=(paced, *rest), total_minutes=total)
        assert is_kept("R48", plan(week(1, {1: (walked,)}))) is kept


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("Four sessions with 28 working sets and 120 minutes of endurance.", True),
        ("Five sessions with 28 working sets.", False),
        ("Four sessions with 29 working sets.", False),
        ("28 working sets and 121 minutes of endurance.", True),
        ("28 working sets and 122 minutes of endurance.", False),
        ("Two strength sessions and two endurance sessions.", True),
        ("Three strength sessions.", False),
        ("At most 60 minutes at a time.", True),
        ("At most 58 minutes at a time.", False),
        ("Everything at RPE 7.5.", True),
        ("Everything at RPE 9.", False),
        ("Never above RPE 8.", True),
        ("Never above RPE 7.", False),
        ("All runs in zone 2.", True),
        ("All runs in zone 4.", False),
        ("Up to zone 2.", True),
        ("Run 10 km in one go.", False),
        ("Week 2 of 4.", True),
        ("Week 2 of 8.", False),
        ("Much like week 1.", True),
        ("Gets you ready for week 5.", False),
        ("10 more minutes of endurance.", True),
        ("12 more minutes of endurance.", False),
        ("10 fewer minutes of endurance.", False),
        ("2 more working sets.", False),
        ("The hardest sets are at RPE 7.5 instead of 7.", True),
        ("The hardest sets are at RPE 8 instead of 7.", False),
        ("Bench Press and Goblet Squat.", True),
        ("Bench Press and Back Squat.", False),
        ("Goblet Squat instead of Back Squat.", True),
        ("Leave every session feeling that you could have done more.", True),
    ],
)
def test_what_a_week_claims(text: str, kept: bool) -> None:
    found = verdict("R48", _goal(text), hard=True)
    assert found is not None
    assert (found.score == 1) is kept, found.finding


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("Goblet Squat and Bench Press come first; 14 working sets in all.", True),
        ("15 working sets in all.", False),
        ("Nothing here jumps.", True),
        ("Nothing here goes overhead.", False),
        ("Nothing here bends a loaded knee.", False),
        ("There is no maximal effort and no risk of a fall.", True),
        ("50 minutes that count.", True),
        ("40 minutes that count.", False),
        ("You have 60 minutes.", True),
        ("A lighter week.", False),
        ("The last hard day before the lighter week.", True),
        ("Ends with Dead Bugs.", True),
    ],
)
def test_what_a_strength_day_claims(text: str, kept: bool) -> None:
    found = verdict("R48", _rationale(text), hard=True)
    assert found is not None
    assert (found.score == 1) is kept, found.finding


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("30 minutes with 1 times 15 minutes at a firm effort.", True),
        ("30 minutes with 2 times 15 minutes at a firm effort.", False),
        ("30 minutes with 1 times 5 minutes at a firm effort.", False),
    ],
)
def test_what_intervals_claim(text: str, kept: bool) -> None:
    document = plan(week(1, {0: (hard_run(30),)}))
    assert is_kept("R48", with_day(document, 0, lambda it: replace(it, rationale=text))) is kept


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("30 minutes, about 4.5 km, in one go.", True),
        ("30 minutes, about 4.8 km, in one go.", False),
        ("30 minutes, about 2.8 miles, in one go.", True),
        ("30 minutes, about 4.5 miles, in one go.", False),
    ],
)
def test_a_distance_is_so_in_kilometres_and_in_miles(text: str, kept: bool) -> None:
    run = easy_run(30)
    parts = tuple(replace(part, distance_km=1.5) for part in run.intervals)
    document = plan(week(1, {0: (replace(run, intervals=parts, total_km=4.5),)}))
    assert is_kept("R48", with_day(document, 0, lambda it: replace(it, rationale=text))) is kept


@pytest.mark.parametrize(
    ("title", "index", "kept"),
    [
        ("Full body", 0, True),
        ("Upper body", 0, False),
        ("Lower body", 0, False),
        ("Push", 0, True),
        ("Rest", 0, False),
        ("Rest day", WEDNESDAY, True),
        ("Full body", WEDNESDAY, False),
        ("Intervals", TUESDAY, False),
        ("Easy run", TUESDAY, True),
        ("Strength", TUESDAY, False),
        ("Strength and more", 0, True),
        ("Core", 0, True),
        ("Mobility and balance", 0, False),
    ],
)
def test_what_a_title_claims(title: str, index: int, kept: bool) -> None:
    assert is_kept("R48", _title(title, index)) is kept


@pytest.mark.parametrize(
    ("slug", "title", "kept"),
    [
        ("biceps-curl", "Upper body", True),
        ("biceps-curl", "Mobility", False),
        ("cat-cow", "Mobility", True),
        ("single-leg-stand", "Mobility and balance", True),
        ("calf-raise", "Lower body", True),
        ("calf-raise", "Legs", True),
        ("push-up", "Pull", False),
        ("lat-pulldown", "Pull", True),
    ],
)
def test_titles_go_by_what_is_there(slug: str, title: str, kept: bool) -> None:
    document = plan(week(1, {0: (lift(slug, *sets(1)),)}))
    assert is_kept("R48", with_day(document, 0, lambda it: replace(it, title=title))) is kept
