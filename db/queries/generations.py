"""Generations: what was asked for, how it stands, and how much of it was asked for today."""

import datetime
from collections.abc import Sequence

import msgspec
from sqlalchemy import ColumnElement, DateTime, Interval, Select, bindparam, cast, func, insert, literal, select, update
from sqlmodel import col
from sqlmodel.ext.asyncio.session import AsyncSession

from db.tables import GenerationRow
from db.tables.generations import GenerationRequest
from domain.generations import (
    Generation,
    GenerationFailure,
    GenerationFailureReason,
    GenerationKind,
    GenerationStage,
    GenerationStatus,
)
from domain.ids import AthleteId, GenerationId, PlanId
from domain.profile import Tier

OPEN_STATUSES = (GenerationStatus.QUEUED, GenerationStatus.RUNNING)
_NOT_CHARGED = (
    GenerationFailureReason.INTERNAL,
    GenerationFailureReason.DEADLINE_EXCEEDED,
    GenerationFailureReason.MODEL_UNAVAILABLE,
)
"""Failures that are ours: they use up nothing."""
_NOTHING_PAID = (GenerationStage.WAITING, GenerationStage.READING_PLAYBOOK)
"""Stages before the one that may ask a model."""


class NewGeneration(msgspec.Struct, frozen=True, kw_only=True):
    """What is written when a generation is asked for."""

    id: GenerationId
    kind: GenerationKind
    key: str
    request_hash: str
    request: GenerationRequest
    deadline: datetime.timedelta


class Claim(msgspec.Struct, frozen=True):
    """The right to write what comes of a generation: that of the newest attempt, and of no older one."""

    generation_id: GenerationId
    attempt: int = 0


class Found(msgspec.Struct, frozen=True, kw_only=True):
    """A generation, the hash of what it was asked for with, and whether it goes on although its deadline has passed."""

    generation: Generation
    request_hash: str
    is_overdue: bool


class UseOfToday(msgspec.Struct, frozen=True):
    """How many generations count against the quota of this UTC day, and when the next one begins."""

    count: int
    resets_at: datetime.datetime


async def generation_with_id(session: AsyncSession, athlete_id: AthleteId, generation_id: GenerationId) -> Found | None:
    """One of the athlete's generations."""
    return await _first(session, _of(athlete_id).where(col(GenerationRow.id) == generation_id))


async def generations_by_id(session: AsyncSession, athlete_id: AthleteId, ids: Sequence[GenerationId]) -> list[Found]:
    """Those of these generations that are the athlete's."""
    found = await session.execute(_of(athlete_id).where(col(GenerationRow.id).in_(ids)))
    return [_found(row, is_overdue) for row, is_overdue in found]


async def newest_generation(session: AsyncSession, athlete_id: AthleteId) -> Found | None:
    """The one asked for last; ids are ordered by time."""
    return await _first(session, _of(athlete_id).order_by(col(GenerationRow.id).desc()).limit(1))


async def open_generation(session: AsyncSession, athlete_id: AthleteId) -> Found | None:
    """The one that is queued or running."""
    return await _first(session, _of(athlete_id).where(_is_open()))


async def generation_with_key(session: AsyncSession, athlete_id: AthleteId, key: str) -> Found | None:
    """What was answered to this key before."""
    return await _first(session, _of(athlete_id).where(col(GenerationRow.idempotency_key) == key))


async def use_of_today(session: AsyncSession, athlete_id: AthleteId) -> UseOfToday:
    """By the database's clock, which also stamps the rows."""
    count, since = (await session.execute(_USE_OF_TODAY, {"athlete_id": athlete_id})).one()
    return UseOfToday(count or 0, since + datetime.timedelta(days=1))


def _use_of_today() -> Select[int, datetime.datetime]:
    midnight: ColumnElement[datetime.datetime] = func.date_trunc(
        "day", func.now(), "UTC", type_=DateTime(timezone=True)
    )
    reason = func.jsonb_extract_path_text(col(GenerationRow.failure), "reason")
    tier = func.jsonb_extract_path_text(col(GenerationRow.request), "tier")
    may_be_paid = (tier == Tier.PREMIUM) & (col(GenerationRow.kind) == GenerationKind.NEW_PLAN)
    is_paid = may_be_paid & col(GenerationRow.stage).not_in(_NOTHING_PAID)
    counted = (
        select(func.count())
        .select_from(GenerationRow)
        .where(
            col(GenerationRow.athlete_id) == bindparam("athlete_id"),
            col(GenerationRow.requested_at) >= midnight,
            func.coalesce(reason, "").not_in(_NOT_CHARGED),
            (col(GenerationRow.status) != GenerationStatus.CANCELLED) | is_paid,
        )
    )
    return select(counted.scalar_subquery(), midnight)


_USE_OF_TODAY = _use_of_today()
"""Put together once, which takes as long as running it."""


async def add_generation(session: AsyncSession, athlete_id: AthleteId, new: NewGeneration) -> Generation:
    """Write it down as queued."""
    values = {
        "id": new.id,
        "athlete_id": athlete_id,
        "idempotency_key": new.key,
        "request_hash": new.request_hash,
        "kind": new.kind,
        "request": new.request,
        "status": GenerationStatus.QUEUED,
        "stage": GenerationStage.WAITING,
        "progress": 0.0,
        "version": 1,
        "deadline_at": func.now() + cast(literal(new.deadline), Interval),
    }
    added = await session.execute(insert(GenerationRow).values(values).returning(GenerationRow))
    return _generation(added.scalar_one())


