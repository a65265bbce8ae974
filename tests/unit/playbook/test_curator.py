"""What comes of proposed lessons."""

import datetime

import msgspec
import pytest

from domain.lessons import LessonDraft, LessonOperation, LessonRule, LessonRuleKind, LessonSource, LessonState
from domain.terms import Equipment, LimitationKind, Sport, Weekday
from services.playbook.curator import curate, withdraw
from tests.unit.playbook.making import (
    EASIER,
    HARDER,
    KNEE,
    NOTE,
    NOW,
    book_of,
    inferred,
    kept,
    missing,
    operations,
    rest_on,
    rules_in_use,
    said,
)

ADD, CONFIRM, SUPERSEDE = LessonOperation.ADD, LessonOperation.CONFIRM, LessonOperation.SUPERSEDE
UPDATE, MERGE = LessonOperation.UPDATE, LessonOperation.MERGE


def test_what_is_new_is_added_as_it_was_proposed() -> None:
    book = book_of()
    draft = msgspec.structs.replace(said(KNEE, is_hard=True), tags=("pain",), expires_at=None)

    curate(book, [draft])

    (entry,) = book.entries
    lesson = entry.kept.lesson
    assert (entry.operation, entry.reason) == (ADD, "Learned from what you told your coach.")
    assert (lesson.text, lesson.rule, lesson.is_hard, lesson.is_pinned) == ("They said so.", KNEE, True, False)
    assert (lesson.source, lesson.evidence, lesson.confidence) == (LessonSource.FEEDBACK, "Their words.", 0.9)
    assert (lesson.state, lesson.tags, lesson.created_at, lesson.times_applied) == (
        LessonState.ACTIVE,
        ("pain",),
        NOW,
        0,
    )


def test_what_is_heard_again_is_confirmed_and_trusted_a_little_more() -> None:
    book = book_of(kept(EASIER, confidence=0.7, days_ago=10))

    curate(book, [said(EASIER)])

    (entry,) = book.entries
    assert entry.operation is CONFIRM
    assert entry.kept.lesson.confidence == pytest.approx((0.9 * 10 + 1) / 11)
    assert entry.kept.changed_at == NOW
    assert entry.kept.lesson.text == "Lesson 900."


def test_own_words_take_the_place_of_the_evidence_of_what_was_inferred() -> None:
    book = book_of(kept(EASIER, confidence=0.5, source=LessonSource.WORKOUT))

    curate(book, [said(EASIER)])

    (lesson,) = (one.lesson for one in book.active)
    assert (lesson.source, lesson.evidence) == (LessonSource.FEEDBACK, "Their words.")


def test_lists_that_overlap_are_merged_in_order() -> None:
    book = book_of(kept(rest_on(Weekday.FRIDAY, Weekday.SATURDAY)))

    curate(book, [said(rest_on(Weekday.MONDAY, Weekday.FRIDAY))])

    assert operations(book) == [MERGE]
    assert rules_in_use(book) == [rest_on(Weekday.MONDAY, Weekday.FRIDAY, Weekday.SATURDAY)]


def test_lists_with_nothing_in_common_stay_apart() -> None:
    book = book_of(kept(rest_on(Weekday.FRIDAY)))

    curate(book, [said(rest_on(Weekday.MONDAY))])

    assert operations(book) == [ADD]


def test_part_of_a_list_confirms_the_whole() -> None:
    book = book_of(kept(rest_on(Weekday.FRIDAY, Weekday.SATURDAY)))

    curate(book, [said(rest_on(Weekday.SATURDAY))])

    assert operations(book) == [CONFIRM]
    assert rules_in_use(book) == [rest_on(Weekday.FRIDAY, Weekday.SATURDAY)]


def test_a_soft_limitation_becomes_firm_at_once() -> None:
    book = book_of(kept(KNEE, is_hard=False))

    curate(book, [said(KNEE, is_hard=True)])

    assert operations(book) == [UPDATE]
    assert [one.lesson.is_hard for one in book.active] == [True]


def test_a_firm_limitation_does_not_soften_by_being_heard_softly() -> None:
    book = book_of(kept(KNEE, is_hard=True))

    curate(book, [said(KNEE, is_hard=False)])

    assert [one.lesson.is_hard for one in book.active] == [True]


def test_a_limitation_comes_back_after_it_was_superseded_by_a_clearance() -> None:
    book = book_of(kept(KNEE, is_hard=True, state=LessonState.SUPERSEDED))

    curate(book, [said(KNEE, is_hard=True)])

    assert operations(book) == [ADD]
    assert [(one.lesson.rule, one.lesson.is_hard) for one in book.active] == [(KNEE, True)]


def test_inference_does_not_bring_back_what_the_athlete_retired() -> None:
    book = book_of(kept(EASIER, state=LessonState.RETIRED))

    curate(book, [inferred(EASIER), inferred(HARDER)])

    assert book.entries == []


def test_the_athletes_own_new_words_bring_back_what_they_retired() -> None:
    book = book_of(kept(EASIER, state=LessonState.RETIRED))

    curate(book, [said(EASIER)])

    assert operations(book) == [ADD]


