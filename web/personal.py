"""What athletes have over plain HTTP, beside GraphQL: files, which other programs fetch or keep."""

from collections.abc import Awaitable, Callable

from starlette.routing import BaseRoute, Route

from domain.profile import Viewer
from resolvers.context import Context
from web.authentication import Authentication
from web.calendar_feed import FEED_PATH, CalendarDesk, CalendarFeed
from web.export import ExportEndpoint

ContextOfAthlete = Callable[[Viewer | None, str], Context]
"""Makes the context of one request, of who asks and the request's id."""


def personal_routes(
    context_of: ContextOfAthlete | None, *, viewer_of: Callable[[str], Awaitable[Viewer]]
) -> list[BaseRoute]:
    """Their addresses; none where no athlete is served."""
    if context_of is None:
        return []
    return [
        Route("/api/export", Authentication(ExportEndpoint(context_of), viewer_of=viewer_of)),
        Route("/api/calendar", Authentication(CalendarDesk(context_of), viewer_of=viewer_of)),
        Route(FEED_PATH, CalendarFeed(context_of)),
    ]
