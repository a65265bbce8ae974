"""How the weeks of a plan go on from weeks that have begun: what an adaptation tells the builder beyond the basis."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from domain.ids import ExerciseId
from domain.plan import Week
from services.planning.progression import EventWindow, Phase


@dataclass(frozen=True, kw_only=True)
class Course:
    """`phases` are those of the weeks to build, numbered as in the whole plan.

    `kept` are the working sets of each exercise on each day of the week, by its offset, as they were; the same stay where
    nothing speaks against it. `held_back` are the steps by which an exercise lags behind its phase, negative where it is
    ahead. `planned` are the exercises of each full week as it was, by its number. `volumes` are the shares of the usual
    sets, by the week's number. `begun` are the weeks before.
    """

    phases: tuple[Phase, ...]
    window: EventWindow | None
    begun: tuple[Week, ...] = ()
    kept: Mapping[tuple[int, ExerciseId], int] = field(default_factory=dict)
    held_back: Mapping[ExerciseId, int] = field(default_factory=dict)
    planned: Mapping[int, frozenset[ExerciseId]] = field(default_factory=dict)
    volumes: Mapping[int, float] = field(default_factory=dict)
