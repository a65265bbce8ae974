"""What an athlete used of the language model today, by the database's clock."""

import datetime

from sqlalchemy import ColumnElement, Date, literal_column
from sqlalchemy.dialects.postgresql import insert
from sqlmodel import col
from sqlmodel.ext.asyncio.session import AsyncSession

from db.tables import ModelUseRow
from domain.ids import AthleteId

_TODAY: ColumnElement[datetime.date] = literal_column("(now() at time zone 'UTC')::date", Date())
_KEY = ["athlete_id", "day"]


async def count_call(session: AsyncSession, athlete_id: AthleteId, *, most_calls: int, most_microdollars: int) -> bool:
    """Count one more call of today's; False, and nothing counted, where that many were made or that much was spent."""
    if most_calls <= 0 or most_microdollars <= 0:
        return False
    added = insert(ModelUseRow).values(_used(athlete_id, calls=1))
    is_left = (col(ModelUseRow.calls) < most_calls) & (col(ModelUseRow.microdollars) < most_microdollars)
    counted = added.on_conflict_do_update(
        index_elements=_KEY, set_={"calls": col(ModelUseRow.calls) + 1}, where=is_left
    ).returning(col(ModelUseRow.calls))
    return (await session.execute(counted)).scalar_one_or_none() is not None


async def add_use(
    session: AsyncSession, athlete_id: AthleteId, *, input_tokens: int, output_tokens: int, microdollars: int
) -> None:
    """Add to today's what a call took; it was counted before, maybe yesterday."""
    taken = {"input_tokens": input_tokens, "output_tokens": output_tokens, "microdollars": microdollars}
    added = insert(ModelUseRow).values({**_used(athlete_id), **taken})
    changed = {name: getattr(ModelUseRow, name) + number for name, number in taken.items()}
    await session.execute(added.on_conflict_do_update(index_elements=_KEY, set_=changed))


def _used(athlete_id: AthleteId, *, calls: int = 0) -> dict[str, object]:
    nothing = dict.fromkeys(("input_tokens", "output_tokens", "microdollars"), 0)
    return {"athlete_id": athlete_id, "day": _TODAY, "calls": calls, **nothing}
