"""Plans and their versions: rows to plans as people read them, and back."""

import datetime
from collections.abc import Mapping, Sequence

import msgspec
from sqlalchemy import ColumnElement, Select, bindparam, func, literal_column, select, update
from sqlmodel import col
from sqlmodel.ext.asyncio.session import AsyncSession

from db.tables import AthleteRow, PlanRow, PlanVersionRow, ProfileRow, WorkoutLogRow
from db.tables.columns import StructJson
from domain.clock import today_in
from domain.ids import AthleteId, PlanId
from domain.plan import OPEN_STATES, Plan, PlanChange, PlanDocument, PlanState, PlanVersionReason


class PlanSpan(msgspec.Struct, frozen=True, kw_only=True):
    """What decides on which dates a plan may still be changed; `logged` are those of which a workout was logged."""

    state: PlanState
    start_date: datetime.date
    end_date: datetime.date
    time_zone: str
    logged: frozenset[datetime.date] = frozenset()


_ARCHIVED = {"state": PlanState.ARCHIVED, "archived_at": func.now(), "updated_at": func.now()}

Reading = Select[PlanRow, PlanDocument, str, str]
"""Statements are put together once where they can: it takes as long as running them."""


def _plans() -> Reading:
    """An athlete's plans, each with its newest document and what is needed to tell how it stands today."""
    newest = (col(PlanVersionRow.plan_id) == col(PlanRow.id)) & (col(PlanVersionRow.number) == col(PlanRow.version))
    return (
        select(PlanRow, col(PlanVersionRow.document), col(AthleteRow.basis_fingerprint), col(ProfileRow.time_zone))
        .join(PlanVersionRow, newest)
        .join(AthleteRow, col(AthleteRow.id) == col(PlanRow.athlete_id))
        .outerjoin(ProfileRow, col(ProfileRow.athlete_id) == col(PlanRow.athlete_id))
        .where(col(PlanRow.athlete_id) == bindparam("athlete_id"))
        .execution_options(populate_existing=True)
    )


def _spans() -> Select[PlanState, datetime.date, datetime.date, str, frozenset[datetime.date]]:
    logged = func.coalesce(
        func.jsonb_agg(col(WorkoutLogRow.date)),
        literal_column("'[]'::jsonb"),
        type_=StructJson(frozenset[datetime.date]),
    )
    of_the_plan = (
        col(WorkoutLogRow.athlete_id) == bindparam("athlete_id"),
        col(WorkoutLogRow.plan_id) == bindparam("plan_id"),
        col(WorkoutLogRow.deleted_at).is_(None),
    )
    span = (col(PlanRow.state), col(PlanRow.start_date), col(PlanRow.end_date), col(ProfileRow.time_zone))
    return (
        select(*span, select(logged).where(*of_the_plan).scalar_subquery())
        .outerjoin(ProfileRow, col(ProfileRow.athlete_id) == col(PlanRow.athlete_id))
        .where(col(PlanRow.athlete_id) == bindparam("athlete_id"), col(PlanRow.id) == bindparam("plan_id"))
    )


_PLANS = _plans()
_PLAN_BY_ID = _PLANS.where(col(PlanRow.id) == bindparam("plan_id"))
_PLAN_FOR_UPDATE = _PLAN_BY_ID.with_for_update(of=PlanRow)
_PLAN_IN_STATE = _PLANS.where(col(PlanRow.state) == bindparam("state"))
_SPAN = _spans()


async def newest_plan(
    session: AsyncSession, athlete_id: AthleteId, plan_id: PlanId, *, now: datetime.datetime
) -> Plan | None:
    """The plan with its newest document."""
    return await _one(session, _PLAN_BY_ID, {"athlete_id": athlete_id, "plan_id": plan_id}, now=now)


async def plan_in_time_zone(
    session: AsyncSession, athlete_id: AthleteId, plan_id: PlanId, *, now: datetime.datetime
) -> tuple[Plan, str] | None:
    """The plan with its newest document, and the athlete's time zone."""
    found = (await session.execute(_PLAN_BY_ID, {"athlete_id": athlete_id, "plan_id": plan_id})).one_or_none()
    return None if found is None else (_plan(found, now), found[3] or "UTC")


