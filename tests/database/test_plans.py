"""Plans on a real database: one in review, one accepted, versions that stay, and how they stand as days go by."""

import datetime

import pytest
from sqlmodel import select

from db.database import Database
from db.queries import plans as queries
from db.tables import PlanVersionRow
from domain.clock import Clock
from domain.errors import BadUserInput, NotFound, PlanNotEditable, VersionConflict
from domain.exercise import Catalogue
from domain.ids import PlanId, day_id_of, new_plan_id
from domain.plan import PlanChange, PlanState, PlanVersionReason
from domain.profile import Viewer
from services.onboarding.profiles import Profiles
from services.plans.plans import Plans
from tests.conftest import NOW
from tests.rest_weeks import rest_week
from tests.unit.onboarding.making import draft

MONDAY = NOW.date()
CHANGE = PlanChange(date=MONDAY, description="Made Monday a rest day")


@pytest.fixture
def plans(database: Database, clock: Clock) -> Plans:
    return Plans(database, clock)


@pytest.fixture
def next_week(database: Database) -> Plans:
    """The same plans, seen eight days later."""
    return Plans(database, lambda: NOW + datetime.timedelta(days=8))


async def saved(database: Database, viewer: Viewer, *, title: str = "First", fingerprint: str = "") -> PlanId:
    plan_id = new_plan_id()
    async with database.transaction(viewer.athlete_id) as session:
        document = rest_week(plan_id, MONDAY, title=title)
        await queries.save_new_plan(session, viewer.athlete_id, plan_id, document, fingerprint=fingerprint)
    return plan_id


async def test_a_new_plan_is_in_review_and_archives_the_one_that_was(
    database: Database, plans: Plans, viewer: Viewer
) -> None:
    older = await saved(database, viewer)
    newer = await saved(database, viewer, title="Second")
    in_review = await plans.plan_in_review(viewer.athlete_id)
    put_away = await plans.plan(viewer.athlete_id, older)
    assert in_review is not None
    assert put_away is not None
    assert (in_review.id, in_review.version, in_review.title) == (newer, 1, "Second")
    assert put_away.state is PlanState.ARCHIVED


async def test_accepting_archives_the_plan_that_was_accepted_before(
    database: Database, plans: Plans, viewer: Viewer
) -> None:
    older = await saved(database, viewer)
    await plans.accept(viewer.athlete_id, older, expected_version=1)
    newer = await saved(database, viewer)
    assert (await plans.plan_to_train_by(viewer.athlete_id)) == await plans.plan(viewer.athlete_id, older)
    accepted = await plans.accept(viewer.athlete_id, newer, expected_version=1)
    put_away = await plans.plan(viewer.athlete_id, older)
    assert put_away is not None
    assert (accepted.state, put_away.state) == (PlanState.ACCEPTED, PlanState.ARCHIVED)
    assert await plans.plan_to_train_by(viewer.athlete_id) == accepted
    assert await plans.plan_in_review(viewer.athlete_id) is None


async def test_accepting_what_is_accepted_changes_nothing(database: Database, plans: Plans, viewer: Viewer) -> None:
    plan_id = await saved(database, viewer)
    first = await plans.accept(viewer.athlete_id, plan_id, expected_version=1)
    revision = await plans.revision(viewer.athlete_id)
    assert await plans.accept(viewer.athlete_id, plan_id, expected_version=1) == first
    assert await plans.revision(viewer.athlete_id) == revision


async def test_another_version_in_the_meantime_is_a_conflict(database: Database, plans: Plans, viewer: Viewer) -> None:
    plan_id = await saved(database, viewer)
    with pytest.raises(VersionConflict) as raised:
        await plans.accept(viewer.athlete_id, plan_id, expected_version=2)
    plan = await plans.plan(viewer.athlete_id, plan_id)
    assert plan is not None
    assert (raised.value.current_version, plan.state) == (1, PlanState.IN_REVIEW)


async def test_an_archived_plan_cannot_be_accepted(database: Database, plans: Plans, viewer: Viewer) -> None:
    plan_id = await saved(database, viewer)
    await saved(database, viewer)
    with pytest.raises(PlanNotEditable):
        await plans.accept(viewer.athlete_id, plan_id, expected_version=1)


async def test_a_strangers_plan_is_not_found(
    database: Database, plans: Plans, viewer: Viewer, other_viewer: Viewer
) -> None:
    plan_id = await saved(database, viewer)
    stranger = other_viewer.athlete_id
    assert await plans.plan(stranger, plan_id) is None
    assert await plans.day(stranger, day_id_of(plan_id, MONDAY)) is None
    assert await plans.editable_dates(stranger, plan_id) == frozenset()
    assert (await plans.page(stranger, first=20, after=None)).edges == ()
    with pytest.raises(NotFound):
        await plans.accept(stranger, plan_id, expected_version=1)


