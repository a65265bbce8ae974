"""What stays of a deleted account until its tokens expire: a hash of its subject, so that none of them brings it back."""

import sqlalchemy as sa
from alembic import op

from db.migrations import shapes
from db.migrations.protection import protect_quietly

revision = "0013"
down_revision = "0012"
branch_labels = None
depends_on = None

_APP = "coachbook_app"
_EXPIRED = "kept_until < now() - interval '1 minute'"
"""Half a minute more than a token is good for after it has expired."""


def upgrade() -> None:
    op.create_table(
        "deleted_account",
        sa.Column("athlete_id", sa.Uuid(), nullable=False),
        shapes.instant("deleted_at"),
        sa.Column("kept_until", sa.DateTime(timezone=True), nullable=False),
        shapes.words("user_to_remove", nullable=True),
        sa.PrimaryKeyConstraint("athlete_id"),
        shapes.length("user_to_remove", 1, 2000),
        sa.Index("deleted_account_by_time", "deleted_at"),
    )
    protect_quietly("deleted_account")
    op.execute("create policy all_of_them on deleted_account for all to current_user using (true)")
    _for_all_athletes(
        "deleted_accounts(after timestamptz) returns table (athlete_id uuid, deleted_at timestamptz, kept_until timestamptz)",
        f"select athlete_id, deleted_at, kept_until from deleted_account where deleted_at > after and not {_EXPIRED}",
        arguments="timestamptz",
    )
    _for_all_athletes(
        "forget_deleted_accounts() returns bigint",
        f"with gone as (delete from deleted_account where {_EXPIRED} returning 1) select count(*) from gone",
    )
    _refuse_to_bring_one_back()
    _tell()
    _remove_orphaned_records()


def _for_all_athletes(signature: str, body: str, *, arguments: str = "") -> None:
    """The app may call it; it tells ids and instants, and nothing else."""
    name = f"{signature.partition('(')[0]}({arguments})"
    op.execute(f"""
        create function {signature} language sql security definer set search_path = public, pg_temp as $$ {body} $$
    """)
    op.execute(f"revoke all on function {name} from public")
    op.execute(f"grant execute on function {name} to {_APP}")


def _refuse_to_bring_one_back() -> None:
    """After the insert, which waits for a deletion that is under way: before it, that one could not be seen yet."""
    op.execute("""
        create function refuse_deleted_account() returns trigger language plpgsql as $$
        begin
            if exists (select from deleted_account where athlete_id = new.id) then
                raise exception 'this account was deleted' using errcode = 'CB001';
            end if;
            return null;
        end $$
    """)
    op.execute("""
        create trigger deleted_stays_deleted after insert on athlete
        for each row execute function refuse_deleted_account()
    """)


def _tell() -> None:
    """Every process learns of deleted accounts, and who follows or makes a plan of theirs that it is wanted no more."""
    op.execute("""
        create function tell_of_deleted_account() returns trigger language plpgsql as $$
        begin
            perform pg_notify('account', 'deleted_accounts');
            return null;
        end $$
    """)
    op.execute("""
        create trigger deletion_is_told after insert on deleted_account
        for each row execute function tell_of_deleted_account()
    """)
    op.execute("""
        create function tell_of_deleted_generation() returns trigger language plpgsql as $$
        begin
            perform pg_notify('generation', 'generation_' || replace(old.id::text, '-', ''));
            return null;
        end $$
    """)
    op.execute("""
        create trigger deletion_is_told after delete on generation for each row
        when (old.finished_at is null) execute function tell_of_deleted_generation()
    """)


def _remove_orphaned_records() -> None:
    """What went in and out of work that is over was left behind until now. A new database has no DBOS yet."""
    op.execute("""
        do $$
        declare kept text;
        begin
            foreach kept in array array['workflow_input', 'workflow_output', 'operation_outputs'] loop
                if to_regclass('dbos.' || kept) is not null then
                    execute format(
                        'delete from dbos.%I as record where not exists (
                            select from dbos.workflow_status as work where work.workflow_uuid = record.workflow_uuid
                        )', kept);
                end if;
            end loop;
        end $$
    """)
