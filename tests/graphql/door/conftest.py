"""One world for all the tables: strangers leave it as it is, and that is what they show."""

from collections.abc import AsyncIterator
from contextlib import AsyncExitStack

import pytest_asyncio

from db.database import Database
from domain.exercise import Catalogue
from tests.built_once import BuiltOnce
from tests.databases import clone
from tests.graphql.door.door import opened_door
from tests.graphql.door.world import Rehearsing, World, furnished


@pytest_asyncio.fixture(scope="package", loop_scope="package")
async def world(template_url: str, catalogue: Catalogue) -> AsyncIterator[World]:
    async with clone(template_url) as url, AsyncExitStack() as stack:
        database, rehearsing = Database(url), Rehearsing(url)
        stack.push_async_callback(database.close)
        stack.push_async_callback(rehearsing.close)
        door = await stack.enter_async_context(opened_door(database, catalogue))
        yield await furnished(door, lambda: opened_door(rehearsing, catalogue), BuiltOnce(catalogue))
