"""The knowledge base: notes that everybody may read, found by full text."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

from db.migrations import shapes

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None

_APP = "coachbook_app"
_WORDS = (
    "setweight(to_tsvector('english', title), 'A') || setweight(to_tsvector('english', keywords), 'B') || "
    "setweight(to_tsvector('english', text), 'D')"
)
"""A few dozen notes are read faster from end to end than by an index, so there is none."""


def upgrade() -> None:
    op.create_table(
        "knowledge_note",
        sa.Column("id", sa.Text(), primary_key=True),
        shapes.words("title"),
        shapes.words("topic"),
        shapes.struct("kinds"),
        shapes.words("keywords"),
        shapes.words("source"),
        shapes.words("text"),
        sa.Column("words", postgresql.TSVECTOR(), sa.Computed(_WORDS, persisted=True), nullable=False),
    )
    op.execute("revoke all on knowledge_note from public")
    op.execute("""
        do $$
        declare other text;
        begin
            for other in select rolname from pg_roles where rolname in ('anon', 'authenticated', 'service_role') loop
                execute format('revoke all on knowledge_note from %I', other);
            end loop;
        end $$
    """)
    op.execute("alter table knowledge_note enable row level security")
    op.execute(f"create policy readable on knowledge_note for select to {_APP} using (true)")
    op.execute(f"grant select on knowledge_note to {_APP}")
