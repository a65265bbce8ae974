"""How an account is deleted: at once, wholly, and for good."""

import datetime
from typing import TYPE_CHECKING

import structlog

from db.database import Database
from db.queries import deletion as queries
from db.queries.athletes import athlete_to_change
from db.queries.deletion import DeletedAccount
from db.queries.work import enqueue_removal
from domain.errors import AccountDeleted, Fault, FaultCode, InvalidInput
from domain.profile import Viewer
from domain.text import normalised
from services.accounts.deleted import DeletedAccounts
from services.tracing import traceparent

if TYPE_CHECKING:
    from services.accounts.supabase_users import SupabaseUsers  # brings an HTTP client

WITHOUT_A_NAME = "DELETE"
"""What is typed where no profile was saved."""
SHORTEST_KEPT = datetime.timedelta(days=30)
"""How long a deleted account's hash stays at least: other tokens of it may outlive the one that deleted it."""

_log = structlog.get_logger(__name__)


class Accounts:
    """Deletes accounts. `users` are those of the service that signs people in, where that is to forget them too."""

    def __init__(self, database: Database, deleted: DeletedAccounts, users: "SupabaseUsers | None" = None) -> None:
        self._database = database
        self._deleted = deleted
        self._users = users

    async def delete(self, viewer: Viewer, *, confirmation: str) -> datetime.datetime:
        """When it was deleted: now, or before, whatever is typed then. Raises InvalidInput; where it raises, nothing is gone."""
        try:
            account = await self._deleted_now(viewer, confirmation)
        except AccountDeleted:
            account = await self._deleted_before(viewer)
        self._deleted.add(account)
        return account.deleted_at

    async def _deleted_now(self, viewer: Viewer, confirmation: str) -> DeletedAccount:
        is_user = self._users is not None and self._users.has(viewer)
        async with self._database.transaction(viewer.athlete_id) as session:
            # Made first where there is none: so there is a lock to hold, and nobody makes one meanwhile.
            await athlete_to_change(session, viewer)
            _check(confirmation, await queries.display_name(session, viewer.athlete_id))
            account = await queries.delete_account(
                session,
                viewer.athlete_id,
                expires_at=viewer.expires_at,
                kept=SHORTEST_KEPT,
                user_to_remove=viewer.subject if is_user else None,
            )
            if is_user:
                await enqueue_removal(session, viewer.athlete_id, asked_by=traceparent())
        _log.info("account.deleted", is_user=is_user)
        return account

    async def _deleted_before(self, viewer: Viewer) -> DeletedAccount:
        async with self._database.transaction(viewer.athlete_id) as session:
            account = await queries.deleted_account(session, viewer.athlete_id)
        if account is None:
            raise AccountDeleted  # it was being forgotten just now
        return account


def _check(confirmation: str, name: str | None) -> None:
    """Raises InvalidInput."""
    wanted = WITHOUT_A_NAME if name is None else name
    if normalised(confirmation) == wanted:
        return
    what = f"type {wanted}" if name is None else f"type your display name, {wanted}"
    message = f"To delete your account for good, {what}, exactly so."
    raise InvalidInput([Fault(("confirmation",), FaultCode.INVALID, message)])
