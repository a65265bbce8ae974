"""Lessons that days ahead must keep as soon as they are learned."""

from collections.abc import Mapping

from domain.ids import LessonId
from domain.lessons import Lesson, LessonRuleKind, LessonState
from services.playbook.book import Book


def binding_in(book: Book) -> dict[LessonId, Lesson]:
    """Those in use that plans must keep. A limitation they keep however softly it was said."""
    return {kept.lesson.id: kept.lesson for kept in book.active if _is_binding(kept.lesson)}


def newly_binding(book: Book, before: Mapping[LessonId, Lesson]) -> tuple[Lesson, ...]:
    """Those that did not bind before, or not to the same."""
    now = binding_in(book)
    return tuple(lesson for one, lesson in now.items() if one not in before or before[one].rule != lesson.rule)


def _is_binding(lesson: Lesson) -> bool:
    is_limitation = lesson.rule.kind is LessonRuleKind.LIMITATION
    return lesson.state is LessonState.ACTIVE and (lesson.is_hard or is_limitation)
