"""What changes from block to block: main lifts stay for practice, accessories make way for others like them (R46).

An exercise is exchanged alone for one that trains the same muscles in the same way and takes the same time, so that whatever
holds for a week before the change holds after it: volume (R25, R35), coverage (R24), muscles on days in a row (R13), minutes (R04).
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import permutations

from domain.exercise import Exercise
from domain.ids import ExerciseId
from services.planning.candidates import Candidate
from services.planning.pairs import may_pair
from services.planning.progression import Phase, PhaseKind
from services.planning.strength.prescription import Role, StrengthStyle, role_of, scheme_of
from services.planning.strength.session import Choice

CHANGING_FROM_WEEKS = 5
"""Shorter plans are one block."""
LEAST_BUILD_WEEKS = 2
"""A block that is shorter is not worth learning something new for."""
MAIN_LIFTS = 2
"""The first compounds of a session, on which it is built."""
APPEAL_LOSS = 50
"""How much less appealing a successor may be: one step of usefulness."""
SUCCESSORS = 2
"""With the exercise itself that is a round of three blocks."""

Sessions = dict[int, tuple[Choice, ...]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Blocks:
    """What may come in from block to block, the most appealing first.

    `planned` are the exercises of weeks as they were before an adaptation, by the week's number: those come in again.
    """

    style: StrengthStyle
    spares: tuple[Candidate, ...]
    planned: Mapping[int, frozenset[ExerciseId]]


def sessions_by_week(sessions: Sessions, phases: Sequence[Phase], blocks: Blocks) -> dict[int, Sessions]:
    """The sessions of each week's number that has others than the first block, by the day's offset."""
    if phases[-1].number < CHANGING_FROM_WEEKS:
        return {}
    numbers = dict(_rounds(phases))
    rounds: dict[int, Sessions] = {}
    for week, number in numbers.items():
        if number and number not in rounds:
            swaps = _swaps(sessions, blocks, number, planned=blocks.planned.get(week, frozenset()))
            rounds[number] = {offset: _swapped(choices, swaps) for offset, choices in sessions.items()}
    return {week: rounds[number] for week, number in numbers.items() if number}


def _rounds(phases: Sequence[Phase]) -> Iterator[tuple[int, int]]:
    """Week numbers with their round of accessories: a new one after a lighter week, where enough weeks build on it."""
    number, block = 0, phases[0].block
    for phase in phases:
        if phase.kind is PhaseKind.BUILD and phase.block != block:
            block = phase.block
            building = sum(1 for other in phases if other.block == block and other.kind is PhaseKind.BUILD)
            number += building >= LEAST_BUILD_WEEKS
        yield phase.number, number


def _swaps(
    sessions: Sessions, blocks: Blocks, number: int, *, planned: frozenset[ExerciseId]
) -> dict[ExerciseId, Exercise]:
    """Which exercise is exchanged for which in this round; what has no successor stays."""
    appeals = {spare.exercise.id: spare.appeal for spare in blocks.spares}
    taken = {choice.exercise.id for choices in sessions.values() for choice in choices}
    swaps: dict[ExerciseId, Exercise] = {}
    for exercise in _accessories(sessions, blocks.style):
        if exercise.id not in appeals or exercise.id in planned:
            continue
        least = appeals[exercise.id] - APPEAL_LOSS
        fresh = [
            spare.exercise
            for spare in blocks.spares
            if spare.appeal >= least
            and spare.exercise.id not in taken
            and _is_like(spare.exercise, exercise, blocks.style)
            and all(may_pair(spare.exercise, swaps.get(other.id, other)) for other in _partners(exercise, sessions))
        ]
        successor = _successor(fresh[:SUCCESSORS], [other for other in fresh if other.id in planned], number)
        if successor is not None:
            swaps[exercise.id] = successor
            taken.add(successor.id)
    return swaps


def _partners(exercise: Exercise, sessions: Sessions) -> list[Exercise]:
    """What the exercise is done in turn with, on whatever day."""
    return [
        other.exercise
        for choices in sessions.values()
        for one, other in permutations(choices, 2)
        if one.exercise.id == exercise.id and one.pair is not None and one.pair == other.pair
    ]


def _successor(fresh: Sequence[Exercise], planned: Sequence[Exercise], number: int) -> Exercise | None:
    """The one that was planned, else the next in turn; None where it is the turn of the exercise itself."""
    if planned:
        return planned[0]
    place = number % (len(fresh) + 1)
    return fresh[place - 1] if place else None


def _accessories(sessions: Sessions, style: StrengthStyle) -> list[Exercise]:
    """What no session is built on, in order; without balance work, known lifts and favourites."""
    main: set[ExerciseId] = set()
    for choices in sessions.values():
        compounds = [
            choice.exercise.id for choice in choices if role_of(choice.exercise) in {Role.HEAVY, Role.COMPOUND}
        ]
        main.update(compounds[:MAIN_LIFTS])
    done = Counter(choice.exercise.id for choices in sessions.values() for choice in choices)
    main.update(c.exercise.id for cs in sessions.values() for c in cs if _is_practised(c.exercise, done))
    kept = main | style.known | style.wishes.favoured_exercises
    exercises = {choice.exercise.id: choice.exercise for choices in sessions.values() for choice in choices}
    return [
        exercise
        for exercise in exercises.values()
        if exercise.id not in kept and not exercise.is_balance and role_of(exercise) is not Role.DRILL
    ]


def _is_practised(exercise: Exercise, done: Counter[ExerciseId]) -> bool:
    """Whether it is a heavy lift on two days of the week: that is what practice is for, wherever in the session it stands."""
    return role_of(exercise) is Role.HEAVY and done[exercise.id] > 1


def _is_like(one: Exercise, other: Exercise, style: StrengthStyle) -> bool:
    """Whether one may take the other's place without any number of the plan changing."""
    return (
        one.pattern is other.pattern
        and one.mechanic is other.mechanic
        and set(one.primary_muscles) == set(other.primary_muscles)
        and (one.is_timed, one.is_unilateral, one.is_balance) == (other.is_timed, other.is_unilateral, other.is_balance)
        and role_of(one) is role_of(other)
        and scheme_of(one, style) == scheme_of(other, style)
        and one.id not in style.known
        and not style.wishes.dislike(one)
    )


def _swapped(choices: Sequence[Choice], swaps: Mapping[ExerciseId, Exercise]) -> tuple[Choice, ...]:
    return tuple(
        replace(choice, exercise=swaps[choice.exercise.id]) if choice.exercise.id in swaps else choice
        for choice in choices
    )
