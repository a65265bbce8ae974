"""Which variables are looked at: more than a bound of them, in whatever shape, is TOO_COMPLEX, and cheaply."""

from typing import cast

import pytest
from graphql import GraphQLInputObjectType

from domain.operations import MAXIMUM_OPERATIONS
from domain.training import MAXIMUM_LOGGED_ENDURANCE, MAXIMUM_LOGGED_SETS
from schema import schema
from services.planning.edits.targets import ALL_SETS
from tests.unit.web.test_documents import SCHEMA, counted_calls
from web.documents import DocumentRefused, Documents
from web.variables import MOST_VALUES, check_variables

DOCUMENT = "query Q($name: String) { hello(name: $name) }"
ALLOWED = MOST_VALUES - 1
"""In a list, which is a value itself."""


def nested(depth: int, width: int) -> object:
    """Lists in lists: so many in each, so deep."""
    value: object = [0] * width
    for _ in range(depth):
        value = [value] * width
    return value


TOO_MUCH: dict[str, dict[str, object]] = {
    "one long list": {"a": [0] * (ALLOWED + 1)},
    "one far longer list": {"a": [0] * 120_000},
    "one large object": {"a": {str(number): 0 for number in range(ALLOWED + 1)}},
    "many variables": {str(number): 0 for number in range(MOST_VALUES + 1)},
    "lists in lists": {"a": nested(3, 8)},
    "objects in a list": {"a": [{"b": 0}] * (MOST_VALUES // 2)},
    "a long list deep inside": {"a": [{"b": [{"c": [0] * ALLOWED}]}]},
}


@pytest.mark.parametrize("name", TOO_MUCH)
def test_too_much_is_refused_whatever_its_shape(name: str) -> None:
    documents = Documents(SCHEMA)
    documents.checked(DOCUMENT, {})

    with counted_calls() as calls, pytest.raises(DocumentRefused) as refused:
        documents.checked(DOCUMENT, TOO_MUCH[name])

    assert refused.value.is_too_complex
    assert [error.message for error in refused.value.errors] == [f"The variables hold more than {MOST_VALUES} values."]
    assert calls.number < 6 * MOST_VALUES


@pytest.mark.parametrize(
    "variables",
    [
        {"a": [0] * ALLOWED},
        {str(number): 0 for number in range(MOST_VALUES)},
        {"a": cast("object", [[]] * ALLOWED)},
        {"name": "x" * 200_000},
    ],
    ids=["a list", "variables", "lists", "a text"],
)
def test_as_much_as_is_allowed_is_looked_at(variables: dict[str, object]) -> None:
    Documents(SCHEMA).checked(DOCUMENT, variables)


def filled(kind: str, **lists: object) -> dict[str, object]:
    """An input of which every field is given."""
    named = schema.core.get_type(kind)
    assert isinstance(named, GraphQLInputObjectType)
    return {**dict.fromkeys(named.fields, 0), **lists}


@pytest.mark.parametrize(
    "largest",
    [
        filled(
            "LogWorkoutInput",
            sets=[filled("LoggedSetInput")] * MAXIMUM_LOGGED_SETS,
            endurance=[filled("LoggedEnduranceInput")] * MAXIMUM_LOGGED_ENDURANCE,
            pain=filled("PainReportInput"),
        ),
        filled(
            "EditPlanInput",
            operations=[{"setTargets": filled("SetTargetsInput", sets=[filled("SetTargetInput")] * ALL_SETS)}]
            * MAXIMUM_OPERATIONS,
        ),
    ],
    ids=["a workout", "an edit"],
)
def test_the_largest_that_an_app_may_send_is_far_from_the_bound(largest: dict[str, object]) -> None:
    check_variables({"first": largest, "and half as much again": [0] * (MOST_VALUES // 3)})
