"""Whatever happens to a playbook, its ledger leads to just what it holds."""

import contextlib
from collections.abc import Sequence
from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from domain.errors import Problem
from domain.ids import ExerciseId, LessonChangeId
from domain.lessons import (
    MAXIMUM_FIRM_LESSONS,
    MAXIMUM_OTHER_LESSONS,
    LessonChange,
    LessonDraft,
    LessonOperation,
    LessonRule,
    LessonSource,
    LessonState,
)
from domain.lessons import LessonRuleKind as Kind
from domain.terms import Equipment, LimitationKind, Sport, Weekday
from services.playbook import hand
from services.playbook.book import Book
from services.playbook.confidence import is_safety
from services.playbook.contrast import contradict, covers, overlap
from services.playbook.curator import curate
from services.playbook.ledger import fold
from services.playbook.rules import tidied
from tests.unit.playbook.making import book_of

ENDS = {LessonOperation.SUPERSEDE, LessonOperation.RETIRE, LessonOperation.EXPIRE}


def _listed(kinds: Sequence[Kind], field: str, words: type[Equipment] | type[Weekday]) -> st.SearchStrategy[LessonRule]:
    lists = st.lists(st.sampled_from(list(words)), min_size=1, max_size=3, unique=True).map(tuple)
    return st.builds(lambda kind, some: LessonRule(kind=kind, **{field: some}), st.sampled_from(kinds), lists)


RULES = st.one_of(
    st.builds(
        lambda kind, number: LessonRule(kind=kind, exercise_id=ExerciseId(f"exercise_number-{number}")),
        st.sampled_from([Kind.AVOID_EXERCISE, Kind.PREFER_EXERCISE]),
        st.integers(1, 60),
    ),
    st.builds(lambda kind: LessonRule(kind=Kind.LIMITATION, limitation=kind), st.sampled_from(LimitationKind)),
    st.builds(lambda amount: LessonRule(kind=Kind.INTENSITY, amount=amount), st.sampled_from([0.4, 0.9, 1.0, 1.1])),
    st.builds(
        lambda kind, sport: LessonRule(kind=kind, sport=sport),
        st.sampled_from([Kind.PREFER_SPORT, Kind.AVOID_SPORT]),
        st.sampled_from(Sport),
    ),
    _listed([Kind.EQUIPMENT_AVAILABLE, Kind.EQUIPMENT_MISSING], "equipment", Equipment),
    _listed([Kind.TRAIN_ON_DAYS, Kind.REST_ON_DAYS], "weekdays", Weekday),
    st.just(LessonRule(kind=Kind.NOTE)),
)


def _drafts(rules: st.SearchStrategy[LessonRule]) -> st.SearchStrategy[LessonDraft]:
    return st.builds(
        LessonDraft,
        text=st.sampled_from(["Likes mornings.", "Travels.", "Sleeps badly.", "Has a dog."]),
        rule=rules,
        evidence=st.just("Their words."),
        source=st.sampled_from(LessonSource),
        confidence=st.sampled_from([0.5, 0.7, 0.85, 0.9]),
        is_hard=st.booleans(),
    )


DRAFTS = _drafts(RULES)
STEPS = st.lists(st.tuples(st.sampled_from(["learn", "pin", "unpin", "retire", "restore"]), DRAFTS, st.integers(0, 99)))


def _take(book: Book, action: str, draft: LessonDraft, place: int) -> None:
    if action == "learn":
        curate(book, [draft])
        return
    ever = list(dict.fromkeys(entry.kept.lesson.id for entry in book.entries))
    if not ever:
        return
    lesson = book[ever[place % len(ever)]].lesson
    with contextlib.suppress(Problem):
        if action == "retire":
            hand.retire(book, lesson)
        elif action == "restore":
            hand.restore(book, lesson)
        else:
            hand.pin(book, lesson, is_pinned=action == "pin")


@settings(max_examples=60, deadline=None)
@given(STEPS)
def test_the_ledger_is_the_truth_and_the_bounds_hold(steps: list[tuple[str, LessonDraft, int]]) -> None:
    book = book_of()
    for action, draft, place in steps:
        _take(book, action, draft, place)
        assert book.firm_count <= MAXIMUM_FIRM_LESSONS
        assert len(book.others) <= MAXIMUM_OTHER_LESSONS

    changes = [
        LessonChange(
            id=LessonChangeId(f"change_{number:032x}"),
            operation=entry.operation,
            lesson=entry.kept.lesson,
            reason=entry.reason,
            at=book.now,
        )
        for number, entry in enumerate(book.entries)
    ]
    folded = fold(changes)
    assert {lesson_id: book[lesson_id].lesson for lesson_id in folded} == folded
    assert {one.lesson.id for one in book.active} == {
        lesson_id for lesson_id, lesson in folded.items() if lesson.state is LessonState.ACTIVE
    }
    for lesson_id, lesson in folded.items():
        last = [change.operation for change in changes if change.lesson.id == lesson_id][-1]
        assert (lesson.state is LessonState.ACTIVE) is (last not in ENDS)


@settings(max_examples=60, deadline=None)
@given(STEPS)
def test_nothing_but_a_clearance_ends_a_safety_lesson(steps: list[tuple[str, LessonDraft, int]]) -> None:
    book = book_of()
    for action, draft, place in steps:
        safe_before = {one.lesson.id for one in book.active if is_safety(one.lesson)}
        _take(book, action, draft, place)
        assert safe_before <= {one.lesson.id for one in book.active if is_safety(one.lesson)}


@settings(max_examples=40, deadline=None)
@given(
    _drafts(st.builds(lambda amount: LessonRule(kind=Kind.INTENSITY, amount=amount), st.floats(0.5, 1.5))),
    _drafts(st.just(LessonRule(kind=Kind.NOTE))),
)
def test_the_order_of_lessons_on_different_things_does_not_matter(one: LessonDraft, other: LessonDraft) -> None:
    forth, back = book_of(), book_of()
    curate(forth, [one, other])
    curate(back, [other, one])
    assert _said(forth) == _said(back)


def _concern_each_other(one: LessonRule, other: LessonRule) -> bool:
    one, other = tidied(one), tidied(other)
    return one.kind is other.kind is Kind.NOTE or any(
        (contradict(one, other), overlap(one, other), covers(one, other), covers(other, one))
    )


@settings(max_examples=100, deadline=None)
@given(st.lists(DRAFTS, min_size=2, max_size=6), st.randoms(use_true_random=False))
def test_drafts_that_do_not_touch_each_other_can_come_in_any_order(drafts: list[LessonDraft], chance: Random) -> None:
    apart: list[LessonDraft] = []
    for draft in drafts:
        if not any(_concern_each_other(draft.rule, other.rule) for other in apart):
            apart.append(draft)
    mixed = chance.sample(apart, len(apart))
    forth, back = book_of(), book_of()
    curate(forth, apart)
    curate(back, mixed)
    assert _said(forth) == _said(back)


def _said(book: Book) -> frozenset[tuple[str, LessonRule, bool, float]]:
    lessons = (one.lesson for one in book.active)
    return frozenset((lesson.text, lesson.rule, lesson.is_hard, lesson.confidence) for lesson in lessons)
