"""Insights on a real database: in the athlete's own weeks, and anew as soon as anything changes."""

import datetime

import pytest
from sqlalchemy import text

from db.database import Database
from domain.clock import Clock
from domain.errors import BadUserInput
from domain.exercise import Catalogue
from domain.plan import PlanDocument
from domain.profile import Viewer
from domain.training import Completion
from services.training.logs import Workouts
from services.training.looking_back import LookingBack
from tests.conftest import CountStatements
from tests.database.conversations.planned import MONDAY
from tests.database.training.drafts import as_planned, draft, lifts_on


@pytest.fixture
def looking_back(database: Database, later: Clock, catalogue: Catalogue) -> LookingBack:
    return LookingBack(database, later, catalogue)


async def test_they_tell_of_what_was_logged_and_planned(
    workouts: Workouts, looking_back: LookingBack, viewer: Viewer, document: PlanDocument
) -> None:
    lifts = lifts_on(document, 0)
    sets = tuple(one for lift in lifts for one in as_planned(lift))
    await workouts.log(viewer, draft(0, sets=sets, session_rpe=7))
    await workouts.log(viewer, draft(2, completion=Completion.SKIPPED))
    await workouts.log(viewer, draft(7, session_rpe=8))

    found = await looking_back.insights(viewer.athlete_id, week_count=4)

    training_days = sum(bool(day.activities) for day in document.weeks[0].days)
    assert [week.start_date for week in found.weeks] == [
        MONDAY + datetime.timedelta(days=days) for days in (-14, -7, 0, 7)
    ]
    assert [week.sessions_done for week in found.weeks] == [0, 0, 1, 1]
    assert [week.sessions_planned for week in found.weeks] == [0, 0, training_days, training_days]
    assert found.weeks[2].tonnage_kg == pytest.approx(
        sum((one.load_kg or 0) * (one.reps or 0) for lift in lifts for one in lift.sets), abs=0.1
    )
    assert [week.average_session_rpe for week in found.weeks] == [None, None, 7, 8]
    assert found.streak_weeks == 2
    due = sum(bool(day.activities) for week in document.weeks for day in week.days if (day.date - MONDAY).days < 9)
    assert found.adherence == 2 / due
    assert len(found.weak_points) == 5
    assert found.summary.startswith("You trained twice in the last 4 weeks, 1 of them this week.")


async def test_they_are_kept_until_something_changes(
    workouts: Workouts,
    looking_back: LookingBack,
    viewer: Viewer,
    document: PlanDocument,
    count_statements: CountStatements,
) -> None:
    await workouts.log(viewer, draft(0))
    with count_statements() as first:
        before = await looking_back.insights(viewer.athlete_id, week_count=2)
    with count_statements() as again:
        assert await looking_back.insights(viewer.athlete_id, week_count=2) == before
    assert (len(first), len(again)) == (6, 2)

    await workouts.log(viewer, draft(2))

    assert (await looking_back.insights(viewer.athlete_id, week_count=2)).weeks[0].sessions_done == 2


@pytest.mark.parametrize(
    ("zone", "now", "monday"),
    [
        ("Europe/Amsterdam", datetime.datetime(2026, 10, 25, 22, 59, tzinfo=datetime.UTC), datetime.date(2026, 10, 19)),
        ("Europe/Amsterdam", datetime.datetime(2026, 10, 25, 23, 1, tzinfo=datetime.UTC), datetime.date(2026, 10, 26)),
        ("America/New_York", datetime.datetime(2027, 3, 15, 3, 59, tzinfo=datetime.UTC), datetime.date(2027, 3, 8)),
        ("America/New_York", datetime.datetime(2027, 3, 15, 4, 1, tzinfo=datetime.UTC), datetime.date(2027, 3, 15)),
        ("Pacific/Auckland", datetime.datetime(2026, 12, 6, 11, 1, tzinfo=datetime.UTC), datetime.date(2026, 12, 7)),
    ],
)
async def test_weeks_are_the_athletes_own_across_the_change_of_clocks(
    database: Database,
    catalogue: Catalogue,
    viewer: Viewer,
    document: PlanDocument,
    zone: str,
    now: datetime.datetime,
    monday: datetime.date,
) -> None:
    async with database.transaction(viewer.athlete_id) as session:
        await session.execute(text("update profile set time_zone = :zone"), {"zone": zone})

    found = await LookingBack(database, lambda: now, catalogue).insights(viewer.athlete_id, week_count=3)

    assert [week.start_date for week in found.weeks] == [monday - datetime.timedelta(days=days) for days in (14, 7, 0)]


async def test_before_anything_there_is_nothing_to_show(looking_back: LookingBack, viewer: Viewer) -> None:
    found = await looking_back.insights(viewer.athlete_id, week_count=1)
    assert (len(found.weeks), found.streak_weeks, found.adherence) == (1, 0, None)
    assert (found.top_exercises, found.weak_points) == ((), ())
    assert found.summary == "Nothing was logged in the last week. Log your next workout, and it shows here."


async def test_a_stranger_sees_nothing_of_it(
    workouts: Workouts, looking_back: LookingBack, viewer: Viewer, other_viewer: Viewer, document: PlanDocument
) -> None:
    await workouts.log(viewer, draft(0))
    await looking_back.insights(viewer.athlete_id, week_count=2)

    found = await looking_back.insights(other_viewer.athlete_id, week_count=2)

    assert sum(week.sessions_done + week.sessions_planned for week in found.weeks) == 0


@pytest.mark.parametrize("week_count", [-1, 0, 53])
async def test_a_number_of_weeks_out_of_bounds_is_refused(
    looking_back: LookingBack, viewer: Viewer, week_count: int
) -> None:
    with pytest.raises(BadUserInput):
        await looking_back.insights(viewer.athlete_id, week_count=week_count)
