"""Who may see and change what: rights of the app's role, a policy on every table, and the revision that rises with each change."""

from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

_APP = "coachbook_app"
_CHANGEABLE = "profile clearance idempotency question_set answer plan message generation lesson".split()
_WRITTEN_ONCE = "plan_version lesson_change".split()
_SHARED = "exercise alembic_version".split()
_THIS_ATHLETE = "nullif(current_setting('app.athlete_id', true), '')::uuid"
"""After a transaction the setting is '' and not NULL, which no uuid is."""


def upgrade() -> None:
    _take_away()
    _protect("athlete", "id", "select, insert, update, delete")
    for table in _CHANGEABLE:
        _protect(table, "athlete_id", "select, insert, update, delete")
    for table in _WRITTEN_ONCE:
        _protect(table, "athlete_id", "select, insert")
    for table in _SHARED:
        op.execute(f"alter table {table} enable row level security")
        op.execute(f"create policy readable on {table} for select to {_APP} using (true)")
        op.execute(f"grant select on {table} to {_APP}")
    _raise_revisions()


def _take_away() -> None:
    """Hosts such as Supabase hand every new table of this schema to roles of theirs."""
    tables = ", ".join(["athlete", *_CHANGEABLE, *_WRITTEN_ONCE, *_SHARED])
    op.execute(f"""
        do $$
        declare other text;
        begin
            revoke all on {tables} from public;
            for other in select rolname from pg_roles where rolname in ('anon', 'authenticated', 'service_role') loop
                execute format('revoke all on {tables} from %I', other);
            end loop;
        end $$
    """)


def _protect(table: str, owner: str, rights: str) -> None:
    """Forced, so that the owner of the table is held to it as well."""
    op.execute(f"alter table {table} enable row level security")
    op.execute(f"alter table {table} force row level security")
    op.execute(f"""
        create policy own on {table} for all to {_APP}
        using ({owner} = {_THIS_ATHLETE}) with check ({owner} = {_THIS_ATHLETE})
    """)
    op.execute(f"grant {rights} on {table} to {_APP}")


def _raise_revisions() -> None:
    """Each statement that changes rows of an athlete raises their revision by one."""
    op.execute("""
        create function raise_revision() returns trigger language plpgsql as $$
        begin
            update athlete set revision = revision + 1 where id in (select athlete_id from changed);
            return null;
        end $$
    """)
    for table in (*_CHANGEABLE, *_WRITTEN_ONCE):
        for event, rows in (("insert", "new"), ("update", "new"), ("delete", "old")):
            op.execute(f"""
                create trigger {event}_raises_revision after {event} on {table}
                referencing {rows} table as changed for each statement execute function raise_revision()
            """)
    op.execute("""
        create function raise_own_revision() returns trigger language plpgsql as $$
        begin
            new.revision := old.revision + 1;
            return new;
        end $$
    """)
    op.execute("""
        create trigger change_raises_revision before update on athlete for each row
        when (old.revision = new.revision and old is distinct from new) execute function raise_own_revision()
    """)
