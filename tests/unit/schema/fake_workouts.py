"""Workout logs that are answered from memory, with a count of what was asked."""

import datetime
from collections import Counter
from collections.abc import Sequence

from db.queries.training import LiftsOnDate
from domain.ids import ActivityId, AthleteId, ExerciseId, PlanId, WorkoutLogId
from domain.pages import Edge, Page
from domain.terms import BodyArea, Muscle
from domain.training import (
    Completion,
    ExerciseTrend,
    Insights,
    LoggedSet,
    MuscleTrend,
    PainReport,
    WeekInsight,
    WorkoutLog,
)
from services.training.lifts import PreviousSets
from tests.unit.schema.fakes import ATHLETE, NOW, PLAN, START

SQUATS = LoggedSet(
    activity_id=ActivityId("activity_" + "4" * 32),
    exercise_id=ExerciseId("exercise_air-squat"),
    set_number=1,
    reps=8,
    rpe=7,
)
A_LOG = WorkoutLog(
    id=WorkoutLogId("workout_" + "6" * 32),
    client_id="client-1",
    revision=2,
    plan_id=PLAN,
    date=START,
    completion=Completion.PARTIAL,
    sets=(SQUATS,),
    pain=PainReport(area=BodyArea.KNEE, severity=3),
    performed_at=NOW,
    logged_at=NOW,
)
LAST_WEEK = LiftsOnDate(
    START - datetime.timedelta(days=7), (LoggedSet(exercise_id=SQUATS.exercise_id, set_number=1, reps=6),)
)
SOME_INSIGHTS = Insights(
    weeks=(
        WeekInsight(
            start_date=START,
            sessions_done=1,
            sessions_planned=2,
            tonnage_kg=0,
            endurance_minutes=0,
            average_session_rpe=None,
        ),
    ),
    streak_weeks=1,
    adherence=0.5,
    top_exercises=(
        ExerciseTrend(exercise_id=SQUATS.exercise_id, first_estimated_max_kg=100, last_estimated_max_kg=105),
    ),
    weak_points=(MuscleTrend(muscle=Muscle.CALVES, weekly_sets=1, target_sets=4),),
    summary="Good.",
)


class FakeWorkouts:
    """One log of one athlete."""

    def __init__(self) -> None:
        self.asked: Counter[str] = Counter()

    async def logs_of_plan(self, athlete_id: AthleteId, plan_id: PlanId) -> dict[datetime.date, WorkoutLog]:
        self.asked["logs_of_plan"] += 1
        return {START: A_LOG} if (athlete_id, plan_id) == (ATHLETE, PLAN) else {}

    async def previous_sets(self, athlete_id: AthleteId, plan_id: PlanId) -> PreviousSets:
        self.asked["previous_sets"] += 1
        return PreviousSets([LAST_WEEK, LiftsOnDate(START, A_LOG.sets)])

    async def logs_by_id(self, athlete_id: AthleteId, ids: Sequence[WorkoutLogId]) -> dict[WorkoutLogId, WorkoutLog]:
        self.asked["logs_by_id"] += 1
        return {A_LOG.id: A_LOG} if A_LOG.id in ids else {}

    async def page(self, athlete_id: AthleteId, *, first: int, after: str | None) -> Page[WorkoutLog]:
        self.asked[f"page first={first} after={after}"] += 1
        return Page(edges=(Edge("here", A_LOG),), has_next_page=False, has_previous_page=False)


class FakeLookingBack:
    """The same insights for all."""

    def __init__(self) -> None:
        self.asked: list[int] = []

    async def insights(self, athlete_id: AthleteId, *, week_count: int) -> Insights:
        self.asked.append(week_count)
        return SOME_INSIGHTS
