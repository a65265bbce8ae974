"""How far soft lessons are kept (R49)."""

import msgspec

from domain.lessons import Lesson, LessonRule, LessonRuleKind
from domain.plan import LessonEffect, PlanDocument
from domain.terms import LimitationKind, Sport
from tests.unit.checking.exercises import exercise_id
from tests.unit.checking.judged import day_of, score
from tests.unit.checking.sample import (
    avoid,
    basis_with,
    bout,
    clean_plan,
    easy_run,
    lesson,
    limited,
)

replace = msgspec.structs.replace
Kind = LessonRuleKind
APPLIED, OVERRIDDEN, NOT_APPLICABLE = LessonEffect


def _kept(*lessons: Lesson, document: PlanDocument | None = None) -> float | None:
    return score("R49", document or clean_plan(), basis_with(lessons=lessons))


def test_r49_lessons_weigh_as_much_as_they_are_trusted() -> None:
    kept, missed = avoid("walking-lunge"), LessonRule(kind=Kind.PREFER_EXERCISE, exercise_id=exercise_id("deadlift"))
    assert _kept(lesson(kept)) == 1
    assert _kept(lesson(missed)) == 0
    assert _kept(lesson(kept, confidence=0.9), lesson(missed, confidence=0.3, number=2)) == 0.75


def test_r49_does_not_speak_without_lessons_that_it_judges() -> None:
    assert _kept() is None
    assert _kept(lesson(LessonRule(kind=Kind.NOTE))) is None
    assert _kept(lesson(avoid("walking-lunge"), is_hard=True)) is None


def test_r49_does_not_ask_for_what_cannot_be_had() -> None:
    wish = LessonRule(kind=Kind.PREFER_EXERCISE, exercise_id=exercise_id("deadlift"))
    basis = replace(limited(LimitationKind.LOWER_BACK), lessons=(lesson(wish),))
    assert score("R49", clean_plan(), basis) is None


def test_r49_counts_a_hard_wish_as_well() -> None:
    wish = LessonRule(kind=Kind.PREFER_SPORT, sport=Sport.RUNNING)
    half = day_of(easy_run(40), bout(*easy_run(60, Sport.CYCLING).intervals, sport=Sport.CYCLING))
    assert _kept(lesson(wish, is_hard=True)) == 1
    assert _kept(lesson(wish, is_hard=True), document=half) == 0.8
