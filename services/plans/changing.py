"""Changing a plan by hand: exact edits, going back to an earlier version, putting it away."""

import asyncio
from collections.abc import Callable, Sequence

from sqlmodel.ext.asyncio.session import AsyncSession

from db.database import Database
from db.queries import plans as queries
from db.queries.athletes import athlete_for_update
from db.queries.plan_versions import document_of_version
from domain.basis import PlanBasis
from domain.clock import Clock
from domain.errors import NotFound, PlanNotEditable, RuleViolation, VersionConflict
from domain.exercise import Catalogue
from domain.faults import Faults
from domain.ids import AthleteId, PlanId, new_activity_id
from domain.keys import check_key
from domain.operations import PlanEdit, PlanOperation
from domain.plan import OPEN_STATES, ChangedPlan, Plan, PlanChange, PlanDocument, PlanState, PlanVersionReason
from services.checking.check import broken_rules, check_plan, newly_broken
from services.planning.edits import Edited, apply_operations
from services.planning.edits.reverting import as_it_was
from services.plans.answering import KeyedRequest, changes_answered, remember_changes
from services.plans.editing import basis_of_plan, editable_dates_of
from services.plans.revising import Revision, checked, document_of, save_revision


class PlanChanges:
    """Changes to an athlete's plans, each all or nothing."""

    def __init__(self, database: Database, clock: Clock, catalogue: Catalogue) -> None:
        self._database = database
        self._clock = clock
        self._catalogue = catalogue

    async def edit(self, athlete_id: AthleteId, edit: PlanEdit, operations: Sequence[PlanOperation]) -> ChangedPlan:
        """Apply exact operations, all or none, and nothing beside them. The same key and arguments again change nothing more.

        Raises InvalidInput, NotFound, PlanNotEditable, VersionConflict, RuleViolation, IdempotencyConflict.
        """
        request = _request("editPlan", edit, tuple(operations))
        async with self._database.transaction(athlete_id) as session:
            await athlete_for_update(session, athlete_id)
            before = await changes_answered(session, athlete_id, request)
            if before is not None:
                return await self._as_it_is(session, athlete_id, edit, before)
            plan = await self._plan_to_change(session, athlete_id, edit)
            basis = await basis_of_plan(session, athlete_id, plan, self._catalogue, now=self._clock())
            editable = await editable_dates_of(session, athlete_id, plan.id, now=self._clock())

            def edited(document: PlanDocument) -> Edited:
                return apply_operations(
                    document,
                    operations,
                    basis=basis,
                    catalogue=self._catalogue,
                    editable=editable,
                    new_activity_id=new_activity_id,
                )

            revision = await asyncio.to_thread(self._revision, plan, basis, edited, PlanVersionReason.EDITED)
            return await self._saved(session, athlete_id, plan, revision, request)

    async def revert(self, athlete_id: AthleteId, edit: PlanEdit, *, to_version: int) -> ChangedPlan:
        """Make the days ahead as an earlier version had them, as a new version. Days past or logged stay as they are.

        Raises InvalidInput, NotFound, PlanNotEditable, VersionConflict, RuleViolation, IdempotencyConflict.
        """
        request = _request("revertPlan", edit, to_version)
        async with self._database.transaction(athlete_id) as session:
            await athlete_for_update(session, athlete_id)
            before = await changes_answered(session, athlete_id, request)
            if before is not None:
                return await self._as_it_is(session, athlete_id, edit, before)
            plan = await self._plan_to_change(session, athlete_id, edit)
            earlier = await document_of_version(session, athlete_id, plan.id, to_version)
            if earlier is None:
                raise NotFound(f"version {to_version}")
            editable = await editable_dates_of(session, athlete_id, plan.id, now=self._clock())
            if not editable:
                raise PlanNotEditable("No day of this plan can be changed any more.")
            basis = await basis_of_plan(session, athlete_id, plan, self._catalogue, now=self._clock())

            def reverted(document: PlanDocument) -> Edited:
                return as_it_was(document, earlier, editable=editable, basis=basis, catalogue=self._catalogue)

            revision = await asyncio.to_thread(self._revision, plan, basis, reverted, PlanVersionReason.REVERTED)
            return await self._saved(session, athlete_id, plan, revision, request)

    async def archive(self, athlete_id: AthleteId, plan_id: PlanId) -> Plan:
        """Put a plan away; one that is away already stays so. Raises NotFound."""
        async with self._database.transaction(athlete_id) as session:
            await athlete_for_update(session, athlete_id)
            plan = await queries.newest_plan(session, athlete_id, plan_id, now=self._clock())
            if plan is None:
                raise NotFound(plan_id)
            if plan.state is PlanState.ARCHIVED:
                return plan
            return await queries.archive_plan(session, athlete_id, plan_id, now=self._clock())

    async def _plan_to_change(self, session: AsyncSession, athlete_id: AthleteId, edit: PlanEdit) -> Plan:
        plan = await queries.newest_plan(session, athlete_id, edit.plan_id, now=self._clock())
        if plan is None:
            raise NotFound(edit.plan_id)
        if plan.state not in OPEN_STATES:
            raise PlanNotEditable("This plan is over or was put away.")
        if plan.version != edit.expected_version:
            raise VersionConflict(plan.version)
        return plan

    def _revision(
        self, plan: Plan, basis: PlanBasis, change: Callable[[PlanDocument], Edited], reason: PlanVersionReason
    ) -> Revision:
        """The changed document, held against the rules; what was broken before may stay so. Raises RuleViolation."""
        before = document_of(plan)
        edited = change(before)
        document = checked(edited.document, basis, self._catalogue, previous=before)
        # The plan as it was is looked at only where something is wrong now: nearly every edit breaks nothing.
        if broken_rules(document.quality):
            violations = newly_broken(check_plan(basis, before, self._catalogue), document.quality)
            if violations:
                raise RuleViolation(violations)
        return Revision(document=document, changes=edited.changes, reason=reason)

    async def _saved(
        self, session: AsyncSession, athlete_id: AthleteId, plan: Plan, revision: Revision, request: KeyedRequest
    ) -> ChangedPlan:
        changed = plan
        if revision.changes:
            changed = await save_revision(session, athlete_id, plan, revision, now=self._clock())
        await remember_changes(session, athlete_id, request, revision.changes)
        return ChangedPlan(plan=changed, changes=revision.changes)

    async def _as_it_is(
        self, session: AsyncSession, athlete_id: AthleteId, edit: PlanEdit, changes: tuple[PlanChange, ...]
    ) -> ChangedPlan:
        plan = await queries.newest_plan(session, athlete_id, edit.plan_id, now=self._clock())
        assert plan is not None  # a request about it was answered, and plans are put away, never deleted
        return ChangedPlan(plan=plan, changes=changes)


def _request(operation: str, edit: PlanEdit, what: object) -> KeyedRequest:
    """Raises InvalidInput for a key that is too short or too long."""
    faults = Faults()
    check_key(faults, edit.key)
    faults.raise_if_any()
    return KeyedRequest(operation=operation, key=edit.key, arguments=(edit.plan_id, edit.expected_version, what))
