"""A compiled query answers the same bytes as graphql-core, and leaves to it what is out of the ordinary."""

from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.drawn_queries import VARIABLES, drawn_queries
from tests.unit.schema.compiled.small import SMALL, fast, slow, whole

pytestmark = pytest.mark.filterwarnings("ignore:coroutine '.*' was never awaited:RuntimeWarning")  # see conftest.py
ANSWERED = {
    "leaves of all kinds": "{ leaves { text whole number wholeAsNumber flag colour colours day instant nothing nothings nested } }",
    "one leaf": "{ leaves { text } }",
    "the name of a type": "{ __typename leaves { kind: __typename text } }",
    "aliases": "{ a: leaves { b: text c: text } d: leaves { whole } }",
    "a field that is asked for twice": "{ leaves { text } leaves { whole text } }",
    "fields in the order of their first asking": "{ leaves { whole ...F number } } fragment F on Leaves { text whole }",
    "an interface": "{ things { __typename id ... on Stone { weight } ... on River { length } } }",
    "an interface, by one of its types alone": "{ things { ... on River { name } } }",
    "a fragment on an interface in an object": "{ stones { ... on Thing { id } weight } }",
    "a union": "{ stoneOrRiver { __typename ... on Stone { weight } ... on Thing { name } } }",
    "what must be waited for": "{ rivers { name mouth { name mouth { name } } } stoneOrRiver { ... on River { mouth { id } } } }",
    "what is shared": "{ stones { owner name } }",
    "what is shared, below attributes": "{ heaps { name stones { owner weight } } }",
    "attributes alone": "{ heaps { name stones { name weight } } }",
    "an argument": "{ thing(place: 2) { name } last: thing(place: 3) { name } none: thing(place: 9) { name } }",
    "what a resolver is told": "{ selected }",
    "literal conditions": "{ leaves @include(if: true) { text @skip(if: true) whole } stones @include(if: false) { id } }",
    "nothing that is left": "{ leaves @skip(if: true) { text } }",
}


@pytest.mark.parametrize("name", ANSWERED)
async def test_a_compiled_query_answers_what_graphql_core_does(name: str) -> None:
    assert await fast(ANSWERED[name]) == await slow(ANSWERED[name])


WITH_VARIABLES: dict[str, tuple[str, list[dict[str, object]]]] = {
    "an argument": (
        "query ($place: Int!) { thing(place: $place) { id } }",
        [{"place": 0}, {"place": 2}, {"place": 99}],
    ),
    "a default": ("query ($place: Int = 1) { thing(place: $place) { id } }", [{}, {"place": 2}]),
    "conditions": (
        """query ($a: Boolean!, $b: Boolean = true) {
            leaves { text @skip(if: $a) whole @include(if: $b) } ...F @skip(if: $a) }
        fragment F on Query { stones { id @include(if: $b) name } rivers @skip(if: $a) { id } }""",
        [{"a": True}, {"a": False}, {"a": True, "b": False}, {"a": False, "b": False}],
    ),
}


@pytest.mark.parametrize("name", WITH_VARIABLES)
async def test_variables_have_their_values_of_each_request(name: str) -> None:
    text, requests = WITH_VARIABLES[name]
    for variables in requests:
        assert await fast(text, variables) == await slow(text, variables)


LEFT = {
    "introspection": "{ __schema { queryType { name } } }",
    "introspection of a type": '{ __type(name: "Stone") { name } }',
    "a path": "{ odd { path } }",
    "null where there must be something": "{ leaves { text } odd { missing } }",
    "a number that does not fit": "{ odd { tooLarge } }",
    "a number that is none": "{ odd { notANumber } leaves { text } }",
    "an exception that is given": "{ odd { givenException { text } } }",
    "a list that is none": "{ odd { notAList } }",
    "a list of another make": "{ odd { madeAsWeGo } }",
    "an object of another type": "{ odd { another { id } } }",
    "a resolver that fails later": "{ odd { failsLate } rivers { name mouth { name } } }",
    "an argument of the wrong value": "query ($place: Int) { thing(place: $place) { id } }",
}


@pytest.mark.parametrize("name", LEFT)
async def test_the_extraordinary_is_left_to_graphql_core(name: str) -> None:
    variables = {"place": None}
    assert await fast(LEFT[name], variables) is None
    assert await whole(LEFT[name], variables, by_core=False) == await whole(LEFT[name], variables, by_core=True)


async def test_variables_that_do_not_fit_are_left_to_graphql_core() -> None:
    text = "query ($place: Int!) { thing(place: $place) { id } }"
    assert await fast(text, {"place": "two"}) is None
    assert await fast(text) is None


@settings(max_examples=60, deadline=None)
@given(chance=st.randoms(use_true_random=False))
async def test_any_query_is_answered_the_same(chance: Random) -> None:
    text = next(drawn_queries(SMALL.core, chance))
    assert await whole(text, VARIABLES, by_core=False) == await whole(text, VARIABLES, by_core=True)
    if "odd" not in text:
        assert await fast(text, VARIABLES) is not None
