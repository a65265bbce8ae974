"""The rules on limitations and hard lessons, just inside their bounds and just beyond."""

import datetime

import msgspec
import pytest

from domain.lessons import LessonRule, LessonRuleKind
from domain.terms import Equipment, ExperienceLevel, LimitationKind, MovementPattern, Sport, Weekday
from tests.unit.checking.exercises import exercise_id
from tests.unit.checking.judged import day_of, is_kept, of
from tests.unit.checking.sample import (
    MONDAY,
    basis_with,
    easy_run,
    hard_run,
    hold,
    lesson,
    lift,
    limited,
    plan,
    sets,
    week,
)

replace = msgspec.structs.replace
NOVICE = ExperienceLevel.NOVICE


@pytest.mark.parametrize(
    ("rule", "forbidden", "allowed"),
    [
        (LessonRule(kind=LessonRuleKind.AVOID_EXERCISE, exercise_id=exercise_id("plank")), "plank", "sit-up"),
        (LessonRule(kind=LessonRuleKind.AVOID_PATTERN, pattern=MovementPattern.CORE), "plank", "biceps-curl"),
        (LessonRule(kind=LessonRuleKind.EQUIPMENT_MISSING, equipment=(Equipment.CABLE,)), "lat-pulldown", "pull-up"),
        (LessonRule(kind=LessonRuleKind.LIMITATION, limitation=LimitationKind.ELBOW), "pull-up", "lat-pulldown"),
        (LessonRule(kind=LessonRuleKind.LIMITATION, limitation=LimitationKind.WRIST), "push-up", "chest-press"),
    ],
)
def test_hard_lessons_forbid_and_soft_ones_do_not(rule: LessonRule, forbidden: str, allowed: str) -> None:
    firm = basis_with(lessons=(lesson(rule, is_hard=True),))
    assert not is_kept("R05", of(forbidden), firm)
    assert is_kept("R05", of(allowed), firm)
    assert is_kept("R05", of(forbidden), basis_with(lessons=(lesson(rule),))) is None


def test_hard_lessons_on_days_minutes_and_sports_hold() -> None:
    rest = LessonRule(kind=LessonRuleKind.REST_ON_DAYS, weekdays=(Weekday.MONDAY,))
    short = LessonRule(kind=LessonRuleKind.SESSION_MINUTES, amount=20)
    no_running = LessonRule(kind=LessonRuleKind.AVOID_SPORT, sport=Sport.RUNNING)
    for rule in (rest, short, no_running):
        firm = basis_with(lessons=(lesson(rule, is_hard=True),))
        assert not is_kept("R05", day_of(easy_run(25)), firm)
        assert is_kept("R05", day_of(easy_run(24, Sport.CYCLING), offset=1), firm)


def test_a_hard_lesson_on_a_limitation_is_held_by_the_rule_of_the_limitation() -> None:
    rule = LessonRule(kind=LessonRuleKind.LIMITATION, limitation=LimitationKind.KNEE)
    assert not is_kept("R07", of("goblet-squat"), basis_with(lessons=(lesson(rule, is_hard=True),)))
    assert is_kept("R07", of("goblet-squat"), basis_with(lessons=(lesson(rule),))) is None


@pytest.mark.parametrize(
    ("kind", "rule", "slug", "kept"),
    [
        (LimitationKind.KNEE, "R07", "goblet-squat", False),
        (LimitationKind.KNEE, "R07", "walking-lunge", False),
        (LimitationKind.KNEE, "R07", "box-jump", False),
        (LimitationKind.KNEE, "R07", "chair-squat", True),
        (LimitationKind.LOWER_BACK, "R08", "deadlift", False),
        (LimitationKind.LOWER_BACK, "R08", "sit-up", False),
        (LimitationKind.LOWER_BACK, "R08", "plank", True),
        (LimitationKind.SHOULDER, "R09", "shoulder-press", False),
        (LimitationKind.SHOULDER, "R09", "bench-press", True),
        (LimitationKind.PREGNANCY, "R10", "box-jump", False),
        (LimitationKind.PREGNANCY, "R10", "deadlift", False),
        (LimitationKind.PREGNANCY, "R10", "power-clean", False),
        (LimitationKind.PREGNANCY, "R10", "cable-pull-through", True),
        (LimitationKind.POSTPARTUM, "R11", "sit-up", False),
        (LimitationKind.POSTPARTUM, "R11", "box-jump", False),
        (LimitationKind.POSTPARTUM, "R11", "plank", True),
        (LimitationKind.HYPERTENSION, "R12", "deadlift", False),
        (LimitationKind.HYPERTENSION, "R12", "goblet-squat", True),
        (LimitationKind.HIP, "R05", "power-clean", False),
        (LimitationKind.HIP, "R05", "deadlift", True),
        (LimitationKind.ANKLE, "R05", "box-jump", False),
        (LimitationKind.NECK, "R05", "sit-up", False),
        (LimitationKind.FOOT, "R05", "box-jump", False),
        (LimitationKind.LOWER_LEG, "R05", "back-squat", True),
    ],
)
def test_a_limitation_forbids_what_loads_it(kind: LimitationKind, rule: str, slug: str, kept: bool) -> None:
    assert is_kept(rule, of(slug), limited(kind)) is kept


