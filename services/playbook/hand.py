"""What the athlete does to a lesson by their own hand. Pure: it changes the book, or says why it cannot."""

import msgspec

from domain.errors import ClearanceRequired, LessonLimitReached, NotFound
from domain.lessons import MAXIMUM_FIRM_LESSONS, Lesson, LessonOperation, LessonState
from services.playbook.book import Book
from services.playbook.confidence import PRIORS, is_firm, is_safety
from services.playbook.contrast import contradict
from services.playbook.room import make_room


def pin(book: Book, lesson: Lesson, *, is_pinned: bool) -> None:
    """Raises LessonLimitReached where no place is left, NotFound for a lesson that is not in use."""
    if lesson.is_pinned is is_pinned:
        return
    if lesson.state is not LessonState.ACTIVE:
        raise NotFound(lesson.id)
    if is_pinned and not lesson.is_hard:
        _check_firm_place(book)
    operation = LessonOperation.PIN if is_pinned else LessonOperation.UNPIN
    book.change(msgspec.structs.replace(lesson, is_pinned=is_pinned), operation, "By your own hand.")
    make_room(book, newcomer=lesson.id)


def retire(book: Book, lesson: Lesson) -> None:
    """Raises ClearanceRequired for a hard safety lesson that is in use."""
    if lesson.state in {LessonState.RETIRED, LessonState.SUPERSEDED}:
        return  # not in use; what was superseded stays so, or it could be restored past what took its place
    if is_safety(lesson) and lesson.state is LessonState.ACTIVE:
        assert lesson.rule.limitation is not None
        raise ClearanceRequired(lesson.rule.limitation)
    book.end(lesson, LessonOperation.RETIRE, "By your own hand.")


def restore(book: Book, lesson: Lesson) -> None:
    """Raises LessonLimitReached where no place is left, NotFound for what newer evidence has superseded."""
    if lesson.state is LessonState.ACTIVE:
        return
    if lesson.state is LessonState.SUPERSEDED:
        raise NotFound(lesson.id)
    if is_firm(lesson):
        _check_firm_place(book)
    for other in [kept.lesson for kept in book.active]:
        if (contradict(other.rule, lesson.rule) or _same(other, lesson)) and not is_safety(other):
            book.end(other, LessonOperation.SUPERSEDE, f"You brought back: {lesson.text}")
    is_over = lesson.expires_at is not None and lesson.expires_at <= book.now
    restored = msgspec.structs.replace(
        lesson,
        state=LessonState.ACTIVE,
        confidence=max(lesson.confidence, PRIORS.said),
        expires_at=None if is_over else lesson.expires_at,
    )
    book.change(restored, LessonOperation.RESTORE, "By your own hand.")
    make_room(book, newcomer=lesson.id)


def _check_firm_place(book: Book) -> None:
    if book.firm_count >= MAXIMUM_FIRM_LESSONS:
        raise LessonLimitReached(MAXIMUM_FIRM_LESSONS)


def _same(one: Lesson, other: Lesson) -> bool:
    return one.rule == other.rule and one.text.casefold() == other.text.casefold()
