"""The athlete and all that hangs on them, as clients see it."""

import datetime
from typing import Annotated, cast

import strawberry

from domain import profile as domain
from domain.pages import DEFAULT_PAGE_SIZE
from domain.training import DEFAULT_INSIGHT_WEEKS
from resolvers import athletes, feedback, generations, plans, playbooks, training
from schema.bridge import Info, or_none, reads
from schema.feedback.types import Message
from schema.generations.types import PlanGeneration
from schema.interfaces import Node
from schema.logs.insights import Insights
from schema.logs.types import WorkoutLog
from schema.onboarding.profile import Entitlement, Onboarding, Profile
from schema.pages import After, Connection, First, page_size
from schema.plans.types import Day, Plan
from schema.playbook.types import Playbook

Start = Annotated[datetime.date, strawberry.argument(description="The first date.")]
End = Annotated[datetime.date, strawberry.argument(description="The last date, at most 42 days after `start`.")]

Weeks = Annotated[
    int | None, strawberry.argument(description="How many weeks, from Monday on and the running one included: 1 to 52.")
]


@strawberry.type(description="A person who trains. Everything under it is theirs alone.")
class Athlete(Node):
    is_type_of = reads(domain.Athlete)

    @strawberry.field(description="Null until it is saved.")
    async def profile(self, info: Info) -> Profile | None:
        profile = await athletes.profile(info.context)
        return Profile.of(profile) if profile else None

    @strawberry.field(description="Where the athlete stands on the way to a plan: what an app needs to resume.")
    async def onboarding(self, info: Info) -> Onboarding:
        return Onboarding.of(await athletes.onboarding(info.context))

    @strawberry.field(
        description="The plan to train by: accepted, and its last day not yet past. Null where there is none."
    )
    async def plan(self, info: Info) -> Plan | None:
        plan = await plans.plan_to_train_by(info.context)
        return Plan.of(plan) if plan else None

    @strawberry.field(description="The plan under review, where there is one.")
    async def plan_in_review(self, info: Info) -> Plan | None:
        plan = await plans.plan_in_review(info.context)
        return Plan.of(plan) if plan else None

    @strawberry.field(description="All plans, newest first.")
    async def plans(
        self, info: Info, first: First = DEFAULT_PAGE_SIZE, after: After = strawberry.UNSET
    ) -> Connection[Plan]:
        page = await plans.page(info.context, first=page_size(first), after=or_none(after))
        return cast("Connection[Plan]", page)

    @strawberry.field(description="What the coach has learned about the athlete.")
    async def playbook(self, info: Info) -> Playbook:
        return Playbook.of(await playbooks.playbook(info.context))

    @strawberry.field(
        description="The days from `start` to `end`, both included and at most 42 days apart, of the plans that were or "
        "are trained by. One for a date, in order."
    )
    async def calendar(self, info: Info, start: Start, end: End) -> list[Day]:
        days = await plans.calendar(info.context, start=start, end=end)
        return [Day.of(day) for day in days]

    @strawberry.field(description="What was logged, newest first.")
    async def workouts(
        self, info: Info, first: First = DEFAULT_PAGE_SIZE, after: After = strawberry.UNSET
    ) -> Connection[WorkoutLog]:
        page = await training.workouts(info.context, first=page_size(first), after=or_none(after))
        return cast("Connection[WorkoutLog]", page)

    @strawberry.field(
        description="Rises at every change to anything under the athlete, logs and messages included: an app that holds "
        "this number is up to date."
    )
    async def revision(self, info: Info) -> int:
        return await athletes.revision(info.context)

    @strawberry.field(description="The newest generation, whatever its state. Null where there was none.")
    async def latest_generation(self, info: Info) -> PlanGeneration | None:
        generation = await generations.latest(info.context)
        return PlanGeneration.of(generation) if generation else None

    @strawberry.field(description="What was said about plans, newest first.")
    async def conversation(
        self, info: Info, first: First = DEFAULT_PAGE_SIZE, after: After = strawberry.UNSET
    ) -> Connection[Message]:
        page = await feedback.conversation(info.context, first=page_size(first), after=or_none(after))
        return cast("Connection[Message]", page)

    @strawberry.field(description="What the logged workouts show, over the last `weeks` weeks (1 to 52).")
    async def insights(self, info: Info, weeks: Weeks = DEFAULT_INSIGHT_WEEKS) -> Insights:
        week_count = DEFAULT_INSIGHT_WEEKS if weeks is None else weeks
        return Insights.of(await training.insights(info.context, week_count=week_count))

    @strawberry.field(description="What the athlete may use, from their token.")
    async def entitlement(self, info: Info) -> Entitlement:
        return Entitlement.of(await generations.entitlement(info.context))

    @classmethod
    def of(cls, viewer: domain.Viewer) -> "Athlete":
        return cast("Athlete", domain.Athlete(viewer.athlete_id))
