"""Whether a workout spoke for the lessons under which it was planned, or against them."""

import datetime

import msgspec
import pytest

from db.seed.catalogue import read_catalogue
from domain.ids import ActivityId, ExerciseId, LessonId, PlanId, WorkoutLogId, day_id_of
from domain.lessons import LessonRule, LessonRuleKind
from domain.plan import Day, DayKind, EnduranceActivity, Interval, IntervalKind, SetKind, SetTarget, StrengthActivity
from domain.terms import BodyArea, LimitationKind, Sport, Weekday
from domain.training import Completion, Credit, LoggedSet, PainReport, WorkoutLog
from services.playbook.confidence import with_outcomes
from services.playbook.credit import concerns, credits_of, effort_misses
from tests.unit.playbook.making import kept, minutes

PLAN = PlanId("plan_" + "1" * 32)
MONDAY = datetime.date(2026, 11, 23)
NOW = datetime.datetime(2026, 11, 23, 9, tzinfo=datetime.UTC)
SQUAT = ExerciseId("exercise_back-squat")
LESSON, OTHER = LessonId("lesson_" + "1" * 32), LessonId("lesson_" + "2" * 32)
LIFT = StrengthActivity(
    id=ActivityId("activity_" + "1" * 32),
    exercise_id=SQUAT,
    sets=(
        SetTarget(kind=SetKind.WARM_UP, reps=5, rest_seconds=60),
        SetTarget(reps=5, rpe=7, rest_seconds=120),
        SetTarget(reps=5, rpe=8, rest_seconds=120),
    ),
)
RUN = EnduranceActivity(
    id=ActivityId("activity_" + "2" * 32),
    title="Run",
    sport=Sport.RUNNING,
    intervals=(
        Interval(kind=IntervalKind.STEADY, minutes=30, zone=2, rpe=3),
        Interval(kind=IntervalKind.WORK, minutes=10, zone=4, rpe=7),
    ),
    total_minutes=40,
)


def day(*activities: StrengthActivity | EnduranceActivity) -> Day:
    return Day(
        id=day_id_of(PLAN, MONDAY),
        title="Monday",
        date=MONDAY,
        weekday=Weekday.MONDAY,
        kind=DayKind.STRENGTH,
        rationale="",
        estimated_minutes=30,
        activities=activities,
    )


def log(**fields: object) -> WorkoutLog:
    values: dict[str, object] = {
        "id": WorkoutLogId("workout_" + "1" * 32),
        "client_id": "client-1",
        "revision": 1,
        "plan_id": PLAN,
        "date": MONDAY,
        "completion": Completion.DONE,
        "performed_at": NOW,
        "logged_at": NOW,
    }
    return WorkoutLog(**{**values, **fields})  # type: ignore[arg-type]  # each test names the fields it is about


def efforts(*rpes: float | None) -> tuple[LoggedSet, ...]:
    """The sets of the lift, with these efforts."""
    return tuple(
        LoggedSet(activity_id=LIFT.id, exercise_id=SQUAT, set_number=number, rpe=rpe)
        for number, rpe in enumerate(rpes, start=1)
    )


def verdict(**fields: object) -> bool | None:
    """Whether such a log helps its lesson; None where it says nothing."""
    found = credits_of(log(**fields), day(LIFT), [LESSON])
    return found[0].is_helpful if found else None


@pytest.mark.parametrize(
    "fields",
    [
        {"enjoyment": 3},
        {"session_rpe": 7.5},
        {"session_rpe": 8.5, "enjoyment": 5},
        {"sets": efforts(None, 7, 8)},
        {"sets": efforts(None, 6, 7)},
    ],
)
def test_a_workout_near_its_target_without_pain_went_well(fields: dict[str, object]) -> None:
    assert verdict(**fields) is True


