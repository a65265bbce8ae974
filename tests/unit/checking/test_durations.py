"""How long sets and sessions take: exact numbers."""

from domain.plan import SetTarget
from services.checking.durations import session_minutes, straight_seconds, whole_minutes
from services.checking.reading import Reading
from tests.unit.checking.exercises import CATALOGUE
from tests.unit.checking.sample import clean_basis, easy_run, lift, plan, sets, strength, warm_up, week


def test_a_repetition_takes_four_seconds_and_the_rest_comes_on_top() -> None:
    assert straight_seconds([SetTarget(reps=10, rest_seconds=90)] * 2, is_unilateral=False) == 260


def test_one_side_at_a_time_takes_twice_as_long_but_the_rest_does_not() -> None:
    assert straight_seconds([SetTarget(reps=10, rest_seconds=90)], is_unilateral=True) == 170


def test_a_held_set_takes_as_long_as_it_is_held_also_on_one_side() -> None:
    target = SetTarget(duration_seconds=45, rest_seconds=60)
    assert [straight_seconds([target], is_unilateral=one_sided) for one_sided in (False, True)] == [105, 105]


def test_a_session_has_its_warm_up_its_sets_and_its_changes_rounded_up() -> None:
    squats = (SetTarget(reps=10, rest_seconds=80),) * 3
    assert session_minutes([(squats, False), (squats, False)], 0, activity_count=2) == 5 + 12 + 1
    assert session_minutes([(squats[:2], False)], 0, activity_count=1) == 5 + 4
    assert session_minutes([((SetTarget(reps=10, rest_seconds=81),), False)], 0, activity_count=1) == 5 + 3


def test_endurance_alone_takes_its_minutes_and_no_more() -> None:
    assert session_minutes([], 40, activity_count=1) == 40


def test_a_mixed_day_changes_to_the_run_as_well() -> None:
    squats = (SetTarget(reps=10, rest_seconds=80),) * 3
    assert session_minutes([(squats, False)], 20, activity_count=2) == 5 + 6 + 1 + 20


def test_a_hair_above_a_whole_minute_is_that_minute() -> None:
    assert [whole_minutes(minutes) for minutes in (30.0, 30.0000000001, 30.01)] == [30, 30, 31]


def test_warm_up_sets_take_time_too() -> None:
    document = plan(week(1, {0: (lift("goblet-squat", warm_up(10), *sets(1, 10, rest=80)),)}))
    assert Reading(clean_basis(), document, CATALOGUE).sessions[0].minutes == 5 + 4


def test_the_clean_plans_strength_day_takes_50_minutes() -> None:
    document = plan(week(1, {0: strength(1), 1: (easy_run(55),)}))
    assert [session.minutes for session in Reading(clean_basis(), document, CATALOGUE).sessions] == [50, 55]
