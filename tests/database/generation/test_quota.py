"""How many generations a day brings, and what becomes of those that take too long."""

import datetime

import msgspec
import pytest

from db.database import Database
from domain.errors import QuotaExceeded
from domain.generations import GenerationFailureReason, GenerationStatus
from domain.profile import Tier, Viewer
from services.generation.generations import Generations
from tests.database.generation.asking import change, start, written

_IMPOSSIBLE = '{"reason": "IMPOSSIBLE_CONSTRAINTS", "message": "", "is_retryable": false}'


async def test_a_used_up_quota_says_until_when(generations: Generations, athlete: Viewer, database: Database) -> None:
    await _use_up(generations, athlete, database)
    midnight = datetime.datetime.now(datetime.UTC).date() + datetime.timedelta(days=1)

    with pytest.raises(QuotaExceeded) as raised:
        await start(generations, athlete, key="one-too-many")
    assert raised.value.limit == 3
    assert raised.value.resets_at == datetime.datetime.combine(midnight, datetime.time(), datetime.UTC)
    entitlement = await generations.entitlement(athlete)
    assert (entitlement.generations_remaining, entitlement.resets_at) == (0, raised.value.resets_at)
    assert await written(database) == (3, 3)


async def test_premium_has_a_quota_of_its_own(generations: Generations, athlete: Viewer, database: Database) -> None:
    await _use_up(generations, athlete, database)
    premium = msgspec.structs.replace(athlete, tier=Tier.PREMIUM)

    assert (await generations.entitlement(premium)).generations_remaining == 2
    await start(generations, premium, key="one-more-in-premium")


async def test_yesterdays_generations_and_our_own_failures_use_up_nothing(
    generations: Generations, athlete: Viewer, database: Database
) -> None:
    await _use_up(generations, athlete, database)
    await change(
        database,
        "update generation set requested_at = requested_at - interval '1 day' where idempotency_key = 'key-number-0'",
    )
    failure = '{"reason": "INTERNAL", "message": "", "is_retryable": true}'
    await change(
        database,
        f"update generation set status = 'FAILED', failure = '{failure}' where idempotency_key = 'key-number-1'",
    )

    assert (await generations.entitlement(athlete)).generations_remaining == 2


async def _use_up(generations: Generations, athlete: Viewer, database: Database) -> None:
    for number in range(3):
        await start(generations, athlete, key=f"key-number-{number}")
        failed = f"status = 'FAILED', failure = '{_IMPOSSIBLE}', finished_at = now()"
        await change(database, f"update generation set {failed} where finished_at is null")


async def test_a_generation_past_its_deadline_is_ended_by_whoever_looks(
    generations: Generations, athlete: Viewer, database: Database
) -> None:
    generation = await start(generations, athlete)
    await change(database, "update generation set deadline_at = now() - interval '1 second'")

    found = await generations.generation(athlete.athlete_id, generation.id)

    assert found is not None
    assert found.failure is not None
    assert (found.status, found.failure.reason) == (
        GenerationStatus.FAILED,
        GenerationFailureReason.DEADLINE_EXCEEDED,
    )
    assert (found.version, found.finished_at is not None) == (2, True)
    assert await generations.latest(athlete.athlete_id) == found


async def test_a_generation_past_its_deadline_stands_in_nobodys_way(
    generations: Generations, athlete: Viewer, database: Database
) -> None:
    overdue = await start(generations, athlete)
    await change(database, "update generation set deadline_at = now() - interval '1 second'")

    second = await start(generations, athlete, key="another-key")

    first = await generations.generation(athlete.athlete_id, overdue.id)
    assert first is not None
    assert (first.status, second.status) == (GenerationStatus.FAILED, GenerationStatus.QUEUED)
