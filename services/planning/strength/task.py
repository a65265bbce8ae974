"""The task that the solver is given: the week's sessions, the exercises to choose among, and what is wanted."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from domain.exercise import Exercise
from domain.ids import ExerciseId
from domain.lessons import LessonRuleKind
from domain.profile import UnitSystem
from domain.terms import ExperienceLevel, LimitationKind, Muscle, TrainingFocus
from services.planning.candidates import Candidate
from services.planning.minutes import CHANGE_SECONDS, sets_seconds, work_seconds
from services.planning.pairs import can_pair
from services.planning.progression import Phase
from services.planning.strength.pairing import SPARED, Cost, least_saving, rivals
from services.planning.strength.prescription import StrengthStyle, dose
from services.planning.strength.session import Slot
from services.planning.strength.targets import (
    enough_sets,
    share_that_fits,
    wanted_sets,
    weekly_floors,
    weekly_targets,
)
from services.planning.strength.warmups import warm_up_sets

BALANCE_SESSIONS = 3
MOST_SETS: dict[ExperienceLevel, int] = {
    ExperienceLevel.NOVICE: 3,
    ExperienceLevel.INTERMEDIATE: 4,
    ExperienceLevel.ADVANCED: 5,
}
MOST_SESSION_SETS: dict[ExperienceLevel, int] = {
    ExperienceLevel.NOVICE: 18,
    ExperienceLevel.INTERMEDIATE: 22,
    ExperienceLevel.ADVANCED: 26,
}
"""More working sets than that in a session add fatigue and little else (convention)."""
SHORT_SHARE = 0.9
"""Of the wanted sets: where there is time for fewer, exercises are done in turn."""
LEAST_PAIR_SECONDS = 300
"""Two exercises with two sets each, done in turn, with the ways to them."""
BALANCE_SECONDS = 160
IN_TURN_GAIN = 1.4
"""So many more sets fit where they are, as changes and warm-up sets take their time as before."""


@dataclass(frozen=True, slots=True)
class Near:
    """A week to stay close to, for comparing: its working sets by the day's offset and the exercise.

    What is `open` may come, go and grow; the rest stays where it is or goes, with as many sets at most, unless it `grows`.
    """

    sets: Mapping[tuple[int, ExerciseId], int]
    open: frozenset[ExerciseId]
    grows: bool = False


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
    near: Near | None = None
    """Where a week is made once more to compare with."""


def strength_task(
    slots: tuple[Slot, ...],
    candidates: tuple[Candidate, ...],
    phases: Sequence[Phase],
    *,
    style: StrengthStyle,
    can_train: frozenset[Muscle] | None = None,
) -> Task:
    """`can_train` are the muscles that count; where it is not said, all that the candidates train."""
    limits = style.limits
    exercises = [candidate.exercise for candidate in candidates]
    if can_train is None:
        can_train = frozenset(muscle for exercise in exercises for muscle in exercise.primary_muscles)
    seconds = sum(slot.seconds for slot in slots)
    costs = [_cost(exercise, phases, style) for exercise in exercises]
    wanted = wanted_sets(style.focus, limits=limits, wishes=style.wishes, can_train=can_train)
    alternates = _alternates(style, wanted, slots)
    most_sets = min(MOST_SETS[limits.level], 3 if limits.is_older else 5)
    return Task(
        slots=slots,
        candidates=candidates,
        costs=tuple(costs),
        targets=weekly_targets(
            style.focus,
            limits=limits,
            wishes=style.wishes,
            seconds=IN_TURN_GAIN * seconds if alternates else seconds,
            can_train=can_train,
        ),
        pair_saving=least_saving([c for c, e in zip(costs, exercises, strict=True) if can_pair(e)])
        if alternates
        else 0,
        rivals=tuple(rivals(exercises, style)) if alternates else (),
        floors=weekly_floors(style.focus, limits=limits, wishes=style.wishes, seconds=seconds, can_train=can_train),
        enough_sets=enough_sets(limits, style.wishes),
        most_sets=most_sets,
        most_session_sets=16 if limits.is_older else MOST_SESSION_SETS[limits.level],
        repeats_main_lifts=style.focus is TrainingFocus.STRENGTH,
        needs_hinge=LimitationKind.KNEE in limits.held,
        needs_core=LimitationKind.LOWER_BACK in limits.held,
        balance_sessions=BALANCE_SESSIONS if limits.is_older else 0,
        is_youth=limits.is_youth,
    )


def _cost(exercise: Exercise, phases: Sequence[Phase], style: StrengthStyle) -> Cost:
    """What it costs in the week in which a working set takes longest."""
    doses = (dose(exercise, phase, style, is_light=False) for phase in phases)
    work, rest = max(
        (
            (work_seconds(exercise, reps=item.reps, duration_seconds=item.duration_seconds), item.rest_seconds)
            for item in doses
        ),
        key=sum,
    )
    warm_up = warm_up_sets(exercise, style, is_first=False, load_kg=None, units=UnitSystem.METRIC)
    return Cost(work, rest, CHANGE_SECONDS + sets_seconds(exercise, warm_up))


def _alternates(style: StrengthStyle, wanted: Mapping[Muscle, float], slots: Sequence[Slot]) -> bool:
    """Whether time is so short that sets are done in turn, yet not too short for a pair, and nothing speaks against it."""
    if SPARED & style.limits.held or style.wishes.strength_factor(LessonRuleKind.VOLUME) < 1:
        return False
    seconds = [slot.seconds for slot in slots]
    least = LEAST_PAIR_SECONDS + (BALANCE_SECONDS if style.limits.is_older else 0)
    return max(seconds) >= least and share_that_fits(wanted, sum(seconds)) < SHORT_SHARE
