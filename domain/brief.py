"""What may be wished of a plan beyond its basis: a model's small proposal, which code matches and checks."""

import msgspec

from domain.ids import ExerciseId
from domain.terms import Author, Muscle


class Brief(msgspec.Struct, frozen=True, kw_only=True):
    """Empty fields leave it to the engine. `themes` are one for each week; `endurance_share` from 0 to 1 of the training time."""

    author: Author = Author.RULES
    title: str | None = None
    summary: str | None = None
    rationale: str | None = None
    themes: tuple[str, ...] = ()
    favoured_exercises: tuple[ExerciseId, ...] = ()
    stressed_muscles: tuple[Muscle, ...] = ()
    endurance_share: float | None = None
