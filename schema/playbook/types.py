"""The playbook and its lessons, as clients see them."""

import datetime
from typing import cast

import strawberry

from domain import knowledge
from domain import lessons as domain
from domain.lessons import LessonOperation, LessonRuleKind, LessonSource, LessonState
from domain.pages import DEFAULT_PAGE_SIZE
from domain.terms import Equipment, LimitationKind, MovementPattern, Muscle, Sport, Weekday
from resolvers import catalogue, playbooks
from schema.bridge import Info, or_none, reads
from schema.catalogue.types import Exercise
from schema.interfaces import Node
from schema.pages import After, Connection, First, page_size
from schema.playbook import enums as _enums  # noqa: F401  # exposes the enums first


@strawberry.type(description="Just what a lesson does, for the planner: its kind, and the one field that fits it.")
class LessonRule:
    kind: LessonRuleKind = strawberry.field(description="What it makes the planner do.")

    @strawberry.field(description="What it is about: just the field that fits is set.")
    @staticmethod
    def exercise(parent: strawberry.Parent[domain.LessonRule], info: Info) -> Exercise | None:
        if parent.exercise_id is None:
            return None
        return Exercise.of(catalogue.exercise_of(info.context, parent.exercise_id))

    pattern: MovementPattern | None = strawberry.field(description="The way of moving that it is about.")
    muscle: Muscle | None = strawberry.field(description="The muscle that it is about.")
    limitation: LimitationKind | None = strawberry.field(description="The limitation that it is about.")
    equipment: list[Equipment] | None = strawberry.field(
        description="The equipment that it is about. At most 25, all equipment there is."
    )
    weekdays: list[Weekday] | None = strawberry.field(description="The days that it is about. At most 7.")
    sport: Sport | None = strawberry.field(description="The sport that it is about.")
    amount: float | None = strawberry.field(
        description="The amount, for kinds that have one: minutes, or a share such as 0.9."
    )


@strawberry.type(description="What the knowledge base says on a lesson: one to three sentences of its notes.")
class LessonContext:
    text: str = strawberry.field(description="For people.")
    sources: list[str] = strawberry.field(description="Titles of the notes that it is drawn from: 1 to 3.")

    @classmethod
    def of(cls, context: knowledge.LessonContext) -> "LessonContext":
        return cast("LessonContext", context)


@strawberry.type(
    description="Something that the coach has learned: a text for people, a rule for the planner, and the evidence."
)
class Lesson(Node):
    is_type_of = reads(domain.Lesson)

    text: str = strawberry.field(description="For people.")
    rule: LessonRule = strawberry.field(description="For the planner: just what the lesson does.")
    is_hard: bool = strawberry.field(description="Whether a plan must keep it, or leans toward it.")
    is_pinned: bool = strawberry.field(
        description="Whether the athlete pinned it, so that it is never forgotten or outweighed."
    )
    state: LessonState = strawberry.field(description="Whether it counts, and if not, why.")
    source: LessonSource = strawberry.field(description="Where it was learned.")
    evidence: str = strawberry.field(description="The athlete's own words, or the log, that it was learned from.")
    confidence: float = strawberry.field(description="0 to 1, from where it came and how it fared.")
    helpful_count: int = strawberry.field(description="Plans that used it and went well.")
    harmful_count: int = strawberry.field(description="Plans that used it and went badly.")
    times_applied: int = strawberry.field(description="Plans that used it.")
    tags: list[str] = strawberry.field(description="Short words to find it by. At most 10.")

    @strawberry.field(description="What the knowledge base says on it. Null where it says nothing or matching is off.")
    @staticmethod
    async def context(parent: strawberry.Parent[domain.Lesson], info: Info) -> LessonContext | None:
        found = await playbooks.context_of(info.context, parent)
        return LessonContext.of(found) if found is not None else None

    created_at: datetime.datetime = strawberry.field(description="When it was learned.")
    last_applied_at: datetime.datetime | None = strawberry.field(description="Null where it has not been used.")
    expires_at: datetime.datetime | None = strawberry.field(
        description="When it stops counting by itself. Null where never."
    )

    @classmethod
    def of(cls, lesson: domain.Lesson) -> "Lesson":
        return cast("Lesson", lesson)


@strawberry.type(description="An entry of the playbook's history: what happened to a lesson, and why.")
class LessonChange:
    id: strawberry.ID = strawberry.field(description="Opaque and global.")
    operation: LessonOperation = strawberry.field(description="What happened.")
    lesson: Lesson = strawberry.field(description="The lesson as it stands now.")
    reason: str = strawberry.field(description="Why it happened, for people.")
    at: datetime.datetime = strawberry.field(description="When it happened.")

    @classmethod
    def of(cls, change: domain.LessonChange) -> "LessonChange":
        return cast("LessonChange", change)


@strawberry.type(description="What the coach has learned about an athlete.")
class Playbook(Node):
    is_type_of = reads(domain.Playbook)

    lessons: list[Lesson] = strawberry.field(
        description="Active lessons, weightiest first: at most 60, as pinned and hard ones are always kept "
        "and the rest is capped at 40."
    )

    @strawberry.field(description="Lessons no longer in use, newest first.")
    @staticmethod
    async def retired_lessons(
        parent: strawberry.Parent[domain.Playbook],
        info: Info,
        first: First = DEFAULT_PAGE_SIZE,
        after: After = strawberry.UNSET,
    ) -> Connection[Lesson]:
        page = await playbooks.retired_lessons(info.context, parent, first=page_size(first), after=or_none(after))
        return cast("Connection[Lesson]", page)

    @strawberry.field(description="Every change ever made, newest first.")
    @staticmethod
    async def history(
        parent: strawberry.Parent[domain.Playbook],
        info: Info,
        first: First = DEFAULT_PAGE_SIZE,
        after: After = strawberry.UNSET,
    ) -> Connection[LessonChange]:
        page = await playbooks.history(info.context, parent, first=page_size(first), after=or_none(after))
        return cast("Connection[LessonChange]", page)

    version: int = strawberry.field(description="Rises by one at every change.")
    updated_at: datetime.datetime = strawberry.field(description="When it last changed.")

    @classmethod
    def of(cls, playbook: domain.Playbook) -> "Playbook":
        return cast("Playbook", playbook)