@pytest.mark.parametrize(
    ("kind", "rule", "most"),
    [
        (LimitationKind.LOWER_BACK, "R08", 7),
        (LimitationKind.UPPER_BACK, "R05", 8),
        (LimitationKind.PREGNANCY, "R10", 7),
        (LimitationKind.POSTPARTUM, "R11", 7),
        (LimitationKind.HYPERTENSION, "R12", 8),
    ],
)
def test_a_limitation_bounds_effort(kind: LimitationKind, rule: str, most: float) -> None:
    assert is_kept(rule, of("plank", *hold(1, 30, rpe=most)), limited(kind))
    assert not is_kept(rule, of("plank", *hold(1, 30, rpe=most + 0.5)), limited(kind))


@pytest.mark.parametrize(
    ("kind", "rule", "most"),
    [
        (LimitationKind.PREGNANCY, "R10", 3),
        (LimitationKind.HYPERTENSION, "R12", 4),
        (LimitationKind.ASTHMA, "R05", 4),
    ],
)
def test_a_limitation_bounds_zones(kind: LimitationKind, rule: str, most: int) -> None:
    assert is_kept(rule, day_of(hard_run(zone=most)), limited(kind))
    assert not is_kept(rule, day_of(hard_run(zone=most + 1)), limited(kind))


@pytest.mark.parametrize(
    ("kind", "rule", "sport", "kept"),
    [
        (LimitationKind.KNEE, "R07", Sport.JUMP_ROPE, False),
        (LimitationKind.KNEE, "R07", Sport.RUNNING, True),
        (LimitationKind.PREGNANCY, "R10", Sport.JUMP_ROPE, False),
        (LimitationKind.POSTPARTUM, "R11", Sport.RUNNING, False),
        (LimitationKind.FOOT, "R05", Sport.RUNNING, False),
        (LimitationKind.LOWER_LEG, "R05", Sport.JUMP_ROPE, False),
        (LimitationKind.FOOT, "R05", Sport.CYCLING, True),
    ],
)
def test_a_limitation_forbids_sports_that_pound(kind: LimitationKind, rule: str, sport: Sport, kept: bool) -> None:
    assert is_kept(rule, day_of(easy_run(20, sport)), limited(kind)) is kept


@pytest.mark.parametrize(("days", "kept"), [(112, True), (113, False)])
def test_lying_on_the_back_ends_with_week_16_of_a_pregnancy(days: int, kept: bool) -> None:
    due = MONDAY + datetime.timedelta(days=280 - days)
    assert is_kept("R10", of("glute-bridge"), limited(LimitationKind.PREGNANCY, due)) is kept


def test_an_unknown_due_date_is_read_as_after_week_16() -> None:
    assert not is_kept("R10", of("glute-bridge"), limited(LimitationKind.PREGNANCY))


def test_a_hinge_is_asked_for_with_two_strength_days_and_only_where_there_is_one() -> None:
    push = (lift("push-up", *sets(1)),)
    knee = limited(LimitationKind.KNEE)
    assert is_kept("R07", plan(week(1, {0: push})), knee)
    assert not is_kept("R07", plan(week(1, {0: push, 3: push})), knee)
    assert is_kept("R07", plan(week(1, {0: push, 3: (lift("deadlift", *sets(1)),)})), knee)
    # The bridge is left, and a lesson avoids it.
    avoided = lesson(LessonRule(kind=LessonRuleKind.AVOID_PATTERN, pattern=MovementPattern.HINGE))
    assert is_kept("R07", plan(week(1, {0: push, 3: push})), replace(knee, lessons=(avoided,)))


def test_a_warning_sign_leaves_rest_days_alone() -> None:
    warned = limited(LimitationKind.CARDIAC_WARNING)
    assert is_kept("R06", plan(week(1, {})), warned)
    assert not is_kept("R06", day_of(easy_run(10)), warned)
    assert is_kept("R06", day_of(easy_run(10))) is None


def test_a_held_set_or_run_without_beats_has_nothing_to_check() -> None:
    assert is_kept("R39", day_of(easy_run(20))) is None
    assert is_kept("R40", day_of(easy_run(20))) is None
