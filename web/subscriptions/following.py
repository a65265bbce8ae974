"""Runs subscriptions and gives what is to be sent, whichever way it is sent."""

from collections.abc import AsyncGenerator, Callable
from contextlib import aclosing

from graphql import GraphQLError, OperationType
from strawberry.types import ExecutionResult

from domain.profile import Viewer
from schema.errors import CodedSchema, PresentedError, present
from schema.prepared import DOCUMENT_KEY
from web.documents import DocumentRefused, Documents, operation_in
from web.graphql_request import GraphQLRequest
from web.persisted import NamedDocuments
from web.refusals import request_id

Payload = dict[str, object]


class Following:
    """The subscriptions of one schema."""

    def __init__(
        self,
        schema: CodedSchema,
        documents: Documents,
        named: NamedDocuments,
        *,
        context_of: Callable[[Viewer | None, str], object],
    ) -> None:
        self._schema = schema
        self._documents = documents
        self._named = named
        self._context_of = context_of

    def is_wanted(self, asked: GraphQLRequest) -> bool:
        """Whether a valid document asks for a subscription. Raises DocumentRefused."""
        document = self._documents.checked(asked.query, asked.variables)
        operation = operation_in(document.node, asked.operation_name, may_follow=True)
        return operation.operation is OperationType.SUBSCRIPTION

    async def payloads(self, asked: GraphQLRequest, viewer: Viewer) -> AsyncGenerator[Payload, None]:
        """Each result as it comes: `data`, `errors`, or both. Ends with the subscription."""
        try:
            asked = self._named.written_out(asked)
            if not self.is_wanted(asked):
                raise DocumentRefused(
                    [GraphQLError("Send queries and mutations by POST: here are subscriptions alone.")]
                )
            document = self._documents.checked(asked.query, asked.variables)
        except DocumentRefused as refused:
            yield {"errors": _presented(refused.errors)}
            return
        results = await self._schema.subscribe(
            asked.query,
            variable_values=asked.variables,
            context_value=self._context_of(viewer, request_id()),
            operation_name=asked.operation_name,
            operation_extensions={DOCUMENT_KEY: document.node},
        )
        async with aclosing(results):
            async for result in results:
                yield _payload(result)


def _payload(result: ExecutionResult) -> Payload:
    payload: Payload = {}
    if result.errors:
        payload["errors"] = _presented(result.errors)
    if result.data is not None:
        payload["data"] = result.data
    return payload


def _presented(errors: list[GraphQLError]) -> list[PresentedError]:
    return [present(error, request_id()) for error in errors]
