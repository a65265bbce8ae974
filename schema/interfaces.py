"""The interfaces that hold types of several features together."""

import strawberry

from domain.conversation import Message
from domain.exercise import Exercise
from domain.generations import Generation
from domain.lessons import Lesson, Playbook
from domain.plan import Day, Plan
from domain.profile import Athlete
from domain.questions import QuestionSet
from domain.training import WorkoutLog
from schema.bridge import named

NODES: dict[type, str] = {
    Athlete: "Athlete",
    QuestionSet: "QuestionSet",
    Plan: "Plan",
    Day: "Day",
    Exercise: "Exercise",
    Playbook: "Playbook",
    Lesson: "Lesson",
    Generation: "PlanGeneration",
    Message: "Message",
    WorkoutLog: "WorkoutLog",
}
"""The type that reads each struct that lasts."""


@strawberry.interface(description="Something that lasts and can be fetched again by its opaque, global id.")
class Node:
    resolve_type = named(NODES)

    id: strawberry.ID = strawberry.field(description="Opaque and global. Never parse it.")


@strawberry.interface(
    description="Why a mutation did not do what was asked, in a form that the person can act on. There may be more "
    "kinds of problems one day: ask for `... on Problem { message }` to be ready for them."
)
class Problem:
    message: str = strawberry.field(description="One sentence for the person.")
