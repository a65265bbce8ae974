"""Plans and their versions, messages about them, and the generations that make them."""

import sqlalchemy as sa
from alembic import op

from db.migrations import shapes

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    _plan()
    _plan_version()
    _message()
    _generation()


def _plan() -> None:
    op.create_table(
        "plan",
        shapes.identifier("id"),
        shapes.athlete(),
        shapes.one_of("state", "PlanState", "IN_REVIEW ACCEPTED COMPLETED ARCHIVED"),
        shapes.whole("version"),
        sa.Column("start_date", sa.Date(), nullable=False),
        sa.Column("end_date", sa.Date(), nullable=False),
        shapes.words("basis_fingerprint"),
        shapes.instant("accepted_at", nullable=True),
        shapes.instant("archived_at", nullable=True),
        shapes.instant("created_at"),
        shapes.instant("updated_at"),
        sa.PrimaryKeyConstraint("id"),
        shapes.newest_of_an_athlete("plan"),
        sa.CheckConstraint("state <> 'COMPLETED'", name="completed_is_derived"),
        shapes.at_least("version", 1),
        sa.CheckConstraint("end_date BETWEEN start_date AND start_date + 363", name="dates_in_order"),
        sa.CheckConstraint("state <> 'ACCEPTED' OR accepted_at IS NOT NULL", name="accepted_at_is_known"),
    )
    for name, state in (("plan_one_accepted", "ACCEPTED"), ("plan_one_in_review", "IN_REVIEW")):
        op.create_index(name, "plan", ["athlete_id"], unique=True, postgresql_where=sa.text(f"state = '{state}'"))


def _plan_version() -> None:
    op.create_table(
        "plan_version",
        shapes.identifier("plan_id"),
        shapes.whole("number"),
        shapes.athlete(),
        shapes.one_of("reason", "PlanVersionReason", "GENERATED ADAPTED FEEDBACK SAFETY EDITED REVERTED"),
        shapes.struct("changes"),
        shapes.struct("document"),
        shapes.instant("created_at"),
        sa.PrimaryKeyConstraint("plan_id", "number"),
        shapes.belonging_to("plan", of="plan_version"),
        shapes.at_least("number", 1),
    )
    op.create_index("plan_version_of_athlete", "plan_version", ["athlete_id", "plan_id"])


def _message() -> None:
    op.create_table(
        "message",
        shapes.identifier("id"),
        shapes.athlete(),
        shapes.identifier("plan_id"),
        shapes.one_of("author", "Author", "RULES MODEL ATHLETE"),
        shapes.words("text"),
        shapes.one_of("intent", "FeedbackIntent", "QUESTION CHANGE SATISFIED UNCLEAR SAFETY OTHER", nullable=True),
        shapes.whole("plan_version", nullable=True),
        shapes.instant("created_at"),
        sa.PrimaryKeyConstraint("id"),
        shapes.newest_of_an_athlete("message"),
        shapes.belonging_to("plan", of="message"),
        shapes.length("text", 1, 8000),
        shapes.at_least("plan_version", 1),
    )


def _generation() -> None:
    op.create_table(
        "generation",
        shapes.identifier("id"),
        shapes.athlete(),
        shapes.words("idempotency_key"),
        shapes.words("request_hash"),
        shapes.one_of("kind", "GenerationKind", "NEW_PLAN ADAPTATION"),
        shapes.struct("request"),
        shapes.one_of("status", "GenerationStatus", "QUEUED RUNNING SUCCEEDED FAILED CANCELLED"),
        shapes.one_of(
            "stage", "GenerationStage", "WAITING READING_PLAYBOOK DRAFTING BUILDING CHECKING SAVING DONE"
        ),
        shapes.number("progress"),
        shapes.whole("version"),
        shapes.identifier("plan_id", nullable=True),
        shapes.struct("failure", nullable=True),
        shapes.instant("requested_at"),
        shapes.instant("started_at", nullable=True),
        shapes.instant("deadline_at", nullable=True),
        shapes.instant("finished_at", nullable=True),
        sa.PrimaryKeyConstraint("id"),
        shapes.newest_of_an_athlete("generation"),
        sa.UniqueConstraint("athlete_id", "idempotency_key", name="generation_by_key"),
        shapes.belonging_to("plan", of="generation"),
        shapes.length("idempotency_key", 8, 64),
        shapes.length("request_hash", 1, 128),
        shapes.within("progress", 0, 1),
        shapes.at_least("version", 1),
        sa.CheckConstraint(
            "(status IN ('SUCCEEDED', 'FAILED', 'CANCELLED')) = (finished_at IS NOT NULL)", name="finished_at_its_end"
        ),
        sa.CheckConstraint("(status = 'FAILED') = (failure IS NOT NULL)", name="failed_for_a_reason"),
        sa.CheckConstraint("status <> 'SUCCEEDED' OR plan_id IS NOT NULL", name="succeeded_with_a_plan"),
    )
    op.create_index(
        "generation_one_at_a_time",
        "generation",
        ["athlete_id"],
        unique=True,
        postgresql_where=sa.text("status IN ('QUEUED', 'RUNNING')"),
    )
