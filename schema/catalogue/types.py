"""An exercise, as clients see it."""

from typing import Annotated, cast

import strawberry

from domain import exercise as domain
from domain.terms import Equipment, ExperienceLevel, JointStress, Mechanic, MovementPattern, Muscle
from resolvers import catalogue
from schema.bridge import Info, reads
from schema.interfaces import Node

DEFAULT_ALTERNATIVES = 5

Alternatives = Annotated[
    int | None, strawberry.argument(description="How many at most: 1 to 100, of which 20 at most are given.")
]


@strawberry.type(description="An exercise of the catalogue, the same for everybody.")
class Exercise(Node):
    is_type_of = reads(domain.Exercise)

    name: str = strawberry.field(description="Its usual name.")
    aliases: list[str] = strawberry.field(description="Other names that it goes by: at most 20.")
    primary_muscles: list[Muscle] = strawberry.field(
        description="What it trains most: at most 17, all muscles there are."
    )
    secondary_muscles: list[Muscle] = strawberry.field(
        description="What it trains as well: at most 17, all muscles there are."
    )
    equipment: list[Equipment] = strawberry.field(
        description="All that is needed, a bench or a rack included. At most 25, all equipment there is."
    )
    pattern: MovementPattern = strawberry.field(description="How it moves.")
    mechanic: Mechanic = strawberry.field(description="Whether it moves one joint or several.")
    level: ExperienceLevel = strawberry.field(description="The experience that it asks for.")
    is_unilateral: bool = strawberry.field(
        description="Whether it trains one side at a time; repetitions are for each side."
    )
    is_timed: bool = strawberry.field(description="Whether it is held for a time instead of repeated.")
    cues: list[str] = strawberry.field(description="How to do it well: 2 to 5 short sentences.")
    stresses: list[JointStress] = strawberry.field(
        description="What it loads, so that limitations can rule it out. At most 13, all stresses there are."
    )

    @strawberry.field(
        description="Fits to take its place, best first, for the viewer's equipment and limitations. At most 20."
    )
    @staticmethod
    async def alternatives(
        parent: strawberry.Parent[domain.Exercise], info: Info, first: Alternatives = DEFAULT_ALTERNATIVES
    ) -> list["Exercise"]:
        count = DEFAULT_ALTERNATIVES if first is None else first
        return [Exercise.of(found) for found in await catalogue.alternatives(info.context, parent, first=count)]

    @classmethod
    def of(cls, exercise: domain.Exercise) -> "Exercise":
        return cast("Exercise", exercise)
