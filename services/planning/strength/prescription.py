"""How an exercise is done in a week: repetitions or seconds, effort, rest; and how that grows from week to week."""

from dataclasses import dataclass
from enum import StrEnum

from domain.exercise import Exercise
from domain.ids import ExerciseId
from domain.lessons import LessonRuleKind
from domain.terms import Equipment, ExperienceLevel, Mechanic, MovementPattern, TrainingFocus
from services.planning.limits import EASED_IN_RPE, Limits
from services.planning.loads import load_step
from services.planning.progression import Phase
from services.planning.wishes import Wishes

EASIEST_RPE = 5.0
LIGHT_RPE = 6.0
"""The effort of a deload and of a taper."""
DRILL_RPE = 5.0
LONGEST_SECONDS = 60
SECONDS_STEP = 5
MAXIMUM_REPS = 20
HEAVY_REPS = 6
HEAVY_REST_SECONDS = 120

MAIN_PATTERNS: tuple[MovementPattern, ...] = (
    MovementPattern.SQUAT,
    MovementPattern.HINGE,
    MovementPattern.HORIZONTAL_PUSH,
    MovementPattern.HORIZONTAL_PULL,
    MovementPattern.VERTICAL_PUSH,
    MovementPattern.VERTICAL_PULL,
)


class Role(StrEnum):
    """What an exercise is for in a session."""

    HEAVY = "HEAVY"
    COMPOUND = "COMPOUND"
    ISOLATION = "ISOLATION"
    CORE = "CORE"
    DRILL = "DRILL"


@dataclass(frozen=True, slots=True)
class Scheme:
    """Repetitions to begin with, seconds for a timed exercise, rest after each set."""

    reps: int
    seconds: int
    rest_seconds: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Dose:
    """One working set without its load. Just one of `reps` and `duration_seconds` is set."""

    reps: int | None
    duration_seconds: int | None
    rpe: float
    rest_seconds: int


@dataclass(frozen=True, slots=True, kw_only=True)
class StrengthStyle:
    """What prescriptions depend on besides exercise and week."""

    focus: TrainingFocus
    limits: Limits
    wishes: Wishes
    known: frozenset[ExerciseId]
    """Exercises whose load can grow in small steps, because their maximum is known."""
    is_lean: bool
    """Whether sessions are too short for long rests, where not strength itself is the aim."""
    is_short: bool
    """Whether sessions are so short that rests shrink to what is still sensible."""
    is_tiny: bool = False
    """Whether they are so short that the general warm-up must do."""


SCHEMES: dict[Role, Scheme] = {
    Role.HEAVY: Scheme(8, 30, 120),
    Role.COMPOUND: Scheme(10, 30, 75),
    Role.ISOLATION: Scheme(12, 30, 60),
    Role.CORE: Scheme(10, 30, 60),
    Role.DRILL: Scheme(8, 30, 20),
}
"""For muscle and health; ranges after ACSM 2009 and Schoenfeld 2017, rests after Singer 2024."""
STRENGTH_HEAVY = Scheme(5, 30, 150)
LEAN_HEAVY = Scheme(8, 30, 90)
"""Where strength work is not the aim itself, rests leave time for more of the body."""
LEAN_FOCUSES = frozenset({TrainingFocus.ENDURANCE, TrainingFocus.GENERAL_HEALTH})
TINY_REPS = 8
TINY_GROWTH = 2
OLDER_HEAVY = Scheme(6, 30, 150)
"""Heavy enough to keep strength, with a repetition more in hand (Fragala 2019)."""
STRENGTH_COMPOUND = Scheme(8, 30, 120)
OWN_WEIGHT_REPS: dict[ExperienceLevel, int] = {
    ExperienceLevel.NOVICE: 4,
    ExperienceLevel.INTERMEDIATE: 6,
    ExperienceLevel.ADVANCED: 8,
}
"""To hang or to dip with the whole body is heavy for most, whatever the focus."""
FEWEST_REPS: dict[ExperienceLevel, int] = {
    ExperienceLevel.NOVICE: 5,
    ExperienceLevel.INTERMEDIATE: 4,
    ExperienceLevel.ADVANCED: 3,
}
"""Heavier sets than that teach a beginner nothing and wear everybody out (convention)."""
RPE_CEILING: dict[ExperienceLevel, float] = {
    ExperienceLevel.NOVICE: 8.0,
    ExperienceLevel.INTERMEDIATE: 8.5,
    ExperienceLevel.ADVANCED: 9.0,
}
"""Two, one and a half, or one repetition in reserve at the hardest (Helms 2016; Refalo 2022)."""


def role_of(exercise: Exercise) -> Role:
    if exercise.pattern is MovementPattern.MOBILITY:
        return Role.DRILL
    if exercise.pattern in {MovementPattern.CORE, MovementPattern.CARRY}:
        return Role.CORE
    if exercise.mechanic is Mechanic.ISOLATION:
        return Role.ISOLATION
    is_heavy = exercise.pattern in MAIN_PATTERNS and load_step(exercise) is not None and not exercise.is_timed
    return Role.HEAVY if is_heavy else Role.COMPOUND


