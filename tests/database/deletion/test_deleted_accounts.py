"""Whose tokens open nothing any more: what each process knows, and from when on."""

import asyncio
import datetime
from collections.abc import AsyncIterator

import msgspec
import pytest
from sqlalchemy import text

from db.database import Database
from db.notifications import Board, Listener
from domain.clock import Clock
from domain.errors import AccountDeleted
from domain.ids import AthleteId
from domain.profile import Viewer
from services.accounts import deleted as module
from services.accounts.deleted import DeletedAccounts
from services.accounts.deletion import Accounts
from services.generation.jobs import Job, Record
from tests.database.everything import uuid_of
from tests.database.generation.asking import change
from tests.database.generation.workers import until, working


def is_refused(known: DeletedAccounts, viewer: Viewer) -> bool:
    try:
        known.refuse(viewer)
    except AccountDeleted:
        return True
    return False


@pytest.fixture
async def elsewhere(
    database: Database, database_url: str, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> AsyncIterator[DeletedAccounts]:
    """What another process knows, that listens and looks for nothing by itself."""
    monkeypatch.setattr(module, "LOOK_SECONDS", 600)
    board, known = Board(), DeletedAccounts(database, clock)
    listener = Listener(database_url, board, look_seconds=600)
    async with known.kept_up_with(board):
        with board.watch("anything") as watch:
            listener.start()
            assert await watch.changed(within=60)  # it listens
        yield known
    await listener.stop()


async def test_the_process_that_deletes_knows_at_once_and_refuses_nobody_else(
    accounts: Accounts, deleted: DeletedAccounts, viewer: Viewer, other_viewer: Viewer
) -> None:
    assert not is_refused(deleted, viewer)

    await accounts.delete(viewer, confirmation="DELETE")

    assert (is_refused(deleted, viewer), is_refused(deleted, other_viewer)) == (True, False)


async def test_every_other_process_is_told(
    accounts: Accounts, elsewhere: DeletedAccounts, viewer: Viewer, other_viewer: Viewer
) -> None:
    await accounts.delete(viewer, confirmation="DELETE")

    async def is_known() -> bool:
        return is_refused(elsewhere, viewer)

    await until(is_known)
    assert not is_refused(elsewhere, other_viewer)


async def test_without_a_notice_it_is_asked_for_from_time_to_time(
    accounts: Accounts, database: Database, clock: Clock, viewer: Viewer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "LOOK_SECONDS", 0.01)
    known = DeletedAccounts(database, clock)
    async with known.kept_up_with(Board()):
        await accounts.delete(viewer, confirmation="DELETE")

        async def is_known() -> bool:
            return is_refused(known, viewer)

        await until(is_known)


async def test_a_process_that_starts_knows_all_and_learns_of_one_that_was_stamped_before_but_came_later(
    accounts: Accounts, database: Database, clock: Clock, viewer: Viewer, other_viewer: Viewer
) -> None:
    await accounts.delete(viewer, confirmation="DELETE")
    known = DeletedAccounts(database, clock)
    async with known.kept_up_with(Board()):
        assert is_refused(known, viewer)

    await accounts.delete(other_viewer, confirmation="DELETE")
    stamped = f"athlete_id = '{other_viewer.athlete_id.removeprefix('athlete_')}'"
    await change(database, f"update deleted_account set deleted_at = deleted_at - interval '2 minutes' where {stamped}")
    await known.look()

    assert is_refused(known, other_viewer)


async def test_whose_tokens_have_all_expired_is_known_no_more(
    accounts: Accounts, database: Database, viewer: Viewer
) -> None:
    now = datetime.datetime.now(datetime.UTC)
    viewer = msgspec.structs.replace(viewer, expires_at=now + datetime.timedelta(days=40))
    await accounts.delete(viewer, confirmation="DELETE")
    moment = viewer.expires_at
    known = DeletedAccounts(database, lambda: moment)
    await known.look()
    assert is_refused(known, viewer)  # for as long as clocks may differ

    moment += datetime.timedelta(minutes=1)
    await known.look()

    assert not is_refused(known, viewer)


async def test_a_database_that_is_away_is_waited_for(
    accounts: Accounts, database_url: str, clock: Clock, viewer: Viewer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "LOOK_SECONDS", 0.01)
    own = Database(database_url)
    known = DeletedAccounts(own, clock)
    failed = asyncio.Event()

    async def away() -> None:
        failed.set()
        raise OSError

    async with known.kept_up_with(Board()):
        with monkeypatch.context() as patched:
            patched.setattr(known, "look", away)
            await failed.wait()
        await accounts.delete(viewer, confirmation="DELETE")

        async def is_known() -> bool:
            return is_refused(known, viewer)

        await until(is_known)
    await own.close()


async def test_a_worker_forgets_those_whose_tokens_have_all_expired(
    accounts: Accounts, database: Database, database_url: str, viewer: Viewer, other_viewer: Viewer
) -> None:
    for somebody in (viewer, other_viewer):
        await accounts.delete(somebody, confirmation="DELETE")
    await change(
        database,
        f"update deleted_account set kept_until = now() - interval '2 minutes' where athlete_id = '{uuid_of(viewer)}'",
    )
    left = text("select athlete_id from deleted_account")

    async def is_forgotten() -> bool:
        async with database.engine.connect() as connection:
            return list(await connection.scalars(left)) == [uuid_of(other_viewer)]

    async with working(database, database_url, Job(workflow="nothing", queues={}, run=_nothing)):
        await until(is_forgotten)


async def _nothing(_athlete_id: AthleteId, _work_id: str, _record: Record) -> None:
    raise AssertionError
