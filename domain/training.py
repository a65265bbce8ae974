"""What was done on a day, as the athlete logged it, and what all of it shows.

The names are the schema's in snake case, so that schema types read these structs as they are.
"""

import datetime
from enum import StrEnum

import msgspec

from domain.ids import ActivityId, DayId, ExerciseId, LessonId, PlanId, WorkoutLogId
from domain.plan import SetKind
from domain.terms import BodyArea, Muscle, Sport

CLIENT_ID_LENGTH = (8, 64)
REVISION = (1, 2**31 - 1)
MAXIMUM_LOGGED_SETS = 200
MAXIMUM_LOGGED_ENDURANCE = 20
SET_NUMBER = (1, 100)
LOGGED_REPS = (0, 200)
LOGGED_SECONDS = (1, 14_400)
LOGGED_LOAD_KG = (0.0, 600.0)
LOGGED_RPE = (1.0, 10.0)
LOGGED_MINUTES = (1, 1440)
DISTANCE_KM = (0.0, 1000.0)
HEART_RATE = (30, 240)
RATING = (1, 5)
SEVERITY = (1, 10)
NOTE_LENGTH = (0, 1000)
PAIN_NOTE_LENGTH = (0, 500)
INSIGHT_WEEKS = (1, 52)
DEFAULT_INSIGHT_WEEKS = 8
MAXIMUM_TRENDS = 5

LIMITING_SEVERITY = 4
"""Pain from here on makes a limitation; below, it is kept with the log and nothing more."""
ALARMING_SEVERITY = 7
"""From here on a professional should look at it."""


class Completion(StrEnum):
    """How much of a day was done."""

    DONE = "DONE"
    PARTIAL = "PARTIAL"
    SKIPPED = "SKIPPED"


class LoggedSet(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """One set as it was done. `exercise_id` is what was really done; `kind` is what the plan had meant the set for."""

    activity_id: ActivityId | None = None
    exercise_id: ExerciseId
    set_number: int
    reps: int | None = None
    duration_seconds: int | None = None
    load_kg: float | None = None
    rpe: float | None = None
    kind: SetKind = SetKind.WORKING


class LoggedEndurance(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """Endurance as it was done."""

    activity_id: ActivityId | None = None
    sport: Sport
    minutes: float | None = None
    distance_km: float | None = None
    average_heart_rate: int | None = None


class PainReport(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """Where it hurt and how much, from 1 to 10."""

    area: BodyArea
    severity: int
    note: str | None = None


class Credit(msgspec.Struct, frozen=True):
    """That a workout spoke for a lesson under which it was planned, or against it."""

    lesson_id: LessonId
    is_helpful: bool


class WorkoutLog(msgspec.Struct, frozen=True, kw_only=True):
    """What was done on one day of a plan. `performed_at` is when it was done, `logged_at` when it was first told."""

    id: WorkoutLogId
    client_id: str
    revision: int
    plan_id: PlanId
    date: datetime.date
    completion: Completion
    sets: tuple[LoggedSet, ...] = ()
    endurance: tuple[LoggedEndurance, ...] = ()
    session_rpe: float | None = None
    minutes: int | None = None
    enjoyment: int | None = None
    energy: int | None = None
    soreness: int | None = None
    pain: PainReport | None = None
    note: str | None = None
    performed_at: datetime.datetime
    logged_at: datetime.datetime

    @property
    def own_words(self) -> tuple[str, ...]:
        """The notes."""
        notes = (self.note, self.pain.note if self.pain is not None else None)
        return tuple(note for note in notes if note)


class SetDraft(msgspec.Struct, frozen=True, kw_only=True):
    """A set as the client sends it: at least one of `activity_id` and `exercise_id`."""

    activity_id: str | None = None
    exercise_id: str | None = None
    set_number: int
    reps: int | None = None
    duration_seconds: int | None = None
    load_kg: float | None = None
    rpe: float | None = None


class EnduranceDraft(msgspec.Struct, frozen=True, kw_only=True):
    """Endurance as the client sends it: at least one of `activity_id` and `sport`."""

    activity_id: str | None = None
    sport: Sport | None = None
    minutes: float | None = None
    distance_km: float | None = None
    average_heart_rate: int | None = None


class WorkoutDraft(msgspec.Struct, frozen=True, kw_only=True):
    """A log as the client sends it."""

    client_id: str
    revision: int = 1
    day_id: DayId
    completion: Completion
    sets: tuple[SetDraft, ...] = ()
    endurance: tuple[EnduranceDraft, ...] = ()
    session_rpe: float | None = None
    minutes: int | None = None
    enjoyment: int | None = None
    energy: int | None = None
    soreness: int | None = None
    pain: PainReport | None = None
    note: str | None = None
    performed_at: datetime.datetime | None = None


class WeekInsight(msgspec.Struct, frozen=True, kw_only=True):
    """One week from Monday on."""

    start_date: datetime.date
    sessions_done: int
    sessions_planned: int
    tonnage_kg: float
    endurance_minutes: float
    average_session_rpe: float | None


class ExerciseTrend(msgspec.Struct, frozen=True, kw_only=True):
    """The estimated maximum of an exercise, at the first and at the last session of a period."""

    exercise_id: ExerciseId
    first_estimated_max_kg: float
    last_estimated_max_kg: float


class MuscleTrend(msgspec.Struct, frozen=True, kw_only=True):
    """Hard sets a week for a muscle, indirect work counted half, against the target."""

    muscle: Muscle
    weekly_sets: float
    target_sets: float


class Insights(msgspec.Struct, frozen=True, kw_only=True):
    """What the logged workouts of some weeks show."""

    weeks: tuple[WeekInsight, ...]
    streak_weeks: int
    adherence: float | None
    top_exercises: tuple[ExerciseTrend, ...]
    weak_points: tuple[MuscleTrend, ...]
    summary: str
