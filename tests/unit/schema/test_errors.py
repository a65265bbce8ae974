"""Every error has a code, and none says more than it should."""

import pytest
from graphql import GraphQLError
from strawberry.schema.exceptions import InvalidOperationTypeError
from strawberry.types.graphql import OperationType

from domain.errors import BadUserInput, Forbidden, IdempotencyConflict, Unauthenticated, Unavailable
from schema.errors import MASKED_MESSAGE, present
from tests.unit.schema.fakes import all_raising, ask

PLAN_TITLE = "{ viewer { plan { title } } }"


async def test_everything_but_the_service_needs_a_token() -> None:
    asked = await ask("{ service { version } viewer { id } }", viewer=None)
    assert (asked.data, asked.codes) == (None, ["UNAUTHENTICATED"])


@pytest.mark.parametrize(
    ("error", "code"),
    [
        (Unauthenticated("Who?"), "UNAUTHENTICATED"),
        (Forbidden("No."), "FORBIDDEN"),
        (BadUserInput("Not so."), "BAD_USER_INPUT"),
        (Unavailable("Later."), "UNAVAILABLE"),
    ],
)
async def test_a_refusal_has_its_code_and_keeps_its_words(error: Exception, code: str) -> None:
    asked = await ask(PLAN_TITLE, of=all_raising(error))
    assert asked.data == {"viewer": {"plan": None}}
    assert asked.errors == [
        {
            "message": str(error),
            "locations": [{"line": 1, "column": 12}],
            "path": ["viewer", "plan"],
            "extensions": {"code": code, "requestId": "request-1"},
        }
    ]


async def test_what_nobody_expected_is_masked() -> None:
    asked = await ask(PLAN_TITLE, of=all_raising(RuntimeError("password=hunter2")))
    assert asked.data == {"viewer": {"plan": None}}
    assert asked.codes == ["INTERNAL"]
    assert asked.errors[0]["message"] == MASKED_MESSAGE
    assert "hunter2" not in repr(asked.errors)


async def test_a_problem_outside_its_union_is_masked_to_nobody_but_coded() -> None:
    asked = await ask(PLAN_TITLE, of=all_raising(IdempotencyConflict()))
    assert asked.codes == ["BAD_USER_INPUT"]


@pytest.mark.parametrize(
    "document",
    [
        "{ viewer { ",
        "{ viewer { nothing } }",
        "{ service }",
        "query A { service { version } } query A { service { version } }",
    ],
)
async def test_a_document_that_is_none_is_a_bad_request(document: str) -> None:
    asked = await ask(document)
    assert asked.data is None
    assert set(asked.codes) == {"BAD_REQUEST"}


async def test_no_error_suggests_names() -> None:
    for document in (
        "{ viewer { pla } }",
        '{ plan(idd: "x") { id } }',
        "{ viewer { id } ... on Quer { service { version } } }",
        "{ exercises(filter: {muscle: [CHEST]}) { edges { cursor } } }",
        "{ exercises(filter: {muscles: [CHES]}) { edges { cursor } } }",
    ):
        asked = await ask(document)
        assert asked.errors
        assert "Did you mean" not in repr(asked.errors)


@pytest.mark.parametrize("variables", [{"id": 1.5}, {"id": None}, {}, {"id": ["plan_x", "y"]}])
async def test_a_variable_that_does_not_fit_is_bad_user_input(variables: dict[str, object]) -> None:
    asked = await ask("query($id: ID!) { plan(id: $id) { id } }", variables=variables)
    assert (asked.data, asked.codes) == (None, ["BAD_USER_INPUT"])


@pytest.mark.parametrize("filter", [{"muscles": ["İıßſ"]}, {"İıßſ": 1}, {"muscles": ["CHES"]}, {"muscle": ["CHEST"]}])
async def test_a_mistyped_value_is_bad_user_input_in_whatever_letters(filter: dict[str, object]) -> None:
    document = "query($filter: ExerciseFilter) { exercises(filter: $filter) { edges { cursor } } }"
    asked = await ask(document, variables={"filter": filter})
    assert (asked.data, asked.codes) == (None, ["BAD_USER_INPUT"])
    assert "Did you mean" not in repr(asked.errors)


async def test_two_values_for_one_answer_are_bad_user_input() -> None:
    value = {"number": 1, "text": "two"}
    asked = await ask(
        "mutation($input: SaveAnswersInput!) { saveAnswers(input: $input) { __typename } }",
        variables={"input": {"answers": [{"questionId": "q", "value": value}]}},
    )
    assert (asked.data, asked.codes) == (None, ["BAD_USER_INPUT"])


def test_a_long_message_is_cut() -> None:
    shown = present(GraphQLError("x" * 10_000), "request-1")
    assert len(shown["message"]) == 500


def test_an_error_brings_its_own_code_and_when_to_come_again() -> None:
    error = GraphQLError("Slow down.", extensions={"code": "RATE_LIMITED", "retryAfterSeconds": 7, "secret": "x"})
    assert present(error, "r") == {
        "message": "Slow down.",
        "extensions": {"code": "RATE_LIMITED", "requestId": "r", "retryAfterSeconds": 7},
    }


def test_a_code_that_there_is_not_is_not_passed_on() -> None:
    error = GraphQLError("Oh.", extensions={"code": "MADE_UP"})
    assert present(error, "r")["extensions"]["code"] == "BAD_REQUEST"


def test_an_operation_of_the_wrong_kind_is_a_bad_request() -> None:
    cause = InvalidOperationTypeError(OperationType.MUTATION)
    assert present(GraphQLError("No.", original_error=cause), "r")["extensions"]["code"] == "BAD_REQUEST"