async def take_up(session: AsyncSession, athlete_id: AthleteId, generation_id: GenerationId) -> int | None:
    """The number of this attempt, which shuts out whoever works on it with an older one. None where it is over."""
    taken = (
        update(GenerationRow)
        .where(*_own(athlete_id, generation_id), _is_open())
        .values(attempt=col(GenerationRow.attempt) + 1)
        .returning(col(GenerationRow.attempt))
    )
    attempt: int | None = (await session.execute(taken)).scalar_one_or_none()
    return attempt


async def newest_attempt(session: AsyncSession, athlete_id: AthleteId, generation_id: GenerationId) -> int | None:
    """Which attempt may write. None where there is no such generation."""
    wanted = select(col(GenerationRow.attempt)).where(*_own(athlete_id, generation_id))
    attempt: int | None = (await session.execute(wanted)).scalar_one_or_none()
    return attempt


async def move_to(
    session: AsyncSession,
    athlete_id: AthleteId,
    claim: Claim,
    *,
    stage: GenerationStage,
    progress: float,
) -> GenerationRequest | None:
    """Show that it has come this far, and tell what was asked for. None where it is over, its deadline has passed, or
    another attempt is on."""
    moved = (
        update(GenerationRow)
        .where(*_claimed(athlete_id, claim), _is_open(), col(GenerationRow.deadline_at) > func.now())
        .values(
            status=GenerationStatus.RUNNING,
            stage=stage,
            progress=func.greatest(col(GenerationRow.progress), progress),
            version=col(GenerationRow.version) + 1,
            started_at=func.coalesce(col(GenerationRow.started_at), func.now()),
        )
        .returning(col(GenerationRow.request))
    )
    found: GenerationRequest | None = (await session.execute(moved)).scalar_one_or_none()
    return found


async def set_succeeded(session: AsyncSession, athlete_id: AthleteId, claim: Claim, plan_id: PlanId) -> None:
    """It is done, and this is its plan."""
    values = {"status": GenerationStatus.SUCCEEDED, "stage": GenerationStage.DONE, "progress": 1.0, "plan_id": plan_id}
    await _end(session, _claimed(athlete_id, claim), values)


async def set_failed(session: AsyncSession, athlete_id: AthleteId, claim: Claim, failure: GenerationFailure) -> None:
    """It is over without a plan; progress stays where it came to."""
    await _end(session, _claimed(athlete_id, claim), {"status": GenerationStatus.FAILED, "failure": failure})


async def set_cancelled(session: AsyncSession, athlete_id: AthleteId, generation_id: GenerationId) -> None:
    """It is over because the athlete wants it no more; stage and progress stay where they came to."""
    await _end(session, _own(athlete_id, generation_id), {"status": GenerationStatus.CANCELLED})


async def fail_overdue(session: AsyncSession, athlete_id: AthleteId, failure: GenerationFailure) -> None:
    """End the athlete's generation whose deadline has passed, if there is one, whoever was to do it."""
    overdue = (col(GenerationRow.athlete_id) == athlete_id, col(GenerationRow.deadline_at) <= func.now())
    await _end(session, overdue, {"status": GenerationStatus.FAILED, "failure": failure})


async def _end(session: AsyncSession, which: Sequence[ColumnElement[bool]], values: dict[str, object]) -> None:
    """What is over already stays as it is."""
    always = {"version": col(GenerationRow.version) + 1, "finished_at": func.now()}
    await session.execute(update(GenerationRow).where(*which, _is_open()).values(**values, **always))


def _of(athlete_id: AthleteId) -> Select[GenerationRow, bool]:
    overdue = _is_open() & (col(GenerationRow.deadline_at) <= func.now())
    found = select(GenerationRow, overdue).where(col(GenerationRow.athlete_id) == athlete_id)
    # A row that this session has seen before is read anew: it changes beside us.
    return found.execution_options(populate_existing=True)


def _own(athlete_id: AthleteId, generation_id: GenerationId) -> tuple[ColumnElement[bool], ColumnElement[bool]]:
    return col(GenerationRow.athlete_id) == athlete_id, col(GenerationRow.id) == generation_id


def _claimed(athlete_id: AthleteId, claim: Claim) -> tuple[ColumnElement[bool], ...]:
    return *_own(athlete_id, claim.generation_id), col(GenerationRow.attempt) == claim.attempt


def _is_open() -> ColumnElement[bool]:
    return col(GenerationRow.status).in_(OPEN_STATUSES)


async def _first(session: AsyncSession, wanted: Select[GenerationRow, bool]) -> Found | None:
    found = (await session.execute(wanted)).one_or_none()
    return None if found is None else _found(*found)


def _found(row: GenerationRow, is_overdue: bool) -> Found:
    return Found(generation=_generation(row), request_hash=row.request_hash, is_overdue=is_overdue)


def _generation(row: GenerationRow) -> Generation:
    return Generation(
        id=row.id,
        athlete_id=row.athlete_id,
        kind=row.kind,
        status=row.status,
        stage=row.stage,
        progress=row.progress,
        version=row.version,
        plan_id=row.plan_id,
        failure=row.failure,
        requested_at=row.requested_at,
        finished_at=row.finished_at,
    )
