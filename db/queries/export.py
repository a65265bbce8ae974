"""What is stored of an athlete, row by row as it lies there: for the athlete, who owns it."""

from collections.abc import AsyncIterator, Collection

import msgspec
from sqlalchemy import Column, ColumnElement, Text, cast, select
from sqlmodel.ext.asyncio.session import AsyncSession

from db.tables.base import Row
from db.tables.columns import StructJson
from domain.ids import AthleteId

_AT_ONCE = 20
"""Rows that are in memory together: a version of a plan may take a hundred kilobytes."""


async def own_rows(
    session: AsyncSession, athlete_id: AthleteId, kind: type[Row], *, left_out: Collection[str]
) -> AsyncIterator[bytes]:
    """Each row as JSON, by primary key, without the columns that are left out. What is stored as JSON stays as it was saved."""
    table = kind.__table__  # type: ignore[attr-defined]  # SQLModel has it, and does not say so
    columns = [column for column in table.columns if column.name not in left_out]
    owner = table.columns["athlete_id" if "athlete_id" in table.columns else "id"]
    wanted = select(*map(_readable, columns)).where(owner == athlete_id).order_by(*table.primary_key)
    found = await session.stream(wanted.execution_options(yield_per=_AT_ONCE))
    async for row in found:
        pairs = zip(columns, row, strict=True)
        yield msgspec.json.encode({column.name: _as_saved(column, value) for column, value in pairs})


def _readable(column: Column[object]) -> ColumnElement[object]:
    return cast(column, Text) if isinstance(column.type, StructJson) else column


def _as_saved(column: Column[object], value: object) -> object:
    is_json = isinstance(column.type, StructJson) and isinstance(value, str)
    return msgspec.Raw(str(value).encode()) if is_json else value
