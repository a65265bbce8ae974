"""How a plan is asked for, and how that is taken back."""

import datetime
from typing import Annotated

import strawberry

from resolvers import generations
from schema.athletes.types import Athlete
from schema.bridge import Info, or_none
from schema.generations.types import PlanGeneration
from schema.problems import (
    AnswersMissing,
    GenerationFinished,
    GenerationInProgress,
    IdempotencyConflict,
    InvalidInput,
    NotFound,
    NotSafeToTrain,
    PlanNotEditable,
    ProfileMissing,
    QuotaExceeded,
)


@strawberry.input(description="What plan to make.")
class GeneratePlanInput:
    idempotency_key: str = strawberry.field(description="Made by the client, once for each wish: 8 to 64 characters.")
    weeks: int = strawberry.field(default=4, description="1 to 16.")
    start_date: datetime.date | None = strawberry.field(
        default=strawberry.UNSET, description="Not in the past. The next Monday, if left out."
    )


@strawberry.type(description="The generation has started, or had with this key before.")
class GeneratePlanSuccess:
    generation: PlanGeneration = strawberry.field(description="The generation, to follow.")
    athlete: Athlete = strawberry.field(description="With the new generation.")


GeneratePlanResult = Annotated[
    GeneratePlanSuccess
    | InvalidInput
    | ProfileMissing
    | AnswersMissing
    | GenerationInProgress
    | QuotaExceeded
    | IdempotencyConflict
    | NotSafeToTrain,
    strawberry.union("GeneratePlanResult", description="What came of asking for a plan."),
]


@strawberry.input(description="Which plan to adapt.")
class AdaptPlanInput:
    idempotency_key: str = strawberry.field(description="Made by the client, once for each wish: 8 to 64 characters.")
    plan_id: strawberry.ID = strawberry.field(
        description="A plan that is in review or accepted, with a week that has not begun yet."
    )


@strawberry.type(
    description="The adaptation has started, or had with this key before. Once it has succeeded, the plan has a new version."
)
class AdaptPlanSuccess:
    generation: PlanGeneration = strawberry.field(description="The generation, to follow.")
    athlete: Athlete = strawberry.field(description="With the new generation.")


AdaptPlanResult = Annotated[
    AdaptPlanSuccess
    | InvalidInput
    | NotFound
    | PlanNotEditable
    | GenerationInProgress
    | QuotaExceeded
    | IdempotencyConflict
    | NotSafeToTrain,
    strawberry.union("AdaptPlanResult", description="What came of asking for an adaptation."),
]


@strawberry.input(description="What to stop.")
class CancelGenerationInput:
    generation_id: strawberry.ID = strawberry.field(description="The generation to stop.")


@strawberry.type(
    description="It is stopped, or was before. Where nothing was paid for it, it does not count against the quota."
)
class CancelGenerationSuccess:
    generation: PlanGeneration = strawberry.field(description="As it stands now: CANCELLED.")


CancelGenerationResult = Annotated[
    CancelGenerationSuccess | NotFound | GenerationFinished,
    strawberry.union("CancelGenerationResult", description="What came of stopping a generation."),
]


@strawberry.type
class GenerationMutations:
    @strawberry.mutation(
        description="Start to generate a plan. Returns at once; follow the generation by subscription or query. "
        "The same key again returns the same generation."
    )
    async def generate_plan(
        self,
        info: Info,
        input: Annotated[GeneratePlanInput, strawberry.argument(description="What plan to make.")],
    ) -> GeneratePlanResult:
        generation = await generations.generate_plan(
            info.context, key=input.idempotency_key, week_count=input.weeks, start_date=or_none(input.start_date)
        )
        return GeneratePlanSuccess(generation=PlanGeneration.of(generation), athlete=Athlete.of(info.context.athlete))

    @strawberry.mutation(
        description="Plan the weeks that are still ahead anew, from what was logged and learned. Weeks that have begun stay as "
        "they are. A generation like any other: one at a time, counted, and followed in the same way."
    )
    async def adapt_plan(
        self,
        info: Info,
        input: Annotated[AdaptPlanInput, strawberry.argument(description="Which plan to adapt.")],
    ) -> AdaptPlanResult:
        generation = await generations.adapt_plan(info.context, key=input.idempotency_key, plan_id=input.plan_id)
        return AdaptPlanSuccess(generation=PlanGeneration.of(generation), athlete=Athlete.of(info.context.athlete))

    @strawberry.mutation(description="Stop a generation that has not finished.")
    async def cancel_generation(
        self,
        info: Info,
        input: Annotated[CancelGenerationInput, strawberry.argument(description="What to stop.")],
    ) -> CancelGenerationResult:
        generation = await generations.cancel_generation(info.context, generation_id=input.generation_id)
        return CancelGenerationSuccess(generation=PlanGeneration.of(generation))
