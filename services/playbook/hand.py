"""What the athlete does to a lesson by their own hand. Pure: it changes the book, or says why it cannot."""

import msgspec

from domain.constraints import WARNING_SIGNS
from domain.errors import ClearanceRequired, LessonLimitReached, NotFound
from domain.ids import LessonId
from domain.lessons import (
    MAXIMUM_FIRM_LESSONS,
    Lesson,
    LessonDraft,
    LessonOperation,
    LessonRule,
    LessonSource,
    LessonState,
)
from services.playbook.book import Book
from services.playbook.confidence import PRIORS, is_firm, is_safety
from services.playbook.contrast import contradict
from services.playbook.curator import curate, expire_faded, lesson_saying
from services.playbook.meaning import UNKNOWN, Similarities
from services.playbook.room import make_room
from services.playbook.rules import tidied


def add(book: Book, draft: LessonDraft, similarities: Similarities = UNKNOWN) -> LessonId:
    """Take a lesson in that the athlete teaches: the one that says it from now on. Raises LessonLimitReached for a hard one
    where no place is left, but for a limitation, which always finds room.
    """
    expire_faded(book)
    draft = msgspec.structs.replace(draft, rule=tidied(draft.rule))
    known = lesson_saying(book, draft, similarities)
    if draft.is_hard and not is_safety(draft) and not (known is not None and is_firm(known)):
        _check_firm_place(book)
    curate(book, [draft], similarities)
    found = lesson_saying(book, draft, similarities)
    assert found is not None, "what the athlete says by hand is kept"
    return found.id


def revise(book: Book, lesson: Lesson, *, text: str | None, rule: LessonRule | None) -> None:
    """Reword it, or correct its rule. Raises ClearanceRequired for a hard safety lesson, NotFound for one that is not in use."""
    if lesson.state is not LessonState.ACTIVE:
        raise NotFound(lesson.id)
    revised = _revised(lesson, text=text, rule=rule)
    if revised == lesson:
        return
    if is_safety(lesson):
        assert lesson.rule.limitation is not None
        raise ClearanceRequired(lesson.rule.limitation)
    if revised.rule != lesson.rule:
        _give_way(book, revised)
    book.change(revised, LessonOperation.UPDATE, "By your own hand.")
    make_room(book, newcomer=lesson.id)


def _revised(lesson: Lesson, *, text: str | None, rule: LessonRule | None) -> Lesson:
    """With another rule it is another saying, the athlete's own; what is only reworded stays as sure as it was."""
    new_text, new_rule = text or lesson.text, lesson.rule if rule is None else tidied(rule)
    if new_rule == lesson.rule:
        return msgspec.structs.replace(lesson, text=new_text)
    return msgspec.structs.replace(
        lesson,
        text=new_text,
        rule=new_rule,
        is_hard=lesson.is_hard or new_rule.limitation in WARNING_SIGNS,
        source=LessonSource.ATHLETE,
        evidence=new_text,
        confidence=max(lesson.confidence, PRIORS.said),
    )


def _give_way(book: Book, revised: Lesson) -> None:
    for other in [kept.lesson for kept in book.active if kept.lesson.id != revised.id]:
        if (contradict(other.rule, revised.rule) or _same(other, revised)) and not is_safety(other):
            book.end(other, LessonOperation.SUPERSEDE, f"You corrected a lesson: {revised.text}")


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