@pytest.mark.parametrize(
    "fields",
    [
        {"completion": Completion.SKIPPED},
        {"completion": Completion.SKIPPED, "enjoyment": 5},
        {"session_rpe": 9.5},
        {"session_rpe": 9.5, "completion": Completion.PARTIAL},
        {"sets": efforts(None, 9, 10)},
        {"sets": efforts(None, 9, 10), "session_rpe": 7, "enjoyment": 5},
    ],
)
def test_a_workout_that_was_skipped_or_two_points_too_hard_went_badly(fields: dict[str, object]) -> None:
    assert verdict(**fields) is False


@pytest.mark.parametrize(
    "fields",
    [
        {},
        {"enjoyment": 2},
        {"session_rpe": 9.0},
        {"session_rpe": 6.0},
        {"sets": efforts(None, 8.5, 9.5)},
        {"enjoyment": 5, "completion": Completion.PARTIAL},
        {"enjoyment": 5, "pain": PainReport(area=BodyArea.KNEE, severity=1)},
        {"sets": efforts(9, None, None)},
    ],
)
def test_all_else_says_nothing(fields: dict[str, object]) -> None:
    assert verdict(**fields) is None


def test_pain_speaks_against_the_lessons_of_its_area_alone() -> None:
    hurt = log(enjoyment=5, pain=PainReport(area=BodyArea.KNEE, severity=2))
    found = credits_of(hurt, day(LIFT), [OTHER, LESSON], hurting=frozenset({LESSON}))
    assert found == (Credit(LESSON, is_helpful=False),)


def test_every_applied_lesson_is_counted_and_a_rest_day_counts_for_none() -> None:
    liked = log(enjoyment=4)
    both = (Credit(LESSON, is_helpful=True), Credit(OTHER, is_helpful=True))
    assert credits_of(liked, day(LIFT), [OTHER, LESSON]) == both
    assert credits_of(liked, day(), [OTHER, LESSON]) == ()


def test_effort_is_held_against_what_was_meant_set_by_set_and_as_a_whole() -> None:
    assert effort_misses(log(sets=efforts(None, 8, 8), session_rpe=8), [LIFT]) == (0.5, 0.5)
    assert effort_misses(log(session_rpe=4), [RUN]) == (0.0,)
    assert effort_misses(log(sets=efforts(None, 8, 8)), []) == ()


@pytest.mark.parametrize(
    ("rule", "is_concerned"),
    [
        (LessonRule(kind=LessonRuleKind.LIMITATION, limitation=LimitationKind.KNEE), True),
        (LessonRule(kind=LessonRuleKind.LIMITATION, limitation=LimitationKind.HIP), False),
        (LessonRule(kind=LessonRuleKind.PREFER_EXERCISE, exercise_id=SQUAT), True),
        (LessonRule(kind=LessonRuleKind.PREFER_EXERCISE, exercise_id=ExerciseId("exercise_plank")), False),
        (LessonRule(kind=LessonRuleKind.PREFER_EXERCISE, exercise_id=ExerciseId("exercise_nonsense")), False),
        (LessonRule(kind=LessonRuleKind.AVOID_EXERCISE, exercise_id=SQUAT), False),
        (LessonRule(kind=LessonRuleKind.SESSION_MINUTES, amount=30), False),
    ],
)
def test_knee_pain_is_about_what_the_knee_bears(rule: LessonRule, is_concerned: bool) -> None:
    assert concerns(rule, LimitationKind.KNEE, read_catalogue()) is is_concerned


@pytest.mark.parametrize(
    ("before", "helpful", "harmful", "after"),
    [(0.5, 0, 0, 0.5), (0.5, 10, 0, 15 / 20), (0.5, 0, 10, 5 / 20), (0.8, 1, 1, 9 / 12)],
)
def test_confidence_is_the_mean_of_all_that_was_seen(before: float, helpful: int, harmful: int, after: float) -> None:
    lesson = kept(minutes(30), confidence=before).lesson
    seen = msgspec.structs.replace(lesson, helpful_count=helpful, harmful_count=harmful)
    assert with_outcomes(seen).confidence == pytest.approx(after)
    assert msgspec.structs.replace(with_outcomes(seen), confidence=before) == seen
