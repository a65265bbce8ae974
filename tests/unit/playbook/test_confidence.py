"""How much a lesson weighs."""

import datetime

import pytest

from domain.lessons import LessonRule, LessonRuleKind, LessonSource, LessonState
from domain.terms import Equipment
from services.playbook.confidence import confirmed, contradicted, in_force, is_faded, is_said, weight
from tests.unit.playbook.making import EASIER, KNEE, NOTE, NOW, kept, missing


@pytest.mark.parametrize(
    ("rule", "days"),
    [
        (EASIER, 42),
        (LessonRule(kind=LessonRuleKind.VOLUME, amount=0.9), 42),
        (missing(Equipment.RACK), 180),
        (NOTE, 120),
    ],
)
def test_a_lesson_weighs_half_after_its_half_life(rule: LessonRule, days: float) -> None:
    assert weight(kept(rule, days_ago=days, confidence=0.8), NOW) == pytest.approx(0.4)


def test_limitations_do_not_fade() -> None:
    assert weight(kept(KNEE, days_ago=5000, confidence=0.8), NOW) == 0.8


def test_a_lesson_from_the_future_weighs_no_more_than_its_confidence() -> None:
    assert weight(kept(EASIER, days_ago=-3, confidence=0.8), NOW) == 0.8


def test_a_lesson_fades_below_a_fifth() -> None:
    assert is_faded(kept(EASIER, days_ago=84, confidence=0.8), NOW) is False
    assert is_faded(kept(EASIER, days_ago=85, confidence=0.8), NOW) is True


def test_firm_lessons_do_not_fade() -> None:
    assert is_faded(kept(EASIER, days_ago=5000, is_hard=True), NOW) is False
    assert is_faded(kept(EASIER, days_ago=5000, is_pinned=True), NOW) is False


def test_a_lesson_ends_at_its_end_even_where_it_is_firm() -> None:
    assert is_faded(kept(EASIER, expires_at=NOW, is_hard=True), NOW) is True
    assert is_faded(kept(EASIER, expires_at=NOW + datetime.timedelta(seconds=1)), NOW) is False


def test_a_safety_lesson_has_no_end() -> None:
    assert is_faded(kept(KNEE, expires_at=NOW, is_hard=True), NOW) is False


def test_lessons_come_hard_first_then_pinned_then_by_what_is_left_of_their_confidence() -> None:
    old, young = kept(EASIER, number=1, days_ago=42), kept(NOTE, number=2, confidence=0.5)
    pinned, hard = kept(NOTE, number=3, is_pinned=True, confidence=0.1), kept(KNEE, number=4, is_hard=True)
    retired = kept(NOTE, number=5, state=LessonState.RETIRED)

    assert in_force([old, young, retired, pinned, hard], NOW) == (hard, pinned, young, old)


def test_observations_move_the_confidence_as_the_mean_of_ten_before_them() -> None:
    assert confirmed(0.7, by=0.5) == pytest.approx(8 / 11)
    assert contradicted(0.55) == pytest.approx(0.5)


@pytest.mark.parametrize(
    ("source", "confidence", "expected"),
    [
        (LessonSource.ATHLETE, 0.1, True),
        (LessonSource.FEEDBACK, 0.9, True),
        (LessonSource.ONBOARDING, 0.85, True),
        (LessonSource.FEEDBACK, 0.5, False),
        (LessonSource.WORKOUT, 0.9, False),
    ],
)
def test_words_and_answers_are_said_and_logs_are_not(source: LessonSource, confidence: float, expected: bool) -> None:
    assert is_said(source, confidence) is expected
