"""The same for what athletes have beside GraphQL: each address, by everybody."""

import pytest
from starlette.routing import Route

from tests.graphql.door.door import Person, token_of
from tests.graphql.door.world import World, ids_in
from web.personal import personal_routes

pytestmark = pytest.mark.asyncio(loop_scope="package")
OF_ATHLETES = {("GET", "/api/export"): 200, ("POST", "/api/calendar"): 201, ("DELETE", "/api/calendar"): 204}
BY_SECRET = {("GET", "/api/calendar.ics"): 404}
"""Whose address holds the secret: without it there is nothing, for the owner neither."""


async def test_every_address_is_tried(world: World) -> None:
    routes = personal_routes(lambda *_: pytest.fail("nobody asks"), lambda app: app)
    assert {route.path for route in routes if isinstance(route, Route)} == {
        path for _, path in (*OF_ATHLETES, *BY_SECRET)
    }


@pytest.mark.parametrize(("method", "path"), [*OF_ATHLETES, *BY_SECRET])
async def test_nobody_gets_or_changes_anything_of_somebody_else(world: World, method: str, path: str) -> None:
    before = await world.fingerprint()
    found = {}
    for person in (one for one in Person if one is not Person.OWNER):
        token = token_of(person)
        headers = {"Authorization": f"Bearer {token}"} if token else {}
        response = await world.door.client.request(method, path, headers=headers)
        assert ids_in(response.text) & world.ids_of_owner == set()
        assert world.of_owner["name"] not in response.text
        found[person] = response.status_code

    to_athletes, is_open = {**OF_ATHLETES, **BY_SECRET}[method, path], (method, path) in BY_SECRET
    assert found == {
        Person.NOBODY: to_athletes if is_open else 401,
        Person.EXPIRED: 401,
        Person.ANON: 401,
        Person.SERVICE_ROLE: 401,
        Person.SERVICE: to_athletes if is_open else 403,
        Person.STRANGER: to_athletes,
    }
    assert await world.fingerprint() == before


async def test_the_owner_takes_everything_along(world: World) -> None:
    async with world.rehearsal() as rehearsal:
        response = await rehearsal.client.get(
            "/api/export", headers={"Authorization": f"Bearer {token_of(Person.OWNER)}"}
        )

    assert response.status_code == 200
    assert world.of_owner["plan"] in response.text
