"""Lessons that the athlete teaches or corrects by hand, and what follows for the days ahead at once."""

import datetime
import hashlib
from collections.abc import Callable, Sequence
from typing import Protocol

import msgspec
from sqlmodel.ext.asyncio.session import AsyncSession

from db.database import Database
from db.queries import playbook as queries
from db.queries.athletes import athlete_for_update, athlete_to_change
from db.queries.idempotency import AnsweredRequest, answered, remember_answer
from domain.errors import FaultCode, IdempotencyConflict, NotFound
from domain.exercise import Catalogue
from domain.faults import Faults
from domain.ids import AthleteId, LessonId
from domain.keys import check_key, is_key
from domain.lessons import Lesson, LessonDraft, LessonRule, LessonRuleKind, LessonSource, TaughtLesson
from domain.plan import Plan
from domain.profile import Viewer
from domain.text import normalised
from services.playbook import hand
from services.playbook.binding import binding_in, newly_binding
from services.playbook.book import Book
from services.playbook.confidence import PRIORS, with_outcomes
from services.playbook.curator import EVIDENCE_LENGTH, TEXT_LENGTH
from services.playbook.embedders import Embedder
from services.playbook.ledger import open_book, write
from services.playbook.likeness import similarities_of
from services.playbook.rules import rule_faults

ADD_LESSON = "addLesson"


class DaysAhead(Protocol):
    """Who changes days ahead that a firm lesson no longer allows."""

    async def open_plans(self, session: AsyncSession, athlete_id: AthleteId) -> Sequence[Plan]: ...

    async def keep(
        self, session: AsyncSession, athlete_id: AthleteId, rule: LessonRule, *, plans: Sequence[Plan]
    ) -> None: ...


class Teaching:
    """The athlete's own hand where it writes: `addLesson`, `reviseLesson`, and `restoreLesson`."""

    def __init__(
        self, database: Database, catalogue: Catalogue, days_ahead: DaysAhead, *, embedder: Embedder | None = None
    ) -> None:
        self._database = database
        self._embedder = embedder
        self._catalogue = catalogue
        self._days_ahead = days_ahead

    async def add(self, viewer: Viewer, *, key: str, lesson: TaughtLesson) -> Lesson:
        """Take it into the playbook; the same key and lesson again give the lesson as it is by then.

        Raises InvalidInput, LessonLimitReached, IdempotencyConflict. Where it raises, nothing was written.
        """
        faults = Faults()
        check_key(faults, key)
        faults.text(("text",), lesson.text, TEXT_LENGTH)
        self._check_rule(faults, lesson.rule)
        athlete_id, request_hash = viewer.athlete_id, hashlib.sha256(msgspec.json.encode(lesson)).hexdigest()
        async with self._database.transaction(athlete_id) as session:
            await athlete_to_change(session, viewer)
            before = await answered(session, athlete_id, ADD_LESSON, key) if is_key(key) else None
            if before is not None:
                return await _as_answered(session, athlete_id, before, request_hash)
            book = await open_book(session, athlete_id)
            _check_end(faults, lesson, now=book.now)
            faults.raise_if_any()
            draft = _draft(lesson)
            similarities = await similarities_of(session, athlete_id, [draft], self._embedder)
            lesson_id = await self._changed(session, athlete_id, book, lambda: hand.add(book, draft, similarities))
            await remember_answer(
                session, athlete_id, ADD_LESSON, key, AnsweredRequest(request_hash, lesson_id.encode())
            )
            return with_outcomes(book[lesson_id].lesson)

    async def revise(
        self, athlete_id: AthleteId, lesson_id: LessonId, *, text: str | None, rule: LessonRule | None
    ) -> Lesson:
        """Reword it, or correct its rule. Raises InvalidInput, NotFound, ClearanceRequired."""
        faults = Faults()
        faults.text(("text",), text, TEXT_LENGTH)
        if rule is not None:
            self._check_rule(faults, rule)
        worded = normalised(text) if text is not None else None

        def change(book: Book, lesson: Lesson) -> None:
            faults.raise_if_any()
            hand.revise(book, lesson, text=worded, rule=rule)

        return await self._by_hand(athlete_id, lesson_id, change)

    async def restore(self, athlete_id: AthleteId, lesson_id: LessonId) -> Lesson:
        """Use a lesson again. Raises NotFound, LessonLimitReached."""
        return await self._by_hand(athlete_id, lesson_id, hand.restore)

    async def _by_hand(
        self, athlete_id: AthleteId, lesson_id: LessonId, change: Callable[[Book, Lesson], None]
    ) -> Lesson:
        async with self._database.transaction(athlete_id) as session:
            await athlete_for_update(session, athlete_id)
            kept = (await queries.lessons_by_id(session, athlete_id, [lesson_id])).get(lesson_id)
            if kept is None:
                raise NotFound(lesson_id)
            book = await open_book(session, athlete_id, also=[kept])

            def changed() -> LessonId:
                change(book, kept.lesson)
                return lesson_id

            await self._changed(session, athlete_id, book, changed)
            return with_outcomes(book[lesson_id].lesson)

    async def _changed(
        self, session: AsyncSession, athlete_id: AthleteId, book: Book, change: Callable[[], LessonId]
    ) -> LessonId:
        """Change the book and write it; where the lesson now says something firm, the days ahead keep it at once."""
        before = binding_in(book)
        lesson_id = change()
        lesson = book[lesson_id].lesson
        is_news = lesson in newly_binding(book, before)
        plans = await self._days_ahead.open_plans(session, athlete_id) if is_news else ()
        await write(session, athlete_id, book)
        if plans:
            await self._days_ahead.keep(session, athlete_id, lesson.rule, plans=plans)
        return lesson_id

    def _check_rule(self, faults: Faults, rule: LessonRule) -> None:
        for fault in rule_faults(rule, ("rule",)):
            faults.add(fault.path, fault.code, fault.message)
        if rule.exercise_id is not None and self._catalogue.get(rule.exercise_id) is None:
            faults.add(("rule", "exerciseId"), FaultCode.UNKNOWN, "There is no such exercise.")


def _draft(lesson: TaughtLesson) -> LessonDraft:
    text = normalised(lesson.text)
    return LessonDraft(
        text=text,
        rule=lesson.rule,
        evidence=text[:EVIDENCE_LENGTH],
        source=LessonSource.ATHLETE,
        confidence=PRIORS.said,
        is_hard=lesson.is_hard,
        expires_at=lesson.expires_at,
    )


def _check_end(faults: Faults, lesson: TaughtLesson, *, now: datetime.datetime) -> None:
    if lesson.expires_at is None:
        return
    if lesson.expires_at <= now:
        faults.add(("expiresAt",), FaultCode.TOO_SMALL, "Must lie in the future.")
    if lesson.is_hard and lesson.rule.kind is LessonRuleKind.LIMITATION:
        message = "A limitation that plans must keep does not end by itself: a doctor's clearance lifts it."
        faults.add(("expiresAt",), FaultCode.CONFLICTING, message)


async def _as_answered(
    session: AsyncSession, athlete_id: AthleteId, before: AnsweredRequest, request_hash: str
) -> Lesson:
    if before.request_hash != request_hash:
        raise IdempotencyConflict
    lesson_id = LessonId(before.answer.decode())
    kept = (await queries.lessons_by_id(session, athlete_id, [lesson_id]))[lesson_id]  # no lesson is ever deleted
    return with_outcomes(kept.lesson)
