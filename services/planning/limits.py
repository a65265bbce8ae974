"""The bounds of one athlete's plan, from limitations, age and experience."""

import datetime
from dataclasses import dataclass

from domain.basis import PlanBasis
from domain.constraints import Limitation
from domain.exercise import Exercise
from domain.ids import ExerciseId
from domain.lessons import LessonRuleKind, LessonState
from domain.terms import Equipment, ExperienceLevel, JointStress, LimitationKind, MovementPattern, Sport
from services.planning.limitations import MAXIMUM_EFFORT, MAXIMUM_ZONE, SPARING, Sparing, forbids_supine

ADULT_AGE = 18
OLDER_AGE = 65
YOUTH_REPS = 6
YOUTH_RPE = 8.0
NOVICE_RPE = 9.0
HARDEST_PLANNED_RPE = 9.5
"""Nobody is asked to fail a set (R19)."""
EASED_IN_RPE = 7.0
"""The most in week one where the load is not known (R34)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """What holds in every session. RPE from 5 to 10, zones from 1 to 5."""

    level: ExperienceLevel
    held: frozenset[LimitationKind]
    is_youth: bool
    is_older: bool
    equipment: frozenset[Equipment]
    stresses: frozenset[JointStress]
    patterns: frozenset[MovementPattern]
    allows_fall_risk: bool
    maximum_rpe: float
    maximum_zone: int
    minimum_reps: int
    sports_out: frozenset[Sport]
    sports_unkind: frozenset[Sport]
    exercises_out: frozenset[ExerciseId] = frozenset()

    @property
    def uses_heart_rate(self) -> bool:
        """Under beta blockers the heart no longer tells how hard it is (R40)."""
        return LimitationKind.BETA_BLOCKER not in self.held

    @property
    def has_asthma(self) -> bool:
        return LimitationKind.ASTHMA in self.held

    @property
    def is_novice(self) -> bool:
        return self.level is ExperienceLevel.NOVICE

    def allow(self, exercise: Exercise) -> bool:
        """Whether the exercise may be in this athlete's plan at all (R02, R07 to R14, R18)."""
        if not set(exercise.equipment) <= self.equipment or self.stresses & set(exercise.stresses):
            return False
        if exercise.pattern in self.patterns or exercise.id in self.exercises_out:
            return False
        if exercise.has_fall_risk and not self.allows_fall_risk:
            return False
        return not (self.is_novice and exercise.level is ExperienceLevel.ADVANCED)


def limits_of(basis: PlanBasis) -> Limits:
    """The limits for all dates of the plan; what is forbidden on one of them is forbidden on all."""
    held = limitations_held(basis)
    sparings = [SPARING[limitation.kind] for limitation in held]
    is_novice, is_older = basis.experience is ExperienceLevel.NOVICE, basis.age >= OLDER_AGE
    is_youth = basis.age < ADULT_AGE
    return Limits(
        level=basis.experience,
        held=frozenset(limitation.kind for limitation in held),
        is_youth=is_youth,
        is_older=is_older,
        equipment=frozenset(basis.constraints.equipment) | {Equipment.BODY_WEIGHT},
        stresses=_stresses(sparings, held, basis),
        patterns=_patterns(sparings, no_jumps=is_novice and is_older),
        allows_fall_risk=not any(sparing.falls for sparing in sparings),
        maximum_rpe=_maximum_rpe(sparings, is_novice=is_novice, is_youth=is_youth),
        maximum_zone=min([4 if is_novice or is_youth else MAXIMUM_ZONE, *(s.maximum_zone for s in sparings)]),
        minimum_reps=YOUTH_REPS if is_youth else 1,
        sports_out=frozenset[Sport]().union(*(sparing.sports for sparing in sparings)),
        exercises_out=frozenset[ExerciseId]().union(*(sparing.exercises for sparing in sparings)),
        sports_unkind=frozenset[Sport]().union(*(sparing.gentler_sports_than for sparing in sparings)),
    )


def limitations_held(basis: PlanBasis) -> tuple[Limitation, ...]:
    """The limitations of the constraints, and those of lessons that the constraints do not have yet."""
    stated = {limitation.kind for limitation in basis.constraints.limitations}
    learned = (
        lesson.rule.limitation
        for lesson in basis.lessons
        if lesson.state is LessonState.ACTIVE
        and lesson.rule.kind is LessonRuleKind.LIMITATION
        and lesson.rule.limitation is not None
    )
    added = dict.fromkeys(kind for kind in learned if kind is not None and kind not in stated)
    return (*basis.constraints.limitations, *(Limitation(kind=kind) for kind in added))


def last_date(basis: PlanBasis) -> datetime.date:
    return basis.start_date + datetime.timedelta(days=7 * basis.week_count - 1)


def _stresses(sparings: list[Sparing], held: tuple[Limitation, ...], basis: PlanBasis) -> frozenset[JointStress]:
    stresses = frozenset[JointStress]().union(*(sparing.stresses for sparing in sparings))
    # One set of exercises serves the whole plan, so a rule that begins half-way through holds from the start.
    if any(forbids_supine(limitation, last_date(basis)) for limitation in held):
        return stresses | {JointStress.SUPINE}
    return stresses


def _patterns(sparings: list[Sparing], *, no_jumps: bool) -> frozenset[MovementPattern]:
    patterns = frozenset[MovementPattern]().union(*(sparing.patterns for sparing in sparings))
    return patterns | {MovementPattern.JUMP} if no_jumps else patterns


def _maximum_rpe(sparings: list[Sparing], *, is_novice: bool, is_youth: bool) -> float:
    bounds = [HARDEST_PLANNED_RPE, *(sparing.maximum_rpe for sparing in sparings)]
    if is_novice:
        bounds.append(NOVICE_RPE)
    if is_youth:
        bounds.append(YOUTH_RPE)
    return min(*bounds, MAXIMUM_EFFORT)
