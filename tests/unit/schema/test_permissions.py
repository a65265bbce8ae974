"""Who may do what, for every field at the root of the schema: a new one fails here until it is classed."""

import pytest
from graphql import GraphQLObjectType

from domain.profile import Viewer
from schema import schema
from tests.unit.schema.fakes import DELETED, SERVICE, all_raising, ask, follow
from tests.unit.schema.test_mutations import CALLS

FOR_ALL = {"service"}
"""What nobody needs a token for."""
FOR_SERVICES = {"service", "exercise", "exercises", "node", "nodes"}
"""What a service's token opens without speaking for an athlete; `playbook` it opens for an athlete that it names."""
ARGUMENTS = {
    "plan": '(id: "plan_x")',
    "planGeneration": '(id: "generation_x")',
    "planGenerationChanges": '(id: "generation_x")',
    "exercise": '(id: "exercise_plank")',
    "node": '(id: "exercise_plank")',
    "nodes": '(ids: ["exercise_plank"])',
}

FOR_DELETED = {"service": [], "deleteAccount": ["INTERNAL"]}
"""What the token of a deleted account still opens: what needs none; and deleting it, which is why the service is asked."""


def _fields(root: GraphQLObjectType | None) -> list[str]:
    assert root is not None
    return list(root.fields)


QUERIES = _fields(schema.core.query_type)
MUTATIONS = _fields(schema.core.mutation_type)
SUBSCRIPTIONS = _fields(schema.core.subscription_type)


async def _codes(field: str, viewer: Viewer | None) -> list[str]:
    """The codes of the errors that somebody gets, where no service is to be asked for them."""
    if field in MUTATIONS:
        kind = field[0].upper() + field[1:]
        document = f"mutation($input: {kind}Input!) {{ {field}(input: $input) {{ __typename }} }}"
        asked = await ask(document, viewer=viewer, of=all_raising(AssertionError()), variables={"input": CALLS[field]})
    elif field in SUBSCRIPTIONS:
        document = f"subscription {{ {field}{ARGUMENTS.get(field, '')} {{ __typename }} }}"
        (asked,) = await follow(document, viewer=viewer, of=all_raising(AssertionError()))
    else:
        document = f"{{ {field}{ARGUMENTS.get(field, '')} {{ __typename }} }}"
        asked = await ask(document, viewer=viewer, of=all_raising(AssertionError()))
    return asked.codes


@pytest.mark.parametrize("field", [*QUERIES, *MUTATIONS, *SUBSCRIPTIONS])
async def test_without_a_token_there_is_nothing_but_the_service(field: str) -> None:
    assert await _codes(field, None) == ([] if field in FOR_ALL else ["UNAUTHENTICATED"])


@pytest.mark.parametrize("field", [*QUERIES, *MUTATIONS, *SUBSCRIPTIONS])
async def test_a_service_speaks_for_no_athlete(field: str) -> None:
    assert await _codes(field, SERVICE) == ([] if field in FOR_SERVICES else ["FORBIDDEN"])


@pytest.mark.parametrize("field", [*QUERIES, *MUTATIONS, *SUBSCRIPTIONS])
async def test_the_token_of_a_deleted_account_opens_nothing_but_its_deletion(field: str) -> None:
    assert await _codes(field, DELETED) == FOR_DELETED.get(field, ["UNAUTHENTICATED"])
