"""Which exercises of a session are done in turn: none where all fit one after the other, else as few as bring it into its time."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from itertools import combinations, count

from domain.exercise import Exercise
from domain.ids import ExerciseId
from domain.terms import Equipment, LimitationKind, Mechanic, MovementPattern, TrainingFocus
from services.planning.minutes import TURN_SECONDS, saved_in_turn
from services.planning.pairs import FAMILIES, STATIONS, may_pair
from services.planning.strength.prescription import Role, StrengthStyle, role_of
from services.planning.strength.session import Choice

SPARED = frozenset(
    {
        LimitationKind.PREGNANCY,
        LimitationKind.POSTPARTUM,
        LimitationKind.HYPERTENSION,
        LimitationKind.BETA_BLOCKER,
        LimitationKind.ASTHMA,
    }
)
"""Whose heart and breath want their rests whole (product)."""
Pairs = tuple[tuple[int, int], ...]
"""Places in a session."""


@dataclass(frozen=True, slots=True)
class Cost:
    """Seconds of an exercise: the work and the rest of its longest working set, and change and warm-up sets."""

    work: int
    rest: int
    opening: int

    @property
    def a_set(self) -> int:
        return self.work + self.rest


def least_saving(costs: Sequence[Cost]) -> int:
    """Seconds that every two sets done in turn save at least."""
    return min((min(cost.a_set, 2 * (cost.rest - TURN_SECONDS)) for cost in costs), default=0)


def may_alternate(one: Exercise, other: Exercise, style: StrengthStyle) -> bool:
    """Whether two exercises can be a pair of this athlete's: for strength, what is heavy is rested for in peace."""
    is_for_strength = style.focus is TrainingFocus.STRENGTH
    if is_for_strength and role_of(one) is Role.HEAVY and role_of(other) is Role.HEAVY:
        return False
    return may_pair(one, other)


def rivals(exercises: Sequence[Exercise], style: StrengthStyle) -> list[frozenset[int]]:
    """Groups of places in this list of which no two can be a pair: enough of them for the solver, which is none the faster
    for each single muscle's."""
    groups = {_places(exercises, partial(_is_of, family)) for family in FAMILIES}
    groups |= {_places(exercises, partial(_needs, station)) for station in STATIONS}
    if style.focus is TrainingFocus.STRENGTH:
        groups.add(_places(exercises, lambda one: role_of(one) is Role.HEAVY))
    return sorted((one for one in groups if not any(one < other for other in groups)), key=sorted)


def _places(exercises: Sequence[Exercise], belongs: Callable[[Exercise], bool]) -> frozenset[int]:
    return frozenset(place for place, exercise in enumerate(exercises) if belongs(exercise))


def _is_of(patterns: frozenset[MovementPattern], exercise: Exercise) -> bool:
    return exercise.pattern in patterns


def _needs(station: Equipment, exercise: Exercise) -> bool:
    return station in exercise.equipment


def in_turn(
    choices: Sequence[Choice], *, seconds: int, costs: Mapping[ExerciseId, Cost], style: StrengthStyle
) -> tuple[Choice, ...]:
    """The session in its seconds: as it is, else with the fewest pairs that do, each together. Where all pairs together do
    not, sets go until they do."""
    found = tuple(choices)
    while (pairs := _fewest(found, seconds, costs, style)) is None:
        fewer = _without_a_set(found)
        if fewer is None:
            return found
        found = fewer
    return _numbered(found, pairs)


def _fewest(
    choices: Sequence[Choice], seconds: int, costs: Mapping[ExerciseId, Cost], style: StrengthStyle
) -> Pairs | None:
    """The pairs that keep the order best (R30), leave heavy work alone and are fewest. None where no pairs save enough."""
    spent = sum(costs[one.exercise.id].opening + one.sets * costs[one.exercise.id].a_set for one in choices)
    if spent <= seconds:
        return ()
    savings = {
        (first, second): _saving(choices[first], choices[second], costs)
        for first, second in combinations(range(len(choices)), 2)
        if may_alternate(choices[first].exercise, choices[second].exercise, style)
    }
    fitting = [pairs for pairs in _matchings(tuple(savings)) if spent - sum(savings[pair] for pair in pairs) <= seconds]
    return min(fitting, key=lambda pairs: (*_unease(choices, pairs), pairs), default=None)


def _matchings(pairs: Pairs) -> Iterator[Pairs]:
    """All ways to take some of the pairs so that no place is in two of them."""
    if not pairs:
        yield ()
        return
    first, rest = pairs[0], pairs[1:]
    yield from _matchings(rest)
    for others in _matchings(tuple(pair for pair in rest if not set(pair) & set(first))):
        yield (first, *others)


def _saving(one: Choice, other: Choice, costs: Mapping[ExerciseId, Cost]) -> int:
    first, second = costs[one.exercise.id], costs[other.exercise.id]
    return min(one.sets, other.sets) * saved_in_turn((first.work, first.rest), (second.work, second.rest))


def _unease(choices: Sequence[Choice], pairs: Pairs) -> tuple[int, int, int]:
    """What speaks against these pairs: isolation before compounds, heavy work in them, their number."""
    ranks = [_rank(choice.exercise) for choice in _numbered(choices, pairs)]
    known = [rank for rank in ranks if rank is not None]
    inversions = sum(1 for one, other in combinations(known, 2) if one > other)
    heavy = sum(role_of(choices[place].exercise) is Role.HEAVY for pair in pairs for place in pair)
    return inversions, heavy, len(pairs)


def _rank(exercise: Exercise) -> int | None:
    role = role_of(exercise)
    if role in {Role.CORE, Role.DRILL}:
        return None
    return int(exercise.mechanic is Mechanic.ISOLATION)


def _numbered(choices: Sequence[Choice], pairs: Pairs) -> tuple[Choice, ...]:
    """The choices with the second of each pair right after the first, and what has isolation in it after what has not."""
    partners, seconds = dict(pairs), {second for _, second in pairs}
    blocks = [
        (choice, choices[partners[place]]) if place in partners else (choice,)
        for place, choice in enumerate(choices)
        if place not in seconds
    ]
    numbers = count(1)
    found: list[Choice] = []
    for block in sorted(blocks, key=_lateness):
        pair = next(numbers) if len(block) > 1 else None
        found += [replace(choice, pair=pair) for choice in block]
    return tuple(found)


def _lateness(block: tuple[Choice, ...]) -> int:
    roles = {role_of(choice.exercise) for choice in block}
    if roles <= {Role.CORE, Role.DRILL}:
        return 3
    if Role.ISOLATION in roles:
        return 2
    return int(Role.CORE in roles)


def _without_a_set(choices: Sequence[Choice]) -> tuple[Choice, ...] | None:
    """One set fewer of what has most, the later in the session the sooner; None where everything has but one."""
    place = max(range(len(choices)), key=lambda place: (choices[place].sets, place), default=None)
    if place is None or choices[place].sets == 1:
        return None
    return (*choices[:place], replace(choices[place], sets=choices[place].sets - 1), *choices[place + 1 :])
