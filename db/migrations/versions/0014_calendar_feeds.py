"""Calendar feeds: by which secret a calendar app reads an athlete's training days."""

import sqlalchemy as sa
from alembic import op

from db.migrations import shapes
from db.migrations.protection import protect_quietly

revision = "0014"
down_revision = "0013"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "calendar_feed",
        shapes.athlete(),
        sa.Column("secret_hash", sa.LargeBinary(), nullable=False),
        shapes.instant("opened_at"),
        sa.PrimaryKeyConstraint("athlete_id"),
        sa.CheckConstraint("octet_length(secret_hash) = 32", name="secret_hash_length"),
    )
    protect_quietly("calendar_feed")
