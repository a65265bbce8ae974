"""How the catalogue is read."""

from typing import Annotated, cast

import strawberry

from domain.pages import DEFAULT_PAGE_SIZE
from resolvers import catalogue
from schema.bridge import Info, or_none
from schema.catalogue.inputs import ExerciseFilter
from schema.catalogue.types import Exercise
from schema.pages import After, Connection, First, page_size

Search = Annotated[str | None, strawberry.argument(description="Words of a name. All exercises, if left out.")]
Filter = Annotated[
    ExerciseFilter | None, strawberry.argument(description="What they must be. All exercises, if left out.")
]


@strawberry.type
class CatalogueQueries:
    @strawberry.field(description="One exercise of the catalogue. Null where there is none with this id.")
    async def exercise(
        self, info: Info, id: Annotated[strawberry.ID, strawberry.argument(description="The exercise's id.")]
    ) -> Exercise | None:
        exercise = catalogue.exercise(info.context, exercise_id=id)
        return Exercise.of(exercise) if exercise else None

    @strawberry.field(
        description="The exercise catalogue, best match first with `search` (typos and aliases are understood), by name "
        "without."
    )
    async def exercises(
        self,
        info: Info,
        search: Search = strawberry.UNSET,
        filter: Filter = strawberry.UNSET,
        first: First = DEFAULT_PAGE_SIZE,
        after: After = strawberry.UNSET,
    ) -> Connection[Exercise]:
        page = catalogue.exercises(
            info.context,
            search=or_none(search),
            wanted=(or_none(filter) or ExerciseFilter()).to_domain(),
            first=page_size(first),
            after=or_none(after),
        )
        return cast("Connection[Exercise]", page)