async def plan_for_update(
    session: AsyncSession, athlete_id: AthleteId, plan_id: PlanId, *, now: datetime.datetime
) -> Plan | None:
    """The same, its row locked until the transaction ends."""
    return await _one(session, _PLAN_FOR_UPDATE, {"athlete_id": athlete_id, "plan_id": plan_id}, now=now)


async def plan_in_state(
    session: AsyncSession, athlete_id: AthleteId, state: PlanState, *, now: datetime.datetime
) -> Plan | None:
    """The athlete's one plan that is stored as in review, or as accepted."""
    return await _one(session, _PLAN_IN_STATE, {"athlete_id": athlete_id, "state": state}, now=now)


async def open_plans(session: AsyncSession, athlete_id: AthleteId, *, now: datetime.datetime) -> tuple[Plan, ...]:
    """The plan in review and the accepted one, unless it is completed: at most two."""
    found = await _all(session, _PLANS.where(col(PlanRow.state).in_(OPEN_STATES)), athlete_id, now=now)
    return tuple(plan for plan in found if plan.state in OPEN_STATES)


async def plan_span(session: AsyncSession, athlete_id: AthleteId, plan_id: PlanId) -> PlanSpan | None:
    """From when to when a plan goes and how it stands, without its document."""
    found = (await session.execute(_SPAN, {"athlete_id": athlete_id, "plan_id": plan_id})).one_or_none()
    if found is None:
        return None
    state, start_date, end_date, time_zone, logged = found
    return PlanSpan(state=state, start_date=start_date, end_date=end_date, time_zone=time_zone or "UTC", logged=logged)


async def plans_by_id(
    session: AsyncSession, athlete_id: AthleteId, plan_ids: Sequence[PlanId], *, now: datetime.datetime
) -> dict[PlanId, Plan]:
    """Those of these plans that are the athlete's."""
    found = await _all(session, _PLANS.where(col(PlanRow.id).in_(plan_ids)), athlete_id, now=now)
    return {plan.id: plan for plan in found}


async def plans_before(
    session: AsyncSession, athlete_id: AthleteId, *, before: PlanId | None, limit: int, now: datetime.datetime
) -> tuple[Plan, ...]:
    """The newest plans first, from just after the given one on; ids are ordered by time."""
    wanted = _PLANS.order_by(col(PlanRow.id).desc()).limit(limit)
    if before is not None:
        wanted = wanted.where(col(PlanRow.id) < before)
    return await _all(session, wanted, athlete_id, now=now)


async def trained_plans(
    session: AsyncSession, athlete_id: AthleteId, *, start: datetime.date, end: datetime.date
) -> tuple[tuple[PlanRow, PlanDocument, str], ...]:
    """The plans that were ever accepted and have days between these dates, with the athlete's time zone."""
    wanted = _PLANS.where(
        col(PlanRow.accepted_at).is_not(None), col(PlanRow.start_date) <= end, col(PlanRow.end_date) >= start
    )
    found = await session.execute(wanted, {"athlete_id": athlete_id})
    return tuple((row, document, time_zone or "UTC") for row, document, _, time_zone in found)


async def save_new_plan(
    session: AsyncSession, athlete_id: AthleteId, plan_id: PlanId, document: PlanDocument, *, fingerprint: str
) -> None:
    """Write the first version of a plan and put it under review; the one that was in review before is archived."""
    await archive_plans(session, athlete_id, state=PlanState.IN_REVIEW)
    session.add(
        PlanRow(
            id=plan_id,
            athlete_id=athlete_id,
            state=PlanState.IN_REVIEW,
            version=1,
            start_date=document.start_date,
            end_date=document.last_date,
            basis_fingerprint=fingerprint,
        )
    )
    await session.flush()
    session.add(_version(athlete_id, plan_id, 1, document, reason=PlanVersionReason.GENERATED, changes=()))
    await session.flush()


