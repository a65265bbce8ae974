"""How a workout is logged, and how a log is taken back."""

from typing import Annotated

import strawberry

from resolvers import training
from schema.bridge import Info
from schema.logs.inputs import DeleteWorkoutLogInput, LogWorkoutInput
from schema.plans.types import Day, Plan, PlanChange
from schema.playbook.types import LessonChange
from schema.problems import DayAlreadyLogged, InvalidInput, NotFound


@strawberry.type(description="The workout is logged.")
class LogWorkoutSuccess:
    day: Day = strawberry.field(description="The day with its log, as it is stored.")
    plan: Plan = strawberry.field(description="The day's plan as it is now; changed where pain was reported.")
    changes: list[PlanChange] = strawberry.field(
        description="What changed in the days ahead. Empty where nothing did, at most 200."
    )
    lesson_changes: list[LessonChange] = strawberry.field(description="What was learned: at most 40.")
    notices: list[str] = strawberry.field(
        description="What to show at once, such as to stop and see a doctor. Often empty, at most 5."
    )


LogWorkoutResult = Annotated[
    LogWorkoutSuccess | InvalidInput | NotFound | DayAlreadyLogged,
    strawberry.union("LogWorkoutResult", description="What came of logging a workout."),
]


@strawberry.type(description="The log is taken back.")
class DeleteWorkoutLogSuccess:
    day: Day = strawberry.field(description="Without its log, and editable again where it lies ahead.")


DeleteWorkoutLogResult = Annotated[
    DeleteWorkoutLogSuccess | NotFound,
    strawberry.union("DeleteWorkoutLogResult", description="What came of taking back a log."),
]


@strawberry.type
class TrainingMutations:
    @strawberry.mutation(
        description="Record what was done on a day, and how it felt. May be sent again with the same `clientId`, from a queue that "
        "was offline: the highest `revision` counts."
    )
    async def log_workout(
        self, info: Info, input: Annotated[LogWorkoutInput, strawberry.argument(description="What was done.")]
    ) -> LogWorkoutResult:
        answer = await training.log_workout(info.context, input.to_draft())
        return LogWorkoutSuccess(
            day=Day.of(answer.day),
            plan=Plan.of(answer.plan),
            changes=[PlanChange.of(change) for change in answer.changes],
            lesson_changes=[LessonChange.of(change) for change in answer.lesson_changes],
            notices=list(answer.notices),
        )

    @strawberry.mutation(description="Take back a log that was made by mistake.")
    async def delete_workout_log(
        self,
        info: Info,
        input: Annotated[DeleteWorkoutLogInput, strawberry.argument(description="Which log to take back.")],
    ) -> DeleteWorkoutLogResult:
        day = await training.delete_workout_log(info.context, client_id=input.client_id)
        return DeleteWorkoutLogSuccess(day=Day.of(day))
