"""Plans as they would be without one lesson: near the real one, exact where nothing differs, and of no use but for comparing."""

import msgspec
import pytest

from domain.basis import Untaught
from domain.exercise import Catalogue
from domain.ids import ActivityId
from domain.lessons import LessonRule, LessonRuleKind
from domain.plan import PlanDocument
from domain.terms import Equipment, LimitationKind, MovementPattern, Muscle, TrainingFocus, Weekday
from services.checking.lessons import lesson_uses
from services.generation.adapting import PlanToAdapt
from services.generation.engine import RuleEngine
from services.planning.build import Draft, draft_plan
from services.planning.otherwise import MOST_PLANS, NO_ACTIVITY, NO_PLAN, Otherwise
from tests.unit.planning.making import NO_BRIEF, PLAN_ID, basis, constraints, days_of, lesson, strength_of
from tests.unit.planning.trained import done, history, last_day, workouts_of

Kind = LessonRuleKind
TWO_DAYS = constraints(
    focus=TrainingFocus.STRENGTH,
    training_days=(Weekday.MONDAY, Weekday.THURSDAY),
    session_minutes=45,
    equipment=(Equipment.BARBELL, Equipment.RACK, Equipment.BENCH, Equipment.DUMBBELL),
)
THREE_DAYS = msgspec.structs.replace(TWO_DAYS, training_days=(Weekday.MONDAY, Weekday.WEDNESDAY, Weekday.THURSDAY))
KNEE = lesson(LessonRule(kind=Kind.LIMITATION, limitation=LimitationKind.KNEE), number=1)
NO_ROWS = lesson(LessonRule(kind=Kind.AVOID_PATTERN, pattern=MovementPattern.HORIZONTAL_PULL), number=2)
NO_JUMPS = lesson(LessonRule(kind=Kind.AVOID_PATTERN, pattern=MovementPattern.JUMP), number=3)
REST = lesson(LessonRule(kind=Kind.REST_ON_DAYS, weekdays=(Weekday.WEDNESDAY,)), number=4)
CHEST = lesson(LessonRule(kind=Kind.EMPHASISE_MUSCLE, muscle=Muscle.CHEST), is_hard=False, number=5)
EASIER = lesson(LessonRule(kind=Kind.INTENSITY, amount=0.8), is_hard=False, number=6)
NOTE = lesson(LessonRule(kind=Kind.NOTE), is_hard=False, number=7)
TAUGHT = basis(
    TWO_DAYS,
    lessons=(KNEE, NO_ROWS, NO_JUMPS, REST, CHEST, EASIER, NOTE),
    untaught={REST.id: Untaught.of(THREE_DAYS)},
    week_count=2,
)


def new_id() -> ActivityId:
    return ActivityId("activity_1")


def patterns(document: PlanDocument, catalogue: Catalogue) -> set[MovementPattern]:
    return {catalogue[lift.exercise_id].pattern for lift in strength_of(document)}


@pytest.fixture(scope="module")
def draft(catalogue: Catalogue) -> Draft:
    return draft_plan(TAUGHT, catalogue, plan_id=PLAN_ID, new_activity_id=new_id, brief=NO_BRIEF)


@pytest.fixture(scope="module")
def made(catalogue: Catalogue) -> PlanDocument:
    """The same by the engine, with what each lesson did."""
    return RuleEngine(catalogue, new_id=new_id).build(TAUGHT, plan_id=PLAN_ID, brief=NO_BRIEF)


@pytest.fixture
def otherwise(catalogue: Catalogue, draft: Draft) -> Otherwise:
    return Otherwise(draft.document, draft.outline, catalogue)


def test_without_a_lesson_what_it_forbade_is_back_and_the_other_lessons_hold(
    catalogue: Catalogue, draft: Draft, otherwise: Otherwise
) -> None:
    without = otherwise.without(NO_ROWS)

    assert without is not None
    assert MovementPattern.HORIZONTAL_PULL not in patterns(draft.document, catalogue)
    assert MovementPattern.HORIZONTAL_PULL in patterns(without, catalogue)
    assert MovementPattern.LUNGE not in patterns(without, catalogue)


def test_without_a_lesson_on_what_would_not_come_anyway_the_plan_is_the_very_same(
    draft: Draft, otherwise: Otherwise
) -> None:
    assert otherwise.without(NO_JUMPS) is draft.document


