"""What each limitation rules out, in one table (plan-rules.md, R07 to R13)."""

import datetime
from dataclasses import dataclass

from domain.constraints import Limitation
from domain.ids import ExerciseId
from domain.terms import JointStress, LimitationKind, MovementPattern, Sport

PREGNANCY_DAYS = 280
SUPINE_UNTIL_DAYS = 16 * 7
"""Lying on the back is fine up to the end of week 16 (ACOG 804)."""
MAXIMUM_EFFORT = 10.0
MAXIMUM_ZONE = 5

_IMPACT = frozenset({JointStress.KNEE_IMPACT, JointStress.ANKLE_IMPACT})
LIES_FACE_DOWN = frozenset(
    ExerciseId(f"exercise_{name}")
    for name in (
        "back-extension",
        "bench-back-extension",
        "exercise-ball-back-extension",
        "chest-supported-barbell-row",
        "chest-supported-dumbbell-row",
        "chest-supported-machine-row",
        "chest-supported-t-bar-row",
        "glute-ham-raise",
        "reverse-hyperextension",
        "lying-leg-curl",
        "prone-dumbbell-shrug",
        "prone-flutter-kick",
        "prone-incline-dumbbell-curl",
        "prone-lat-pulldown",
        "prone-y-t-w-raise",
        "superman",
    )
)
"""Nobody lies on a pregnant belly. The catalogue marks lying on the back alone."""
_ROPE = frozenset({Sport.JUMP_ROPE})
_RUNNING = frozenset({Sport.RUNNING, Sport.JUMP_ROPE})


@dataclass(frozen=True, slots=True, kw_only=True)
class Sparing:
    """What must not be in a plan. `maximum_rpe` bounds sets of strength work, `maximum_zone` endurance intervals.

    `sports` are out; `gentler_sports_than` are left alone where there is another.
    """

    stresses: frozenset[JointStress] = frozenset()
    patterns: frozenset[MovementPattern] = frozenset()
    exercises: frozenset[ExerciseId] = frozenset()
    sports: frozenset[Sport] = frozenset()
    gentler_sports_than: frozenset[Sport] = frozenset()
    maximum_rpe: float = MAXIMUM_EFFORT
    maximum_zone: int = MAXIMUM_ZONE
    falls: bool = False
    """Whether exercises with a risk of falling are out."""


SPARING: dict[LimitationKind, Sparing] = {
    LimitationKind.KNEE: Sparing(
        stresses=frozenset({JointStress.KNEE_FLEXION_LOADED, JointStress.KNEE_IMPACT}),
        patterns=frozenset({MovementPattern.JUMP, MovementPattern.LUNGE}),
        sports=_ROPE,
        gentler_sports_than=_RUNNING | {Sport.STAIR_CLIMBING},
    ),
    LimitationKind.LOWER_BACK: Sparing(
        stresses=frozenset({JointStress.SPINE_AXIAL, JointStress.SPINE_FLEXION_LOADED}),
        gentler_sports_than=frozenset({Sport.ROWING}),
        maximum_rpe=7.0,
    ),
    LimitationKind.SHOULDER: Sparing(
        stresses=frozenset({JointStress.SHOULDER_OVERHEAD, JointStress.SHOULDER_DEEP}),
        gentler_sports_than=frozenset({Sport.SWIMMING}),
    ),
    LimitationKind.ELBOW: Sparing(stresses=frozenset({JointStress.ELBOW})),
    LimitationKind.WRIST: Sparing(stresses=frozenset({JointStress.WRIST_EXTENSION})),
    LimitationKind.HIP: Sparing(stresses=frozenset({JointStress.HIP_DEEP}), gentler_sports_than=_RUNNING),
    LimitationKind.ANKLE: Sparing(
        stresses=frozenset({JointStress.ANKLE_IMPACT}),
        patterns=frozenset({MovementPattern.JUMP}),
        sports=_ROPE,
        gentler_sports_than=_RUNNING,
    ),
    LimitationKind.NECK: Sparing(
        stresses=frozenset({JointStress.NECK}), gentler_sports_than=frozenset({Sport.SWIMMING})
    ),
    LimitationKind.UPPER_BACK: Sparing(maximum_rpe=8.0, gentler_sports_than=frozenset({Sport.ROWING})),
    LimitationKind.LOWER_LEG: Sparing(stresses=_IMPACT, patterns=frozenset({MovementPattern.JUMP}), sports=_RUNNING),
    LimitationKind.FOOT: Sparing(stresses=_IMPACT, patterns=frozenset({MovementPattern.JUMP}), sports=_RUNNING),
    LimitationKind.PREGNANCY: Sparing(
        stresses=frozenset({JointStress.VALSALVA}),
        patterns=frozenset({MovementPattern.JUMP, MovementPattern.OLYMPIC}),
        exercises=LIES_FACE_DOWN,
        sports=_ROPE,
        gentler_sports_than=_RUNNING,
        maximum_rpe=7.0,
        maximum_zone=3,
        falls=True,
    ),
    LimitationKind.POSTPARTUM: Sparing(
        stresses=_IMPACT | {JointStress.VALSALVA, JointStress.SPINE_FLEXION_LOADED},
        patterns=frozenset({MovementPattern.JUMP, MovementPattern.OLYMPIC}),
        sports=_RUNNING,
        maximum_rpe=7.0,
        maximum_zone=3,
    ),
    LimitationKind.HYPERTENSION: Sparing(stresses=frozenset({JointStress.VALSALVA}), maximum_rpe=8.0, maximum_zone=4),
    LimitationKind.CARDIAC_WARNING: Sparing(),
    LimitationKind.BETA_BLOCKER: Sparing(),
    LimitationKind.ASTHMA: Sparing(maximum_zone=4),
}
"""Heart warnings and beta blockers are minded elsewhere: the first allows no plan at all, the second no heart rates."""


def forbids_supine(limitation: Limitation, on: datetime.date) -> bool:
    """Whether lying on the back is out on this date. An unknown due date is read as after week 16 (R10)."""
    if limitation.kind is not LimitationKind.PREGNANCY:
        return False
    if limitation.date is None:
        return True
    days_pregnant = PREGNANCY_DAYS - (limitation.date - on).days
    return days_pregnant > SUPINE_UNTIL_DAYS
