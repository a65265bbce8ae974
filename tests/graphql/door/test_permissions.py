"""A stranger sees nothing and changes nothing: every operation of the schema, by everybody, at the server's own door."""

import re
from string import Template

import pytest
from graphql import GraphQLInterfaceType, GraphQLObjectType

from schema import schema
from tests.graphql.door.asking import CASES, Case, outcome_of
from tests.graphql.door.door import Person
from tests.graphql.door.id_paths import id_paths, tried_paths
from tests.graphql.door.table import MUTATIONS, OF_EVERYBODY, QUERIES, SUBSCRIPTIONS
from tests.graphql.door.world import World, ids_in

pytestmark = pytest.mark.asyncio(loop_scope="package")


async def test_every_field_at_the_top_is_in_the_table() -> None:
    core = schema.core
    for root, table in (
        (core.query_type, QUERIES),
        (core.mutation_type, MUTATIONS),
        (core.subscription_type, SUBSCRIPTIONS),
    ):
        assert root is not None
        assert set(table) == set(root.fields)


async def test_every_id_that_can_be_sent_is_sent_by_a_stranger_or_names_nothing_of_anybodys() -> None:
    assert tried_paths() | OF_EVERYBODY == id_paths(schema.core)


async def test_every_kind_of_thing_is_looked_for_by_id() -> None:
    node = schema.core.get_type("Node")
    assert isinstance(node, GraphQLInterfaceType)
    assert {row.owner for row in QUERIES["node"]} == {kind.name for kind in schema.core.get_possible_types(node)}


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
async def test_whoever_it_does_not_belong_to_gets_what_the_table_says_and_the_owners_rows_stay(
    world: World, case: Case
) -> None:
    before = await world.fingerprint()

    for person in (one for one in Person if one is not Person.OWNER):
        assert await outcome_of(world, case, by=person) == case.expected(person), person
    assert await world.fingerprint() == before


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
async def test_the_owner_finds_it_all(world: World, case: Case) -> None:
    assert await outcome_of(world, case, by=Person.OWNER) == case.expected(Person.OWNER)


PAGE = "edges { cursor node { id } } pageInfo { endCursor }"
PAGES = {
    "Query.exercises": "exercises(first: 1$after) { %s }",
    "Athlete.plans": "viewer { plans(first: 1$after) { %s } }",
    "Athlete.workouts": "viewer { workouts(first: 1$after) { %s } }",
    "Athlete.conversation": "viewer { conversation(first: 1$after) { %s } }",
    "Playbook.retiredLessons": "playbook { retiredLessons(first: 1$after) { %s } }",
    "Playbook.history": "playbook { history(first: 1$after) { %s } }",
    "Plan.versions": 'plan(id: "$own_plan") { versions(first: 1$after) { %s } }',
}


async def test_every_list_with_pages_is_tried() -> None:
    kinds = schema.core.type_map.values()
    fields = [
        (kind, name, field)
        for kind in kinds
        if isinstance(kind, GraphQLObjectType)
        for name, field in kind.fields.items()
    ]
    assert set(PAGES) == {f"{kind.name}.{name}" for kind, name, field in fields if "after" in field.args}


@pytest.mark.parametrize("name", PAGES)
async def test_a_cursor_of_somebody_elses_leads_to_nothing_of_theirs(world: World, name: str) -> None:
    asks = Template(f"{{ {PAGES[name] % PAGE} }}")
    first = await world.door.ask(asks.substitute(after="", own_plan=world.of_owner["plan"]), by=Person.OWNER)
    (cursor,) = re.findall(r'"endCursor":"([^"]+)"', first.text)

    followed = asks.substitute(after=f', after: "{cursor}"', own_plan=world.of_stranger["plan"])
    answer = await world.door.ask(followed, by=Person.STRANGER)

    assert '"data":{' in answer.text
    assert ids_in(answer.text) & world.ids_of_owner == set()
