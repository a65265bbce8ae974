"""What logged workouts show, counted by hand."""

import datetime
from collections.abc import Collection, Mapping, Sequence

import pytest

from db.seed.catalogue import read_catalogue
from domain.plan import SetKind
from domain.terms import Muscle, Sport
from domain.training import Completion, ExerciseTrend, Insights, LoggedEndurance, MuscleTrend, WeekInsight, WorkoutLog
from services.training.insights import (
    History,
    adherence_of,
    exercise_trends,
    first_day,
    hard_sets,
    insights_of,
    streak_of,
    weak_points,
)
from tests.unit.training.making import BENCH, MONDAY, SQUAT, log, sets

CATALOGUE = read_catalogue()
THURSDAY = MONDAY + datetime.timedelta(days=3)


def date(offset: int) -> datetime.date:
    return MONDAY + datetime.timedelta(days=offset)


def shown(
    logs: Sequence[WorkoutLog],
    *,
    planned: Collection[int] = (),
    targets: Mapping[Muscle, float] | None = None,
    weeks: int = 2,
) -> Insights:
    """On Thursday; sessions are planned so many days after Monday."""
    trained = {one.date - datetime.timedelta(days=one.date.weekday()) for one in logs}
    history = History(logs=logs, planned=[date(offset) for offset in planned], trained_weeks=trained)
    return insights_of(history, targets=targets or {}, week_count=weeks, today=THURSDAY, catalogue=CATALOGUE)


def test_weeks_begin_on_monday_and_the_running_one_is_the_last() -> None:
    for today in (MONDAY, THURSDAY, date(6)):
        assert first_day(today, 1) == MONDAY
        assert first_day(today, 3) == date(-14)
    assert first_day(date(7), 1) == date(7)


def test_each_week_sums_up_what_was_done_and_planned() -> None:
    run = LoggedEndurance(sport=Sport.RUNNING, minutes=30.5)
    logs = [
        log(-7, sets=sets(number=3), session_rpe=8),
        log(-1, sets=(*sets(load_kg=None, reps=20), *sets(BENCH, load_kg=62.5, reps=4)), session_rpe=7),
        log(0, completion=Completion.PARTIAL, endurance=(run, LoggedEndurance(sport=Sport.CYCLING))),
        log(2, completion=Completion.SKIPPED, session_rpe=10),
    ]
    last_week, this_week = shown(logs, planned=[-7, -5, -3, 0, 2, 4]).weeks
    assert last_week == WeekInsight(
        start_date=date(-7),
        sessions_done=2,
        sessions_planned=3,
        tonnage_kg=1750.0,
        endurance_minutes=0.0,
        average_session_rpe=7.5,
    )
    assert this_week == WeekInsight(
        start_date=MONDAY,
        sessions_done=1,
        sessions_planned=3,
        tonnage_kg=0.0,
        endurance_minutes=30.5,
        average_session_rpe=None,
    )


@pytest.mark.parametrize(
    ("trained", "streak"),
    [
        ([], 0),
        ([0], 1),
        ([-7], 1),
        ([-14], 0),
        ([0, -7, -14, -28], 3),
        ([-7, -14], 2),
    ],
)
def test_a_streak_is_weeks_in_a_row_and_a_running_week_without_a_workout_does_not_end_it(
    trained: list[int], streak: int
) -> None:
    assert streak_of([date(offset) for offset in trained], THURSDAY) == streak


def test_adherence_is_the_share_of_planned_sessions_so_far_that_were_done() -> None:
    logs = [log(-7), log(-5, completion=Completion.PARTIAL), log(-3, completion=Completion.SKIPPED), log(-2)]
    planned = [date(offset) for offset in (-7, -5, -3, 0, 3, 5)]
    assert adherence_of(logs, planned, THURSDAY) == 2 / 4
    assert adherence_of([*logs, log(3)], planned, THURSDAY) == 3 / 5
    assert adherence_of([*logs, log(3, completion=Completion.SKIPPED)], planned, THURSDAY) == 2 / 5
    assert adherence_of(logs, [date(5)], THURSDAY) is None