async def test_a_version_is_added_and_the_older_one_stays_as_it_was(
    database: Database, plans: Plans, viewer: Viewer
) -> None:
    plan_id = await saved(database, viewer)
    first = await plans.plan(viewer.athlete_id, plan_id)
    assert first is not None
    async with database.transaction(viewer.athlete_id) as session:
        second = await queries.save_version(
            session,
            viewer.athlete_id,
            first,
            rest_week(plan_id, MONDAY, title="Other"),
            reason=PlanVersionReason.EDITED,
            changes=[CHANGE],
            now=NOW,
        )
        found = await session.execute(select(PlanVersionRow).order_by("number"))
        rows = found.scalars().all()
    assert (second.version, second.title) == (2, "Other")
    assert [(row.number, row.reason, row.document.title, row.changes) for row in rows] == [
        (1, PlanVersionReason.GENERATED, "First", ()),
        (2, PlanVersionReason.EDITED, "Other", (CHANGE,)),
    ]


async def test_an_accepted_plan_is_completed_once_its_last_day_is_past(
    database: Database, plans: Plans, next_week: Plans, viewer: Viewer
) -> None:
    plan_id = await saved(database, viewer)
    await plans.accept(viewer.athlete_id, plan_id, expected_version=1)
    plan = await next_week.plan(viewer.athlete_id, plan_id)
    assert plan is not None
    assert plan.state is PlanState.COMPLETED
    assert await next_week.plan_to_train_by(viewer.athlete_id) is None
    assert await next_week.editable_dates(viewer.athlete_id, plan_id) == frozenset()


@pytest.mark.parametrize(
    ("time_zone", "over_at"),
    [("Pacific/Honolulu", "30T10:00"), ("Pacific/Kiritimati", "29T10:00"), ("UTC", "30T00:00")],
)
async def test_the_last_day_is_past_by_the_athletes_own_midnight(
    database: Database, plans: Plans, viewer: Viewer, catalogue: Catalogue, time_zone: str, over_at: str
) -> None:
    await Profiles(database, lambda: NOW, catalogue).save(viewer, draft(time_zone=time_zone))
    plan_id = await saved(database, viewer)
    await plans.accept(viewer.athlete_id, plan_id, expected_version=1)
    midnight = datetime.datetime.fromisoformat(f"2026-11-{over_at}:00+00:00")

    before = await Plans(database, lambda: midnight - datetime.timedelta(seconds=1)).plan(viewer.athlete_id, plan_id)
    after = await Plans(database, lambda: midnight).plan(viewer.athlete_id, plan_id)

    assert before is not None
    assert after is not None
    assert (before.state, after.state) == (PlanState.ACCEPTED, PlanState.COMPLETED)


async def test_a_plan_made_from_another_basis_is_outdated_until_it_is_past(
    database: Database, plans: Plans, next_week: Plans, viewer: Viewer
) -> None:
    current, other = await saved(database, viewer), await saved(database, viewer, fingerprint="another")
    found = await plans.plans_by_id(viewer.athlete_id, [current, other])
    assert [found[plan_id].is_outdated for plan_id in (current, other)] == [False, True]
    later = await next_week.plan(viewer.athlete_id, other)
    assert later is not None
    assert not later.is_outdated


async def test_days_from_today_on_are_editable_in_the_athletes_time_zone(database: Database, viewer: Viewer) -> None:
    plan_id = await saved(database, viewer)
    on_wednesday = Plans(database, lambda: NOW + datetime.timedelta(days=2))
    expected = frozenset(MONDAY + datetime.timedelta(days=offset) for offset in range(2, 7))
    assert await on_wednesday.editable_dates(viewer.athlete_id, plan_id) == expected


async def test_pages_go_through_all_plans_newest_first(database: Database, plans: Plans, viewer: Viewer) -> None:
    made = [await saved(database, viewer) for _ in range(5)]
    seen: list[PlanId] = []
    after, has_next = None, True
    while has_next:
        page = await plans.page(viewer.athlete_id, first=2, after=after)
        seen += [edge.node.id for edge in page.edges]
        after, has_next = page.end_cursor, page.has_next_page
    assert seen == made[::-1]


@pytest.mark.parametrize("first", [0, 101])
async def test_a_page_size_out_of_bounds_is_refused(plans: Plans, viewer: Viewer, first: int) -> None:
    with pytest.raises(BadUserInput):
        await plans.page(viewer.athlete_id, first=first, after=None)


@pytest.mark.parametrize("cursor", ["", "nonsense", "////", "é"])
async def test_a_cursor_that_was_not_given_out_is_refused(plans: Plans, viewer: Viewer, cursor: str) -> None:
    with pytest.raises(BadUserInput):
        await plans.page(viewer.athlete_id, first=20, after=cursor)


@pytest.mark.parametrize("days", [-1, 43])
async def test_a_calendar_of_too_many_days_or_backwards_is_refused(plans: Plans, viewer: Viewer, days: int) -> None:
    with pytest.raises(BadUserInput):
        await plans.calendar(viewer.athlete_id, start=MONDAY, end=MONDAY + datetime.timedelta(days=days))


async def test_the_calendar_has_the_days_of_accepted_plans_alone(
    database: Database, plans: Plans, viewer: Viewer
) -> None:
    end = MONDAY + datetime.timedelta(days=41)
    plan_id = await saved(database, viewer)
    assert await plans.calendar(viewer.athlete_id, start=MONDAY, end=end) == ()
    await plans.accept(viewer.athlete_id, plan_id, expected_version=1)
    found = await plans.calendar(viewer.athlete_id, start=MONDAY, end=end)
    assert [day.date for day in found] == [MONDAY + datetime.timedelta(days=offset) for offset in range(7)]
