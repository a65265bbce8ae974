"""How a plan is changed by hand: edited, taken back to an earlier version, put away."""

from typing import Annotated

import strawberry

from resolvers import plan_changes
from schema.athletes.types import Athlete
from schema.bridge import Info
from schema.plans.operations import PlanOperationInput
from schema.plans.types import Plan, PlanChange
from schema.problems import (
    IdempotencyConflict,
    InvalidInput,
    NotFound,
    PlanNotEditable,
    RuleViolation,
    VersionConflict,
)


@strawberry.input(description="Exact changes to a plan.")
class EditPlanInput:
    idempotency_key: str = strawberry.field(description="Made by the client, once for each edit: 8 to 64 characters.")
    plan_id: strawberry.ID = strawberry.field(description="The plan to change.")
    expected_version: int = strawberry.field(
        description="The version that the edit was made on. Another one in the meantime is a conflict."
    )
    operations: list[PlanOperationInput] = strawberry.field(description="1 to 20.")


@strawberry.type(description="All operations are applied, and nothing beside them.")
class EditPlanSuccess:
    plan: Plan = strawberry.field(description="The plan as it is now.")
    changes: list[PlanChange] = strawberry.field(description="What changed: at most 200.")


EditPlanResult = Annotated[
    EditPlanSuccess | InvalidInput | NotFound | PlanNotEditable | VersionConflict | RuleViolation | IdempotencyConflict,
    strawberry.union("EditPlanResult", description="What came of an edit."),
]


@strawberry.input(description="Which version to go back to.")
class RevertPlanInput:
    idempotency_key: str = strawberry.field(description="Made by the client, once for each wish: 8 to 64 characters.")
    plan_id: strawberry.ID = strawberry.field(description="The plan to take back.")
    expected_version: int = strawberry.field(
        description="The version that the athlete was looking at. Another one in the meantime is a conflict."
    )
    to_version: int = strawberry.field(description="The version to go back to. Days past or logged stay as they are.")


@strawberry.type(description="The days ahead are as the earlier version had them.")
class RevertPlanSuccess:
    plan: Plan = strawberry.field(description="The plan as it is now, in a new version.")


RevertPlanResult = Annotated[
    RevertPlanSuccess
    | InvalidInput
    | NotFound
    | PlanNotEditable
    | VersionConflict
    | RuleViolation
    | IdempotencyConflict,
    strawberry.union("RevertPlanResult", description="What came of going back."),
]


@strawberry.input(description="Which plan to put away.")
class ArchivePlanInput:
    plan_id: strawberry.ID = strawberry.field(description="The plan to put away.")


@strawberry.type(description="The plan is put away.")
class ArchivePlanSuccess:
    plan: Plan = strawberry.field(description="The plan as it is now.")
    athlete: Athlete = strawberry.field(description="Without the plan among those to train by or to review.")


ArchivePlanResult = Annotated[
    ArchivePlanSuccess | NotFound,
    strawberry.union("ArchivePlanResult", description="What came of putting a plan away."),
]


@strawberry.type
class PlanChangeMutations:
    @strawberry.mutation(description="Change a plan by exact operations, all or none, and nothing beside them.")
    async def edit_plan(
        self,
        info: Info,
        input: Annotated[EditPlanInput, strawberry.argument(description="The changes.")],
    ) -> EditPlanResult:
        edit = plan_changes.edit_of(
            key=input.idempotency_key, plan_id=input.plan_id, expected_version=input.expected_version
        )
        operations = [operation.to_domain() for operation in input.operations]
        changed = await plan_changes.edit_plan(info.context, edit, operations)
        return EditPlanSuccess(
            plan=Plan.of(changed.plan), changes=[PlanChange.of(change) for change in changed.changes]
        )

    @strawberry.mutation(description="Make an earlier version of a plan the current one, as a new version.")
    async def revert_plan(
        self,
        info: Info,
        input: Annotated[RevertPlanInput, strawberry.argument(description="Which version to go back to.")],
    ) -> RevertPlanResult:
        edit = plan_changes.edit_of(
            key=input.idempotency_key, plan_id=input.plan_id, expected_version=input.expected_version
        )
        plan = await plan_changes.revert_plan(info.context, edit, to_version=input.to_version)
        return RevertPlanSuccess(plan=Plan.of(plan))

    @strawberry.mutation(description="Put a plan away. It stays readable.")
    async def archive_plan(
        self,
        info: Info,
        input: Annotated[ArchivePlanInput, strawberry.argument(description="Which plan to put away.")],
    ) -> ArchivePlanResult:
        plan = await plan_changes.archive_plan(info.context, plan_id=input.plan_id)
        return ArchivePlanSuccess(plan=Plan.of(plan), athlete=Athlete.of(info.context.athlete))
