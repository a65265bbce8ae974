"""Rebuilds lessons from what was recorded: the ledger, and for their counts the plans and the workouts."""

from collections.abc import Iterable

import msgspec
from sqlmodel.ext.asyncio.session import AsyncSession

from db.database import Database
from db.queries import playbook as queries
from db.queries.athletes import athlete_for_update
from db.queries.playbooks_of_all import Counts, athletes_with_playbooks, counts_of_lessons
from domain.facts import KeptLesson
from domain.ids import AthleteId, LessonId
from domain.lessons import LessonChange, LessonState
from services.onboarding.basis import refresh_fingerprint
from services.playbook.book import LEAVES_TIME_AS_IT_IS


class Rebuilt(msgspec.Struct, frozen=True, kw_only=True):
    """How many playbooks and lessons were looked at, and how many lessons were not as they should be."""

    playbooks: int = 0
    lessons: int = 0
    differing: int = 0


async def rebuild_playbooks(database: Database, *, is_check: bool) -> Rebuilt:
    """Works every lesson out anew and puts those right that differ; as a check, it only counts them."""
    total = Rebuilt()
    async for athlete_id in athletes_with_playbooks(database):
        found = await rebuild_playbook(database, athlete_id, is_check=is_check)
        total = Rebuilt(
            playbooks=total.playbooks + 1,
            lessons=total.lessons + found.lessons,
            differing=total.differing + found.differing,
        )
    return total


async def rebuild_playbook(database: Database, athlete_id: AthleteId, *, is_check: bool) -> Rebuilt:
    """The same for one athlete."""
    async with database.transaction(athlete_id) as session:
        if await athlete_for_update(session, athlete_id) is None:
            return Rebuilt()
        recorded = await _recorded(session, athlete_id)
        stored = await queries.stored_playbook(session, athlete_id, list(LessonState))
        assert stored is not None  # its account is there
        table = {kept.lesson.id: kept for kept in stored.lessons}
        differing = [kept for lesson_id, kept in recorded.items() if table.get(lesson_id) != kept]
        unexplained = table.keys() - recorded.keys()
        if differing and not is_check:
            await queries.write_lessons(session, athlete_id, differing)
            await refresh_fingerprint(session, athlete_id)
    return Rebuilt(playbooks=1, lessons=len(recorded), differing=len(differing) + len(unexplained))


def kept_fold(changes: Iterable[LessonChange]) -> dict[LessonId, KeptLesson]:
    """The lessons that a ledger leads to, each with the time at which it was last heard or ended."""
    kept: dict[LessonId, KeptLesson] = {}
    for change in changes:
        lesson, before = change.lesson, kept.get(change.lesson.id)
        is_as_old = before is not None and change.operation in LEAVES_TIME_AS_IT_IS
        kept[lesson.id] = KeptLesson(lesson=lesson, changed_at=before.changed_at if before and is_as_old else change.at)
    return kept


async def _recorded(session: AsyncSession, athlete_id: AthleteId) -> dict[LessonId, KeptLesson]:
    counts = await counts_of_lessons(session, athlete_id)
    folded = kept_fold(await queries.ledger(session, athlete_id))
    return {lesson_id: _counted(kept, counts.get(lesson_id, Counts())) for lesson_id, kept in folded.items()}


def _counted(kept: KeptLesson, counts: Counts) -> KeptLesson:
    lesson = msgspec.structs.replace(kept.lesson, **msgspec.structs.asdict(counts))
    return KeptLesson(lesson=lesson, changed_at=kept.changed_at)
