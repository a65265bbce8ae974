"""How an athlete says something about a plan."""

from typing import Annotated

import strawberry

from domain.conversation import FeedbackIntent
from resolvers import feedback, playbooks
from schema.bridge import Info, or_none
from schema.feedback.types import Message
from schema.plans.types import Plan, PlanChange
from schema.playbook.types import LessonChange, Playbook
from schema.problems import IdempotencyConflict, InvalidInput, NotFound, PlanNotEditable, QuotaExceeded


@strawberry.input(description="A message about a plan.")
class SubmitFeedbackInput:
    idempotency_key: str = strawberry.field(
        description="Made by the client, once for each message: 8 to 64 characters."
    )
    plan_id: strawberry.ID = strawberry.field(description="The plan that it is about.")
    message: str = strawberry.field(description="1 to 2000 characters.")
    day_id: strawberry.ID | None = strawberry.field(
        default=strawberry.UNSET, description="The day that the athlete is looking at, if any."
    )


@strawberry.type(description="The message is understood, and all that it asked for is done.")
class SubmitFeedbackSuccess:
    intent: FeedbackIntent = strawberry.field(description="What the athlete wanted.")
    reply: Message = strawberry.field(description="The coach's answer.")
    plan: Plan = strawberry.field(description="As it is now, changed or not.")
    changes: list[PlanChange] = strawberry.field(
        description="What changed in the plan. Empty where nothing did, at most 200."
    )
    lesson_changes: list[LessonChange] = strawberry.field(description="What was learned: at most 40.")

    @strawberry.field(description="The playbook as it is now.")
    async def playbook(self, info: Info) -> Playbook:
        return Playbook.of(await playbooks.playbook(info.context))


SubmitFeedbackResult = Annotated[
    SubmitFeedbackSuccess | InvalidInput | NotFound | PlanNotEditable | QuotaExceeded | IdempotencyConflict,
    strawberry.union("SubmitFeedbackResult", description="What came of a message."),
]


@strawberry.type
class FeedbackMutations:
    @strawberry.mutation(
        description="Say something about the plan in plain words: a question, a wish, a complaint, or that it is fine. "
        "Answers, changes the plan where asked, and learns."
    )
    async def submit_feedback(
        self,
        info: Info,
        input: Annotated[SubmitFeedbackInput, strawberry.argument(description="The message.")],
    ) -> SubmitFeedbackResult:
        answer = await feedback.submit_feedback(
            info.context,
            key=input.idempotency_key,
            plan_id=input.plan_id,
            message=input.message,
            day_id=or_none(input.day_id),
        )
        return SubmitFeedbackSuccess(
            intent=answer.intent,
            reply=Message.of(answer.reply),
            plan=Plan.of(answer.plan),
            changes=[PlanChange.of(change) for change in answer.changes],
            lesson_changes=[LessonChange.of(change) for change in answer.lesson_changes],
        )
