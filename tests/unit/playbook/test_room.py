"""The playbook's bounds."""

from domain.facts import KeptLesson
from domain.ids import ExerciseId
from domain.lessons import MAXIMUM_FIRM_LESSONS, MAXIMUM_OTHER_LESSONS, LessonOperation, LessonRule, LessonRuleKind
from services.playbook.curator import curate
from tests.unit.playbook.making import KNEE, NOTE, book_of, kept, lesson_number, operations, said


def avoid(number: int) -> LessonRule:
    return LessonRule(kind=LessonRuleKind.AVOID_EXERCISE, exercise_id=ExerciseId(f"exercise_number-{number}"))


def firm(count: int, *, is_hard: bool, start: int = 100) -> list[KeptLesson]:
    return [
        kept(avoid(n), number=n, is_hard=is_hard, is_pinned=not is_hard, confidence=0.5 + n / 1000)
        for n in range(start, start + count)
    ]


def test_the_weakest_lesson_gives_way_to_the_forty_first() -> None:
    others = [kept(avoid(n), number=n, confidence=0.3 if n == 117 else 0.9) for n in range(100, 140)]
    book = book_of(*others)

    curate(book, [said(NOTE)])

    assert operations(book) == [LessonOperation.ADD, LessonOperation.EXPIRE]
    assert book.entries[1].kept.lesson.id == lesson_number(117)
    assert len(book.others) == MAXIMUM_OTHER_LESSONS


def test_the_newcomer_stays_even_where_it_is_the_weakest() -> None:
    book = book_of(*(kept(avoid(n), number=n, confidence=0.99) for n in range(100, 140)))

    curate(book, [said(NOTE)])

    assert NOTE in [one.lesson.rule for one in book.active]


def test_hard_and_pinned_lessons_do_not_count_among_the_forty() -> None:
    others = [kept(avoid(n), number=n) for n in range(200, 239)]
    book = book_of(*firm(MAXIMUM_FIRM_LESSONS, is_hard=True), *others)

    curate(book, [said(NOTE)])

    assert operations(book) == [LessonOperation.ADD]


def test_a_hard_wish_is_kept_as_a_soft_one_where_no_firm_place_is_left() -> None:
    book = book_of(*firm(MAXIMUM_FIRM_LESSONS, is_hard=True))

    curate(book, [said(avoid(999), is_hard=True)])

    assert operations(book) == [LessonOperation.ADD]
    assert book.entries[0].kept.lesson.is_hard is False
    assert book.firm_count == MAXIMUM_FIRM_LESSONS


def test_a_safety_lesson_takes_the_place_of_the_weakest_pin() -> None:
    book = book_of(*firm(MAXIMUM_FIRM_LESSONS, is_hard=False))

    curate(book, [said(KNEE, is_hard=True)])

    assert operations(book) == [LessonOperation.ADD, LessonOperation.UNPIN]
    assert book.entries[1].kept.lesson.id == lesson_number(100)
    assert book.firm_count == MAXIMUM_FIRM_LESSONS


def test_a_safety_lesson_softens_the_weakest_hard_wish_where_nothing_is_pinned() -> None:
    book = book_of(*firm(MAXIMUM_FIRM_LESSONS, is_hard=True))

    curate(book, [said(KNEE, is_hard=True)])

    assert operations(book) == [LessonOperation.ADD, LessonOperation.UPDATE]
    softened = book.entries[1].kept.lesson
    assert (softened.id, softened.is_hard) == (lesson_number(100), False)
    assert book[book.entries[0].kept.lesson.id].lesson.is_hard is True
