"""The rules on who the athlete is and what they have, just inside their bounds and just beyond."""

import msgspec
import pytest

from domain.lessons import LessonRule, LessonRuleKind
from domain.terms import Equipment, ExperienceLevel, Weekday
from tests.unit.checking.judged import day_of, is_kept, of
from tests.unit.checking.sample import (
    basis_with,
    easy_run,
    hard_run,
    lesson,
    lift,
    plan,
    sets,
    week,
)

replace = msgspec.structs.replace
NOVICE = ExperienceLevel.NOVICE


def test_body_weight_is_always_had_and_nothing_else_is() -> None:
    bare = basis_with(lambda it: replace(it, equipment=()))
    assert is_kept("R02", of("push-up"), bare)
    assert not is_kept("R02", of("bench-press"), bare)


def test_all_of_an_exercises_equipment_is_needed() -> None:
    no_rack = basis_with(lambda it: replace(it, equipment=(Equipment.BARBELL, Equipment.BENCH)))
    assert not is_kept("R02", of("bench-press"), no_rack)
    rack = basis_with(lambda it: replace(it, equipment=(Equipment.BARBELL, Equipment.BENCH, Equipment.RACK)))
    assert is_kept("R02", of("bench-press"), rack)


def test_sessions_are_on_training_days_and_no_more_than_stated() -> None:
    assert is_kept("R03", plan(week(1, {offset: (easy_run(20),) for offset in (0, 1, 3, 5)})))
    assert not is_kept("R03", plan(week(1, {offset: (easy_run(20),) for offset in (0, 1, 2, 5)})))


@pytest.mark.parametrize(("minutes", "kept"), [(72, True), (73, False)])
def test_a_session_may_take_a_fifth_more_than_stated(minutes: int, kept: bool) -> None:
    assert is_kept("R04", day_of(easy_run(minutes))) is kept


def test_a_lesson_on_a_weekday_gives_that_day_its_own_minutes() -> None:
    rule = LessonRule(kind=LessonRuleKind.SESSION_MINUTES, amount=30, weekdays=(Weekday.MONDAY,))
    basis = basis_with(lessons=(lesson(rule),))
    assert is_kept("R04", day_of(easy_run(36)), basis)
    assert not is_kept("R04", day_of(easy_run(37)), basis)
    assert is_kept("R04", day_of(easy_run(37), offset=1), basis)


@pytest.mark.parametrize(("age", "kept"), [(17, False), (18, None)])
def test_the_rules_for_the_young_end_at_18(age: int, kept: bool | None) -> None:
    assert is_kept("R13", of("push-up", *sets(1, 5)), basis_with(age=age)) is kept


def test_the_young_do_six_repetitions_at_rpe_8_and_rest_a_muscle_for_a_day() -> None:
    young = basis_with(age=17)
    assert is_kept("R13", of("push-up", *sets(1, 6, rpe=8)), young)
    assert not is_kept("R13", of("push-up", *sets(1, 6, rpe=8.5)), young)
    push, curl = (lift("push-up", *sets(1)),), (lift("biceps-curl", *sets(1)),)
    assert is_kept("R13", plan(week(1, {0: push, 1: curl, 2: push})), young)
    assert not is_kept("R13", plan(week(1, {0: push, 1: push})), young)


@pytest.mark.parametrize(
    ("age", "level", "kept"),
    [(64, NOVICE, None), (65, NOVICE, False), (65, ExperienceLevel.INTERMEDIATE, None)],
)
def test_no_jumps_for_novices_from_65_on(age: int, level: ExperienceLevel, kept: bool | None) -> None:
    assert is_kept("R14", of("box-jump"), basis_with(age=age, experience=level)) is kept


def test_six_days_in_a_row_are_fine_and_seven_are_not_also_across_weeks() -> None:
    run = (easy_run(20),)
    assert is_kept("R16", plan(week(1, dict.fromkeys(range(6), run))))
    assert is_kept("R16", plan(week(1, {5: run, 6: run}), week(2, dict.fromkeys(range(4), run))))
    assert not is_kept("R16", plan(week(1, {5: run, 6: run}), week(2, dict.fromkeys(range(5), run))))


def test_only_novices_are_kept_from_experts_exercises_and_from_rpe_nine_and_a_half() -> None:
    novice = basis_with(experience=NOVICE)
    assert not is_kept("R18", of("power-clean"), novice)
    assert is_kept("R18", of("power-clean")) is None
    assert is_kept("R19", of("push-up", *sets(1, rpe=9)), novice)
    assert not is_kept("R19", of("push-up", *sets(1, rpe=9.5)), novice)
    assert is_kept("R19", of("push-up", *sets(1, rpe=10))) is None


def test_a_novices_hard_days_have_a_day_between_them() -> None:
    novice = basis_with(experience=NOVICE)
    apart = plan(week(1, {0: (hard_run(),), 2: (hard_run(),)}))
    together = plan(week(1, {0: (hard_run(),), 1: (hard_run(),)}))
    assert is_kept("R38", apart, novice)
    assert not is_kept("R38", together, novice)
    assert is_kept("R38", plan(week(1, {0: (hard_run(zone=3),), 1: (hard_run(),)})), novice)
    assert is_kept("R38", together) is None
