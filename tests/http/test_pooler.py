"""The server behind PgBouncer in transaction mode: everybody is themselves, plans are made and followed, nothing is left behind."""

import asyncio
import uuid
from collections.abc import AsyncIterator, Iterator
from contextlib import AsyncExitStack
from pathlib import Path

import asyncpg
import pytest
from sqlalchemy import make_url

from db.database import APP_ROLE
from domain.clock import system_clock
from tests.graphql.conftest import HEALTHY, PROFILE
from tests.http.life.served import served, signed_in
from tests.http.pooler import POOL_SIZE, PROGRAM, pooling

pytestmark = pytest.mark.skipif(PROGRAM is None, reason="there is no PgBouncer here: apt-get install pgbouncer")
MANY = 12


@pytest.fixture
async def direct(database_url: str) -> AsyncIterator[str]:
    """A login that may take the app's role and nothing else, as a deployment has it."""
    name = f"login_{uuid.uuid4().hex}"
    admin = await asyncpg.connect(database_url)
    await admin.execute(f"create role {name} login password 'secret'")
    await admin.execute(f"grant {APP_ROLE} to {name}")
    yield make_url(database_url).set(username=name, password="secret").render_as_string(hide_password=False)
    await admin.execute(f"select pg_terminate_backend(pid, 5000) from pg_stat_activity where usename = '{name}'")
    await admin.execute(f"drop role {name}")
    await admin.close()


@pytest.fixture
def pooled(direct: str) -> Iterator[str]:
    with pooling(direct) as url:
        yield url


async def left_behind(pooled: str) -> set[tuple[object, ...]]:
    """Login, athlete and number of prepared statements of each session that the pooler keeps."""
    asked = """
        select current_user::text, current_setting('app.athlete_id', true), (select count(*) from pg_prepared_statements)
    """
    async with AsyncExitStack() as stack:
        clients = [await asyncpg.connect(pooled, statement_cache_size=0) for _ in range(POOL_SIZE)]
        for client in clients:
            stack.push_async_callback(client.close)
            await stack.enter_async_context(client.transaction())  # each has a session to itself meanwhile
        return {tuple(await client.fetchrow(asked)) for client in clients}


async def test_many_at_once_are_themselves_and_a_plan_is_made_and_followed(
    tmp_path: Path, pooled: str, direct: str
) -> None:
    names = [f"athlete-{number}" for number in range(MANY)]
    async with served(tmp_path, pooled, direct_url=direct) as url, AsyncExitStack() as stack:
        apps = [await stack.enter_async_context(signed_in(tmp_path, url, name, now=system_clock())) for name in names]
        ann, bob = apps[:2]
        saved = [
            app.run("SaveProfile", input={**PROFILE, "displayName": name})
            for app, name in zip(apps, names, strict=True)
        ]
        await asyncio.gather(*saved)
        launched = await asyncio.gather(*(app.run("Launch") for app in apps))
        await ann.run("SaveAnswers", input=HEALTHY)
        started = await ann.run("GeneratePlan", input={"idempotencyKey": "key-12345", "weeks": 1})
        states = await ann.followed(started["generation"]["id"])
        plan = await ann.made({"generation": states[-1]})
        of_another = await bob.run("Launch")

    assert [one["profile"]["displayName"] for one in launched] == names
    assert (states[0]["status"], states[-1]["status"]) == ("QUEUED", "SUCCEEDED")
    assert len(states) > 2
    assert len(plan["weeks"]) == 1
    assert (of_another["planInReview"], of_another["latestGeneration"]) == (None, None)
    assert await left_behind(pooled) == {(make_url(direct).username, "", 0)}
