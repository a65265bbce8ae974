"""Calendar feeds: who may read one, what is stored of its secret, and when there is something new."""

import base64

import pytest
from icalendar import Calendar
from sqlalchemy import text

from db.database import Database
from db.queries.plans import save_new_plan
from domain.clock import Clock
from domain.errors import AccountDeleted
from domain.exercise import Catalogue
from domain.profile import Viewer
from services.accounts.deleted import DeletedAccounts
from services.accounts.deletion import Accounts
from services.feeds.feeds import CalendarFeeds, Feed
from services.feeds.secrets import FeedSecret, read_feed_secret
from tests.conftest import CountStatements, viewer_called
from tests.database.generation.asking import change
from tests.unit.edits.sample import DOCUMENT, PLAN_ID

ACCEPT = "update plan set state = 'ACCEPTED', accepted_at = now()"


@pytest.fixture
def feeds(database: Database, clock: Clock, catalogue: Catalogue) -> CalendarFeeds:
    return CalendarFeeds(database, clock, catalogue)


@pytest.fixture
async def plan(database: Database, viewer: Viewer) -> None:
    """The viewer's, accepted."""
    async with database.transaction(viewer.athlete_id) as session:
        await save_new_plan(session, viewer.athlete_id, PLAN_ID, DOCUMENT, fingerprint="")
    await change(database, ACCEPT)


async def read(feeds: CalendarFeeds, token: str, *known: str) -> Feed | None:
    return await feeds.read(token, known_tags=frozenset(known))


async def titles(feeds: CalendarFeeds, token: str) -> list[str]:
    feed = await read(feeds, token)
    assert feed is not None
    assert feed.content is not None
    return [str(event["summary"]) for event in Calendar.from_ical(feed.content).walk("VEVENT")]


@pytest.mark.usefixtures("plan")
async def test_the_address_shows_the_accepted_plan_and_nothing_of_one_under_review(
    database: Database, viewer: Viewer, feeds: CalendarFeeds
) -> None:
    token = await feeds.open(viewer)

    assert await titles(feeds, token) == ["Lower body", "Upper body", "Easy run"] * 2
    await change(database, "update plan set state = 'IN_REVIEW', accepted_at = null")
    assert await titles(feeds, token) == []


async def test_whoever_opened_one_anew_or_closed_it_has_the_old_address_lead_nowhere(
    viewer: Viewer, feeds: CalendarFeeds
) -> None:
    first = await feeds.open(viewer)
    second = await feeds.open(viewer)

    assert await read(feeds, first) is None
    assert await read(feeds, second) is not None
    await feeds.close(viewer.athlete_id)
    await feeds.close(viewer.athlete_id)
    assert await read(feeds, second) is None


@pytest.mark.usefixtures("plan")
async def test_a_secret_opens_its_own_athletes_feed_and_no_other(
    viewer: Viewer, other_viewer: Viewer, feeds: CalendarFeeds
) -> None:
    mine, others = await feeds.open(viewer), await feeds.open(other_viewer)
    here, there = read_feed_secret(mine), read_feed_secret(others)
    assert here is not None
    assert there is not None

    assert await titles(feeds, others) == []
    assert await read(feeds, FeedSecret(here.athlete_id, there.secret).token()) is None


@pytest.mark.parametrize(
    "token", ["", "x", "ä" * 54, "A" * 53, "A" * 54, "A" * 55, "=" * 54, "A" * 100_000, "A" * 53 + "\n"]
)
async def test_what_is_no_token_or_was_never_given_out_leads_nowhere(feeds: CalendarFeeds, token: str) -> None:
    assert await read(feeds, token) is None


async def test_of_the_secret_there_is_a_hash_alone(database: Database, viewer: Viewer, feeds: CalendarFeeds) -> None:
    token = await feeds.open(viewer)

    secret = read_feed_secret(token)
    assert secret is not None
    assert len(secret.secret) == 24
    async with database.engine.connect() as connection:
        (stored,) = await connection.scalars(text("select row_to_json(one)::text from calendar_feed as one"))
    for shape in (token, secret.secret.hex(), base64.b64encode(secret.secret).decode()):
        assert shape not in stored
    assert secret.hash.hex() in stored


@pytest.mark.usefixtures("plan")
async def test_who_has_the_newest_gets_nothing_until_plan_or_units_change(
    database: Database, viewer: Viewer, feeds: CalendarFeeds, count_statements: CountStatements
) -> None:
    token = await feeds.open(viewer)
    with count_statements() as first:
        feed = await read(feeds, token)
    assert feed is not None
    with count_statements() as again:
        assert await read(feeds, token, "another", feed.tag) == Feed(feed.tag, None)
    assert (len(first), len(again)) == (1 + 2, 1 + 1)

    await change(
        database, "insert into plan_version select plan_id, 2, athlete_id, reason, changes, document from plan_version"
    )
    await change(database, "update plan set version = 2")
    newer = await read(feeds, token, feed.tag)

    assert newer is not None
    assert newer.tag != feed.tag
    assert newer.content is not None


async def test_it_goes_with_the_account(database: Database, clock: Clock, viewer: Viewer, feeds: CalendarFeeds) -> None:
    token = await feeds.open(viewer)

    await Accounts(database, DeletedAccounts(database, clock)).delete(viewer, confirmation="DELETE")

    assert await read(feeds, token) is None
    with pytest.raises(AccountDeleted):
        await feeds.open(viewer)


async def test_one_may_be_opened_before_anything_was_saved(feeds: CalendarFeeds) -> None:
    assert await titles(feeds, await feeds.open(viewer_called("nobody"))) == []
