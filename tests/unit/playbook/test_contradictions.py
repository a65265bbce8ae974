"""What comes of lessons that contradict each other."""

import datetime

import msgspec
import pytest

from domain.lessons import LessonOperation, LessonRule, LessonRuleKind, LessonState
from domain.terms import Equipment, Muscle, Sport, Weekday
from services.playbook.curator import curate
from tests.unit.playbook.making import (
    EASIER,
    HARDER,
    NOW,
    available,
    book_of,
    inferred,
    kept,
    minutes,
    missing,
    operations,
    rest_on,
    rules_in_use,
    said,
    train_on,
)

ADD, SUPERSEDE = LessonOperation.ADD, LessonOperation.SUPERSEDE
UPDATE, CONTRADICT = LessonOperation.UPDATE, LessonOperation.CONTRADICT


def test_another_amount_for_the_same_thing_supersedes_the_older() -> None:
    book = book_of(kept(EASIER))

    curate(book, [said(HARDER)])

    assert operations(book) == [SUPERSEDE, ADD]
    assert rules_in_use(book) == [HARDER]
    assert book.entries[0].kept.lesson.state is LessonState.SUPERSEDED


def test_amounts_for_different_things_stand_beside_each_other() -> None:
    quadriceps = LessonRule(kind=LessonRuleKind.VOLUME, muscle=Muscle.QUADRICEPS, amount=0.8)
    chest = LessonRule(kind=LessonRuleKind.VOLUME, muscle=Muscle.CHEST, amount=1.2)
    book = book_of(kept(quadriceps))

    curate(book, [said(chest)])

    assert operations(book) == [ADD]
    assert rules_in_use(book) == [quadriceps, chest]


def test_what_was_said_outweighs_what_is_inferred() -> None:
    book = book_of(kept(EASIER))

    curate(book, [inferred(HARDER)])

    assert operations(book) == [CONTRADICT]
    assert rules_in_use(book) == [EASIER]
    assert book.entries[0].kept.lesson.confidence == pytest.approx(0.9 * 10 / 11)


def test_a_contradiction_does_not_make_an_old_lesson_young_again() -> None:
    old = kept(EASIER, days_ago=30)
    book = book_of(old)

    curate(book, [inferred(HARDER)])

    assert book.entries[0].kept.changed_at == old.changed_at


def test_a_pinned_lesson_is_never_outweighed() -> None:
    book = book_of(kept(EASIER, is_pinned=True))

    curate(book, [said(HARDER)])

    assert operations(book) == [CONTRADICT]
    assert rules_in_use(book) == [EASIER]


def test_a_firm_amount_stays_firm_when_it_is_said_anew() -> None:
    book = book_of(kept(minutes(30), is_hard=True))

    curate(book, [said(minutes(45))])

    assert [(one.lesson.rule, one.lesson.is_hard) for one in book.active] == [(minutes(45), True)]


@pytest.mark.parametrize(
    ("older", "newer"),
    [
        (LessonRuleKind.PREFER_SPORT, LessonRuleKind.AVOID_SPORT),
        (LessonRuleKind.AVOID_SPORT, LessonRuleKind.PREFER_SPORT),
    ],
)
def test_the_opposite_of_a_lesson_supersedes_it(older: LessonRuleKind, newer: LessonRuleKind) -> None:
    book = book_of(kept(LessonRule(kind=older, sport=Sport.RUNNING)))

    curate(book, [said(LessonRule(kind=newer, sport=Sport.RUNNING))])

    assert operations(book) == [SUPERSEDE, ADD]
    assert [rule.kind for rule in rules_in_use(book)] == [newer]


def test_opposite_wishes_on_different_things_are_no_contradiction() -> None:
    book = book_of(kept(LessonRule(kind=LessonRuleKind.PREFER_SPORT, sport=Sport.ROWING)))

    curate(book, [said(LessonRule(kind=LessonRuleKind.AVOID_SPORT, sport=Sport.RUNNING))])

    assert operations(book) == [ADD]


def test_a_list_gives_up_only_what_is_contradicted() -> None:
    book = book_of(kept(missing(Equipment.BARBELL, Equipment.RACK)))

    curate(book, [said(available(Equipment.BARBELL))])

    assert operations(book) == [UPDATE, ADD]
    assert rules_in_use(book) == [missing(Equipment.RACK), available(Equipment.BARBELL)]


def test_an_inferred_list_is_kept_as_far_as_nothing_said_stands_against_it() -> None:
    book = book_of(kept(rest_on(Weekday.WEDNESDAY)))

    curate(book, [inferred(train_on(Weekday.WEDNESDAY, Weekday.FRIDAY))])

    assert operations(book) == [CONTRADICT, ADD]
    assert rules_in_use(book) == [rest_on(Weekday.WEDNESDAY), train_on(Weekday.FRIDAY)]


def test_an_exception_for_a_while_leaves_the_rule_that_it_is_from() -> None:
    home = kept(available(Equipment.BARBELL))
    book = book_of(home)
    journey = msgspec.structs.replace(said(missing(Equipment.BARBELL)), expires_at=NOW + datetime.timedelta(days=7))

    curate(book, [journey])

    assert operations(book) == [ADD]
    assert rules_in_use(book) == [available(Equipment.BARBELL), missing(Equipment.BARBELL)]


def test_an_exception_does_not_outweigh_what_is_pinned() -> None:
    book = book_of(kept(available(Equipment.BARBELL), is_pinned=True))
    journey = msgspec.structs.replace(said(missing(Equipment.BARBELL)), expires_at=NOW + datetime.timedelta(days=7))

    curate(book, [journey])

    assert operations(book) == [CONTRADICT]
