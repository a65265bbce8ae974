"""Lessons, drafts and books for tests, made in one line each."""

import datetime
import itertools

from domain.facts import KeptLesson
from domain.ids import LessonId
from domain.lessons import (
    Lesson,
    LessonDraft,
    LessonOperation,
    LessonRule,
    LessonRuleKind,
    LessonSource,
    LessonState,
)
from domain.terms import Equipment, LimitationKind, Weekday
from services.playbook.book import Book

NOW = datetime.datetime(2026, 11, 23, 9, tzinfo=datetime.UTC)

KNEE = LessonRule(kind=LessonRuleKind.LIMITATION, limitation=LimitationKind.KNEE)
EASIER = LessonRule(kind=LessonRuleKind.INTENSITY, amount=0.9)
HARDER = LessonRule(kind=LessonRuleKind.INTENSITY, amount=1.1)
NOTE = LessonRule(kind=LessonRuleKind.NOTE)


def minutes(amount: float) -> LessonRule:
    return LessonRule(kind=LessonRuleKind.SESSION_MINUTES, amount=amount)


def missing(*equipment: Equipment) -> LessonRule:
    return LessonRule(kind=LessonRuleKind.EQUIPMENT_MISSING, equipment=equipment)


def available(*equipment: Equipment) -> LessonRule:
    return LessonRule(kind=LessonRuleKind.EQUIPMENT_AVAILABLE, equipment=equipment)


def rest_on(*weekdays: Weekday) -> LessonRule:
    return LessonRule(kind=LessonRuleKind.REST_ON_DAYS, weekdays=weekdays)


def train_on(*weekdays: Weekday) -> LessonRule:
    return LessonRule(kind=LessonRuleKind.TRAIN_ON_DAYS, weekdays=weekdays)


def said(rule: LessonRule, *, text: str = "They said so.", is_hard: bool = False) -> LessonDraft:
    """A draft from the athlete's own words."""
    return LessonDraft(
        text=text, rule=rule, evidence="Their words.", source=LessonSource.FEEDBACK, confidence=0.9, is_hard=is_hard
    )


def inferred(rule: LessonRule, *, text: str = "It looks like it.") -> LessonDraft:
    return LessonDraft(text=text, rule=rule, evidence="A log.", source=LessonSource.WORKOUT, confidence=0.5)


def lesson_number(number: int) -> LessonId:
    return LessonId(f"lesson_{number:032x}")


def kept(
    rule: LessonRule,
    *,
    number: int = 900,
    days_ago: float = 0,
    confidence: float = 0.9,
    source: LessonSource = LessonSource.FEEDBACK,
    state: LessonState = LessonState.ACTIVE,
    is_hard: bool = False,
    is_pinned: bool = False,
    expires_at: datetime.datetime | None = None,
) -> KeptLesson:
    at = NOW - datetime.timedelta(days=days_ago)
    lesson = Lesson(
        id=lesson_number(number),
        text=f"Lesson {number}.",
        rule=rule,
        is_hard=is_hard,
        is_pinned=is_pinned,
        state=state,
        source=source,
        evidence="Their words.",
        confidence=confidence,
        created_at=at,
        expires_at=expires_at,
    )
    return KeptLesson(lesson=lesson, changed_at=at)


def book_of(*lessons: KeptLesson) -> Book:
    numbers = itertools.count(1)
    return Book(lessons, now=NOW, new_lesson_id=lambda: lesson_number(next(numbers)))


def operations(book: Book) -> list[LessonOperation]:
    return [entry.operation for entry in book.entries]


def rules_in_use(book: Book) -> list[LessonRule]:
    return [one.lesson.rule for one in book.active]