def test_no_other_plan_could_be_saved_or_trained_by(draft: Draft, otherwise: Otherwise) -> None:
    without = otherwise.without(NO_ROWS)

    assert without is not None
    assert {activity.id for day in days_of(without) for activity in day.activities} == {NO_ACTIVITY}
    assert {day.id for day in days_of(without)}.isdisjoint(day.id for day in days_of(draft.document))


def test_a_plan_on_other_days_is_none_to_compare_with(otherwise: Otherwise) -> None:
    assert otherwise.without(REST) is None


def test_weeks_are_looked_for_again_only_so_often(otherwise: Otherwise) -> None:
    assert [otherwise.without(NO_ROWS) is not None for _ in range(3)] == [True, True, False]
    assert otherwise.without(EASIER) is not None  # for this, nothing is looked for


def test_a_plan_is_compared_with_so_many_others_and_no_more(draft: Draft, otherwise: Otherwise) -> None:
    found = [otherwise.without(NO_JUMPS) is draft.document for _ in range(MOST_PLANS + 1)]
    assert found == [True] * MOST_PLANS + [False]


def test_the_engine_tells_what_each_lesson_did(made: PlanDocument) -> None:
    assert [use.explanation for use in made.applied_lessons] == [
        "Took out Dumbbell Bulgarian Split Squat; kept Deadlift.",
        "Took out Dumbbell Row; kept Barbell Curl, Overhead Press and 2 more.",
        "This plan would be the same without it: limitations or other lessons rule out the same as well.",
        "All 2 days on Wednesday are rest days; without it Wednesday would be open for training.",
        "Chest: 6.5 hard sets a week, where other big muscles have 6.",
        "This plan would be the same without it. Effort is RPE 7.25 on average.",
        "A note for the coach to read: it moves no sets and no days.",
    ]


def test_comparing_changes_no_effect_and_nothing_of_the_plan(
    catalogue: Catalogue, draft: Draft, made: PlanDocument
) -> None:
    alone = lesson_uses(TAUGHT, draft.document, catalogue)

    assert msgspec.structs.replace(made, applied_lessons=()) == draft.document
    assert [(u.lesson_id, u.effect) for u in made.applied_lessons] == [(u.lesson_id, u.effect) for u in alone]


def test_checking_keeps_what_was_told_and_tells_it_where_an_older_program_built_the_plan(
    catalogue: Catalogue, made: PlanDocument
) -> None:
    engine, untold = RuleEngine(catalogue), msgspec.structs.replace(made, applied_lessons=())
    assert engine.checked(TAUGHT, made)[0].applied_lessons == made.applied_lessons
    assert engine.checked(TAUGHT, untold)[0].applied_lessons == lesson_uses(TAUGHT, untold, catalogue)


def test_nothing_of_another_plan_is_recorded_but_words(made: PlanDocument, catalogue: Catalogue) -> None:
    recorded = msgspec.json.encode(made).decode()
    assert not [other for other in (NO_PLAN, NO_ACTIVITY) if other.rpartition("_")[2] in recorded]
    assert {MovementPattern.LUNGE, MovementPattern.HORIZONTAL_PULL}.isdisjoint(patterns(made, catalogue))


def test_weeks_that_go_on_are_compared_as_if_the_lesson_had_never_been(
    catalogue: Catalogue, made: PlanDocument
) -> None:
    first, _ = made.weeks
    trained = history(*map(done, workouts_of(first)))
    read = PlanToAdapt(id=PLAN_ID, version=1, document=made, history=trained, today=last_day(first))
    settled = msgspec.structs.replace(TAUGHT, settled=frozenset(day.date for day in first.days))

    adapted, _ = RuleEngine(catalogue).adapt(settled, read, brief=read.words)

    assert [use.explanation for use in adapted.applied_lessons][:2] == [
        "Took out Dumbbell Bulgarian Split Squat; kept Deadlift.",
        "Leaves out 17 exercises, such as Barbell Row and Chest-Supported Dumbbell Row; Overhead Press does that work.",
    ]
    assert adapted.weeks[0] is first
    assert NO_ACTIVITY not in {activity.id for day in days_of(adapted) for activity in day.activities}
    assert {day.id for day in days_of(adapted)} == {day.id for day in days_of(made)}
