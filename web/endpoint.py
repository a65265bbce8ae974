"""The GraphQL endpoint: GraphQL over HTTP, one operation a request."""

from collections.abc import Callable
from pathlib import Path

from graphql import GraphQLError
from starlette.requests import ClientDisconnect, Request
from starlette.responses import Response
from starlette.types import ASGIApp, Receive, Scope, Send
from strawberry.types import ExecutionResult

from domain.profile import Viewer
from schema.errors import CodedSchema, ErrorCode, PresentedError, present
from web.authentication import VIEWER_KEY
from web.documents import DocumentRefused, Documents, operation_in
from web.graphql_request import GraphQLRequest, check_content_type, read_request
from web.media_types import EVENT_STREAM, GRAPHQL_RESPONSE, media_type_for, prefers_events
from web.persisted import NamedDocuments, PersistedDocuments, UnknownDocument
from web.refusals import CHALLENGE, Refused, json_response, method_not_allowed, request_id, unauthenticated
from web.subscriptions.events import EventStream
from web.subscriptions.following import Following
from web.subscriptions.streams import Streams
from web.trusted import TrustedDocuments

ContextOf = Callable[[Viewer | None, str], object]
"""Makes the context of one request, of who asks and the request's id."""


class GraphQLEndpoint:
    """Executes operations of a schema that are sent by POST; a GET is the explorer's, where there is one."""

    def __init__(
        self,
        schema: CodedSchema,
        *,
        context_of: ContextOf,
        streams: Streams,
        trusted_documents: Path | None = None,
        explorer: ASGIApp | None = None,
    ) -> None:
        self._schema = schema
        self._documents = Documents(schema.core)
        self._named = _named_documents(self._documents, trusted_documents)
        self._context_of = context_of
        self._streams = streams
        self._explorer = explorer
        self.following = Following(schema, self._documents, self._named, context_of=context_of)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["method"] == "POST":
            response: ASGIApp = await self._answer(Request(scope, receive))
        elif scope["method"] in ("GET", "HEAD") and self._explorer is not None:
            response = self._explorer
        else:
            raise method_not_allowed("POST")
        await response(scope, receive, send)

    async def _answer(self, request: Request) -> ASGIApp:
        accept = request.headers.get("accept")
        media_type = media_type_for(accept)
        wants_events = prefers_events(accept)
        if media_type is None and not wants_events:
            raise _not_acceptable()
        check_content_type(request.headers)
        try:
            asked = read_request(await request.body())
        except ClientDisconnect:
            raise Refused(400, ErrorCode.BAD_REQUEST, "The body ended too early.") from None
        try:
            asked = self._named.written_out(asked)
            if wants_events and self.following.is_wanted(asked):
                return self._followed(asked, request.scope[VIEWER_KEY])
            if media_type is None:
                raise _not_acceptable()
            result = await self._executed(asked, request.scope[VIEWER_KEY])
        except UnknownDocument as unknown:
            # Not 400, which several clients take for the end of it.
            return _response(200, None, unknown.errors, media_type or GRAPHQL_RESPONSE)
        except DocumentRefused as refused:
            media_type = media_type or GRAPHQL_RESPONSE
            is_known_to_ask = refused.is_too_complex or media_type == GRAPHQL_RESPONSE
            return _response(400 if is_known_to_ask else 200, None, refused.errors, media_type)
        return _response_to(result, media_type)

    def _followed(self, asked: GraphQLRequest, viewer: Viewer | None) -> EventStream:
        if viewer is None:
            raise unauthenticated("Sign in first: this needs a bearer token.")
        return EventStream(self.following, self._streams, asked=asked, viewer=viewer)

    async def _executed(self, asked: GraphQLRequest, viewer: Viewer | None) -> ExecutionResult:
        """Raises DocumentRefused."""
        document = self._documents.checked(asked.query, asked.variables)
        operation_in(document.node, asked.operation_name)
        return await self._schema.answer(
            document,
            operation_name=asked.operation_name,
            variables=asked.variables,
            context=self._context_of(viewer, request_id()),
        )


def _named_documents(documents: Documents, trusted: Path | None) -> NamedDocuments:
    return PersistedDocuments(documents) if trusted is None else TrustedDocuments(trusted, documents)


def _not_acceptable() -> Refused:
    message = f"Accept application/json or {GRAPHQL_RESPONSE}; for a subscription, {EVENT_STREAM}."
    return Refused(406, ErrorCode.BAD_REQUEST, message)


def _response_to(result: ExecutionResult, media_type: str) -> Response:
    errors = result.errors or []
    if result.data is None and errors and all(error.path is None for error in errors):
        # Nothing was executed: the variables are not what the document says. That is no `data`, rather than null.
        return _response(400 if media_type == GRAPHQL_RESPONSE else 200, None, errors, media_type)
    return _response(200, result, errors, media_type)


def _response(status: int, result: ExecutionResult | None, errors: list[GraphQLError], media_type: str) -> Response:
    content: dict[str, object] = {}
    headers: dict[str, str] = {}
    if errors:
        presented = [present(error, request_id()) for error in errors]
        content["errors"] = presented
        if _is_unauthenticated(presented):
            status, headers = 401, CHALLENGE
    if result is not None:
        content["data"] = result.data
    return json_response(content, status=status, headers=headers, media_type=f"{media_type}; charset=utf-8")


def _is_unauthenticated(errors: list[PresentedError]) -> bool:
    return any(error["extensions"]["code"] == ErrorCode.UNAUTHENTICATED for error in errors)
