"""What each limitation forbids: one table, read by the safety rules, the lessons and the candidates."""

from dataclasses import dataclass

from domain.basis import PlanBasis
from domain.exercise import Exercise
from domain.lessons import Lesson, LessonRuleKind, LessonState
from domain.terms import JointStress, LimitationKind, MovementPattern, Sport
from services.checking.wording import words


@dataclass(frozen=True, slots=True, kw_only=True)
class Limit:
    """What may not be in a plan. `maximum_rpe` holds for strength, and for endurance too where `effort_everywhere`."""

    stresses: frozenset[JointStress] = frozenset()
    patterns: frozenset[MovementPattern] = frozenset()
    sports: frozenset[Sport] = frozenset()
    maximum_rpe: float | None = None
    effort_everywhere: bool = False
    maximum_zone: int | None = None
    fall_risk: bool = False
    supine_late: bool = False
    """No lying on the back after week 16 of a pregnancy."""


_JUMP = frozenset({MovementPattern.JUMP})
_ROPE = frozenset({Sport.JUMP_ROPE})
_POUNDING = frozenset({Sport.RUNNING, Sport.JUMP_ROPE})
_IMPACT = frozenset({JointStress.ANKLE_IMPACT, JointStress.KNEE_IMPACT})

STRESS_WORDS: dict[JointStress, str] = {
    JointStress.KNEE_FLEXION_LOADED: "bends the loaded knee deeply",
    JointStress.KNEE_IMPACT: "lands hard on the knee",
    JointStress.SPINE_AXIAL: "loads the spine from above",
    JointStress.SPINE_FLEXION_LOADED: "bends the loaded spine",
    JointStress.SHOULDER_OVERHEAD: "goes overhead",
    JointStress.SHOULDER_DEEP: "takes the shoulder deep",
    JointStress.ELBOW: "strains the elbow",
    JointStress.WRIST_EXTENSION: "bends the wrist back under load",
    JointStress.HIP_DEEP: "bends the hip deeply",
    JointStress.ANKLE_IMPACT: "lands hard on the ankle",
    JointStress.NECK: "strains the neck",
    JointStress.SUPINE: "is done lying on the back",
    JointStress.VALSALVA: "makes one hold the breath",
}

LIMITS: dict[LimitationKind, Limit] = {
    LimitationKind.KNEE: Limit(
        stresses=frozenset({JointStress.KNEE_FLEXION_LOADED, JointStress.KNEE_IMPACT}),
        patterns=_JUMP | {MovementPattern.LUNGE},
        sports=_ROPE,
    ),
    LimitationKind.LOWER_BACK: Limit(
        stresses=frozenset({JointStress.SPINE_AXIAL, JointStress.SPINE_FLEXION_LOADED}), maximum_rpe=7
    ),
    LimitationKind.SHOULDER: Limit(stresses=frozenset({JointStress.SHOULDER_OVERHEAD, JointStress.SHOULDER_DEEP})),
    LimitationKind.ELBOW: Limit(stresses=frozenset({JointStress.ELBOW})),
    LimitationKind.WRIST: Limit(stresses=frozenset({JointStress.WRIST_EXTENSION})),
    LimitationKind.HIP: Limit(stresses=frozenset({JointStress.HIP_DEEP})),
    LimitationKind.ANKLE: Limit(stresses=frozenset({JointStress.ANKLE_IMPACT}), patterns=_JUMP, sports=_ROPE),
    LimitationKind.NECK: Limit(stresses=frozenset({JointStress.NECK})),
    LimitationKind.UPPER_BACK: Limit(maximum_rpe=8),
    LimitationKind.LOWER_LEG: Limit(stresses=_IMPACT, patterns=_JUMP, sports=_POUNDING),
    LimitationKind.FOOT: Limit(stresses=_IMPACT, patterns=_JUMP, sports=_POUNDING),
    LimitationKind.PREGNANCY: Limit(
        stresses=frozenset({JointStress.VALSALVA}),
        patterns=_JUMP | {MovementPattern.OLYMPIC},
        sports=_ROPE,
        maximum_rpe=7,
        effort_everywhere=True,
        maximum_zone=3,
        fall_risk=True,
        supine_late=True,
    ),
    LimitationKind.POSTPARTUM: Limit(
        stresses=_IMPACT | {JointStress.VALSALVA, JointStress.SPINE_FLEXION_LOADED},
        patterns=_JUMP | {MovementPattern.OLYMPIC},
        sports=_POUNDING,
        maximum_rpe=7,
        effort_everywhere=True,
    ),
    LimitationKind.HYPERTENSION: Limit(
        stresses=frozenset({JointStress.VALSALVA}), maximum_rpe=8, effort_everywhere=True, maximum_zone=4
    ),
    LimitationKind.ASTHMA: Limit(maximum_zone=4),
}
"""CARDIAC_WARNING and BETA_BLOCKER have rules of their own (R06, R40)."""


def exercise_fault(limit: Limit, exercise: Exercise, *, is_late: bool) -> str | None:
    """Why this exercise may not be done, in a few words; None where it may. `is_late`: after week 16 of a pregnancy."""
    stresses = sorted(limit.stresses.intersection(exercise.stresses))
    if stresses:
        return STRESS_WORDS[stresses[0]]
    if exercise.pattern in limit.patterns:
        return f"is {words(exercise.pattern)} work"
    if limit.fall_risk and exercise.has_fall_risk:
        return "has a risk of falling"
    if limit.supine_late and is_late and JointStress.SUPINE in exercise.stresses:
        return STRESS_WORDS[JointStress.SUPINE]
    return None


def active_lessons(basis: PlanBasis) -> tuple[Lesson, ...]:
    return tuple(lesson for lesson in basis.lessons if lesson.state is LessonState.ACTIVE)


def limitations_of(basis: PlanBasis) -> frozenset[LimitationKind]:
    """The limitations of the constraints and of hard lessons."""
    found = {limitation.kind for limitation in basis.constraints.limitations}
    for lesson in active_lessons(basis):
        rule = lesson.rule
        if lesson.is_hard and rule.kind is LessonRuleKind.LIMITATION and rule.limitation is not None:
            found.add(rule.limitation)
    return frozenset(found)
