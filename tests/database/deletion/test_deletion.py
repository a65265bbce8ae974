"""Deleting an account: what must be typed, what goes, what stays, and that nothing brings it back."""

import asyncio
import datetime
from collections.abc import Coroutine, Sequence

import msgspec
import pytest
from sqlalchemy import text

from db.database import Database
from db.queries import deletion as queries
from db.queries import work
from db.queries.athletes import athlete_to_change
from db.queries.work import enqueue_generation, enqueue_reflection
from domain.errors import AccountDeleted, Fault, FaultCode, InvalidInput
from domain.ids import new_generation_id
from domain.profile import Tier, Viewer
from services.accounts.deletion import SHORTEST_KEPT, Accounts
from services.onboarding.profiles import Profiles
from tests.conftest import CountStatements, viewer_called
from tests.database.everything import EVERYTHING, KEPT, fill, uuid_of
from tests.database.generation.asking import change
from tests.database.generation.conftest import PROFILE
from tests.database.generation.workers import until

NOBODY = viewer_called("nobody")
"""With a token, and without an account."""
_TABLES = text("""
    select format('%I.%I', table_schema, table_name) from information_schema.tables
    where table_type = 'BASE TABLE' and table_schema not in ('pg_catalog', 'information_schema')
""")


async def tables_that_mention(database: Database, traces: Sequence[str]) -> list[str]:
    """All tables of the database, ours and those of others, of which some row has one of these in any column."""
    found = []
    async with database.engine.connect() as connection:
        for table in await connection.scalars(_TABLES):
            mentioned = text(f"select exists (select from {table} as one where one::text ~ :traces)")
            if await connection.scalar(mentioned, {"traces": "|".join(traces)}):
                found.append(str(table))
    return sorted(found)


async def rows_of(database: Database, viewer: Viewer) -> dict[str, int]:
    """How many rows of each table are somebody's."""
    async with database.engine.connect() as connection:
        return {
            table: await connection.scalar(
                text(f"select count(*) from {table} where athlete_id = :a"), {"a": uuid_of(viewer)}
            )
            for table in EVERYTHING
        }


async def fill_and_work(database: Database, viewer: Viewer, said: str) -> None:
    """A row of everything, and work: in the queue, going on, and over, with what was said in its records."""
    await fill(database, viewer)
    await change(database, f"delete from {KEPT}")
    async with database.transaction(viewer.athlete_id) as session:
        for _ in range(3):
            await enqueue_generation(session, viewer.athlete_id, new_generation_id(), tier=Tier.PREMIUM, asked_by=None)
        await enqueue_reflection(session, viewer.athlete_id, asked_by=None)
    for number, status in ((1, "PENDING"), (2, "SUCCESS")):
        of_one = f"(select workflow_uuid from dbos.workflow_status where queue_partition_key = '{viewer.athlete_id}'"
        of_one += f" and name = 'generation' order by workflow_uuid limit 1 offset {number})"
        await change(database, f"update dbos.workflow_status set status = '{status}' where workflow_uuid = {of_one}")
        await change(database, f"insert into dbos.operation_outputs values ({of_one}, 1, 'read', '{said}')")
        await change(database, f"insert into dbos.workflow_output values ({of_one}, '{said}')")


async def test_nothing_of_the_athlete_is_left_anywhere_but_the_hash(
    database: Database, viewer: Viewer, other_viewer: Viewer, accounts: Accounts
) -> None:
    await fill_and_work(database, viewer, "said-by-ann")
    await fill_and_work(database, other_viewer, "said-by-bob")
    traces, others = (
        [str(uuid_of(somebody)), uuid_of(somebody).hex, f"said-by-{somebody.subject}", f",{somebody.subject},"]
        for somebody in (viewer, other_viewer)
    )
    records = {
        f"dbos.{table}" for table in ("workflow_status", "workflow_input", "workflow_output", "operation_outputs")
    }
    tables_before, rows_before = await tables_that_mention(database, others), await rows_of(database, other_viewer)
    assert {*tables_before} == {f"public.{table}" for table in {*EVERYTHING, "athlete"} - {KEPT}} | records

    await accounts.delete(viewer, confirmation="Ann")

    assert await tables_that_mention(database, traces) == [f"public.{KEPT}"]
    assert await tables_that_mention(database, others) == tables_before
    assert await rows_of(database, other_viewer) == rows_before


@pytest.mark.parametrize("typed", ["Zoë", " Zoë\n", "Zoe\u0308"])
async def test_the_display_name_typed_again_deletes(
    profiles: Profiles, viewer: Viewer, accounts: Accounts, database: Database, typed: str
) -> None:
    await profiles.save(viewer, msgspec.structs.replace(PROFILE, display_name="Zoë"))

    await accounts.delete(viewer, confirmation=typed)

    assert await profiles.profile(viewer.athlete_id) is None


@pytest.mark.parametrize("typed", ["zoë", "Zoe", "DELETE", "", "Zoë Zoë"])
async def test_anything_else_deletes_nothing_and_says_what_to_type(
    profiles: Profiles, viewer: Viewer, accounts: Accounts, database: Database, typed: str
) -> None:
    await profiles.save(viewer, msgspec.structs.replace(PROFILE, display_name="Zoë"))
    before = await rows_of(database, viewer)

    with pytest.raises(InvalidInput) as refused:
        await accounts.delete(viewer, confirmation=typed)

    message = "To delete your account for good, type your display name, Zoë, exactly so."
    assert refused.value.faults == (Fault(("confirmation",), FaultCode.INVALID, message),)
    assert await rows_of(database, viewer) == before
    assert before["profile"] == 1


