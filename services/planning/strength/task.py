"""The task that the solver is given: the week's sessions, the exercises to choose among, and what is wanted."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from domain.ids import ExerciseId
from domain.terms import Muscle
from services.planning.candidates import Candidate
from services.planning.strength.pairing import Cost
from services.planning.strength.session import Slot


@dataclass(frozen=True, slots=True, kw_only=True)
class Task:
    """`costs` are those of each candidate.

    `targets` are weekly hard sets for each muscle, indirect ones counted half; `floors` are the fewest of a good week, and
    beyond `enough_sets` more does no good.
    """

    slots: tuple[Slot, ...]
    candidates: tuple[Candidate, ...]
    costs: tuple[Cost, ...]
    targets: dict[Muscle, float]
    floors: dict[Muscle, float]
    enough_sets: float
    most_sets: int
    most_session_sets: int
    repeats_main_lifts: bool
    needs_hinge: bool
    needs_core: bool
    balance_sessions: int
    is_youth: bool
    pair_saving: int = 0
    """Seconds that every two sets done in turn save at least; 0 where nothing is done in turn."""
    rivals: tuple[frozenset[int], ...] = ()
    """Candidates of which no two can be a pair."""
    kept: Mapping[tuple[int, ExerciseId], int] = field(default_factory=dict)
    """Working sets of each exercise on each day as they were, where the weeks go on from others; by the day's offset."""
