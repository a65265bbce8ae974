"""What athletes wrote that a model has not yet reflected on."""

import sqlalchemy as sa
from alembic import op

from db.migrations import shapes
from db.migrations.protection import protect_quietly

revision = "0012"
down_revision = "0011"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "unreflected",
        shapes.athlete(),
        shapes.one_of("source", "LessonSource", "ONBOARDING FEEDBACK WORKOUT ATHLETE"),
        shapes.words("about"),
        shapes.instant("told_at"),
        sa.PrimaryKeyConstraint("athlete_id", "source", "about"),
    )
    protect_quietly("unreflected")
