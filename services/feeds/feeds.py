"""Opening and closing an athlete's calendar feed, and reading it by its secret."""

import asyncio
import hashlib
from dataclasses import dataclass

from db.database import Database
from db.queries import calendar_feeds as queries
from db.queries.athletes import athlete_to_change
from db.queries.plans import plan_in_state
from domain.clock import Clock
from domain.exercise import Catalogue
from domain.ids import AthleteId
from domain.plan import PlanState
from domain.profile import Viewer
from services.feeds.calendars import FORM, calendar_of
from services.feeds.secrets import FeedSecret, new_feed_secret, read_feed_secret


@dataclass(frozen=True, slots=True)
class Feed:
    """`tag` is another one whenever the content is; `content` is None where the reader has this one already."""

    tag: str
    content: bytes | None


class CalendarFeeds:
    """One feed an athlete. Its secret is told once, when it is opened."""

    def __init__(self, database: Database, clock: Clock, catalogue: Catalogue) -> None:
        self._database = database
        self._clock = clock
        self._catalogue = catalogue

    async def open(self, viewer: Viewer) -> str:
        """The token of the feed's address; one that was told before opens nothing any more. Raises AccountDeleted."""
        secret = new_feed_secret(viewer.athlete_id)
        async with self._database.transaction(viewer.athlete_id) as session:
            await athlete_to_change(session, viewer)
            await queries.set_feed(session, viewer.athlete_id, secret_hash=secret.hash)
        return secret.token()

    async def close(self, athlete_id: AthleteId) -> None:
        """Its address leads nowhere from now on."""
        async with self._database.transaction(athlete_id) as session:
            await queries.remove_feed(session, athlete_id)

    async def read(self, token: str, *, known_tags: frozenset[str]) -> Feed | None:
        """What the address shows. None where it leads nowhere: never opened, closed, replaced, or of a deleted account."""
        secret = read_feed_secret(token)
        return None if secret is None else await self._read(secret, known_tags)

    async def _read(self, secret: FeedSecret, known_tags: frozenset[str]) -> Feed | None:
        async with self._database.transaction(secret.athlete_id) as session:
            feed = await queries.open_feed(session, secret.athlete_id)
            if feed is None or not secret.opens(feed.secret_hash):
                return None
            tag = self._tag(feed)
            if tag in known_tags:
                return Feed(tag, None)
            plan = await plan_in_state(session, secret.athlete_id, PlanState.ACCEPTED, now=self._clock())
        # On a thread: the first one has a library to load.
        content = await asyncio.to_thread(calendar_of, plan, units=feed.units, catalogue=self._catalogue)
        return Feed(tag, content)

    def _tag(self, feed: queries.OpenFeed) -> str:
        shown = f"{FORM} {feed.plan_id} {feed.plan_version} {feed.units} {self._catalogue.version}"
        return hashlib.sha256(shown.encode()).hexdigest()[:32]
