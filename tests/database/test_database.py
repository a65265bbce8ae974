"""Transactions: they commit at their end, roll back on an exception, and are the app's role for one athlete."""

import traceback

import pytest
from sqlalchemy import insert, text, update
from sqlalchemy.exc import DBAPIError, IntegrityError
from sqlmodel import col

from db.database import APP_ROLE, Database, PoolLimits, is_transient
from db.queries.athletes import athlete
from db.tables import AthleteRow, ClearanceRow
from domain.profile import Viewer
from tests.conftest import CountStatements


async def test_a_transaction_commits_at_its_end(database: Database, viewer: Viewer) -> None:
    async with database.transaction(viewer.athlete_id) as session:
        found = await athlete(session, viewer.athlete_id)

    assert found is not None
    assert found.subject == "ann"


async def test_an_exception_rolls_everything_back(database: Database, viewer: Viewer) -> None:
    async def change_and_fail() -> None:
        async with database.transaction(viewer.athlete_id) as session:
            await session.execute(
                update(AthleteRow).where(col(AthleteRow.id) == viewer.athlete_id).values(issuer="other")
            )
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        await change_and_fail()

    async with database.transaction(viewer.athlete_id) as session:
        found = await athlete(session, viewer.athlete_id)
    assert found is not None
    assert found.issuer == viewer.issuer


async def test_a_transaction_is_the_apps_role_and_the_athlete_and_leaves_nothing_behind(
    database: Database, viewer: Viewer
) -> None:
    asked = text("select current_user, current_setting('app.athlete_id'), current_user = session_user")
    async with database.transaction(viewer.athlete_id) as session:
        assert (await session.execute(asked)).one() == (APP_ROLE, _uuid_text(viewer), False)

    async with database.engine.connect() as connection:
        login, athlete_id, is_as_connected = (await connection.execute(asked)).one()
        assert (login != APP_ROLE, athlete_id, is_as_connected) == (True, "", True)


async def test_a_transaction_opens_with_one_statement(
    database: Database, viewer: Viewer, count_statements: CountStatements
) -> None:
    with count_statements() as statements:
        async with database.transaction(viewer.athlete_id) as session:
            await athlete(session, viewer.athlete_id)

    assert len(statements) == 2
    assert statements[0].startswith("select set_config('role'")


async def test_a_connection_that_died_in_the_pool_is_replaced_unnoticed(database: Database, viewer: Viewer) -> None:
    async with database.transaction(viewer.athlete_id):
        pass
    async with database.engine.connect() as killer:
        others = text(
            "select pg_terminate_backend(pid, 5000) from pg_stat_activity "
            "where pid <> pg_backend_pid() and datname = current_database()"
        )
        async with database.transaction(viewer.athlete_id):
            pass
        assert (await killer.execute(others)).all()

    async with database.transaction(viewer.athlete_id) as session:
        assert await athlete(session, viewer.athlete_id) is not None


async def test_behind_a_pooler_no_prepared_statement_is_left_in_the_backend(database_url: str) -> None:
    pooled = Database(database_url, limits=PoolLimits(size=1), behind_pooler=True)
    for number in range(3):
        async with pooled.shared() as session:
            assert await session.scalar(text(f"select {number}")) == number

    async with pooled.shared() as session:
        assert await session.scalar(text("select count(*) from pg_prepared_statements")) == 0
    await pooled.close()


async def test_a_statement_that_takes_too_long_is_ended(database_url: str) -> None:
    impatient = Database(database_url, limits=PoolLimits(size=1, statement_seconds=0.05))

    with pytest.raises(DBAPIError, match="statement timeout") as raised:
        async with impatient.shared() as session:
            await session.execute(text("select pg_sleep(10)"))
    assert is_transient(raised.value)
    await impatient.ping()
    await impatient.close()


async def test_a_transaction_lasts_a_minute_at_most_where_postgresql_can_end_it(
    database: Database, viewer: Viewer
) -> None:
    asked = text(
        "select current_setting('server_version_num')::int >= 170000, current_setting('transaction_timeout', true)"
    )
    async with database.transaction(viewer.athlete_id) as session:
        can_end_it, lasts = (await session.execute(asked)).one()

    assert lasts == ("1min" if can_end_it else None)


async def test_an_error_says_nothing_of_what_was_to_be_written(database: Database, viewer: Viewer) -> None:
    written = insert(ClearanceRow).values(athlete_id=viewer.athlete_id, limitation="KNEE", note="private" * 500)

    with pytest.raises(IntegrityError) as raised:
        async with database.transaction(viewer.athlete_id) as session:
            await session.execute(written)
    assert "private" not in "".join(traceback.format_exception(raised.value))
    assert not is_transient(raised.value)


def _uuid_text(viewer: Viewer) -> str:
    digits = viewer.athlete_id.removeprefix("athlete_")
    return "-".join((digits[:8], digits[8:12], digits[12:16], digits[16:20], digits[20:]))
