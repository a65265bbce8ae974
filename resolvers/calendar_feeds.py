"""The viewer's calendar feed; and anybody's by its secret, which is all that a calendar app can send."""

from resolvers.context import Context
from services.feeds.feeds import Feed


async def open_feed(context: Context) -> str:
    """The token of its address. Raises Unauthenticated, and Forbidden."""
    return await context.services.calendar_feeds.open(context.athlete)


async def close_feed(context: Context) -> None:
    """Raises Unauthenticated, and Forbidden."""
    await context.services.calendar_feeds.close(context.athlete_id)


async def read_feed(context: Context, token: str, *, known_tags: frozenset[str]) -> Feed | None:
    return await context.services.calendar_feeds.read(token, known_tags=known_tags)
