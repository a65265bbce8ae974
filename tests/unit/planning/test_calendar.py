"""Which days get which kind of session."""

import itertools

from hypothesis import given, settings
from hypothesis import strategies as some

from domain.terms import WEEKDAYS, TrainingFocus, Weekday
from services.planning.allotment import Allotment
from services.planning.calendar import EnduranceRole, SessionKind, open_days, week_tasks
from tests.unit.planning.making import MONDAY

Day = Weekday


def minutes(*days: Weekday, each: int = 60) -> dict[Weekday, int]:
    return dict.fromkeys(days, each)


def test_days_are_counted_from_the_start_of_the_plan() -> None:
    wednesday = MONDAY.replace(day=25)
    days = open_days(wednesday, minutes(Day.MONDAY, Day.WEDNESDAY))
    assert [(day.offset, day.weekday) for day in days] == [(0, Day.WEDNESDAY), (5, Day.MONDAY)]


def test_three_strength_days_of_a_whole_week_stand_apart_and_train_the_whole_body() -> None:
    tasks = week_tasks(open_days(MONDAY, minutes(*WEEKDAYS)), Allotment(3, 0, 0), TrainingFocus.MUSCLE, hard_count=0)
    offsets = [task.offset for task in tasks]
    assert all(later - earlier > 1 for earlier, later in itertools.pairwise(offsets))
    assert {task.strength for task in tasks} == {SessionKind.FULL_BODY}


def test_days_in_a_row_share_the_body_between_them() -> None:
    days = open_days(MONDAY, minutes(Day.MONDAY, Day.TUESDAY, Day.WEDNESDAY))
    tasks = week_tasks(days, Allotment(3, 0, 0), TrainingFocus.MUSCLE, hard_count=0)
    assert [task.strength for task in tasks] == [SessionKind.UPPER_BODY, SessionKind.LOWER_BODY, SessionKind.FULL_BODY]


def test_four_days_are_split_in_halves_and_six_in_thirds() -> None:
    four = week_tasks(open_days(MONDAY, minutes(*WEEKDAYS)), Allotment(4, 0, 0), TrainingFocus.MUSCLE, hard_count=0)
    six = week_tasks(open_days(MONDAY, minutes(*WEEKDAYS)), Allotment(6, 0, 0), TrainingFocus.MUSCLE, hard_count=0)
    assert [task.strength for task in four] == [SessionKind.UPPER_BODY, SessionKind.LOWER_BODY] * 2
    assert [task.strength for task in six] == [SessionKind.PUSH, SessionKind.PULL, SessionKind.LEGS] * 2


def test_short_sessions_are_not_split_in_thirds() -> None:
    days = open_days(MONDAY, minutes(*WEEKDAYS, each=15))
    tasks = week_tasks(days, Allotment(6, 0, 0), TrainingFocus.MUSCLE, hard_count=0)
    assert {task.strength for task in tasks} == {SessionKind.UPPER_BODY, SessionKind.LOWER_BODY}


def test_the_long_session_is_on_the_longest_day() -> None:
    days = open_days(MONDAY, {Day.TUESDAY: 45, Day.THURSDAY: 120, Day.SATURDAY: 45})
    tasks = week_tasks(days, Allotment(0, 3, 0), TrainingFocus.ENDURANCE, hard_count=0)
    assert [task.weekday for task in tasks if task.endurance is EnduranceRole.LONG] == [Day.THURSDAY]


def test_the_long_session_is_on_a_weekend_where_days_are_alike() -> None:
    days = open_days(MONDAY, minutes(Day.TUESDAY, Day.THURSDAY, Day.SUNDAY))
    tasks = week_tasks(days, Allotment(0, 3, 0), TrainingFocus.ENDURANCE, hard_count=0)
    assert [task.weekday for task in tasks if task.endurance is EnduranceRole.LONG] == [Day.SUNDAY]


@settings(max_examples=60, deadline=None)
@given(
    weekdays=some.sets(some.sampled_from(WEEKDAYS), min_size=1),
    parts=some.tuples(some.integers(0, 3), some.integers(0, 3), some.integers(0, 2)),
    hard_count=some.integers(0, 2),
)
def test_every_week_keeps_to_the_open_days_and_keeps_hard_things_apart(
    weekdays: set[Weekday], parts: tuple[int, int, int], hard_count: int
) -> None:
    allotted = Allotment(*parts)
    if not 0 < allotted.days <= len(weekdays):
        return
    days = open_days(MONDAY, minutes(*weekdays))
    tasks = week_tasks(days, allotted, TrainingFocus.MIXED, hard_count=hard_count)
    assert len(tasks) == allotted.days
    assert {task.weekday for task in tasks} <= weekdays
    hard = [task.offset for task in tasks if task.endurance is EnduranceRole.HARD]
    assert len(hard) <= hard_count
    assert all((one - other) % 7 not in {1, 6} for one in hard for other in hard if one != other)
    assert not any(task.strength and task.endurance is EnduranceRole.HARD for task in tasks)
    assert all(task.strength_minutes + task.endurance_minutes <= 60 for task in tasks)


def test_a_day_too_short_for_both_is_for_one_thing() -> None:
    days = open_days(MONDAY, {Day.MONDAY: 10, Day.THURSDAY: 60})
    tasks = week_tasks(days, Allotment(0, 0, 2), TrainingFocus.MIXED, hard_count=0)
    assert [(task.strength_minutes, task.endurance_minutes) for task in tasks] == [(10, 0), (30, 29)]
