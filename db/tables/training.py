"""Workout logs: what was done, day by day."""

import datetime

from sqlalchemy import ARRAY, Index, String, UniqueConstraint, text
from sqlmodel import Field

from db.tables.base import Row, belonging_to, identifier, instant, newest_of_an_athlete, owner, struct_json, word
from domain.ids import AthleteId, ExerciseId, PlanId, WorkoutLogId
from domain.training import Completion, Credit, LoggedEndurance, LoggedSet, PainReport


class WorkoutLogRow(Row, table=True):
    """One log. A deleted one stays behind as a tombstone without content, so that a late, older revision does not bring it back."""

    __tablename__ = "workout_log"
    __table_args__ = (
        newest_of_an_athlete("workout_log"),
        UniqueConstraint("athlete_id", "client_id", name="workout_log_by_client_id"),
        Index(
            "workout_log_one_a_day",
            "athlete_id",
            "plan_id",
            "date",
            unique=True,
            postgresql_where=text("deleted_at IS NULL"),
        ),
        Index("workout_log_by_date", "athlete_id", "date", "id"),
        belonging_to("plan", of="workout_log"),
    )
    id: WorkoutLogId = identifier("workout", primary_key=True)
    athlete_id: AthleteId = owner()
    client_id: str
    revision: int
    plan_id: PlanId = identifier("plan")
    date: datetime.date
    completion: Completion = word(Completion)
    sets: tuple[LoggedSet, ...] = struct_json(tuple[LoggedSet, ...])
    exercise_ids: list[ExerciseId] = Field(sa_type=ARRAY(String))
    """Those of the sets, each once: what is looked up by exercise."""
    endurance: tuple[LoggedEndurance, ...] = struct_json(tuple[LoggedEndurance, ...])
    session_rpe: float | None = None
    minutes: int | None = None
    enjoyment: int | None = None
    energy: int | None = None
    soreness: int | None = None
    pain: PainReport | None = struct_json(PainReport, nullable=True)
    note: str | None = None
    credits: tuple[Credit, ...] = struct_json(tuple[Credit, ...])
    """What this log was counted as, so that its next revision can take it back."""
    performed_at: datetime.datetime = instant()
    logged_at: datetime.datetime = instant()
    deleted_at: datetime.datetime | None = instant(nullable=True)
