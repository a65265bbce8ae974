"""A feed of training days for calendar apps. An athlete's app opens it with a bearer token; calendar apps send none, so that the
address itself holds a secret. It stands in the query string, which no log of ours has."""

from collections.abc import Callable

from starlette.datastructures import Headers, QueryParams
from starlette.requests import Request
from starlette.responses import Response
from starlette.types import Receive, Scope, Send

from domain.errors import Refusal
from domain.profile import Viewer
from resolvers.calendar_feeds import close_feed, open_feed, read_feed
from resolvers.context import Context
from web.authentication import VIEWER_KEY
from web.refusals import json_response, method_not_allowed, not_found, refused, request_id

FEED_PATH = "/api/calendar.ics"
_HEADERS = {"Cache-Control": "private, no-cache", "X-Content-Type-Options": "nosniff", "Referrer-Policy": "no-referrer"}
_CALENDAR = "text/calendar; charset=utf-8"

ContextOf = Callable[[Viewer | None, str], Context]


class CalendarDesk:
    """`POST /api/calendar` opens the athlete's feed anew, and `DELETE` closes it."""

    def __init__(self, context_of: ContextOf) -> None:
        self._context_of = context_of

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        response = await self._answer(scope["method"], self._context_of(scope[VIEWER_KEY], request_id()))
        await response(scope, receive, send)

    async def _answer(self, method: str, context: Context) -> Response:
        try:
            if method == "POST":
                return json_response({"path": f"{FEED_PATH}?token={await open_feed(context)}"}, status=201)
            if method == "DELETE":
                await close_feed(context)
                return Response(status_code=204)
        except Refusal as refusal:
            raise refused(refusal) from None
        raise method_not_allowed("POST", "DELETE")


class CalendarFeed:
    """`GET /api/calendar.ics?token=…`: the calendar, or 304 where the reader has it."""

    def __init__(self, context_of: ContextOf) -> None:
        self._context_of = context_of

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["method"] not in ("GET", "HEAD"):
            raise method_not_allowed("GET", "HEAD")
        response = await self._answer(Request(scope, receive))
        await response(scope, receive, send)

    async def _answer(self, request: Request) -> Response:
        token = _only(request.query_params, "token")
        context = self._context_of(None, request_id())
        feed = await read_feed(context, token, known_tags=_known_tags(request.headers))
        if feed is None:
            raise not_found()
        headers = {**_HEADERS, "ETag": f'"{feed.tag}"'}
        if feed.content is None:
            return Response(status_code=304, headers=headers)
        return Response(feed.content, headers=headers, media_type=_CALENDAR)


def _known_tags(headers: Headers) -> frozenset[str]:
    tags = ",".join(headers.getlist("if-none-match")).split(",")
    return frozenset(tag.strip().removeprefix("W/").strip('"') for tag in tags)


def _only(query: QueryParams, name: str) -> str:
    given = query.getlist(name)
    return given[0] if len(given) == 1 else ""
