"""Either wall alone keeps a stranger out: policies where queries forget whose rows they want, and filters without policies."""

import pytest

from tests.graphql.door.asking import CASES, outcome_of
from tests.graphql.door.door import Person
from tests.graphql.door.one_wall import filters_taken_out, policies_taken_out
from tests.graphql.door.world import World

pytestmark = pytest.mark.asyncio(loop_scope="package")


async def test_with_the_apps_own_filters_taken_out_a_stranger_sees_and_changes_nothing(world: World) -> None:
    before = await world.fingerprint()

    with filters_taken_out(world.door.database) as filters:
        outcomes = {case.name: await outcome_of(world, case, by=Person.STRANGER) for case in CASES}

    assert outcomes == {case.name: case.row.stranger for case in CASES}
    assert await world.fingerprint() == before
    assert filters.taken_out > 100


async def test_with_row_level_security_taken_out_a_stranger_sees_and_changes_nothing(world: World) -> None:
    before = await world.fingerprint()

    async with policies_taken_out(world.door.database):
        outcomes = {case.name: await outcome_of(world, case, by=Person.STRANGER) for case in CASES}

    assert outcomes == {case.name: case.row.stranger for case in CASES}
    assert await world.fingerprint() == before


async def test_with_both_taken_out_a_stranger_finds_a_plan_so_that_they_are_what_keeps_it(world: World) -> None:
    plan = next(case for case in CASES if case.name == "plan-0")
    document = plan.document(world.of_owner)

    async with policies_taken_out(world.door.database):
        with filters_taken_out(world.door.database):
            response = await world.door.ask(document, by=Person.STRANGER)

    assert response.json()["data"]["plan"]["id"] == world.of_owner["plan"]
