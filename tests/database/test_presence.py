"""Signs of life: a worker is dead when its connection is gone, and one at a time takes its work over."""

from sqlalchemy import text

from db.database import Database
from db.presence import Presence


async def test_a_worker_lives_until_it_leaves(database_url: str) -> None:
    worker, other = Presence(database_url), Presence(database_url)
    await worker.show("first")

    async with other.taken_over("first") as is_dead:
        assert not is_dead
    await worker.leave()
    async with other.taken_over("first") as is_dead:
        assert is_dead

    await worker.close()
    await other.close()


async def test_one_at_a_time_takes_over_from_a_dead_worker(database_url: str) -> None:
    first, second = Presence(database_url), Presence(database_url)

    async with first.taken_over("gone") as first_may, second.taken_over("gone") as second_may:
        assert (first_may, second_may) == (True, False)
    async with second.taken_over("gone") as second_may:
        assert second_may

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

    async with other.taken_over("first") as is_dead:
        assert not is_dead
    await worker.close()
    await other.close()
