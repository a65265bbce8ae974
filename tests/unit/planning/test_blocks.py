"""What changes from block to block, and what may not."""

import msgspec
import pytest

from domain.exercise import Catalogue, Exercise
from domain.plan import PlanDocument, Week
from domain.terms import WEEKDAYS, TrainingFocus
from services.checking.check import broken_rules, check_plan
from services.planning.strength.prescription import Role, role_of
from tests.unit.planning.making import basis, constraints, plan, strength_of, working

BUILDER = basis(constraints(focus=TrainingFocus.MUSCLE, session_minutes=75, training_days=WEEKDAYS[:4]), week_count=12)


@pytest.fixture(scope="module")
def twelve_weeks(catalogue: Catalogue) -> PlanDocument:
    return plan(BUILDER, catalogue)


def names(week: Week) -> list[str]:
    return [activity.exercise_id for activity in strength_of(week)]


def test_exercises_stay_within_a_block_and_some_change_after_a_lighter_week(twelve_weeks: PlanDocument) -> None:
    weeks = [names(week) for week in twelve_weeks.weeks]
    assert weeks[0] == weeks[1] == weeks[2]
    assert set(weeks[3]) <= set(weeks[2])
    assert weeks[4] == weeks[5] == weeks[6] != weeks[2]
    assert weeks[8] == weeks[9] == weeks[10] != weeks[6]


def test_the_compounds_that_open_a_session_never_change(twelve_weeks: PlanDocument, catalogue: Catalogue) -> None:
    opening = {
        tuple(compounds(week, day, catalogue)[:2] for day in range(7))
        for week in twelve_weeks.weeks
        if not week.is_deload
    }
    assert len(opening) == 1


def compounds(week: Week, day: int, catalogue: Catalogue) -> tuple[str, ...]:
    ids = [activity.exercise_id for activity in strength_of(week) if activity in week.days[day].activities]
    return tuple(i for i in ids if role_of(catalogue[i]) in {Role.HEAVY, Role.COMPOUND})


def test_a_successor_trains_the_same_muscles_in_the_same_time(twelve_weeks: PlanDocument, catalogue: Catalogue) -> None:
    first, later = twelve_weeks.weeks[1], twelve_weeks.weeks[4]
    for old, new in zip(strength_of(first), strength_of(later), strict=True):
        assert likeness(catalogue[old.exercise_id]) == likeness(catalogue[new.exercise_id])
        assert len(working(old)) == len(working(new))
    minutes = [[day.estimated_minutes for day in week.days] for week in (first, later)]
    assert minutes[0] == minutes[1]


def likeness(exercise: Exercise) -> tuple[object, ...]:
    return exercise.pattern, exercise.mechanic, frozenset(exercise.primary_muscles), exercise.is_unilateral


def test_changes_keep_every_hard_rule_and_are_the_same_each_time(
    twelve_weeks: PlanDocument, catalogue: Catalogue
) -> None:
    assert broken_rules(check_plan(BUILDER, twelve_weeks, catalogue)) == ()
    assert plan(BUILDER, catalogue) == twelve_weeks
    assert "change after an easier week" in twelve_weeks.rationale


def test_a_plan_of_four_weeks_is_one_block(catalogue: Catalogue) -> None:
    document = plan(msgspec.structs.replace(BUILDER, week_count=4), catalogue)
    assert len({tuple(names(week)) for week in document.weeks}) == 1
    assert "change" not in document.rationale
