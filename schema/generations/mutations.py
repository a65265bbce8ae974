"""How a plan is asked for."""

import datetime
from typing import Annotated

import strawberry

from resolvers import generations
from schema.athletes.types import Athlete
from schema.bridge import Info, or_none
from schema.generations.types import PlanGeneration
from schema.problems import (
    AnswersMissing,
    GenerationInProgress,
    IdempotencyConflict,
    InvalidInput,
    NotSafeToTrain,
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
