"""What is told of lessons where a plan becomes another version: what was learned did it, or a hand did."""

import msgspec
import pytest

from domain.lessons import LessonRule, LessonRuleKind
from domain.plan import Activity, LessonEffect, LessonUse, PlanDocument
from domain.terms import LimitationKind, Muscle
from services.checking.lessons import lesson_uses
from tests.unit.checking.exercises import CATALOGUE
from tests.unit.checking.judged import day_of
from tests.unit.checking.sample import avoid, basis_with, hold, lesson, lift, plan, sets, week

replace = msgspec.structs.replace
Kind = LessonRuleKind
CORE, BRIDGE = lift("plank", *hold(2, 30)), lift("glute-bridge", *sets(3))
LUNGES = lift("walking-lunge", *sets(3))
PUSH = lift("push-up", *sets(2))


def version(*activities: Activity, otherwise: PlanDocument, rule: LessonRule) -> PlanDocument:
    """A plan with what was told of it by comparing."""
    document, held = day_of(*activities), basis_with(lessons=(lesson(rule),))
    return replace(document, applied_lessons=lesson_uses(held, document, CATALOGUE, without=lambda _: otherwise))


def next_told(rule: LessonRule, previous: PlanDocument, *activities: Activity) -> LessonUse:
    """What is told of the lesson after an edit by hand."""
    (found,) = lesson_uses(basis_with(lessons=(lesson(rule),)), day_of(*activities), CATALOGUE, previous=previous)
    return found


def test_what_was_told_by_comparing_holds_on_where_nothing_changed_that_it_tells_of() -> None:
    rule = avoid("walking-lunge")
    first = version(BRIDGE, PUSH, otherwise=day_of(LUNGES, BRIDGE), rule=rule)
    heavier = replace(BRIDGE, sets=sets(3, load=40))

    found = next_told(rule, first, heavier, CORE)

    assert found == first.applied_lessons[0]
    assert found.explanation == "Took out Walking Lunge; kept Glute Bridge."
    assert found.compared == rule


@pytest.mark.parametrize(
    ("rule", "changed", "explanation"),
    [
        (
            avoid("walking-lunge"),
            (PUSH, lift("deadlift", *sets(3))),
            "Leaves out Walking Lunge; nothing takes its place.",
        ),
        (avoid("back-squat"), (BRIDGE, PUSH), "Leaves out Back Squat; nothing takes its place."),
    ],
    ids=["another exercise", "another rule"],
)
def test_what_was_told_by_comparing_is_forgotten_where_what_it_tells_of_changed(
    rule: LessonRule, changed: tuple[Activity, ...], explanation: str
) -> None:
    first = version(BRIDGE, PUSH, otherwise=day_of(LUNGES, BRIDGE), rule=avoid("walking-lunge"))
    found = next_told(rule, first, *changed)
    assert (found.explanation, found.compared) == (explanation, None)


def test_a_figure_that_an_edit_changed_is_told_alone() -> None:
    rule = LessonRule(kind=Kind.REDUCE_MUSCLE, muscle=Muscle.CHEST)
    first = version(PUSH, BRIDGE, otherwise=day_of(lift("push-up", *sets(5)), BRIDGE), rule=rule)
    assert " instead of 5 " in first.applied_lessons[0].explanation
    assert " instead of " in next_told(rule, first, PUSH, BRIDGE, CORE).explanation
    assert " instead of " not in next_told(rule, first, lift("push-up", *sets(1)), BRIDGE).explanation


def test_what_an_edit_by_hand_took_out_is_not_the_lessons_doing() -> None:
    rule = avoid("walking-lunge")
    first = replace(day_of(LUNGES, BRIDGE), applied_lessons=())
    assert next_told(rule, first, BRIDGE).explanation == "Leaves out Walking Lunge; nothing takes its place."


def test_a_lesson_that_changed_a_plan_names_what_it_took_out_and_what_it_left() -> None:
    knee = lesson(LessonRule(kind=Kind.LIMITATION, limitation=LimitationKind.KNEE))
    basis = basis_with(lessons=(knee,))
    left = (lift("deadlift", *sets(2)), lift("plank", *hold(1, 30)))
    before = plan(week(1, {0: (lift("back-squat", *sets(2)), *left), 2: (lift("box-jump", *sets(2)),)}))
    after = plan(week(1, {0: (lift("chair-squat", *sets(2)), *left)}))

    (found,) = lesson_uses(basis, after, CATALOGUE, before=before)

    assert (found.effect, found.explanation) == (
        LessonEffect.APPLIED,
        "Took out Back Squat and Box Jump; kept Deadlift.",
    )
    (unchanged,) = lesson_uses(basis, after, CATALOGUE, before=after)
    assert unchanged.explanation.startswith("Leaves out ")


def test_what_went_out_of_days_that_are_past_is_not_the_lessons_doing() -> None:
    avoided = lesson(avoid("back-squat"))
    before = plan(week(1, {0: (lift("back-squat", *sets(2)),), 2: (lift("plank", *hold(1, 30)),)}))
    after = plan(week(1, {0: (lift("back-squat", *sets(2)),), 2: (lift("plank", *hold(1, 30)),)}))
    basis = replace(basis_with(lessons=(avoided,)), settled=frozenset({before.weeks[0].days[0].date}))

    (found,) = lesson_uses(basis, after, CATALOGUE, before=before)

    assert "Took out" not in found.explanation
