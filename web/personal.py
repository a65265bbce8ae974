"""What athletes have over plain HTTP, beside GraphQL: files, which other programs fetch or keep."""

from collections.abc import Callable

from starlette.routing import BaseRoute, Route
from starlette.types import ASGIApp

from domain.profile import Viewer
from resolvers.context import Context
from web.calendar_feed import FEED_PATH, CalendarDesk, CalendarFeed
from web.export import ExportEndpoint

ContextOfAthlete = Callable[[Viewer | None, str], Context]
"""Makes the context of one request, of who asks and the request's id."""


def personal_routes(context_of: ContextOfAthlete | None, at_the_door: Callable[[ASGIApp], ASGIApp]) -> list[BaseRoute]:
    """Their addresses, behind the same door as GraphQL; none where no athlete is served."""
    if context_of is None:
        return []
    return [
        Route("/api/export", at_the_door(ExportEndpoint(context_of))),
        Route("/api/calendar", at_the_door(CalendarDesk(context_of))),
        Route(FEED_PATH, at_the_door(CalendarFeed(context_of))),
    ]