def _lifts_own_weight(exercise: Exercise) -> bool:
    equipment = set(exercise.equipment)
    hangs = bool(equipment & {Equipment.PULL_UP_BAR, Equipment.DIP_BARS}) and exercise.mechanic is Mechanic.COMPOUND
    return hangs and exercise.pattern in MAIN_PATTERNS and Equipment.BANDS not in equipment


def scheme_of(exercise: Exercise, style: StrengthStyle) -> Scheme:
    role = role_of(exercise)
    scheme = SCHEMES[role]
    if style.focus is TrainingFocus.STRENGTH:
        heavy = OLDER_HEAVY if style.limits.is_older else STRENGTH_HEAVY
        scheme = {Role.HEAVY: heavy, Role.COMPOUND: STRENGTH_COMPOUND}.get(role, scheme)
    elif role is Role.HEAVY and (style.is_lean or style.focus in LEAN_FOCUSES):
        scheme = LEAN_HEAVY
    rest = min(scheme.rest_seconds, 60) if style.is_short else scheme.rest_seconds
    reps = OWN_WEIGHT_REPS[style.limits.level] if _lifts_own_weight(exercise) else scheme.reps
    reps = max(min(reps, TINY_REPS) if style.is_tiny else reps, style.limits.minimum_reps)
    # Six repetitions or fewer at effort want two minutes between them (R29).
    rest = max(rest, HEAVY_REST_SECONDS) if reps <= HEAVY_REPS and role in {Role.HEAVY, Role.COMPOUND} else rest
    return Scheme(reps, scheme.seconds, rest)


def dose(exercise: Exercise, phase: Phase, style: StrengthStyle, *, is_light: bool) -> Dose:
    """One working set of the exercise in this week. `is_light` is so in deloads, tapers and recovery."""
    scheme = scheme_of(exercise, style)
    if role_of(exercise) is Role.DRILL:
        return _dose(exercise, scheme, reps=scheme.reps, rpe=DRILL_RPE, seconds=scheme.seconds)
    if exercise.id in style.known:
        return _loaded_dose(exercise, phase, style, is_light=is_light)
    climb = 0 if is_light else phase.step
    growth = min(climb + phase.block, TINY_GROWTH) if style.is_tiny else climb + phase.block
    ceiling = rpe_ceiling(exercise, style)
    rpe = min(ceiling, EASED_IN_RPE + 0.5 * (climb + phase.block))
    rpe = min(LIGHT_RPE, ceiling) if is_light else rpe
    # For strength the effort grows instead, so that sets stay heavy; where it may not, repetitions must.
    keeps_reps = style.focus is TrainingFocus.STRENGTH and role_of(exercise) is Role.HEAVY
    grows = not keeps_reps or ceiling <= EASED_IN_RPE
    reps = scheme.reps + (growth if grows else 0)
    seconds = scheme.seconds + SECONDS_STEP * growth
    return _dose(exercise, scheme, reps=reps, rpe=rpe, seconds=seconds)


def rpe_ceiling(exercise: Exercise, style: StrengthStyle) -> float:
    """The hardest effort for this exercise, lessons on intensity counted: 20 % is one point of RPE."""
    shift = 5 * (style.wishes.strength_factor(LessonRuleKind.INTENSITY, exercise) - 1)
    wanted = RPE_CEILING[style.limits.level] + round(2 * shift) / 2
    return max(EASIEST_RPE, min(wanted, style.limits.maximum_rpe))


def _loaded_dose(exercise: Exercise, phase: Phase, style: StrengthStyle, *, is_light: bool) -> Dose:
    """With a known maximum, each week leaves one repetition less to failure, so that the load rises by two to three percent."""
    scheme = scheme_of(exercise, style)
    ceiling = rpe_ceiling(exercise, style)
    to_failure = scheme.reps + 10 - min(EASED_IN_RPE, ceiling) - phase.block
    if is_light:
        return _dose(exercise, scheme, reps=scheme.reps, rpe=min(LIGHT_RPE, ceiling), seconds=scheme.seconds)
    floor = max(style.limits.minimum_reps, min(scheme.reps, FEWEST_REPS[style.limits.level]))
    to_failure = max(to_failure - phase.step, floor + 10 - ceiling)
    rpe = min(ceiling, 10 - (to_failure - scheme.reps))
    rpe = max(rpe, min(ceiling, EASED_IN_RPE))
    reps = int(to_failure - (10 - rpe))
    return _dose(exercise, scheme, reps=max(reps, floor), rpe=rpe, seconds=scheme.seconds)


def _dose(exercise: Exercise, scheme: Scheme, *, reps: int, rpe: float, seconds: int) -> Dose:
    rest = scheme.rest_seconds
    if exercise.is_timed:
        return Dose(reps=None, duration_seconds=min(seconds, LONGEST_SECONDS), rpe=rpe, rest_seconds=rest)
    return Dose(reps=min(reps, MAXIMUM_REPS), duration_seconds=None, rpe=rpe, rest_seconds=rest)
