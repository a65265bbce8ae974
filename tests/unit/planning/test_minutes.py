"""How long a day takes."""

from domain.exercise import Catalogue
from domain.ids import ActivityId, ExerciseId
from domain.plan import EnduranceActivity, SetKind, SetTarget, StrengthActivity
from domain.terms import Sport
from services.planning.minutes import estimated_minutes


def lift(name: str, *sets: SetTarget) -> StrengthActivity:
    return StrengthActivity(id=ActivityId("activity_1"), exercise_id=ExerciseId(f"exercise_{name}"), sets=sets)


def test_a_day_without_activities_takes_no_time(catalogue: Catalogue) -> None:
    assert estimated_minutes((), catalogue) == 0


def test_warm_up_sets_and_rests_count(catalogue: Catalogue) -> None:
    sets = (
        SetTarget(kind=SetKind.WARM_UP, reps=5, rest_seconds=40),
        *(SetTarget(reps=10, rpe=7, rest_seconds=80),) * 2,
    )
    # 5 minutes, then 60 s of warming up and two times 120 s.
    assert estimated_minutes((lift("back-squat", *sets),), catalogue) == 10


def test_one_sided_repetitions_count_twice_and_held_sets_once(catalogue: Catalogue) -> None:
    repeated = SetTarget(reps=10, rpe=7, rest_seconds=40)
    held = SetTarget(duration_seconds=60, rpe=7, rest_seconds=60)
    assert estimated_minutes((lift("one-arm-dumbbell-row", repeated),), catalogue) == 7
    assert estimated_minutes((lift("side-plank", held),), catalogue) == 7


def test_changes_and_endurance_are_added_and_rounded_up(catalogue: Catalogue) -> None:
    run = EnduranceActivity(
        id=ActivityId("activity_2"), title="Easy run", sport=Sport.RUNNING, intervals=(), total_minutes=20
    )
    squat = lift("back-squat", SetTarget(reps=10, rpe=7, rest_seconds=21))
    assert estimated_minutes((run,), catalogue) == 20
    assert estimated_minutes((squat, run), catalogue) == 5 + 2 + 1 + 20