def test_trends_are_the_mean_of_epley_and_brzycki_at_the_first_and_the_last_session_best_improvement_first() -> None:
    logs = [
        log(-7, sets=(*sets(load_kg=100, reps=5), *sets(load_kg=60, reps=5), *sets(BENCH, load_kg=80, reps=1))),
        log(0, sets=(*sets(load_kg=110, reps=5), *sets(load_kg=200, reps=11))),
        log(2, sets=sets(BENCH, load_kg=78, reps=1)),
    ]
    of_five = ((1 + 5 / 30) + 36 / 32) / 2
    assert exercise_trends(logs) == (
        ExerciseTrend(
            exercise_id=SQUAT,
            first_estimated_max_kg=round(100 * of_five, 1),
            last_estimated_max_kg=round(110 * of_five, 1),
        ),
        ExerciseTrend(exercise_id=BENCH, first_estimated_max_kg=80.0, last_estimated_max_kg=78.0),
    )


def test_at_most_five_trends_are_shown() -> None:
    exercises = [exercise.id for exercise in CATALOGUE][:7]
    logs = [log(0, sets=tuple(one for exercise_id in exercises for one in sets(exercise_id)))]
    assert len(exercise_trends(logs)) == 5


def test_hard_sets_count_indirect_work_half_and_leave_warm_ups_and_easy_sets_out() -> None:
    squat = CATALOGUE[SQUAT]
    logs = [
        log(0, sets=(*sets(number=3), *sets(rpe=6.0), *sets(rpe=5.5), *sets(kind=SetKind.WARM_UP), *sets(reps=0))),
    ]
    found = hard_sets(logs, CATALOGUE)
    assert {muscle: found[muscle] for muscle in squat.primary_muscles} == dict.fromkeys(squat.primary_muscles, 4.0)
    assert squat.secondary_muscles != ()
    assert {found[muscle] for muscle in squat.secondary_muscles} == {2.0}


def test_weak_points_are_averaged_over_the_weeks_since_the_first_workout_without_the_running_one() -> None:
    muscle = CATALOGUE[SQUAT].primary_muscles[0]
    targets = {muscle: 10.0, Muscle.BICEPS: 5.0, Muscle.CALVES: 2.0}
    logs = [log(-14, sets=sets(number=6)), log(-7, sets=sets(number=8)), log(0, sets=sets(number=20))]
    found = weak_points(logs, targets, today=THURSDAY, catalogue=CATALOGUE)
    assert found == (
        MuscleTrend(muscle=Muscle.BICEPS, weekly_sets=0.0, target_sets=5.0),
        MuscleTrend(muscle=Muscle.CALVES, weekly_sets=0.0, target_sets=2.0),
        MuscleTrend(muscle=muscle, weekly_sets=7.0, target_sets=10.0),
    )
    only_now = weak_points([log(0, sets=sets(number=4))], {muscle: 10.0}, today=THURSDAY, catalogue=CATALOGUE)
    assert [one.weekly_sets for one in only_now] == [4.0]


def test_who_logged_no_set_has_no_weak_points() -> None:
    assert weak_points([log(0)], {Muscle.BICEPS: 5.0}, today=THURSDAY, catalogue=CATALOGUE) == ()


def test_a_summary_says_what_is_so() -> None:
    muscle = CATALOGUE[SQUAT].primary_muscles[0]
    logs = [log(-7, sets=sets(load_kg=100)), log(0, sets=sets(load_kg=105))]
    assert shown(logs, planned=[-7, 0, 2], targets={muscle: 10.0}).summary == (
        "You trained twice in the last 2 weeks, 1 of them this week. "
        "You did 67 % of the sessions that were planned so far. "
        "That makes 2 weeks in a row. "
        "Your best step forward is the Back Squat: an estimated maximum of 120.3 kg, from 114.6 kg. "
        f"The {muscle.value.lower()} got the least work against what would suit you: 1 hard set a week, where about 10 would."
    )
    assert shown([log(2, completion=Completion.SKIPPED)], weeks=1).summary == (
        "Nothing was logged in the last week. Log your next workout, and it shows here."
    )
    assert shown([log(2)], planned=[2], weeks=1).summary == (
        "You trained once in the last week. You did 100 % of the sessions that were planned so far. Well kept."
    )
