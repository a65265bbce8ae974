"""What every table of an athlete gets that comes after the first ones. Frozen: a released migration must go on meaning the same."""

from alembic import op

_APP = "coachbook_app"
_THIS_ATHLETE = "nullif(current_setting('app.athlete_id', true), '')::uuid"


def protect(table: str) -> None:
    """Rights of the app's role alone, forced row-level security, and a revision of the athlete's that rises with each change."""
    protect_quietly(table)
    for event, rows in (("insert", "new"), ("update", "new"), ("delete", "old")):
        op.execute(f"""
            create trigger {event}_raises_revision after {event} on {table}
            referencing {rows} table as changed for each statement execute function raise_revision()
        """)


def protect_quietly(table: str) -> None:
    """The same for what no athlete sees: the revision stays."""
    take_away(table)
    op.execute(f"alter table {table} enable row level security")
    op.execute(f"alter table {table} force row level security")
    op.execute(f"""
        create policy own on {table} for all to {_APP}
        using (athlete_id = {_THIS_ATHLETE}) with check (athlete_id = {_THIS_ATHLETE})
    """)
    op.execute(f"grant select, insert, update, delete on {table} to {_APP}")


def take_away(table: str) -> None:
    """Hosts such as Supabase hand every new table of this schema to roles of theirs."""
    op.execute(f"""
        do $$
        declare other text;
        begin
            revoke all on {table} from public;
            for other in select rolname from pg_roles where rolname in ('anon', 'authenticated', 'service_role') loop
                execute format('revoke all on {table} from %I', other);
            end loop;
        end $$
    """)  # noqa: S608  # the table's name is a migration's own
