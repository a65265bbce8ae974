"""Warm-up sets: the first exercise gets ready what comes after, heavy ones get sets of their own (Garber 2011)."""

from domain.exercise import Exercise
from domain.plan import SetKind, SetTarget
from domain.profile import UnitSystem
from services.planning.loads import loadable
from services.planning.strength.prescription import Role, StrengthStyle, role_of

FIRST_HEAVY = ((8, 0.5), (6, 0.75))
LATER_HEAVY = ((6, 0.65),)
TINY = ((5, 0.5),)
FIRST_LIGHT = ((8, 0.5),)
WARM_UP_SECONDS = 15
"""Of a timed exercise."""
WARM_UP_REST_SECONDS = 45
SHORT_REST_SECONDS = 20


def warm_up_sets(
    exercise: Exercise, style: StrengthStyle, *, is_first: bool, load_kg: float | None, units: UnitSystem
) -> tuple[SetTarget, ...]:
    """Sets before the working sets; loads are shares of the working load in kilograms, where that is known."""
    return tuple(
        SetTarget(
            kind=SetKind.WARM_UP,
            reps=None if exercise.is_timed else reps,
            duration_seconds=WARM_UP_SECONDS if exercise.is_timed else None,
            load_kg=_lighter(load_kg, share, exercise, units),
            rest_seconds=SHORT_REST_SECONDS if style.is_short else WARM_UP_REST_SECONDS,
        )
        for reps, share in _ladder(exercise, style, is_first=is_first)
    )


def _ladder(exercise: Exercise, style: StrengthStyle, *, is_first: bool) -> tuple[tuple[int, float], ...]:
    role = role_of(exercise)
    if role is Role.DRILL:
        return ()
    if style.is_tiny:
        return TINY if is_first else ()
    if role is Role.HEAVY and not style.is_short:
        return FIRST_HEAVY if is_first else LATER_HEAVY
    return FIRST_LIGHT if is_first else ()


def _lighter(load_kg: float | None, share: float, exercise: Exercise, units: UnitSystem) -> float | None:
    if load_kg is None:
        return None
    lighter = loadable(share * load_kg, exercise, units)
    return lighter if lighter is not None and lighter < load_kg else None
