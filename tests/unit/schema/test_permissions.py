"""What the token of a deleted account still opens, for every field at the root of the schema."""

import pytest
from graphql import GraphQLObjectType

from schema import schema
from tests.unit.schema.fakes import DELETED, all_raising, ask, follow
from tests.unit.schema.test_mutations import CALLS

ARGUMENTS = {
    "plan": '(id: "plan_x")',
    "planGeneration": '(id: "generation_x")',
    "planGenerationChanges": '(id: "generation_x")',
    "exercise": '(id: "exercise_plank")',
    "node": '(id: "exercise_plank")',
    "nodes": '(ids: ["exercise_plank"])',
}

OPEN = {"service": [], "deleteAccount": ["INTERNAL"]}
"""What needs no token; and deleting the account again, which is why the service is asked."""


def _fields(root: GraphQLObjectType | None) -> list[str]:
    assert root is not None
    return list(root.fields)


QUERIES = _fields(schema.core.query_type)
MUTATIONS = _fields(schema.core.mutation_type)
SUBSCRIPTIONS = _fields(schema.core.subscription_type)


async def _codes(field: str) -> list[str]:
    """The codes of the errors, where no service is to be asked for them."""
    if field in MUTATIONS:
        kind = field[0].upper() + field[1:]
        document = f"mutation($input: {kind}Input!) {{ {field}(input: $input) {{ __typename }} }}"
        asked = await ask(document, viewer=DELETED, of=all_raising(AssertionError()), variables={"input": CALLS[field]})
    elif field in SUBSCRIPTIONS:
        document = f"subscription {{ {field}{ARGUMENTS.get(field, '')} {{ __typename }} }}"
        (asked,) = await follow(document, viewer=DELETED, of=all_raising(AssertionError()))
    else:
        document = f"{{ {field}{ARGUMENTS.get(field, '')} {{ __typename }} }}"
        asked = await ask(document, viewer=DELETED, of=all_raising(AssertionError()))
    return asked.codes


@pytest.mark.parametrize("field", [*QUERIES, *MUTATIONS, *SUBSCRIPTIONS])
async def test_the_token_of_a_deleted_account_opens_nothing_but_its_deletion(field: str) -> None:
    assert await _codes(field) == OPEN.get(field, ["UNAUTHENTICATED"])
