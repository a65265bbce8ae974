"""Workout logs, protected and counted like everything else of an athlete."""

import sqlalchemy as sa
from alembic import op

from db.migrations import shapes
from db.migrations.protection import protect

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "workout_log",
        shapes.identifier("id"),
        shapes.athlete(),
        shapes.words("client_id"),
        shapes.whole("revision"),
        shapes.identifier("plan_id"),
        sa.Column("date", sa.Date(), nullable=False),
        shapes.one_of("completion", "Completion", "DONE PARTIAL SKIPPED"),
        shapes.struct("sets"),
        sa.Column("exercise_ids", sa.ARRAY(sa.String()), nullable=False),
        shapes.struct("endurance"),
        sa.Column("session_rpe", sa.Float(), nullable=True),
        shapes.whole("minutes", nullable=True),
        shapes.whole("enjoyment", nullable=True),
        shapes.whole("energy", nullable=True),
        shapes.whole("soreness", nullable=True),
        shapes.struct("pain", nullable=True),
        shapes.words("note", nullable=True),
        shapes.struct("credits"),
        shapes.instant("performed_at"),
        shapes.instant("logged_at"),
        shapes.instant("deleted_at", nullable=True),
        sa.PrimaryKeyConstraint("id"),
        shapes.newest_of_an_athlete("workout_log"),
        sa.UniqueConstraint("athlete_id", "client_id", name="workout_log_by_client_id"),
        shapes.belonging_to("plan", of="workout_log"),
        *_bounds(),
    )
    op.create_index(
        "workout_log_one_a_day",
        "workout_log",
        ["athlete_id", "plan_id", "date"],
        unique=True,
        postgresql_where=sa.text("deleted_at IS NULL"),
    )
    op.create_index("workout_log_by_date", "workout_log", ["athlete_id", "date", "id"])
    protect("workout_log")


def _bounds() -> list[sa.CheckConstraint]:
    ratings = [shapes.within(rating, 1, 5) for rating in ("enjoyment", "energy", "soreness")]
    return [
        *ratings,
        shapes.length("client_id", 8, 64),
        shapes.at_least("revision", 1),
        shapes.within("session_rpe", 1, 10),
        shapes.within("minutes", 1, 1440),
        shapes.length("note", 0, 1000),
        sa.CheckConstraint("jsonb_array_length(sets) <= 200", name="sets_within_bounds"),
        sa.CheckConstraint("cardinality(exercise_ids) <= 200", name="exercise_ids_within_bounds"),
        sa.CheckConstraint("jsonb_array_length(endurance) <= 20", name="endurance_within_bounds"),
        sa.CheckConstraint("(pain ->> 'severity')::int BETWEEN 1 AND 10", name="pain_within_bounds"),
    ]
