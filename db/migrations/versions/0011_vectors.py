"""Meanings as vectors, of notes and of lessons: each with the name of the model that made it, and gone when its text changes."""

import sqlalchemy as sa
from alembic import op
from pgvector.sqlalchemy import Vector

from db.migrations import shapes
from db.migrations.protection import protect_quietly, take_away

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None

_APP = "coachbook_app"
_DIMENSIONS = 384


def upgrade() -> None:
    _take_pgvector()
    op.create_table(
        "note_vector",
        sa.Column("note_id", sa.Text(), sa.ForeignKey("knowledge_note.id", ondelete="CASCADE"), primary_key=True),
        shapes.words("model"),
        sa.Column("vector", Vector(_DIMENSIONS), nullable=False),
    )
    take_away("note_vector")
    op.execute("alter table note_vector enable row level security")
    op.execute(f"create policy everybodys on note_vector for all to {_APP} using (true) with check (true)")
    op.execute(f"grant select, insert, update, delete on note_vector to {_APP}")
    op.create_table(
        "lesson_vector",
        shapes.identifier("lesson_id"),
        shapes.athlete(),
        shapes.words("model"),
        sa.Column("vector", Vector(_DIMENSIONS), nullable=False),
        sa.PrimaryKeyConstraint("athlete_id", "lesson_id"),
        shapes.belonging_to("lesson", of="lesson_vector"),
    )
    protect_quietly("lesson_vector")
    _forget_when_reworded("note", "knowledge_note", "title, keywords")
    _forget_when_reworded("lesson", "lesson", "text, rule")
    _find_whose_lessons_have_none()


def _take_pgvector() -> None:
    op.execute("""
        do $$
        begin
            if not exists (select from pg_available_extensions where name = 'vector') then
                raise exception 'PostgreSQL lacks pgvector: install it beside the server (on Debian and Ubuntu the package '
                    'postgresql-NN-pgvector), then migrate again';
            end if;
            create extension if not exists vector;
        end $$
    """)


def _forget_when_reworded(thing: str, table: str, columns: str) -> None:
    old, new = (", ".join(f"{row}.{name}" for name in columns.split(", ")) for row in ("old", "new"))
    op.execute(f"""
        create function forget_vector_of_{thing}() returns trigger language plpgsql as $$
        begin
            delete from {thing}_vector where {thing}_id = new.id;
            return null;
        end $$
    """)
    op.execute(f"""
        create trigger forget_vector after update of {columns} on {table}
        for each row when (({old}) is distinct from ({new})) execute function forget_vector_of_{thing}()
    """)


def _find_whose_lessons_have_none() -> None:
    """As for what has faded: the owner of the tables sees what it takes to tell ids, and nobody else does."""
    op.execute("create policy meant on lesson for select to current_user using (state = 'ACTIVE')")
    op.execute("create policy meant on lesson_vector for select to current_user using (true)")
    signature = "athletes_with_lessons_to_embed(past uuid, most integer, by text)"
    op.execute(f"""
        create function {signature} returns setof uuid
        language sql security definer set search_path = public, pg_temp as $$
            select distinct athlete_id from lesson
            where athlete_id > past and state = 'ACTIVE' and not exists (
                select from lesson_vector where lesson_vector.lesson_id = lesson.id and lesson_vector.model = by
            )
            order by athlete_id limit most
        $$
    """)
    op.execute("revoke all on function athletes_with_lessons_to_embed(uuid, integer, text) from public")
    op.execute(f"grant execute on function athletes_with_lessons_to_embed(uuid, integer, text) to {_APP}")
