"""What the viewer changes in plans by hand."""

from collections.abc import Sequence

from domain.ids import PlanId, read_id
from domain.operations import PlanEdit, PlanOperation
from domain.plan import ChangedPlan, Plan
from resolvers.context import Context


def edit_of(*, key: str, plan_id: str, expected_version: int) -> PlanEdit:
    """Raises NotFound for what cannot be a plan's id."""
    return PlanEdit(key=key, plan_id=PlanId(read_id("plan", plan_id)), expected_version=expected_version)


async def edit_plan(context: Context, edit: PlanEdit, operations: Sequence[PlanOperation]) -> ChangedPlan:
    viewer = context.begin_change()
    return await context.services.plan_changes.edit(viewer.athlete_id, edit, operations)


async def revert_plan(context: Context, edit: PlanEdit, *, to_version: int) -> Plan:
    viewer = context.begin_change()
    return (await context.services.plan_changes.revert(viewer.athlete_id, edit, to_version=to_version)).plan


async def archive_plan(context: Context, *, plan_id: str) -> Plan:
    viewer = context.begin_change()
    return await context.services.plan_changes.archive(viewer.athlete_id, PlanId(read_id("plan", plan_id)))
