"""The athlete's own hand on a lesson."""

import datetime

import pytest

from domain.errors import ClearanceRequired, LessonLimitReached, NotFound
from domain.facts import KeptLesson
from domain.lessons import MAXIMUM_FIRM_LESSONS, LessonOperation, LessonState
from domain.terms import LimitationKind
from services.playbook import hand
from services.playbook.book import Book
from tests.unit.playbook.making import EASIER, HARDER, KNEE, NOTE, NOW, book_of, kept, minutes, operations


def firm_lessons() -> list[KeptLesson]:
    return [kept(NOTE, number=n, is_pinned=True) for n in range(100, 100 + MAXIMUM_FIRM_LESSONS)]


def states(book: Book) -> list[tuple[LessonOperation, LessonState]]:
    return [(entry.operation, entry.kept.lesson.state) for entry in book.entries]


def test_a_pin_is_noted_and_the_lesson_is_no_younger() -> None:
    one = kept(EASIER, days_ago=20)
    book = book_of(one)

    hand.pin(book, one.lesson, is_pinned=True)

    assert operations(book) == [LessonOperation.PIN]
    assert book[one.lesson.id].lesson.is_pinned is True
    assert book[one.lesson.id].changed_at == one.changed_at


@pytest.mark.parametrize("is_pinned", [True, False])
def test_pinning_what_is_pinned_so_already_changes_nothing(is_pinned: bool) -> None:
    one = kept(EASIER, is_pinned=is_pinned)
    book = book_of(one)

    hand.pin(book, one.lesson, is_pinned=is_pinned)

    assert book.entries == []


def test_a_twenty_first_pin_is_refused_aloud() -> None:
    one = kept(EASIER)
    book = book_of(one, *firm_lessons())

    with pytest.raises(LessonLimitReached) as refused:
        hand.pin(book, one.lesson, is_pinned=True)

    assert refused.value.limit == 20
    assert book.entries == []


def test_a_hard_lesson_has_its_place_and_can_always_be_pinned() -> None:
    one = kept(KNEE, is_hard=True)
    book = book_of(one, *firm_lessons()[:-1])

    hand.pin(book, one.lesson, is_pinned=True)

    assert operations(book) == [LessonOperation.PIN]


def test_a_lesson_that_is_not_in_use_cannot_be_pinned() -> None:
    one = kept(EASIER, state=LessonState.RETIRED)

    with pytest.raises(NotFound):
        hand.pin(book_of(one), one.lesson, is_pinned=True)


def test_an_unpinned_lesson_takes_its_place_among_the_forty() -> None:
    others = [kept(NOTE, number=n, confidence=0.8) for n in range(200, 240)]
    one = kept(EASIER, is_pinned=True)
    book = book_of(one, *others)

    hand.pin(book, one.lesson, is_pinned=False)

    assert operations(book) == [LessonOperation.UNPIN, LessonOperation.EXPIRE]
    assert book[one.lesson.id].lesson.state is LessonState.ACTIVE


def test_a_retired_lesson_is_out_of_use() -> None:
    one = kept(EASIER, is_pinned=True)
    book = book_of(one)

    hand.retire(book, one.lesson)

    assert states(book) == [(LessonOperation.RETIRE, LessonState.RETIRED)]
    assert book.active == ()


def test_a_firm_limitation_is_not_retired_by_hand() -> None:
    one = kept(KNEE, is_hard=True)
    book = book_of(one)

    with pytest.raises(ClearanceRequired) as refused:
        hand.retire(book, one.lesson)

    assert refused.value.limitation is LimitationKind.KNEE
    assert book.entries == []


def test_a_soft_limitation_and_a_hard_wish_can_be_retired() -> None:
    soft, wish = kept(KNEE), kept(minutes(30), number=901, is_hard=True)
    book = book_of(soft, wish)

    hand.retire(book, soft.lesson)
    hand.retire(book, wish.lesson)

    assert book.active == ()


@pytest.mark.parametrize("state", [LessonState.RETIRED, LessonState.SUPERSEDED])
def test_what_is_out_of_use_stays_as_it_is_when_retired_again(state: LessonState) -> None:
    one = kept(EASIER, state=state)
    book = book_of(one)

    hand.retire(book, one.lesson)

    assert book.entries == []


def test_retiring_an_expired_lesson_leaves_a_tombstone() -> None:
    one = kept(EASIER, state=LessonState.EXPIRED)
    book = book_of(one)

    hand.retire(book, one.lesson)

    assert states(book) == [(LessonOperation.RETIRE, LessonState.RETIRED)]


@pytest.mark.parametrize("state", [LessonState.RETIRED, LessonState.EXPIRED])
def test_what_was_retired_or_has_expired_can_be_restored(state: LessonState) -> None:
    one = kept(EASIER, state=state, days_ago=300, confidence=0.3)
    book = book_of(one)

    hand.restore(book, one.lesson)

    restored = book[one.lesson.id]
    assert states(book) == [(LessonOperation.RESTORE, LessonState.ACTIVE)]
    assert (restored.lesson.confidence, restored.changed_at) == (0.9, NOW)


def test_restoring_what_is_in_use_changes_nothing() -> None:
    one = kept(EASIER)
    book = book_of(one)

    hand.restore(book, one.lesson)

    assert book.entries == []


def test_what_was_superseded_is_not_restored() -> None:
    one = kept(EASIER, state=LessonState.SUPERSEDED)

    with pytest.raises(NotFound):
        hand.restore(book_of(one), one.lesson)


def test_restoring_supersedes_what_stands_against_it() -> None:
    old, new = kept(EASIER, state=LessonState.RETIRED), kept(HARDER, number=901)
    book = book_of(old, new)

    hand.restore(book, old.lesson)

    assert states(book) == [
        (LessonOperation.SUPERSEDE, LessonState.SUPERSEDED),
        (LessonOperation.RESTORE, LessonState.ACTIVE),
    ]
    assert [one.lesson.rule for one in book.active] == [EASIER]


def test_a_pinned_lesson_is_not_restored_beyond_the_bound() -> None:
    one = kept(EASIER, state=LessonState.RETIRED, is_pinned=True)
    book = book_of(one, *firm_lessons())

    with pytest.raises(LessonLimitReached):
        hand.restore(book, one.lesson)

    assert book.entries == []


def test_a_restored_lesson_does_not_end_at_once_again() -> None:
    past = NOW - datetime.timedelta(days=1)
    one = kept(EASIER, state=LessonState.EXPIRED, expires_at=past)
    book = book_of(one)

    hand.restore(book, one.lesson)

    assert book[one.lesson.id].lesson.expires_at is None
