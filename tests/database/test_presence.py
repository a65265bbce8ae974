"""Signs of life: a worker is gone when its connection is, and one at a time keeps order."""

from sqlalchemy import text

from db.database import Database
from db.presence import Presence


async def test_a_worker_is_there_until_it_leaves(database_url: str) -> None:
    worker, other = Presence(database_url), Presence(database_url)
    await worker.show("first")

    assert await other.is_held("first")
    await worker.leave()
    assert not await other.is_held("first")

    await worker.close()
    await other.close()


async def test_looking_does_not_take_the_name(database_url: str) -> None:
    worker, other = Presence(database_url), Presence(database_url)

    assert not await other.is_held("first")
    await worker.show("first")
    assert await other.is_held("first")

    await worker.close()
    await other.close()


async def test_one_at_a_time_keeps_order(database_url: str) -> None:
    first, second = Presence(database_url), Presence(database_url)

    async with first.sole_keeper() as is_firsts, second.sole_keeper() as is_seconds:
        assert (is_firsts, is_seconds) == (True, False)
    async with second.sole_keeper() as is_seconds:
        assert is_seconds

    await first.close()
    await second.close()


async def test_a_worker_whose_connection_broke_shows_itself_again(database: Database, database_url: str) -> None:
    worker, other = Presence(database_url), Presence(database_url)
    await worker.show("first")
    others = text(
        "select pg_terminate_backend(pid, 5000) from pg_stat_activity "
        "where pid <> pg_backend_pid() and datname = current_database()"
    )
    async with database.engine.connect() as connection:
        assert (await connection.execute(others)).all() == [(True,)]

    await worker.show("first")

    assert await other.is_held("first")
    await worker.close()
    await other.close()
