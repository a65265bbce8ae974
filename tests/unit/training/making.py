"""Logs made in one line each."""

import datetime

from domain.ids import ExerciseId, PlanId, WorkoutLogId
from domain.training import Completion, LoggedSet, WorkoutLog

MONDAY = datetime.date(2026, 11, 23)
SQUAT = ExerciseId("exercise_back-squat")
BENCH = ExerciseId("exercise_bench-press")
NOON = datetime.datetime(2026, 11, 23, 12, tzinfo=datetime.UTC)


def log(offset: int = 0, **more: object) -> WorkoutLog:
    """A workout so many days after the Monday; days before are negative."""
    values: dict[str, object] = {
        "id": WorkoutLogId("workout_" + "1" * 32),
        "client_id": "client-1",
        "revision": 1,
        "plan_id": PlanId("plan_" + "1" * 32),
        "date": MONDAY + datetime.timedelta(days=offset),
        "completion": Completion.DONE,
        "performed_at": NOON,
        "logged_at": NOON,
    }
    return WorkoutLog(**{**values, **more})  # type: ignore[arg-type]  # each test names the fields it is about


def sets(
    exercise_id: ExerciseId = SQUAT, *, number: int = 1, load_kg: float | None = 100, reps: int = 5, **more: object
) -> tuple[LoggedSet, ...]:
    return tuple(
        LoggedSet(exercise_id=exercise_id, set_number=place, load_kg=load_kg, reps=reps, **more)  # type: ignore[arg-type]
        for place in range(1, number + 1)
    )
