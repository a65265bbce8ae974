"""How clients ask for exercises."""

import strawberry

from domain.terms import Equipment, ExperienceLevel, MovementPattern, Muscle
from schema.bridge import or_none
from services.planning import catalogue as domain


@strawberry.input(description="What an exercise must be. What is left out does not matter.")
class ExerciseFilter:
    muscles: list[Muscle] | None = strawberry.field(
        default=strawberry.UNSET,
        description="Trains one of these most; empty is as if left out. At most 17, all muscles there are.",
    )
    equipment: list[Equipment] | None = strawberry.field(
        default=strawberry.UNSET,
        description="Doable with just this equipment, and the body. At most 25, all equipment there is.",
    )
    patterns: list[MovementPattern] | None = strawberry.field(
        default=strawberry.UNSET,
        description="Moves in one of these ways; empty is as if left out. At most 13, all ways there are.",
    )
    level: ExperienceLevel | None = strawberry.field(
        default=strawberry.UNSET, description="Asks for this experience at most."
    )

    def to_domain(self) -> domain.ExerciseFilter:
        equipment = or_none(self.equipment)
        return domain.ExerciseFilter(
            muscles=frozenset(self.muscles) if self.muscles else None,
            equipment=frozenset(equipment) if equipment is not None else None,
            patterns=frozenset(self.patterns) if self.patterns else None,
            level=or_none(self.level),
        )
