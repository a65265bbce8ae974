"""How much a week of strength work should hold: hard sets for each muscle, shrunk to the time there is."""

from collections.abc import Mapping

from domain.lessons import LessonRuleKind
from domain.terms import ExperienceLevel, Muscle, TrainingFocus
from services.planning.limits import Limits
from services.planning.wishes import Wishes

MINUTES_A_SET = 3.0
"""Where time is short, about one hard set in three minutes fits."""
MOST_SETS = 20
MOST_SETS_IN_SESSION = 10

BASE_SETS: dict[TrainingFocus, dict[ExperienceLevel, int]] = {
    TrainingFocus.MUSCLE: {
        ExperienceLevel.NOVICE: 7,
        ExperienceLevel.INTERMEDIATE: 11,
        ExperienceLevel.ADVANCED: 14,
    },
    TrainingFocus.STRENGTH: {
        ExperienceLevel.NOVICE: 6,
        ExperienceLevel.INTERMEDIATE: 9,
        ExperienceLevel.ADVANCED: 11,
    },
}
"""Weekly hard sets for a muscle, indirect ones counted half (Schoenfeld 2017; Pelland 2025)."""
OTHER_SETS: dict[ExperienceLevel, int] = {
    ExperienceLevel.NOVICE: 5,
    ExperienceLevel.INTERMEDIATE: 7,
    ExperienceLevel.ADVANCED: 8,
}

MUSCLE_WEIGHTS: dict[Muscle, float] = {
    Muscle.QUADRICEPS: 1.0,
    Muscle.HAMSTRINGS: 1.0,
    Muscle.GLUTES: 1.0,
    Muscle.CHEST: 1.0,
    Muscle.LATS: 1.0,
    Muscle.MIDDLE_BACK: 1.0,
    Muscle.SHOULDERS: 1.0,
    Muscle.ABDOMINALS: 0.6,
    Muscle.BICEPS: 0.6,
    Muscle.TRICEPS: 0.6,
    Muscle.CALVES: 0.4,
}
"""Share of the target that each muscle should get; what is not named gets its work from compounds."""

LEAST_SETS: dict[TrainingFocus, float] = {
    TrainingFocus.MUSCLE: 10,
    TrainingFocus.STRENGTH: 6,
    TrainingFocus.MIXED: 5,
    TrainingFocus.GENERAL_HEALTH: 4,
    TrainingFocus.ENDURANCE: 2,
}
NOVICE_SETS = (4, 8)
"""The fewest and the most weekly sets of a big muscle that do good (R25)."""
SMALL_MUSCLES = frozenset({Muscle.ABDOMINALS, Muscle.BICEPS, Muscle.TRICEPS})
"""They need half as many."""


def weekly_targets(
    focus: TrainingFocus, *, limits: Limits, wishes: Wishes, seconds: float, can_train: frozenset[Muscle]
) -> dict[Muscle, float]:
    """Hard sets a week for each muscle that can be trained, so many in all as fit into the seconds for strength work."""
    wanted = wanted_sets(focus, limits=limits, wishes=wishes, can_train=can_train)
    share = share_that_fits(wanted, seconds)
    return {muscle: min(MOST_SETS, sets * share) for muscle, sets in wanted.items()}


def weekly_floors(
    focus: TrainingFocus, *, limits: Limits, wishes: Wishes, seconds: float, can_train: frozenset[Muscle]
) -> dict[Muscle, float]:
    """The fewest sets for each muscle with which a week is a good one, shrunk to the time there is as well."""
    least = min(LEAST_SETS[focus], NOVICE_SETS[0]) if limits.is_novice else LEAST_SETS[focus]
    least *= wishes.strength_factor(LessonRuleKind.VOLUME)
    muscles = (MUSCLE_WEIGHTS.keys() & can_train) - {Muscle.CALVES} - wishes.spared_muscles
    floors = {muscle: least / 2 if muscle in SMALL_MUSCLES else least for muscle in sorted(muscles)}
    share = share_that_fits(floors, seconds)
    return {muscle: sets * share for muscle, sets in floors.items()}


def enough_sets(limits: Limits, wishes: Wishes) -> float:
    """Beyond so many sets of a muscle in a week more does no good."""
    if not limits.is_novice:
        return MOST_SETS
    return NOVICE_SETS[1] * max(1.0, wishes.strength_factor(LessonRuleKind.VOLUME))


def wanted_sets(
    focus: TrainingFocus, *, limits: Limits, wishes: Wishes, can_train: frozenset[Muscle]
) -> dict[Muscle, float]:
    """The same, were there time for everything."""
    base = BASE_SETS.get(focus, OTHER_SETS)[limits.level] * wishes.strength_factor(LessonRuleKind.VOLUME)
    wanted = {muscle: base * weight for muscle, weight in MUSCLE_WEIGHTS.items() if muscle in can_train}
    for muscle in wishes.stressed_muscles & can_train:
        wanted[muscle] = 1.35 * wanted.get(muscle, base * 0.5)
    for muscle in wishes.spared_muscles & wanted.keys():
        wanted[muscle] *= 0.5
    return wanted


def share_that_fits(wanted: Mapping[Muscle, float], seconds: float) -> float:
    """For how much of the wanted sets there is time, one set after the other."""
    # A set of a compound counts for about two muscles, the indirect ones half.
    fitting = 1.8 * seconds / 60 / MINUTES_A_SET
    return min(1.0, fitting / max(1.0, sum(wanted.values())))
