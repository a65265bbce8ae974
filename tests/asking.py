"""Asks the schema as a client would: what comes back are the data, and the errors as they are shown."""

from collections.abc import AsyncGenerator, Mapping, Sequence
from contextlib import aclosing
from typing import TYPE_CHECKING

from graphql import GraphQLError

from domain.profile import Viewer
from resolvers.context import Context
from schema import schema
from schema.errors import PresentedError, present
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
    given = dict(variables or {})
    try:
        checked = _DOCUMENTS.checked(document, given)
    except DocumentRefused:  # for Strawberry to refuse
        result = await schema.execute(document, variable_values=given, context_value=context)
    else:
        result = await schema.answer(checked, operation_name=None, variables=given, context=context)
    return Asked(result.data, result.errors or [])


async def follow(
    document: str, *, services: "Services", viewer: Viewer | None, variables: Mapping[str, object] | None = None
) -> AsyncGenerator[Asked, None]:
    """Each result of a subscription."""
    context = Context(services=services, viewer=viewer, request_id=REQUEST_ID)
    results = await schema.subscribe(document, variable_values=dict(variables or {}), context_value=context)
    async with aclosing(results):
        async for result in results:
            yield Asked(result.data, result.errors or [])
