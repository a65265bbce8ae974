"""What each athlete used of the language model on each day: calls, tokens and money."""

import sqlalchemy as sa
from alembic import op

from db.migrations import shapes
from db.migrations.protection import protect_quietly

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "model_use",
        shapes.athlete(),
        sa.Column("day", sa.Date(), nullable=False),
        shapes.whole("calls"),
        sa.Column("input_tokens", sa.BigInteger(), nullable=False),
        sa.Column("output_tokens", sa.BigInteger(), nullable=False),
        sa.Column("microdollars", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("athlete_id", "day"),
        shapes.at_least("calls", 0),
        shapes.at_least("microdollars", 0),
    )
    protect_quietly("model_use")
