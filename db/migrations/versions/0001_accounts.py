"""Athletes with their profiles, questions and answers, and the exercise catalogue."""

import sqlalchemy as sa
from alembic import op

from db.migrations import shapes

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

_LIMITATIONS = (
    "KNEE LOWER_BACK SHOULDER ELBOW WRIST HIP ANKLE NECK UPPER_BACK LOWER_LEG FOOT "
    "PREGNANCY POSTPARTUM HYPERTENSION CARDIAC_WARNING BETA_BLOCKER ASTHMA"
)


def upgrade() -> None:
    _athlete()
    _profile()
    _onboarding()
    _kept_answers()
    op.create_table("exercise", sa.Column("id", sa.Text(), primary_key=True), shapes.struct("facts"))


def _athlete() -> None:
    op.create_table(
        "athlete",
        shapes.identifier("id"),
        shapes.words("issuer"),
        shapes.words("subject"),
        shapes.whole("revision"),
        shapes.whole("playbook_version"),
        shapes.instant("playbook_updated_at"),
        shapes.words("basis_fingerprint"),
        shapes.instant("created_at"),
        sa.PrimaryKeyConstraint("id"),
        shapes.length("issuer", 0, 2000),
        shapes.length("subject", 1, 2000),
        shapes.at_least("revision", 0),
        shapes.at_least("playbook_version", 0),
        shapes.length("basis_fingerprint", 0, 128),
    )


def _profile() -> None:
    op.create_table(
        "profile",
        shapes.athlete(),
        shapes.words("display_name"),
        shapes.whole("birth_year"),
        shapes.one_of("gender", "Gender", "FEMALE MALE OTHER UNSPECIFIED"),
        shapes.number("height_cm"),
        shapes.number("weight_kg"),
        shapes.one_of("unit_system", "UnitSystem", "METRIC IMPERIAL"),
        shapes.words("time_zone"),
        shapes.words("goal"),
        shapes.one_of("experience", "ExperienceLevel", "NOVICE INTERMEDIATE ADVANCED"),
        shapes.struct("given"),
        shapes.struct("given_at"),
        shapes.instant("created_at"),
        shapes.instant("updated_at"),
        sa.PrimaryKeyConstraint("athlete_id"),
        shapes.length("display_name", 2, 40),
        shapes.within("birth_year", 1900, 2200),
        shapes.within("height_cm", 80, 250),
        shapes.within("weight_kg", 25, 400),
        shapes.length("time_zone", 1, 64),
        shapes.length("goal", 10, 1000),
    )


def _onboarding() -> None:
    op.create_table(
        "clearance",
        shapes.athlete(),
        shapes.one_of("limitation", "LimitationKind", _LIMITATIONS),
        shapes.words("note", nullable=True),
        shapes.instant("cleared_at"),
        sa.PrimaryKeyConstraint("athlete_id", "limitation"),
        shapes.length("note", 0, 2000),
    )
    op.create_table(
        "question_set",
        shapes.identifier("id"),
        shapes.athlete(),
        shapes.struct("questions"),
        shapes.words("message"),
        shapes.one_of("author", "Author", "RULES MODEL ATHLETE"),
        shapes.whole("estimated_minutes"),
        shapes.instant("created_at"),
        sa.PrimaryKeyConstraint("id"),
        shapes.newest_of_an_athlete("question_set"),
        sa.CheckConstraint("jsonb_array_length(questions) BETWEEN 1 AND 20", name="questions_count"),
        shapes.within("estimated_minutes", 0, 120),
    )
    op.create_table(
        "answer",
        shapes.athlete(),
        shapes.words("question_id"),
        shapes.struct("answer"),
        shapes.instant("answered_at"),
        sa.PrimaryKeyConstraint("athlete_id", "question_id"),
        shapes.length("question_id", 1, 80),
    )


def _kept_answers() -> None:
    op.create_table(
        "idempotency",
        shapes.athlete(),
        shapes.words("operation"),
        shapes.words("key"),
        shapes.words("request_hash"),
        sa.Column("answer", sa.LargeBinary(), nullable=False),
        shapes.instant("created_at"),
        sa.PrimaryKeyConstraint("athlete_id", "operation", "key"),
        shapes.length("operation", 1, 40),
        shapes.length("key", 8, 64),
        shapes.length("request_hash", 1, 128),
    )
