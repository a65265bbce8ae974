"""What comes of notes that say one thing in two wordings."""

import datetime

import msgspec
import pytest

from domain.facts import KeptLesson
from domain.lessons import LessonOperation, LessonSource, LessonState
from services.playbook import hand
from services.playbook.curator import curate, merge_alike
from tests.unit.playbook.making import KNEE, NOTE, NOW, book_of, inferred, kept, lesson_number, operations, said

SHIFTS, NIGHTS = "Works shifts.", "Has a job in shifts."
MERGE, SUPERSEDE = LessonOperation.MERGE, LessonOperation.SUPERSEDE


def note(number: int, text: str, *, days_ago: float = 0, **changes: object) -> KeptLesson:
    found = kept(NOTE, number=number, days_ago=days_ago)
    return msgspec.structs.replace(found, lesson=msgspec.structs.replace(found.lesson, text=text, **changes))


def test_a_note_of_the_same_meaning_is_heard_again_and_not_added() -> None:
    book = book_of(note(900, SHIFTS))

    curate(book, [said(NOTE, text=NIGHTS)], {(NIGHTS, lesson_number(900)): 0.93})

    assert operations(book) == [LessonOperation.CONFIRM]
    assert [one.lesson.text for one in book.active] == [SHIFTS]


def test_a_note_that_is_merely_near_is_added() -> None:
    book = book_of(note(900, SHIFTS))

    curate(book, [said(NOTE, text=NIGHTS)], {(NIGHTS, lesson_number(900)): 0.89})

    assert operations(book) == [LessonOperation.ADD]


def test_a_similarity_counts_for_notes_alone() -> None:
    book = book_of(kept(KNEE, is_hard=True))

    curate(book, [said(NOTE, text=NIGHTS)], {(NIGHTS, lesson_number(900)): 1.0})

    assert operations(book) == [LessonOperation.ADD]


def test_inference_does_not_bring_back_the_meaning_of_a_retired_note() -> None:
    book = book_of(note(900, SHIFTS, state=LessonState.RETIRED))
    similarities = {(NIGHTS, lesson_number(900)): 0.93}

    curate(book, [inferred(NOTE, text=NIGHTS)], similarities)
    assert book.entries == []

    curate(book, [said(NOTE, text=NIGHTS)], similarities)
    assert operations(book) == [LessonOperation.ADD]


def test_by_hand_a_note_of_the_same_meaning_is_reworded() -> None:
    book = book_of(note(900, SHIFTS))
    draft = msgspec.structs.replace(said(NOTE, text=NIGHTS), source=LessonSource.ATHLETE)

    lesson_id = hand.add(book, draft, {(NIGHTS, lesson_number(900)): 0.93})

    assert lesson_id == lesson_number(900)
    assert operations(book) == [LessonOperation.UPDATE]
    assert [one.lesson.text for one in book.active] == [NIGHTS]


def test_notes_of_which_nobody_knew_it_are_merged_into_the_first() -> None:
    book = book_of(note(901, NIGHTS, days_ago=1), note(900, SHIFTS, days_ago=9))

    merge_alike(book, {(NIGHTS, lesson_number(900)): 0.93})

    assert operations(book) == [SUPERSEDE, MERGE]
    assert [entry.kept.lesson.id for entry in book.entries] == [lesson_number(901), lesson_number(900)]
    (lesson,) = (one.lesson for one in book.active)
    assert (lesson.id, lesson.text) == (lesson_number(900), SHIFTS)
    assert lesson.confidence == pytest.approx((0.9 * 10 + 1) / 11)


def test_three_of_one_meaning_become_one() -> None:
    book = book_of(*(note(900 + number, text, days_ago=9 - number) for number, text in enumerate("ABC")))

    merge_alike(book, {("B", lesson_number(900)): 0.95, ("C", lesson_number(900)): 0.95})

    assert operations(book) == [SUPERSEDE, MERGE, SUPERSEDE, MERGE]
    assert [one.lesson.text for one in book.active] == ["A"]


def test_what_was_pinned_stays_so_and_what_the_athlete_wrote_is_how_it_is_told() -> None:
    own = note(901, NIGHTS, days_ago=1, is_pinned=True, source=LessonSource.ATHLETE)
    book = book_of(note(900, SHIFTS, days_ago=9), own)

    merge_alike(book, {(NIGHTS, lesson_number(900)): 0.93})

    (lesson,) = (one.lesson for one in book.active)
    assert (lesson.id, lesson.text, lesson.is_pinned) == (lesson_number(900), NIGHTS, True)
    assert lesson.source is LessonSource.ATHLETE


def test_what_holds_for_a_while_is_not_merged_with_what_holds_for_good() -> None:
    ending = note(901, NIGHTS, days_ago=1, expires_at=NOW + datetime.timedelta(days=3))
    book = book_of(note(900, SHIFTS, days_ago=9), ending)

    merge_alike(book, {(NIGHTS, lesson_number(900)): 0.93})

    assert book.entries == []
