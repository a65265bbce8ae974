"""One question for all who watch generations in a process: of which of them is there news?"""

from alembic import op

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None

_APP = "coachbook_app"
_SIGNATURE = "generations_with_news(uuid[], integer[])"


def upgrade() -> None:
    # The tables' owner is held to row-level security as well, but for these rows; no session becomes the owner by itself.
    op.execute("create policy watched on generation for select to current_user using (finished_at is null)")
    op.execute("""
        create function generations_with_news(watched uuid[], seen integer[]) returns setof uuid
        language sql stable security definer set search_path = public, pg_temp as $$
            select one.id from unnest(watched, seen) as one (id, version)
            where not exists (
                select from generation
                where id = one.id and version = one.version and finished_at is null and deadline_at > now()
            )
        $$
    """)
    op.execute(f"revoke all on function {_SIGNATURE} from public")
    op.execute(f"grant execute on function {_SIGNATURE} to {_APP}")
