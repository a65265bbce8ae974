"""Keeps the playbook small: what has to give way when a lesson comes."""

import msgspec

from domain.ids import LessonId
from domain.lessons import MAXIMUM_FIRM_LESSONS, MAXIMUM_OTHER_LESSONS, Lesson, LessonOperation
from services.playbook.book import Book
from services.playbook.confidence import is_firm, is_safety, weight


def make_room(book: Book, *, newcomer: LessonId) -> None:
    """Bring the book back within its bounds; the lesson that came just now stays."""
    while book.firm_count > MAXIMUM_FIRM_LESSONS:
        _loosen(book, newcomer)
    while len(book.others) > MAXIMUM_OTHER_LESSONS:
        weakest = next(kept for kept in book.others if kept.lesson.id != newcomer)
        book.end(weakest.lesson, LessonOperation.EXPIRE, "Made room for a newer lesson.")


def _loosen(book: Book, newcomer: LessonId) -> None:
    """Unpin or soften the firm lesson that can best be spared. There are fewer safety lessons than places, so there is one."""
    firm = [kept for kept in book.active if is_firm(kept.lesson) and kept.lesson.id != newcomer]
    spared = min(
        (kept for kept in firm if not is_safety(kept.lesson)),
        key=lambda kept: (kept.lesson.is_hard, weight(kept, book.now), kept.changed_at, kept.lesson.id),
    ).lesson
    loose: Lesson = msgspec.structs.replace(spared, is_hard=False, is_pinned=False)
    operation = LessonOperation.UPDATE if spared.is_hard else LessonOperation.UNPIN
    book.change(loose, operation, "Made room for a lesson that keeps you safe.")
