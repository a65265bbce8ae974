"""Saving the next version of a plan: checked, its lessons credited, and with the basis that it was made from."""

import asyncio
import datetime

import msgspec
from sqlmodel.ext.asyncio.session import AsyncSession

from db.queries import plans as queries
from db.queries.applied_lessons import count_applied
from db.queries.athletes import athlete
from domain.basis import PlanBasis
from domain.exercise import Catalogue
from domain.ids import AthleteId
from domain.plan import LessonEffect, Plan, PlanChange, PlanDocument, PlanVersionReason
from services.checking.check import check_plan
from services.checking.lessons import lesson_uses


class Revision(msgspec.Struct, frozen=True, kw_only=True):
    """What a plan is to become, and why. With `follows_basis`, it takes in all that was learned since the version before."""

    document: PlanDocument
    changes: tuple[PlanChange, ...]
    reason: PlanVersionReason
    follows_basis: bool = False


def document_of(plan: Plan) -> PlanDocument:
    """A plan without what is not in its document."""
    return PlanDocument(**{name: getattr(plan, name) for name in PlanDocument.__struct_fields__})


def checked(
    document: PlanDocument, basis: PlanBasis, catalogue: Catalogue, *, previous: PlanDocument, is_learned: bool = False
) -> PlanDocument:
    """The document with what its rules found and what its lessons did; `previous` is the version before, and where `is_learned`,
    what differs is the doing of what was learned since."""
    quality, before = check_plan(basis, document, catalogue), previous if is_learned else None
    uses = lesson_uses(basis, document, catalogue, before=before, previous=previous)
    return msgspec.structs.replace(document, quality=quality, applied_lessons=uses)


async def save_revision(
    session: AsyncSession, athlete_id: AthleteId, plan: Plan, revision: Revision, *, now: datetime.datetime
) -> Plan:
    """Write a checked document as the plan's next version, and count the lessons that shaped it."""
    uses = revision.document.applied_lessons
    await count_applied(session, athlete_id, [use.lesson_id for use in uses if use.effect is LessonEffect.APPLIED])
    return await queries.save_version(
        session,
        athlete_id,
        plan,
        revision.document,
        reason=revision.reason,
        changes=revision.changes,
        fingerprint=await _fingerprint(session, athlete_id, plan) if revision.follows_basis else None,
        now=now,
    )


async def _fingerprint(session: AsyncSession, athlete_id: AthleteId, plan: Plan) -> str | None:
    """What the new version is made from. A plan that was outdated before stays so: it is not planned anew."""
    account = await athlete(session, athlete_id)
    return None if plan.is_outdated or account is None else account.basis_fingerprint


async def checked_aside(
    document: PlanDocument, basis: PlanBasis, catalogue: Catalogue, *, previous: PlanDocument
) -> PlanDocument:
    """A document that was changed for what was learned, checked in a thread: other requests go on meanwhile."""
    return await asyncio.to_thread(checked, document, basis, catalogue, previous=previous, is_learned=True)
