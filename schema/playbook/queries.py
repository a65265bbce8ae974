"""How a playbook is read."""

from typing import Annotated

import strawberry

from resolvers import playbooks
from schema.bridge import Info, or_none
from schema.playbook.types import Playbook


@strawberry.type
class PlaybookQueries:
    @strawberry.field(
        description="What the coach has learned about the viewer. With `athleteId`, about somebody else: for service tokens "
        "alone, FORBIDDEN to others; null where there is no such athlete."
    )
    async def playbook(
        self,
        info: Info,
        athlete_id: Annotated[
            strawberry.ID | None, strawberry.argument(description="Whose playbook. The viewer's, if left out.")
        ] = strawberry.UNSET,
    ) -> Playbook | None:
        playbook = await playbooks.playbook_of(info.context, athlete_id=or_none(athlete_id))
        return Playbook.of(playbook) if playbook else None
