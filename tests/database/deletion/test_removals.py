"""Who deletes their account is deleted at Supabase too: by a job that a real worker does, until Supabase answers."""

import datetime
from collections.abc import Iterator

import msgspec
import pytest
from pydantic import SecretStr
from sqlalchemy import text

from db.database import Database
from db.queries import deletion as queries
from domain.clock import system_clock
from domain.errors import AccountDeleted
from domain.ids import athlete_id_of
from domain.profile import Viewer
from services.accounts.deleted import DeletedAccounts
from services.accounts.deletion import Accounts
from services.accounts.removals import LONGEST_WAIT, SHORTEST_WAIT, Removals
from services.accounts.supabase_users import SupabaseUsers
from services.onboarding.profiles import Profiles
from tests.conftest import viewer_called
from tests.database.deletion.test_deletion import tables_that_mention
from tests.database.generation.asking import change
from tests.database.generation.conftest import PROFILE
from tests.database.generation.workers import until, working
from tests.supabase import KEY, USER, Answer, Project, project

AWAY: Answer = (503, {"message": "upstream"})


@pytest.fixture
def supabase() -> Iterator[Project]:
    with project() as opened:
        yield opened


@pytest.fixture
def users(supabase: Project) -> SupabaseUsers:
    return SupabaseUsers(supabase.url, SecretStr(KEY))


@pytest.fixture
def accounts(database: Database, deleted: DeletedAccounts, users: SupabaseUsers) -> Accounts:
    return Accounts(database, deleted, users)


@pytest.fixture
def ann(supabase: Project) -> Viewer:
    """Signed in by the project."""
    issuer = f"{supabase.url}/auth/v1"
    athlete_id = athlete_id_of(issuer=issuer, subject=USER)
    return msgspec.structs.replace(viewer_called(USER), issuer=issuer, athlete_id=athlete_id)


async def work(database: Database) -> list[tuple[str, str, int]]:
    """The pieces of work that wait: what, how, and for how many seconds."""
    wanted = text("""
        select name, status, coalesce(delay_until_epoch_ms - created_at, 0) / 1000 from dbos.workflow_status
        where status in ('ENQUEUED', 'DELAYED') order by created_at
    """)
    async with database.engine.connect() as connection:
        return [(name, status, int(seconds)) for name, status, seconds in await connection.execute(wanted)]


async def test_the_user_is_removed_although_it_fails_first_and_the_account_is_deleted_meanwhile(
    database: Database,
    database_url: str,
    accounts: Accounts,
    users: SupabaseUsers,
    supabase: Project,
    profiles: Profiles,
    ann: Viewer,
) -> None:
    supabase.answers = [AWAY]
    await profiles.save(ann, PROFILE)
    await accounts.delete(ann, confirmation="Ann")
    with pytest.raises(AccountDeleted):
        await profiles.save(ann, PROFILE)
    removals = Removals(database, users, clock=system_clock, shortest_wait=datetime.timedelta(milliseconds=50))

    async def is_done() -> bool:
        async with database.transaction(ann.athlete_id) as session:
            return await queries.removal(session, ann.athlete_id) is None

    async with working(database, database_url, removals.job()):
        await until(is_done)

    assert supabase.users == set()
    assert [method for method, *_ in supabase.asked] == ["DELETE"] * 2
    assert await tables_that_mention(database, [USER, KEY]) == []
    with pytest.raises(AccountDeleted):
        await profiles.save(ann, PROFILE)


@pytest.mark.parametrize(
    ("since", "wait"),
    [
        (datetime.timedelta(0), SHORTEST_WAIT),
        (datetime.timedelta(minutes=7), datetime.timedelta(minutes=7)),
        (datetime.timedelta(days=3), LONGEST_WAIT),
    ],
)
async def test_the_longer_it_has_failed_the_longer_is_the_wait(
    database: Database,
    accounts: Accounts,
    users: SupabaseUsers,
    supabase: Project,
    ann: Viewer,
    since: datetime.timedelta,
    wait: datetime.timedelta,
) -> None:
    supabase.answers = [AWAY]
    deleted_at = await accounts.delete(ann, confirmation="DELETE")
    await change(database, "delete from dbos.workflow_status")

    await Removals(database, users, clock=lambda: deleted_at + since).run(ann.athlete_id)

    assert await work(database) == [("removal", "DELAYED", int(wait.total_seconds()))]
    assert supabase.users == {USER}


async def test_done_twice_it_asks_once(
    database: Database, accounts: Accounts, users: SupabaseUsers, supabase: Project, ann: Viewer
) -> None:
    await accounts.delete(ann, confirmation="DELETE")
    removals = Removals(database, users, clock=system_clock)

    await removals.run(ann.athlete_id)
    await removals.run(ann.athlete_id)

    assert len(supabase.asked) == 1
    assert supabase.users == set()


async def test_whom_the_project_does_not_know_is_nobodys_to_remove(
    database: Database, accounts: Accounts, viewer: Viewer
) -> None:
    await accounts.delete(viewer, confirmation="DELETE")

    assert await work(database) == []
    assert await tables_that_mention(database, [viewer.issuer]) == []


async def test_without_the_key_nobody_is_removed_and_no_id_is_kept(
    database: Database, deleted: DeletedAccounts, ann: Viewer
) -> None:
    await Accounts(database, deleted).delete(ann, confirmation="DELETE")

    assert await work(database) == []
    assert await tables_that_mention(database, [USER]) == []
