"""The playbook as its athlete reads it, and their hand on it."""

import datetime
from collections.abc import Callable, Sequence

import msgspec

from db.database import Database
from db.queries import playbook as queries
from db.queries.athletes import athlete_for_update
from domain.clock import Clock
from domain.errors import BadUserInput, Forbidden, NotFound
from domain.ids import AthleteId, LessonId, read_id, sibling_id
from domain.lessons import Lesson, LessonChange, LessonState, Playbook
from domain.pages import Edge, Page, check_first, decode_cursor, encode_cursor
from domain.profile import Viewer
from domain.terms import LimitationKind
from services.playbook import hand
from services.playbook.book import Book
from services.playbook.clearance import confirm
from services.playbook.confidence import in_force, with_outcomes
from services.playbook.ledger import open_book, write


class Playbooks:
    """Playbooks of athletes."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._database = database
        self._clock = clock

    async def playbook(self, athlete_id: AthleteId) -> Playbook:
        """The lessons in use, weightiest first; empty before anything was learned."""
        found = await self._stored(athlete_id)
        if found is not None:
            return found
        empty_id = sibling_id("playbook", athlete_id)
        return Playbook(id=empty_id, athlete_id=athlete_id, lessons=(), version=0, updated_at=self._clock())

    async def playbook_of(self, viewer: Viewer, athlete_id: AthleteId) -> Playbook | None:
        """Somebody's playbook, for service tokens alone: raises Forbidden to others. None where there is no such athlete."""
        if not viewer.is_service:
            raise Forbidden("Only a service may read somebody else's playbook.")
        return await self._stored(athlete_id)

    async def lesson(self, athlete_id: AthleteId, lesson_id: LessonId) -> Lesson | None:
        return (await self.lessons_by_id(athlete_id, [lesson_id])).get(lesson_id)

    async def lessons_by_id(self, athlete_id: AthleteId, ids: Sequence[LessonId]) -> dict[LessonId, Lesson]:
        async with self._database.reading(athlete_id) as session:
            found = await queries.lessons_by_id(session, athlete_id, ids)
        return {lesson_id: with_outcomes(kept.lesson) for lesson_id, kept in found.items()}

    async def retired_lessons(self, athlete_id: AthleteId, *, first: int, after: str | None) -> Page[Lesson]:
        """Lessons no longer in use, newest first. Raises BadUserInput."""
        check_first(first)
        before = _ended_before(after) if after is not None else None
        async with self._database.reading(athlete_id) as session:
            found = await queries.ended_lessons(session, athlete_id, before=before, limit=first + 1)
        edges = tuple(
            Edge(encode_cursor(kept.changed_at.isoformat(), kept.lesson.id), with_outcomes(kept.lesson))
            for kept in found[:first]
        )
        return Page(edges=edges, has_next_page=len(found) > first, has_previous_page=after is not None)

    async def history(self, athlete_id: AthleteId, *, first: int, after: str | None) -> Page[LessonChange]:
        """Every change ever made, newest first. Raises BadUserInput."""
        check_first(first)
        before = _version_before(after) if after is not None else None
        async with self._database.reading(athlete_id) as session:
            found = await queries.changes_before(session, athlete_id, before=before, limit=first + 1)
        edges = tuple(Edge(encode_cursor(str(version)), _as_read(change)) for version, change in found[:first])
        return Page(edges=edges, has_next_page=len(found) > first, has_previous_page=after is not None)

    async def pin(self, athlete_id: AthleteId, lesson_id: LessonId, *, is_pinned: bool) -> Lesson:
        """Pin or unpin. Raises NotFound, LessonLimitReached."""
        return await self._by_hand(
            athlete_id, lesson_id, lambda book, lesson: hand.pin(book, lesson, is_pinned=is_pinned)
        )

    async def retire(self, athlete_id: AthleteId, lesson_id: LessonId) -> Lesson:
        """Stop using a lesson. Raises NotFound, ClearanceRequired."""
        return await self._by_hand(athlete_id, lesson_id, hand.retire)

    async def confirm_clearance(
        self, viewer: Viewer, *, limitation: LimitationKind, is_cleared_by_doctor: bool, note: str | None
    ) -> tuple[LessonChange, ...]:
        """Lift a limitation on the athlete's word that a doctor has. Raises InvalidInput, NotFound where it is not in force.

        Asked again once it is lifted, it answers with no changes.
        """
        async with self._database.transaction(viewer.athlete_id) as session:
            await athlete_for_update(session, viewer.athlete_id)
            return await confirm(
                session, viewer.athlete_id, limitation, is_cleared_by_doctor=is_cleared_by_doctor, note=note
            )

    async def _stored(self, athlete_id: AthleteId) -> Playbook | None:
        async with self._database.reading(athlete_id) as session:
            stored = await queries.stored_playbook(session, athlete_id, [LessonState.ACTIVE])
        if stored is None:
            return None
        return Playbook(
            id=sibling_id("playbook", athlete_id),
            athlete_id=athlete_id,
            lessons=tuple(with_outcomes(kept.lesson) for kept in in_force(stored.lessons, stored.now)),
            version=stored.version,
            updated_at=stored.updated_at,
        )

    async def _by_hand(
        self, athlete_id: AthleteId, lesson_id: LessonId, change: Callable[[Book, Lesson], None]
    ) -> Lesson:
        async with self._database.transaction(athlete_id) as session:
            await athlete_for_update(session, athlete_id)
            kept = (await queries.lessons_by_id(session, athlete_id, [lesson_id])).get(lesson_id)
            if kept is None:
                raise NotFound(lesson_id)
            book = await open_book(session, athlete_id, also=[kept])
            change(book, kept.lesson)
            await write(session, athlete_id, book)
            return with_outcomes(book[lesson_id].lesson)


def _as_read(change: LessonChange) -> LessonChange:
    return msgspec.structs.replace(change, lesson=with_outcomes(change.lesson))


def _ended_before(cursor: str) -> tuple[datetime.datetime, LessonId]:
    ended, lesson_id = decode_cursor(cursor, 2)
    try:
        at = datetime.datetime.fromisoformat(ended)
        return at.astimezone(datetime.UTC), LessonId(read_id("lesson", lesson_id))
    except (ValueError, OverflowError, NotFound):
        raise BadUserInput("`after` is not a cursor of this list.") from None


def _version_before(cursor: str) -> int:
    (version,) = decode_cursor(cursor, 1)
    if not version.isascii() or not version.isdigit() or len(version) > 9:
        raise BadUserInput("`after` is not a cursor of this list.")
    return int(version)
