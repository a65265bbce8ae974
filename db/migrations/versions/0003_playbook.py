"""The playbook: lessons, and the ledger of which they are the fold."""

import sqlalchemy as sa
from alembic import op

from db.migrations import shapes

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "lesson",
        shapes.identifier("id"),
        shapes.athlete(),
        shapes.words("text"),
        shapes.struct("rule"),
        shapes.flag("is_hard"),
        shapes.flag("is_pinned"),
        shapes.one_of("state", "LessonState", "ACTIVE SUPERSEDED EXPIRED RETIRED"),
        shapes.one_of("source", "LessonSource", "ONBOARDING FEEDBACK WORKOUT ATHLETE"),
        shapes.words("evidence"),
        shapes.number("confidence"),
        shapes.whole("helpful_count"),
        shapes.whole("harmful_count"),
        shapes.whole("times_applied"),
        shapes.struct("tags"),
        shapes.instant("created_at"),
        shapes.instant("changed_at"),
        shapes.instant("last_applied_at", nullable=True),
        shapes.instant("expires_at", nullable=True),
        sa.PrimaryKeyConstraint("id"),
        shapes.newest_of_an_athlete("lesson"),
        shapes.length("text", 1, 2000),
        shapes.length("evidence", 0, 4000),
        shapes.within("confidence", 0, 1),
        shapes.at_least("helpful_count", 0),
        shapes.at_least("harmful_count", 0),
        shapes.at_least("times_applied", 0),
    )
    op.create_index("lesson_by_state", "lesson", ["athlete_id", "state"])
    op.create_table(
        "lesson_change",
        shapes.identifier("id"),
        shapes.athlete(),
        shapes.whole("playbook_version"),
        shapes.identifier("lesson_id"),
        shapes.one_of(
            "operation",
            "LessonOperation",
            "ADD UPDATE MERGE SUPERSEDE CONFIRM CONTRADICT PIN UNPIN RETIRE RESTORE EXPIRE",
        ),
        shapes.words("reason"),
        shapes.struct("lesson"),
        shapes.instant("at"),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("athlete_id", "playbook_version", name="lesson_change_by_version"),
        shapes.belonging_to("lesson", of="lesson_change"),
        shapes.at_least("playbook_version", 1),
        shapes.length("reason", 0, 2000),
    )
