"""Two walls keep strangers out: the app's own filters, and the database's policies. Here is how to take each of them down."""

import re
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager

from sqlalchemy import Connection, event, text

from db.database import Database
from tests.database.everything import OF_AN_ATHLETE

_FILTER = re.compile(r"(?<![\w.])(?:\w+\.)?athlete_id = (\$\d+::UUID)|(?<![\w.])athlete\.id = (\$\d+::UUID)")


class Filters:
    """How many were taken out of statements."""

    taken_out = 0

    def take_out(
        self, _connection: Connection, _cursor: object, statement: str, parameters: object, *_rest: object
    ) -> tuple[str, object]:
        bare, count = _FILTER.subn(lambda found: f"({found[1] or found[2]} is not null)", statement)
        self.taken_out += count
        return bare, parameters


@contextmanager
def filters_taken_out(database: Database) -> Iterator[Filters]:
    """As if every query had forgotten whose rows it is asked for: any athlete's id will do."""
    filters = Filters()
    engine = database.engine.sync_engine
    event.listen(engine, "before_cursor_execute", filters.take_out, retval=True)
    try:
        yield filters
    finally:
        event.remove(engine, "before_cursor_execute", filters.take_out)


@asynccontextmanager
async def policies_taken_out(database: Database) -> AsyncIterator[None]:
    """As if nobody had thought of row-level security."""
    await _set(database, "disable")
    try:
        yield
    finally:
        await _set(database, "enable")


async def _set(database: Database, action: str) -> None:
    async with database.engine.begin() as connection:
        for table in OF_AN_ATHLETE:
            await connection.execute(text(f"alter table {table} {action} row level security"))
