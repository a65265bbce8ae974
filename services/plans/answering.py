"""Requests with a key: what was answered once is answered again."""

import hashlib

import msgspec
from sqlmodel.ext.asyncio.session import AsyncSession

from db.queries.idempotency import AnsweredRequest, answered, remember_answer
from domain.errors import IdempotencyConflict
from domain.ids import AthleteId
from domain.plan import PlanChange


class KeyedRequest(msgspec.Struct, frozen=True, kw_only=True):
    """Which operation was asked for under which key, and with what."""

    operation: str
    key: str
    arguments: object

    @property
    def hash(self) -> str:
        return hashlib.sha256(msgspec.json.encode(self.arguments)).hexdigest()


async def changes_answered(
    session: AsyncSession, athlete_id: AthleteId, request: KeyedRequest
) -> tuple[PlanChange, ...] | None:
    """What this request changed the first time; None where it is the first. The caller holds the athlete's lock.

    Raises IdempotencyConflict where the key was used with other arguments.
    """
    before = await answered(session, athlete_id, request.operation, request.key)
    if before is None:
        return None
    if before.request_hash != request.hash:
        raise IdempotencyConflict
    return msgspec.json.decode(before.answer, type=tuple[PlanChange, ...])


async def remember_changes(
    session: AsyncSession, athlete_id: AthleteId, request: KeyedRequest, changes: tuple[PlanChange, ...]
) -> None:
    kept = AnsweredRequest(request.hash, msgspec.json.encode(changes))
    await remember_answer(session, athlete_id, request.operation, request.key, kept)