async def save_version(
    session: AsyncSession,
    athlete_id: AthleteId,
    plan: Plan,
    document: PlanDocument,
    *,
    reason: PlanVersionReason,
    changes: Sequence[PlanChange],
    fingerprint: str | None = None,
    now: datetime.datetime,
) -> Plan:
    """Write the next version of a plan, and read it back. Without a fingerprint, what it was made from stays as it was."""
    number = plan.version + 1
    values = {"version": number, "updated_at": func.now()} | ({"basis_fingerprint": fingerprint} if fingerprint else {})
    await session.execute(update(PlanRow).where(*_own(athlete_id, plan.id)).values(**values))
    session.add(_version(athlete_id, plan.id, number, document, reason=reason, changes=changes))
    await session.flush()
    return await _known_plan(session, athlete_id, plan.id, now=now)


async def set_accepted(
    session: AsyncSession, athlete_id: AthleteId, plan_id: PlanId, *, now: datetime.datetime
) -> Plan:
    """Take a plan as the one to train by; the one that was accepted before is archived."""
    await archive_plans(session, athlete_id, state=PlanState.ACCEPTED)
    values = {"state": PlanState.ACCEPTED, "accepted_at": func.now(), "updated_at": func.now()}
    await session.execute(update(PlanRow).where(*_own(athlete_id, plan_id)).values(**values))
    return await _known_plan(session, athlete_id, plan_id, now=now)


async def archive_plan(
    session: AsyncSession, athlete_id: AthleteId, plan_id: PlanId, *, now: datetime.datetime
) -> Plan:
    """Put this plan away."""
    await session.execute(update(PlanRow).where(*_own(athlete_id, plan_id)).values(**_ARCHIVED))
    return await _known_plan(session, athlete_id, plan_id, now=now)


async def archive_plans(session: AsyncSession, athlete_id: AthleteId, *, state: PlanState) -> None:
    """Put away the athlete's plan that stands in this state, if there is one."""
    in_state = (col(PlanRow.athlete_id) == athlete_id, col(PlanRow.state) == state)
    await session.execute(update(PlanRow).where(*in_state).values(**_ARCHIVED))


def _own(athlete_id: AthleteId, plan_id: PlanId) -> tuple[ColumnElement[bool], ColumnElement[bool]]:
    return col(PlanRow.athlete_id) == athlete_id, col(PlanRow.id) == plan_id


async def _one(
    session: AsyncSession, wanted: Reading, values: Mapping[str, object], *, now: datetime.datetime
) -> Plan | None:
    found = (await session.execute(wanted, values)).one_or_none()
    return None if found is None else _plan(found, now)


async def _all(
    session: AsyncSession, wanted: Reading, athlete_id: AthleteId, *, now: datetime.datetime
) -> tuple[Plan, ...]:
    return tuple(_plan(found, now) for found in (await session.execute(wanted, {"athlete_id": athlete_id})))


async def _known_plan(session: AsyncSession, athlete_id: AthleteId, plan_id: PlanId, *, now: datetime.datetime) -> Plan:
    plan = await newest_plan(session, athlete_id, plan_id, now=now)
    assert plan is not None  # written in this transaction
    return plan


def _plan(reading: tuple[PlanRow, PlanDocument, str, str], now: datetime.datetime) -> Plan:
    row, document, fingerprint, time_zone = reading
    is_past = row.end_date < today_in(time_zone or "UTC", now)
    state = PlanState.COMPLETED if is_past and row.state is PlanState.ACCEPTED else row.state
    return Plan(
        **{name: getattr(document, name) for name in document.__struct_fields__},
        id=row.id,
        version=row.version,
        state=state,
        is_outdated=not is_past and state in OPEN_STATES and row.basis_fingerprint != fingerprint,
        created_at=row.created_at,
        updated_at=row.updated_at,
    )


def _version(
    athlete_id: AthleteId,
    plan_id: PlanId,
    number: int,
    document: PlanDocument,
    *,
    reason: PlanVersionReason,
    changes: Sequence[PlanChange],
) -> PlanVersionRow:
    return PlanVersionRow(
        plan_id=plan_id, number=number, athlete_id=athlete_id, reason=reason, changes=tuple(changes), document=document
    )
