"""Many workers: their heartbeats, fenced generations that tell of each change, and what may be done for all athletes at once."""

import sqlalchemy as sa
from alembic import op

from db.migrations import shapes

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None

_APP = "coachbook_app"
_KEPT = "interval '48 hours'"
"""Twice as long as an answered request is promised to be remembered."""


def upgrade() -> None:
    op.add_column("generation", sa.Column("attempt", sa.Integer(), nullable=False, server_default="0"))
    op.create_table(
        "worker",
        shapes.words("name"),
        sa.Column("beat_at", sa.DateTime(timezone=True), nullable=False, server_default=sa.text("now()")),
        sa.PrimaryKeyConstraint("name"),
    )
    _open_to_the_app_alone("worker")
    _notify_of_changes()
    _let_the_owner_see("generation", "overdue", "select", "finished_at is null and deadline_at <= now()")
    _let_the_owner_see("idempotency", "forgotten", "all", f"created_at < now() - {_KEPT}")
    _for_all_athletes(
        "overdue_generations() returns table (athlete_id uuid, id uuid)",
        "select athlete_id, id from generation where finished_at is null and deadline_at <= now() limit 500",
    )
    _for_all_athletes(
        "forget_answered_requests() returns bigint",
        f"with gone as (delete from idempotency where created_at < now() - {_KEPT} returning 1) select count(*) from gone",
    )


def _open_to_the_app_alone(table: str) -> None:
    """It tells of processes and of no athlete."""
    op.execute(f"revoke all on {table} from public")
    op.execute(f"""
        do $$
        declare other text;
        begin
            for other in select rolname from pg_roles where rolname in ('anon', 'authenticated', 'service_role') loop
                execute format('revoke all on {table} from %I', other);
            end loop;
        end $$
    """)
    op.execute(f"alter table {table} enable row level security")
    op.execute(f"create policy every on {table} for all to {_APP} using (true) with check (true)")
    op.execute(f"grant select, insert, update, delete on {table} to {_APP}")


def _notify_of_changes() -> None:
    """Notices go out with the commit. They carry an id and no data, so that each reader sees what it may and no more."""
    op.execute("""
        create function tell_of_generation() returns trigger language plpgsql as $$
        begin
            perform pg_notify('generation', 'generation_' || replace(new.id::text, '-', ''));
            return null;
        end $$
    """)
    op.execute("""
        create trigger change_is_told after update on generation for each row
        when (old.version is distinct from new.version) execute function tell_of_generation()
    """)


def _let_the_owner_see(table: str, name: str, what: str, condition: str) -> None:
    """The tables' owner is held to row-level security as well, but for these rows; no session becomes the owner by itself."""
    op.execute(f"create policy {name} on {table} for {what} to current_user using ({condition})")


def _for_all_athletes(signature: str, body: str) -> None:
    """The app may call it, and sees nothing of these tables by itself."""
    name = signature.partition("(")[0]
    op.execute(f"""
        create function {signature} language sql security definer set search_path = public, pg_temp as $$ {body} $$
    """)
    op.execute(f"revoke all on function {name}() from public")
    op.execute(f"grant execute on function {name}() to {_APP}")
