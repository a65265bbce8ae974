"""Texts that try to command a machine leave notes in a playbook, or nothing."""

import pytest

from domain.lessons import LessonRuleKind
from services.playbook.curator import curate
from tests.llm.hostile import HOSTILE
from tests.unit.feedback.test_lesson_phrasings import learned
from tests.unit.playbook.making import book_of


@pytest.mark.parametrize("message", HOSTILE)
def test_an_injection_leaves_notes_or_nothing(message: str) -> None:
    book = book_of()
    curate(book, learned(message))
    assert {kept.lesson.rule.kind for kept in book.active} <= {LessonRuleKind.NOTE}
    assert all(len(kept.lesson.text) <= 280 for kept in book.active)
