"""How often a lesson shaped a saved plan: raised in the transaction that saves the plan."""

from collections.abc import Sequence

from sqlalchemy import func, update
from sqlmodel import col
from sqlmodel.ext.asyncio.session import AsyncSession

from db.tables import LessonRow
from domain.ids import AthleteId, LessonId


async def count_applied(session: AsyncSession, athlete_id: AthleteId, lesson_ids: Sequence[LessonId]) -> None:
    """Once more for each of these lessons."""
    if not lesson_ids:
        return
    counted = {"times_applied": col(LessonRow.times_applied) + 1, "last_applied_at": func.now()}
    own = (col(LessonRow.athlete_id) == athlete_id, col(LessonRow.id).in_(lesson_ids))
    await session.execute(update(LessonRow).where(*own).values(**counted))
