"""A plan, its weeks and its days, as clients see them."""

import datetime
from typing import cast

import strawberry

from domain import plan as domain
from domain.pages import DEFAULT_PAGE_SIZE
from domain.plan import DayKind, LessonEffect, PlanState, PlanVersionReason
from domain.terms import Author, Weekday
from resolvers import plans, training
from schema.bridge import Info, or_none, reads
from schema.compiled.shared import SHARED
from schema.interfaces import Node
from schema.logs.types import WorkoutLog
from schema.pages import After, Connection, First, page_size
from schema.plans.activities import Activity
from schema.playbook.types import Lesson


@strawberry.type(description="One date of a plan.")
class Day(Node):
    is_type_of = reads(domain.Day)

    id: strawberry.ID = strawberry.field(
        description="Stays with its date through every version of the plan. Opaque and global."
    )
    title: str = strawberry.field(description="For people, such as `Lower body and an easy run`. `Rest` on a rest day.")
    date: datetime.date = strawberry.field(description="The date, in the athlete's time zone.")
    weekday: Weekday = strawberry.field(description="The date's day of the week.")
    kind: DayKind = strawberry.field(description="What the day is for.")
    rationale: str = strawberry.field(description="Why this day looks like this.")
    estimated_minutes: int = strawberry.field(description="Warm-up and rests included. 0 on a rest day.")

    @strawberry.field(description="In the order in which to do them. Empty on a rest day, at most 20 else.")
    @staticmethod
    def activities(parent: strawberry.Parent[domain.Day], info: Info) -> list[Activity]:
        return cast("list[Activity]", training.activities(info.context, parent))

    @strawberry.field(
        description="Whether it may still be changed: it lies ahead and nothing is logged.", metadata=SHARED
    )
    @staticmethod
    async def is_editable(parent: strawberry.Parent[domain.Day], info: Info) -> bool:
        return await plans.is_editable(info.context, parent)

    @strawberry.field(description="What was done. Null until it is logged.", metadata=SHARED)
    @staticmethod
    async def log(parent: strawberry.Parent[domain.Day], info: Info) -> WorkoutLog | None:
        log = await training.log_of(info.context, parent)
        return WorkoutLog.of(log) if log else None

    @classmethod
    def of(cls, day: domain.Day) -> "Day":
        return cast("Day", day)


@strawberry.type(description="Seven days of a plan, from its start date on, on whatever weekday that is.")
class Week:
    number: int = strawberry.field(description="Counted from 1.")
    start_date: datetime.date = strawberry.field(description="Its first day.")
    focus: str = strawberry.field(description="A headline.")
    goal: str = strawberry.field(description="What this week is to achieve.")
    progression: str = strawberry.field(description="How it goes beyond the week before.")
    is_deload: bool = strawberry.field(description="Whether it is an easier week, to recover.")
    days: list[Day] = strawberry.field(description="Seven, from the week's start.")


@strawberry.type(description="What one rule found in a plan.")
class RuleOutcome:
    rule: str = strawberry.field(description="Such as `R25`.")
    description: str = strawberry.field(description="What the rule asks for.")
    is_hard: bool = strawberry.field(description="Whether it must hold, or counts toward the score.")
    score: float = strawberry.field(description="0 to 1.")
    finding: str = strawberry.field(description="What was found, in words.")
    source: str = strawberry.field(description="Where the rule comes from.")

    @classmethod
    def of(cls, outcome: domain.RuleOutcome) -> "RuleOutcome":
        return cast("RuleOutcome", outcome)


@strawberry.type(description="How good a plan is, by rules that anyone can check.")
class PlanQuality:
    score: float = strawberry.field(
        description="0 to 100. 0 where a rule that must hold is broken, which is never served."
    )
    rules: list[RuleOutcome] = strawberry.field(
        description="What each rule found; one that must hold in part and counts in part is there twice. At most 80."
    )


@strawberry.type(description="A lesson that was in force when a version of a plan was made.")
class AppliedLesson:
    lesson: Lesson = strawberry.field(description="The lesson as it stands now.")
    effect: LessonEffect = strawberry.field(description="What it did to the plan, in a word.")
    explanation: str = strawberry.field(description="What it did to the plan, in words.")


@strawberry.type(description="What changed in a plan.")
class PlanChange:
    date: datetime.date | None = strawberry.field(description="Null where the whole week or plan changed.")
    description: str = strawberry.field(description="What changed, for people.")

    @classmethod
    def of(cls, change: domain.PlanChange) -> "PlanChange":
        return cast("PlanChange", change)


@strawberry.type(description="One version of a plan, and why it came to be.")
class PlanVersion:
    id: strawberry.ID = strawberry.field(description="Opaque and global.")
    version: int = strawberry.field(description="Its number, counted from 1.")
    reason: PlanVersionReason = strawberry.field(description="Why it came to be.")
    changes: list[PlanChange] = strawberry.field(
        description="What changed, for people. Empty in the first version, at most 200 else."
    )
    created_at: datetime.datetime = strawberry.field(description="When it was made.")


@strawberry.type(description="A training plan, as its newest version has it.")
class Plan(Node):
    is_type_of = reads(domain.Plan)

    version: int = strawberry.field(description="Rises by one at every change.")
    state: PlanState = strawberry.field(description="Where it stands.")
    title: str = strawberry.field(description="A name for it.")
    summary: str = strawberry.field(description="What it is about, in a few sentences.")
    rationale: str = strawberry.field(description="Why the plan is built this way.")
    author: Author = strawberry.field(description="Who wrote it.")
    start_date: datetime.date = strawberry.field(description="Its first day.")
    weeks: list[Week] = strawberry.field(description="1 to 16 weeks, in order.")
    quality: PlanQuality = strawberry.field(description="Every rule that the plan was held against.")

    @strawberry.field(
        description="The lessons that were in force when this version was made, and what each did. At most 60."
    )
    @staticmethod
    async def applied_lessons(parent: strawberry.Parent[domain.Plan], info: Info) -> list[AppliedLesson]:
        lessons = await plans.applied_lessons(info.context, parent)
        return [
            AppliedLesson(lesson=Lesson.of(lesson), effect=use.effect, explanation=use.explanation)
            for use, lesson in lessons
        ]

    is_outdated: bool = strawberry.field(
        description="Whether the profile, an answer or a lesson has changed since this version in a way that bears on "
        "days ahead: a new plan, or this one adapted, would take it into account."
    )
    notices: list[str] = strawberry.field(
        description="Advice that belongs to the plan, such as to see a doctor first. Often empty, at most 20."
    )

    @strawberry.field(description="All versions, newest first.")
    @staticmethod
    async def versions(
        parent: strawberry.Parent[domain.Plan],
        info: Info,
        first: First = DEFAULT_PAGE_SIZE,
        after: After = strawberry.UNSET,
    ) -> Connection[PlanVersion]:
        page = await plans.versions(info.context, parent, first=page_size(first), after=or_none(after))
        return cast("Connection[PlanVersion]", page)

    created_at: datetime.datetime = strawberry.field(description="When its first version was made.")
    updated_at: datetime.datetime = strawberry.field(description="When it last changed.")

    @classmethod
    def of(cls, plan: domain.Plan) -> "Plan":
        return cast("Plan", plan)
