"""How often a lesson shaped a saved plan, and how the workouts under it went: counted in the transaction that saves either."""

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


async def count_outcomes(
    session: AsyncSession, athlete_id: AthleteId, lesson_ids: Sequence[LessonId], *, helpful: int, harmful: int
) -> None:
    """So many more for each of these lessons; fewer, where a workout was told otherwise since."""
    counted = {
        "helpful_count": col(LessonRow.helpful_count) + helpful,
        "harmful_count": col(LessonRow.harmful_count) + harmful,
    }
    own = (col(LessonRow.athlete_id) == athlete_id, col(LessonRow.id).in_(lesson_ids))
    await session.execute(update(LessonRow).where(*own).values(**counted))