async def test_without_a_profile_it_is_a_word_in_capitals(database: Database, accounts: Accounts) -> None:
    with pytest.raises(InvalidInput) as refused:
        await accounts.delete(NOBODY, confirmation="delete")

    message = "To delete your account for good, type DELETE, exactly so."
    assert refused.value.faults == (Fault(("confirmation",), FaultCode.INVALID, message),)
    async with database.engine.connect() as connection:
        assert await connection.scalar(text("select count(*) from athlete")) == 0
    await accounts.delete(NOBODY, confirmation="DELETE")


async def test_asked_again_it_was_deleted_at_the_same_instant_whatever_is_typed(
    profiles: Profiles, viewer: Viewer, accounts: Accounts
) -> None:
    await profiles.save(viewer, PROFILE)
    first = await accounts.delete(viewer, confirmation="Ann")

    assert [await accounts.delete(viewer, confirmation=typed) for typed in ("Ann", "DELETE", "")] == [first] * 3


@pytest.mark.parametrize("somebody", ["ann", "nobody"])
async def test_ten_at_once_delete_once(
    profiles: Profiles, viewer: Viewer, accounts: Accounts, database: Database, somebody: str
) -> None:
    await profiles.save(viewer, PROFILE)
    who, typed = (viewer, "Ann") if somebody == "ann" else (NOBODY, "DELETE")

    instants = await asyncio.gather(*(accounts.delete(who, confirmation=typed) for _ in range(10)))

    assert len(set(instants)) == 1
    async with database.engine.connect() as connection:
        assert await connection.scalar(text("select count(*) from deleted_account")) == 1


@pytest.mark.parametrize("waits", ["for the lock", "for the row to go"])
@pytest.mark.parametrize("somebody", ["ann", "nobody"])
async def test_who_saves_while_it_is_being_deleted_waits_and_is_refused(
    profiles: Profiles, viewer: Viewer, database: Database, somebody: str, waits: str
) -> None:
    who = viewer if somebody == "ann" else NOBODY
    async with database.transaction(who.athlete_id) as session:
        await athlete_to_change(session, who)
        if waits == "for the lock":
            saving = await _begun(database, profiles.save(who, PROFILE))
        await queries.delete_account(
            session, who.athlete_id, expires_at=who.expires_at, kept=SHORTEST_KEPT, user_to_remove=None
        )
        if waits == "for the row to go":
            saving = await _begun(database, profiles.save(who, PROFILE))

    with pytest.raises(AccountDeleted):
        await saving
    async with database.engine.connect() as connection:
        assert uuid_of(who) not in set(await connection.scalars(text("select id from athlete")))


async def _begun(database: Database, saving: Coroutine[None, None, None]) -> asyncio.Task[None]:
    """Until it waits for a lock."""
    waiting = text(
        "select count(*) > 0 from pg_stat_activity where wait_event_type = 'Lock' and datname = current_database()"
    )
    task = asyncio.create_task(saving)

    async def is_waiting() -> bool:
        async with database.engine.connect() as connection:
            return bool(await connection.scalar(waiting))

    await until(is_waiting)
    return task


async def test_no_token_brings_the_account_back(
    profiles: Profiles, viewer: Viewer, other_viewer: Viewer, accounts: Accounts, database: Database
) -> None:
    await accounts.delete(viewer, confirmation="DELETE")

    with pytest.raises(AccountDeleted):
        await profiles.save(viewer, PROFILE)
    await profiles.save(other_viewer, PROFILE)

    async with database.engine.connect() as connection:
        assert list(await connection.scalars(text("select id from athlete"))) == [uuid_of(other_viewer)]


@pytest.mark.parametrize("lifetime", [datetime.timedelta(hours=1), datetime.timedelta(days=400)])
async def test_the_hash_stays_as_long_as_a_token_may_be_good_and_then_one_may_begin_anew(
    viewer: Viewer, accounts: Accounts, database: Database, profiles: Profiles, lifetime: datetime.timedelta
) -> None:
    now = datetime.datetime.now(datetime.UTC)
    viewer = msgspec.structs.replace(viewer, expires_at=now + lifetime)
    await accounts.delete(viewer, confirmation="DELETE")

    async with database.engine.connect() as connection:
        until = await connection.scalar(text("select kept_until from deleted_account"))
    wanted = max(now + SHORTEST_KEPT, viewer.expires_at)
    assert abs(until - wanted) < datetime.timedelta(minutes=5)
    for elapsed, gone in ((until - now, 0), (datetime.timedelta(minutes=2), 1)):
        await change(database, f"update deleted_account set kept_until = kept_until - interval '{elapsed}'")
        async with database.shared() as session:
            assert await work.forget_deleted_accounts(session) == gone
    await profiles.save(viewer, PROFILE)


async def test_a_deletion_takes_so_many_statements(
    profiles: Profiles, viewer: Viewer, accounts: Accounts, count_statements: CountStatements
) -> None:
    await profiles.save(viewer, PROFILE)
    with count_statements() as first:
        await accounts.delete(viewer, confirmation="Ann")
    with count_statements() as again:
        await accounts.delete(viewer, confirmation="Ann")

    assert (len(first), len(again)) == (1 + 6, 2 + 2)
