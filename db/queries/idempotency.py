"""Requests that were answered: the same key and arguments again get the same answer."""

from typing import NamedTuple

from sqlalchemy import insert, select
from sqlmodel import col
from sqlmodel.ext.asyncio.session import AsyncSession

from db.tables import IdempotencyRow
from domain.ids import AthleteId


class AnsweredRequest(NamedTuple):
    """What was asked, as a hash, and what was answered, in the words of the service that did."""

    request_hash: str
    answer: bytes


async def answered(session: AsyncSession, athlete_id: AthleteId, operation: str, key: str) -> AnsweredRequest | None:
    """What this key of the athlete's was used for, if it was. The caller holds the athlete's lock, so that a second one waits."""
    wanted = select(col(IdempotencyRow.request_hash), col(IdempotencyRow.answer)).where(
        col(IdempotencyRow.athlete_id) == athlete_id,
        col(IdempotencyRow.operation) == operation,
        col(IdempotencyRow.key) == key,
    )
    found = (await session.execute(wanted)).one_or_none()
    return None if found is None else AnsweredRequest(*found)


async def remember_answer(
    session: AsyncSession, athlete_id: AthleteId, operation: str, key: str, answer: AnsweredRequest
) -> None:
    """Keep the answer with its key, in the transaction that did what it tells of."""
    row = {
        "athlete_id": athlete_id,
        "operation": operation,
        "key": key,
        "request_hash": answer.request_hash,
        "answer": answer.answer,
    }
    await session.execute(insert(IdempotencyRow).values(row))
