"""What may be done for the playbooks of all athletes at once: finding whose lessons may have faded, and who has a playbook."""

from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None

_APP = "coachbook_app"
_AGING = "state = 'ACTIVE' and (expires_at <= now() or (not is_hard and not is_pinned and changed_at < now() - interval '7 days'))"
"""Wider than what has faded, which services/playbook works out; nothing fades within a week of being heard."""


def upgrade() -> None:
    _let_the_owner_see("lesson", "aging", _AGING)
    _let_the_owner_see("athlete", "with_playbook", "playbook_version > 0")
    _for_all_athletes(
        "athletes_with_aging_lessons(past uuid, most integer) returns setof uuid",
        f"select distinct athlete_id from lesson where athlete_id > past and {_AGING} order by athlete_id limit most",
    )
    _for_all_athletes(
        "athletes_with_playbooks(past uuid, most integer) returns setof uuid",
        "select id from athlete where id > past and playbook_version > 0 order by id limit most",
    )


def _let_the_owner_see(table: str, name: str, condition: str) -> None:
    """The tables' owner is held to row-level security as well, but for these rows; no session becomes the owner by itself."""
    op.execute(f"create policy {name} on {table} for select to current_user using ({condition})")


def _for_all_athletes(signature: str, body: str) -> None:
    """The app may call it; it tells ids and nothing else."""
    name = signature.partition("(")[0]
    op.execute(f"""
        create function {signature} language sql security definer set search_path = public, pg_temp as $$ {body} $$
    """)
    op.execute(f"revoke all on function {name}(uuid, integer) from public")
    op.execute(f"grant execute on function {name}(uuid, integer) to {_APP}")
