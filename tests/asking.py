"""Asks the schema as a client would: what comes back are the data, and the errors as they are shown."""

from collections.abc import AsyncGenerator, Mapping, Sequence
from contextlib import aclosing
from typing import TYPE_CHECKING, Any

from graphql import GraphQLError

from domain.profile import Viewer
from resolvers.context import Context
from schema import schema
from schema.errors import PresentedError, present
from schema.prepared import DOCUMENT_KEY
from web.documents import DocumentRefused, Documents

if TYPE_CHECKING:
    from services.composition import Services

REQUEST_ID = "request-1"
_DOCUMENTS = Documents(schema.core)


class Asked:
    """What came back."""

    def __init__(self, data: Mapping[str, object] | None, errors: Sequence[GraphQLError]) -> None:
        self.data = data
        self.errors: list[PresentedError] = [present(error, REQUEST_ID) for error in errors]

    @property
    def codes(self) -> list[str]:
        return [error["extensions"]["code"] for error in self.errors]


async def ask(
    document: str, *, services: "Services", viewer: Viewer | None, variables: Mapping[str, object] | None = None
) -> Asked:
    context = Context(services=services, viewer=viewer, request_id=REQUEST_ID)
    result = await schema.execute(
        document,
        variable_values=dict(variables or {}),
        context_value=context,
        operation_extensions=_prepared(document, variables or {}),
    )
    return Asked(result.data, result.errors or [])


def _prepared(text: str, variables: Mapping[str, object]) -> dict[str, Any] | None:
    """As the endpoint does it; one that is refused there is for Strawberry to refuse."""
    try:
        return {DOCUMENT_KEY: _DOCUMENTS.checked(text, dict(variables))}
    except DocumentRefused:
        return None


async def follow(
    document: str, *, services: "Services", viewer: Viewer | None, variables: Mapping[str, object] | None = None
) -> AsyncGenerator[Asked, None]:
    """Each result of a subscription."""
    context = Context(services=services, viewer=viewer, request_id=REQUEST_ID)
    results = await schema.subscribe(document, variable_values=dict(variables or {}), context_value=context)
    async with aclosing(results):
        async for result in results:
            yield Asked(result.data, result.errors or [])