def test_firm_pain_is_learned_whatever_was_retired() -> None:
    book = book_of(kept(KNEE, state=LessonState.RETIRED))

    curate(book, [msgspec.structs.replace(inferred(KNEE), is_hard=True)])

    assert operations(book) == [ADD]


def test_a_rule_that_does_not_hold_becomes_a_soft_note() -> None:
    book = book_of()

    curate(book, [said(LessonRule(kind=LessonRuleKind.INTENSITY, amount=9.0), is_hard=True)])

    assert [(one.lesson.rule, one.lesson.is_hard) for one in book.active] == [(NOTE, False)]


def test_notes_are_told_apart_by_their_texts() -> None:
    book = book_of()

    curate(book, [said(NOTE, text="Works shifts."), said(NOTE, text="Has two dogs."), said(NOTE, text="WORKS SHIFTS.")])

    assert operations(book) == [ADD, ADD, CONFIRM]


def test_a_retired_note_does_not_silence_other_notes() -> None:
    book = book_of(kept(NOTE, state=LessonState.RETIRED))

    curate(book, [inferred(NOTE, text="Trains best at noon.")])

    assert operations(book) == [ADD]


def test_texts_are_normalised_and_capped() -> None:
    book = book_of()

    curate(book, [said(NOTE, text="  Caf\u0065\u0301\u0000 " + "x" * 500), said(NOTE, text=" x ")])

    (lesson,) = (one.lesson for one in book.active)
    assert lesson.text.startswith("Café x")
    assert len(lesson.text) == 280


def test_days_are_stored_monday_first_so_that_equal_rules_are_equal() -> None:
    book = book_of()

    curate(book, [said(rest_on(Weekday.SUNDAY, Weekday.MONDAY)), said(rest_on(Weekday.MONDAY, Weekday.SUNDAY))])

    assert operations(book) == [ADD, CONFIRM]
    assert rules_in_use(book) == [rest_on(Weekday.MONDAY, Weekday.SUNDAY)]


def test_what_has_faded_expires_when_something_is_learned() -> None:
    book = book_of(kept(EASIER, days_ago=200), kept(KNEE, number=901, days_ago=2000, confidence=0.5))

    curate(book, [said(NOTE)])

    assert operations(book) == [LessonOperation.EXPIRE, ADD]
    assert rules_in_use(book) == [KNEE, NOTE]


@pytest.mark.parametrize(
    ("first_ends", "second_ends", "ends"), [(None, 5, None), (5, None, None), (5, 9, 9), (9, 5, 9)]
)
def test_what_is_heard_again_holds_until_the_later_end(
    first_ends: int | None, second_ends: int | None, ends: int | None
) -> None:
    def in_days(days: int | None) -> datetime.datetime | None:
        return None if days is None else NOW + datetime.timedelta(days=days)

    book = book_of(kept(missing(Equipment.BARBELL), expires_at=in_days(first_ends)))

    again = msgspec.structs.replace(said(missing(Equipment.BARBELL)), expires_at=in_days(second_ends))
    curate(book, [again])

    assert [one.lesson.expires_at for one in book.active] == [in_days(ends)]


def _dislike() -> LessonDraft:
    rule = LessonRule(kind=LessonRuleKind.AVOID_SPORT, sport=Sport.RUNNING)
    return LessonDraft(
        text="No running.", rule=rule, evidence="running", source=LessonSource.ONBOARDING, confidence=0.85
    )


def test_what_an_answer_taught_ends_when_the_answer_is_changed() -> None:
    book = book_of()
    curate(book, [_dislike()])

    withdraw(book, [_dislike()])

    assert operations(book) == [ADD, SUPERSEDE]
    assert book.active == ()


def test_what_was_said_elsewhere_stays_when_an_answer_is_changed() -> None:
    book = book_of(kept(_dislike().rule))

    withdraw(book, [_dislike()])

    assert book.entries == []


def test_cardiac_and_knee_are_two_limitations() -> None:
    book = book_of(kept(KNEE, is_hard=True))
    heart = LessonRule(kind=LessonRuleKind.LIMITATION, limitation=LimitationKind.CARDIAC_WARNING)

    curate(book, [said(heart, is_hard=True)])

    assert operations(book) == [ADD]
    assert len(book.active) == 2


def test_lists_that_end_at_different_times_are_not_merged() -> None:
    book = book_of(kept(missing(Equipment.BARBELL, Equipment.RACK)))
    until_sunday = NOW + datetime.timedelta(days=6)

    curate(
        book,
        [msgspec.structs.replace(said(missing(Equipment.BARBELL, Equipment.BANDS)), expires_at=until_sunday)],
    )

    assert operations(book) == [ADD]
    assert [one.lesson.expires_at for one in book.active] == [None, until_sunday]


def test_a_warning_sign_is_hard_however_it_was_heard() -> None:
    book = book_of()
    heart = LessonRule(kind=LessonRuleKind.LIMITATION, limitation=LimitationKind.CARDIAC_WARNING)

    curate(book, [said(heart, is_hard=False)])

    assert [one.lesson.is_hard for one in book.active] == [True]
